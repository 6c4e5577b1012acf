using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof1004Tests
{
    private static readonly (string, string)[] Cosmos =
    [
        ("Microsoft.Azure.Cosmos.Client", """
            namespace Microsoft.Azure.Cosmos
            {
                public class CosmosClientOptions { public string? ApplicationRegion { get; set; } public System.Collections.Generic.IReadOnlyList<string>? ApplicationPreferredRegions { get; set; } }
                public static class Regions { public const string WestEurope = "West Europe"; }
            }
            namespace Microsoft.Azure.Cosmos.Fluent
            {
                public class CosmosClientBuilder { public CosmosClientBuilder(string s) { } public CosmosClientBuilder WithApplicationRegion(string applicationRegion) => this; }
            }
            """),
    ];

    private static Task VerifyAsync(string statement, string members = "", (string, string)[]? libraries = null) =>
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF1004", Libraries = [.. Cosmos, .. libraries ?? []] }.VerifyAsync($$"""
            using Amazon;
            using Amazon.S3;
            using Amazon.Extensions.NETCore.Setup;
            using Microsoft.Azure.Cosmos;
            class Program
            {
                static void Main() { }
                {{members}}
                public void Run(IConfiguration configuration, IServiceCollection services, IWebHostEnvironment env, RegionEndpoint given)
                {
                    {{statement}}
                }
            }
            """);

    [Theory]
    [InlineData("var s3 = new AmazonS3Client([|RegionEndpoint.EUWest1|]);")]
    [InlineData("var s3 = new AmazonS3Client(\"key\", \"secret\", [|RegionEndpoint.USEast1|]);")]
    [InlineData("var s3 = new AmazonS3Client(new AmazonS3Config { RegionEndpoint = [|RegionEndpoint.EUCentral1|] });")]
    [InlineData("var config = new AmazonS3Config(); config.RegionEndpoint = [|RegionEndpoint.EUCentral1|];")]
    [InlineData("var s3 = new AmazonS3Client(RegionEndpoint.GetBySystemName([|\"eu-west-1\"|]));")]
    [InlineData("var region = [|RegionEndpoint.EUWest1|]; var s3 = new AmazonS3Client(region);")]
    [InlineData("services.AddDefaultAWSOptions(new AWSOptions { Region = [|RegionEndpoint.EUWest1|] });")]
    [InlineData("var s3 = new AmazonS3Client(new AmazonS3Config { AuthenticationRegion = [|\"eu-west-1\"|] });")]
    [InlineData("var options = new CosmosClientOptions { ApplicationRegion = [|\"West Europe\"|] };")]
    [InlineData("var options = new CosmosClientOptions { ApplicationRegion = [|Regions.WestEurope|] };")]
    [InlineData("var b = new Microsoft.Azure.Cosmos.Fluent.CosmosClientBuilder(configuration[\"Cosmos\"]!).WithApplicationRegion([|Regions.WestEurope|]);")]
    public Task A_region_in_the_code_is_reported(string statement) => VerifyAsync(statement);

    [Fact]
    public Task A_region_that_several_clients_share_is_reported_once() => VerifyAsync(
        "var a = new AmazonS3Client(Home); var b = new AmazonS3Client(Home);", "private static readonly RegionEndpoint Home = [|RegionEndpoint.EUWest1|];");

    [Theory]
    [InlineData("var s3 = new AmazonS3Client(RegionEndpoint.GetBySystemName(configuration[\"AWS:Region\"]));")]
    [InlineData("var s3 = new AmazonS3Client(RegionEndpoint.GetBySystemName(configuration[\"AWS:Region\"] ?? \"eu-west-1\"));")]
    [InlineData("var s3 = new AmazonS3Client(RegionEndpoint.GetBySystemName(Environment.GetEnvironmentVariable(\"AWS_REGION\")));")]
    [InlineData("var s3 = new AmazonS3Client();")]
    [InlineData("var s3 = new AmazonS3Client(given);")]
    [InlineData("if (given == RegionEndpoint.EUWest1) { Console.WriteLine(RegionEndpoint.EUWest1.DisplayName); }")]
    [InlineData("var s3 = new AmazonS3Client(new AmazonS3Config { ServiceURL = configuration[\"Minio\"], AuthenticationRegion = \"us-east-1\" });")]
    [InlineData("var config = new AmazonS3Config { AuthenticationRegion = \"us-east-1\" }; config.ServiceURL = configuration[\"Minio\"];")]
    [InlineData("services.AddDefaultAWSOptions(configuration.GetAWSOptions());")]
    [InlineData("if (env.IsDevelopment()) { var s3 = new AmazonS3Client(RegionEndpoint.EUWest1); }")]
    [InlineData("var options = new CosmosClientOptions { ApplicationRegion = configuration[\"Cosmos:Region\"] };")]
    [InlineData("var options = new CosmosClientOptions { ApplicationPreferredRegions = new List<string> { Regions.WestEurope, \"North Europe\" } };")]
    [InlineData("var request = new Order { Region = \"eu-west-1\" };")]
    public Task Others_are_not(string statement) => VerifyAsync(statement, "class Order { public string? Region { get; set; } }");

    [Fact]
    public Task The_default_of_an_option_is_not_reported() => VerifyAsync(
        "var s3 = new AmazonS3Client(RegionEndpoint.GetBySystemName(new Storage().Region));", "class Storage { public string Region { get; set; } = \"eu-west-1\"; }");

    [Fact]
    public Task Code_that_describes_infrastructure_is_not_judged() => VerifyAsync(
        "var s3 = new AmazonS3Client(RegionEndpoint.EUWest1);", "", [("Amazon.CDK.Lib", "namespace Amazon.CDK { public class Stack { } }")]);

    private static string Client(string region) => $$"""
        using Amazon;
        using Amazon.S3;
        public class Storage
        {
            public object Open(IConfiguration configuration) => new AmazonS3Client({{region}});
        }
        """;

    [Theory]
    [InlineData("[|RegionEndpoint.EUWest1|]", "RegionEndpoint.GetBySystemName(configuration[\"AWS:Region\"] ?? \"eu-west-1\")")]
    [InlineData("[|RegionEndpoint.APSoutheast2|]", "RegionEndpoint.GetBySystemName(configuration[\"AWS:Region\"] ?? \"ap-southeast-2\")")]
    [InlineData("RegionEndpoint.GetBySystemName([|\"eu-west-1\"|])", "RegionEndpoint.GetBySystemName(configuration[\"AWS:Region\"] ?? \"eu-west-1\")")]
    [InlineData("[|RegionEndpoint.USGovCloudWest1|]", "[|RegionEndpoint.USGovCloudWest1|]")]
    public Task The_fix_reads_the_region_from_configuration(string before, string after) =>
        new FixTest<DefaultRulesAnalyzer, Spof1004CodeFix>("SPOF1004").VerifyAsync(Client(before), Client(after));
}
