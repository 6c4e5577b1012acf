using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof3007Tests
{
    private const string Usings = "using System.Net.Sockets; using Polly; using Microsoft.Extensions.Http.Resilience; using RestSharp;\n";

    private static Task VerifyAsync(string statements, string members) => new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = Spof3007.Id }.VerifyAsync(
        Usings + "var builder = WebApplication.CreateBuilder(args);\n" + statements + "\nclass Stock(HttpClient http) { public HttpClient Http => http; " + members + " }");

    private static Task Client(string configure, string chain, string members) => VerifyAsync($"builder.Services.AddHttpClient<Stock>(c => {configure}){chain};", members);

    private const string Get = "public Task<string> Get() => http.GetStringAsync(\"/\");";

    [Theory]
    [InlineData("[|c.Timeout = Timeout.InfiniteTimeSpan|]", "")]
    [InlineData("[|c.Timeout = System.Threading.Timeout.InfiniteTimeSpan|]", ".SetHandlerLifetime(TimeSpan.FromMinutes(3))")]
    [InlineData("[|c.Timeout = TimeSpan.FromMilliseconds(-1)|]", "")]
    [InlineData("[|c.Timeout = TimeSpan.FromMilliseconds(Timeout.Infinite)|]", "")]
    [InlineData("[|c.Timeout = TimeSpan.FromHours(48)|]", "")]
    [InlineData("[|c.Timeout = Timeout.InfiniteTimeSpan|]", ".AddTransientHttpErrorPolicy(p => p.RetryAsync(2))")]
    public Task A_client_without_any_limit_is_reported(string configure, string chain) => Client(configure, chain, Get);

    [Theory]
    [InlineData("public Task Post() => http.PostAsync(\"/\", null);")]
    [InlineData("public Task<string> Get() => http.GetStringAsync(\"/\", CancellationToken.None);")]
    public Task Any_call_that_nothing_limits_shows_it(string members) => Client("[|c.Timeout = Timeout.InfiniteTimeSpan|]", "", members);

    [Theory]
    [InlineData("static readonly HttpClient Shared = new() { [|Timeout = Timeout.InfiniteTimeSpan|] }; public Task<string> Get() => Shared.GetStringAsync(\"http://stock/\");")]
    [InlineData("public RestClientOptions Options() => new(\"http://stock\") { [|Timeout = Timeout.InfiniteTimeSpan|] };")]
    [InlineData("public void Read() { using var tcp = [|new TcpClient(\"stock\", 9100)|]; using var reader = new StreamReader(tcp.GetStream()); Console.WriteLine(reader.ReadLine()); }")]
    [InlineData("public async Task Read() { var tcp = [|new TcpClient()|]; await tcp.ConnectAsync(\"stock\", 9100); var stream = tcp.GetStream(); var read = await stream.ReadAsync(new byte[8]); }")]
    public Task Other_connections_without_limit_are_reported(string members) => VerifyAsync("builder.Build().Run();", members);

    [Theory]
    [InlineData("c.Timeout = TimeSpan.FromSeconds(5)", "", Get)]
    [InlineData("c.Timeout = Timeout.InfiniteTimeSpan", ".AddStandardResilienceHandler()", Get)]
    [InlineData("c.Timeout = Timeout.InfiniteTimeSpan", ".AddResilienceHandler(\"own\", b => b.AddTimeout(TimeSpan.FromSeconds(2)))", Get)]
    [InlineData("c.Timeout = Timeout.InfiniteTimeSpan", ".AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(5))", Get)]
    [InlineData("c.Timeout = Timeout.InfiniteTimeSpan", ".AddPolicyHandlerFromRegistry(\"any\")", Get)]
    [InlineData("c.Timeout = Timeout.InfiniteTimeSpan", "", "public Task<string> Get(CancellationToken stop) => http.GetStringAsync(\"/\", stop);")]
    [InlineData("c.Timeout = Timeout.InfiniteTimeSpan", "", "public Task<string> Get() => http.GetStringAsync(\"/\").WaitAsync(TimeSpan.FromSeconds(3));")]
    [InlineData("c.Timeout = Timeout.InfiniteTimeSpan", "", "public Task Get() => http.GetAsync(\"/\", HttpCompletionOption.ResponseHeadersRead);")]
    [InlineData("c.Timeout = Timeout.InfiniteTimeSpan", "", "public Task<Stream> Get() => http.GetStreamAsync(\"/\");")]
    [InlineData("c.Timeout = Timeout.InfiniteTimeSpan", "", "public Task<string> Get() { http.DefaultRequestHeaders.Add(\"Accept\", \"text/event-stream\"); return http.GetStringAsync(\"/\"); }")]
    [InlineData("c.Timeout = Timeout.InfiniteTimeSpan", "", "")]
    public Task A_limit_or_a_stream_is_not(string configure, string chain, string members) => Client(configure, chain, members);

    [Theory]
    [InlineData("public void Read() { using var tcp = new TcpClient(\"stock\", 9100) { ReceiveTimeout = 2000 }; Console.WriteLine(new StreamReader(tcp.GetStream()).ReadLine()); }")]
    [InlineData("public async Task Read(CancellationToken stop) { using var tcp = new TcpClient(\"stock\", 9100); var read = await tcp.GetStream().ReadAsync(new byte[8], stop); }")]
    [InlineData("public bool IsOpen() { using var tcp = new TcpClient(\"stock\", 9100); return tcp.Connected; }")]
    [InlineData("public RestClientOptions Options() => new(\"http://stock\") { Timeout = TimeSpan.FromSeconds(3) };")]
    public Task Other_connections_with_limit_are_not(string members) => VerifyAsync("builder.Build().Run();", members);
}
