using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof3006Tests
{
    private static string Program(string members) => $$"""
        var builder = WebApplication.CreateBuilder(args);
        builder.Build().Run();
        class Prices
        {
            {{members}}
        }
        """;

    private static Task VerifyAsync(string members) => new RuleTest { Analyzer = new DefaultRulesAnalyzer() }.VerifyAsync(Program(members));

    [Theory]
    [InlineData("static readonly HttpClient Client = [|new HttpClient()|];")]
    [InlineData("static readonly HttpClient Client = [|new()|];")]
    [InlineData("static HttpClient Client { get; } = [|new() { BaseAddress = new Uri(\"http://prices\") }|];")]
    [InlineData("static readonly HttpClient Client = [|new HttpClient(new HttpClientHandler())|];")]
    [InlineData("static readonly HttpClient Client = [|new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 10 })|];")]
    [InlineData("static HttpClient? _client; void Start() { _client = [|new HttpClient()|]; }")]
    public Task A_static_client_without_connection_lifetime_is_reported(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("static readonly HttpClient Client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });")]
    [InlineData("static readonly HttpClient Client = Make(); static HttpClient Make() => new HttpClient();")]
    [InlineData("static HttpClient Of(HttpMessageHandler handler) => new HttpClient(handler);")]
    [InlineData("static HttpMessageHandler Own() => null!; static readonly HttpClient Client = new HttpClient(Own());")]
    [InlineData("async Task<string> Get() { using var client = new HttpClient(); return await client.GetStringAsync(\"http://prices\"); }")]
    [InlineData("readonly HttpClient _client = new HttpClient();")]
    public Task Others_are_not(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("[|new HttpClient()|]", "new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) })")]
    [InlineData("[|new()|]", "new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) })")]
    [InlineData("[|new HttpClient { MaxResponseContentBufferSize = 1 }|]", "new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) }) { MaxResponseContentBufferSize = 1 }")]
    [InlineData("[|new HttpClient(new HttpClientHandler())|]", "[|new HttpClient(new HttpClientHandler())|]")]
    public Task The_fix_renews_connections(string before, string after) =>
        new FixTest<DefaultRulesAnalyzer, Spof3006CodeFix>("SPOF3006").VerifyAsync(
            Program($"static readonly HttpClient Client = {before};"), Program($"static readonly HttpClient Client = {after};"));
}
