using SpofAnalyzers.Facts;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Http;

public sealed class EndpointSinksTests
{
    /// <summary>Declarations of libraries that the tests do not reference.</summary>
    private const string Libraries = """
        namespace MailKit { public abstract class MailService { public abstract System.Threading.Tasks.Task ConnectAsync(string host, int port); } }
        namespace MailKit.Net.Smtp
        {
            public class SmtpClient : MailService { public override System.Threading.Tasks.Task ConnectAsync(string host, int port) => System.Threading.Tasks.Task.CompletedTask; }
        }
        namespace RestSharp { public class RestClient(string baseUrl) { public string BaseUrl => baseUrl; } }
        namespace Amazon.Runtime { public abstract class ClientConfig { public string? ServiceURL { get; set; } } }
        namespace Amazon.S3 { public class AmazonS3Config : Amazon.Runtime.ClientConfig; }
        namespace Renci.SshNet { public class SftpClient(string host, string user) { public string Text => host + user; } }
        """;

    private static IReadOnlyList<EndpointSink> Of(params string[] sources)
    {
        var (context, trees) = Clients.Context(FactOptions.Default, sources);
        return EndpointSinks.Extract(context, trees, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("await new MailKit.Net.Smtp.SmtpClient().ConnectAsync(\"smtp.shop.com\", 25);", "smtp")]
    [InlineData("Grpc.Net.Client.GrpcChannel.ForAddress(\"https://grpc.shop.com\");", "grpc")]
    [InlineData("var c = new RestSharp.RestClient(\"https://orders.shop.com\");", "http")]
    [InlineData("var c = new Amazon.S3.AmazonS3Config { ServiceURL = \"https://s3.shop.com\" };", "http")]
    [InlineData("var c = new Renci.SshNet.SftpClient(\"files.shop.com\", \"app\");", "sftp")]
    [InlineData("var c = new Npgsql.NpgsqlConnection(\"Host=pg.shop.com\");", "postgresql")]
    [InlineData("System.Net.Sockets.TcpClient c = new(\"legacy.shop.com\", 1);", "tcp")]
    public void Every_API_is_found_by_name_and_symbol(string statement, string kind)
    {
        var sink = Assert.Single(Of(statement + "\nawait Task.Yield();", Libraries));
        Assert.Equal((kind, AddressSource.Literal), (sink.DependencyKind, sink.Address.Source));
    }

    [Fact]
    public void Names_without_the_type_are_no_sinks() => Assert.Empty(Of("""
        Connect("https://orders.shop.com");
        var request = new Request("https://orders.shop.com") { BaseAddress = "https://orders.shop.com" };
        static void Connect(string host) { }
        class Request(string requestUri) { public string BaseAddress { get; set; } = requestUri; }
        """));

    [Fact]
    public void A_constant_of_several_sinks_is_one_finding()
    {
        var (context, trees) = Clients.Context(FactOptions.Default, """
            const string Orders = "https://orders.shop.com";
            var http = new HttpClient { BaseAddress = new Uri(Orders) };
            await http.GetAsync(Orders);
            """);
        var sinks = EndpointSinks.Extract(context, trees, TestContext.Current.CancellationToken);
        Assert.Equal(2, sinks.Count);
        var finding = Assert.Single(Spof1001.Judge(sinks, context));
        Assert.Equal(sinks[0].Location, Assert.Single(finding.AdditionalLocations));
    }

    [Fact]
    public async Task Extraction_and_analyzer_agree()
    {
        const string program = """
            var http = new HttpClient { BaseAddress = new Uri("https://orders.shop.com") };
            await http.GetAsync("https://api.warehouse-partner.de/stock");
            using var mail = new System.Net.Mail.SmtpClient("smtp.shop.com");
            var configured = new System.Net.Mail.SmtpClient(args[0]);
            """;
        var (context, trees) = Clients.Context(FactOptions.Default, program);
        var extracted = Spof1001.Judge(EndpointSinks.Extract(context, trees, TestContext.Current.CancellationToken), context);
        var reported = await new RuleTest { Analyzer = new Spof1001Analyzer() }.RunAsync(program);
        Assert.Equal(reported.Select(d => d.Location.SourceSpan), extracted.Select(f => f.Location.SourceSpan));
        Assert.Equal(3, reported.Length);
    }
}
