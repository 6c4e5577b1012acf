using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Tests.Facts;

/// <summary>Clients of document stores, search engines, brokers and cloud services, with the address that their settings carry.</summary>
public sealed class ClientConnectionsTests
{
    private const string Builder = """
        using Amazon;
        using Amazon.S3;
        using Azure.Storage.Blobs;
        using Confluent.Kafka;
        using MongoDB.Driver;
        using NATS.Client.Core;
        var builder = WebApplication.CreateBuilder(args);
        var services = builder.Services;
        var configuration = builder.Configuration;

        """;

    private static IReadOnlyList<ConnectionFact> Facts(string body, string types = "") => new FactProbe(Builder + body + "\n" + types).Connections;

    private static string Show(ConnectionFact f) => $"{f.Technology} {f.Name} {f.Address.Key ?? f.Address.Text ?? f.Address.UnknownReason}";

    [Theory]
    [InlineData("var c = new MongoClient(configuration.GetConnectionString(\"Catalog\"));", "MongoDb Catalog ConnectionStrings:Catalog")]
    [InlineData("services.AddSingleton<IMongoClient>(_ => new MongoClient(\"mongodb://mongo:27017\"));", "MongoDb MongoDb mongodb://mongo:27017")]
    [InlineData("services.AddSingleton<IMongoClient>(sp => new MongoClient(sp.GetRequiredService<IOptions<MongoOptions>>().Value.Url)); services.Configure<MongoOptions>(configuration.GetSection(\"Mongo\"));", "MongoDb Mongo Mongo:Url")]
    [InlineData("var s = MongoClientSettings.FromConnectionString(configuration[\"Mongo:Url\"]); s.RetryWrites = true; var c = new MongoClient(s);", "MongoDb Mongo Mongo:Url")]
    [InlineData("var c = new MongoClient(MongoClientSettings.FromUrl(MongoUrl.Create(\"mongodb://a,b/?replicaSet=rs\")));", "MongoDb MongoDb mongodb://a,b/?replicaSet=rs")]
    [InlineData("var c = new MongoClient(new MongoClientSettings { Server = new MongoServerAddress(\"mongo\", 27017) });", "MongoDb MongoDb mongo")]
    [InlineData("var c = new MongoClient(new MongoClientSettings { Servers = [new MongoServerAddress(\"m1\"), new MongoServerAddress(\"m2\")] });", "MongoDb MongoDb m1,m2")]
    [InlineData("var c = new MongoClient();", "MongoDb MongoDb the client is not told a host here")]
    [InlineData("var c = new ProducerConfig { BootstrapServers = configuration[\"Kafka:Servers\"] };", "Kafka Kafka Kafka:Servers")]
    [InlineData("ConsumerConfig c = new() { BootstrapServers = \"k1:9092,k2:9092\" };", "Kafka Kafka k1:9092,k2:9092")]
    [InlineData("var c = new ProducerConfig(); c.BootstrapServers = \"kafka:9092\"; using var p = new ProducerBuilder<string, string>(c).Build();", "Kafka Kafka kafka:9092")]
    [InlineData("using var p = new ProducerBuilder<string, string>(new ProducerConfig { BootstrapServers = \"kafka:9092\" }).Build();", "Kafka Kafka kafka:9092")]
    [InlineData("using var p = new ProducerBuilder<string, string>(new Dictionary<string, string> { [\"bootstrap.servers\"] = \"kafka:9092\" }).Build();", "Kafka Kafka kafka:9092")]
    [InlineData("using var p = new ProducerBuilder<string, string>(configuration.GetSection(\"Kafka\").Get<ProducerConfig>()).Build();", "Kafka Kafka Kafka:BootstrapServers")]
    [InlineData("services.Configure<ProducerConfig>(configuration.GetSection(\"Bus\")); services.AddSingleton(sp => new ProducerBuilder<string, string>(sp.GetRequiredService<IOptions<ProducerConfig>>().Value).Build());", "Kafka Bus Bus:BootstrapServers")]
    [InlineData("var c = new BlobServiceClient(configuration.GetConnectionString(\"Files\"));", "AzureStorage Files ConnectionStrings:Files")]
    [InlineData("var c = new BlobContainerClient(new Uri(\"https://acme.blob.core.windows.net/files\"));", "AzureStorage AzureStorage https://acme.blob.core.windows.net/files")]
    [InlineData("var c = new AmazonS3Client(RegionEndpoint.EUWest1);", "S3 S3 s3.eu-west-1.amazonaws.com")]
    [InlineData("var c = new AmazonS3Client(new AmazonS3Config { RegionEndpoint = RegionEndpoint.APSoutheast2 });", "S3 S3 s3.ap-southeast-2.amazonaws.com")]
    [InlineData("var c = new AmazonS3Client(\"key\", \"secret\", new AmazonS3Config { ServiceURL = configuration[\"S3:Url\"] });", "S3 S3 S3:Url")]
    [InlineData("var c = new AmazonS3Client(RegionEndpoint.GetBySystemName(\"us-east-1\"));", "S3 S3 s3.us-east-1.amazonaws.com")]
    [InlineData("var c = new AmazonS3Client(\"key\", \"secret\");", "S3 S3 the region is set outside of the code")]
    [InlineData("services.AddAWSService<IAmazonS3>();", "S3 S3 the region is set outside of the code")]
    [InlineData("services.AddAWSService<IAmazonS3>(new Amazon.Extensions.NETCore.Setup.AWSOptions { Region = RegionEndpoint.CNNorth1 });", "S3 S3 s3.cn-north-1.amazonaws.com.cn")]
    [InlineData("await using var c = new NatsConnection(new NatsOpts { Url = \"nats://n1:4222,nats://n2:4222\" });", "Nats Nats nats://n1:4222,nats://n2:4222")]
    [InlineData("await using var c = new NatsConnection(NatsOpts.Default with { Url = configuration[\"Nats:Url\"]! });", "Nats Nats Nats:Url")]
    public void A_client_is_a_connection_to_what_its_settings_name(string body, string expected) =>
        Assert.Equal(expected, Show(Assert.Single(Facts(body, "class MongoOptions { public string Url { get; set; } = \"\"; }"))));

    [Theory]
    [InlineData("var c = new ProducerConfig { Acks = Acks.All };")]
    [InlineData("var c = MongoClientSettings.FromConnectionString(\"mongodb://mongo\");")]
    [InlineData("var c = new MongoUrl(\"mongodb://mongo\");")]
    [InlineData("var c = RegionEndpoint.EUWest1;")]
    [InlineData("if (builder.Environment.IsDevelopment()) { services.AddSingleton(new MongoClient(\"mongodb://mongo\")); }", true)]
    public void Settings_alone_and_what_only_development_has_are_no_connection_that_counts(string body, bool isDevelopment = false) =>
        Assert.Equal(isDevelopment ? 1 : 0, Facts(body).Count(f => f.IsDevelopmentOnly == isDevelopment));

    [Fact]
    public void A_type_of_the_same_name_in_another_namespace_is_no_client() =>
        Assert.Empty(new FactProbe("var c = new Acme.MongoClient(\"mongodb://mongo\"); namespace Acme { class MongoClient(string url) { public string Url => url; } }").Connections);

    [Fact]
    public void A_client_made_in_a_hosted_service_is_needed_by_background_work() =>
        Assert.Equal(UsePhase.Background, Assert.Single(Facts("services.AddHostedService<Reader>();", """
            class Reader(IConfiguration configuration) : BackgroundService
            {
                protected override Task ExecuteAsync(System.Threading.CancellationToken token)
                {
                    var config = new ConsumerConfig { GroupId = "g", BootstrapServers = configuration["Kafka"] };
                    using var consumer = new ConsumerBuilder<string, string>(config).Build();
                    return Task.CompletedTask;
                }
            }
            """)).Phase);

    [Fact]
    public void Every_technology_of_the_table_is_named_by_its_library()
    {
        foreach (var (name, _, api) in ClientApis.All())
        {
            Assert.True(api.Technology > StoreTechnology.RabbitMq, name);
            Assert.NotSame(NamedLibrary.Of(StoreTechnology.RabbitMq), NamedLibrary.Of(api.Technology));
        }
    }
}
