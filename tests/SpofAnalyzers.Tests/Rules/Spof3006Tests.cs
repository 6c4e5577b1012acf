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

    private static Task VerifyAsync(string members) => VerifyProgramAsync(Program(members));

    private static Task VerifyProgramAsync(string program) => new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = Spof3006.Id }.VerifyAsync(program);

    private static string Registered(string registration, string members) => $$"""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.{{registration}};
        builder.Build().Run();
        class Prices
        {
            {{members}}
        }
        """;

    [Theory]
    [InlineData("AddSingleton<Prices>()", "readonly HttpClient _client = [|new()|];")]
    [InlineData("AddSingleton<Prices>()", "HttpClient Client { get; } = [|new HttpClient()|];")]
    [InlineData("AddSingleton<Prices>()", "readonly HttpClient _client; public Prices() => _client = [|new HttpClient(new HttpClientHandler())|];")]
    [InlineData("AddSingleton(new Prices())", "readonly HttpClient _client = [|new()|];")]
    [InlineData("AddSingleton([|new HttpClient()|])", "")]
    [InlineData("AddSingleton(_ => [|new HttpClient { BaseAddress = new Uri(\"http://prices\") }|])", "")]
    public Task A_client_that_a_singleton_holds_is_reported(string registration, string members) => VerifyProgramAsync(Registered(registration, members));

    [Theory]
    [InlineData("AddScoped<Prices>()", "readonly HttpClient _client = new();")]
    [InlineData("AddTransient<Prices>()", "readonly HttpClient _client = new();")]
    [InlineData("AddSingleton<Prices>()", "readonly HttpClient _client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });")]
    [InlineData("AddSingleton<Prices>()", "readonly HttpClient _client; public Prices(HttpMessageHandler handler) => _client = new HttpClient(handler);")]
    [InlineData("AddSingleton<Prices>()", "public async Task<string> Get() { using var client = new HttpClient(); return await client.GetStringAsync(\"http://prices\"); }")]
    [InlineData("AddScoped(_ => new HttpClient())", "")]
    public Task A_client_that_does_not_live_long_is_not(string registration, string members) => VerifyProgramAsync(Registered(registration, members));

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
