using Spof.Code.Tests.Harness;
using Spof.Model;

namespace Spof.Code.Tests;

/// <summary>From C# files to the dependencies of the model.</summary>
public sealed class ClientDependencyTests
{
    private const string Web = """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>""";

    private static async Task<CodeDependency[]> Read(string program, string more = "", string project = Web)
    {
        using var repository = new Repository().With("src/Shop/Shop.csproj", project).With("src/Shop/Program.cs", program).With("src/Shop/More.cs", more);
        return [.. (await repository.ReadAsync()).Projects[0].Dependencies];
    }

    [Fact]
    public async Task A_second_provider_inline_in_the_handler_of_the_first()
    {
        var dependencies = await Read("""
            var http = new HttpClient();
            var app = WebApplication.Create(args);
            app.MapPost("/pay", async () =>
            {
                try { return (await http.PostAsync("https://api.stripe.com/v1/charges", null)).EnsureSuccessStatusCode().ToString(); }
                catch (HttpRequestException) { return (await http.PostAsync("https://api.adyen.com/v1/payments", null)).EnsureSuccessStatusCode().ToString(); }
            });
            app.Run();
            """);
        var first = Assert.Single(dependencies, d => d.Address.Endpoints[0].Host == "api.stripe.com");
        var second = Assert.Single(dependencies, d => d.Address.Endpoints[0].Host == "api.adyen.com");
        Assert.Equal((Strength.Soft, Strength.Hard), (first.Strength, second.Strength));
        Assert.Equal([first.Id], second.AlternativeTo);
        Assert.Empty(first.AlternativeTo);
    }

    [Theory]
    [InlineData("class Rates { public Task<string> Today(HttpClient http) => http.GetStringAsync(\"https://api.acme.com/today\"); }", "code:Shop/Rates")]
    [InlineData("class Rates(HttpClient http) { public Task<string> Today() => http.GetStringAsync(\"https://api.acme.com/today\"); }", "code:Shop/Rates")]
    [InlineData("static class Rates { public static Task<string> Today(this HttpClient http) => http.GetStringAsync(\"https://api.acme.com/today\"); public static Task<string> Now() => new HttpClient().Today(); }", "code:Shop/Rates")]
    [InlineData("static class Rates { public static void Map(WebApplication app) => app.MapGet(\"/\", (HttpClient http) => http.GetStringAsync(\"https://api.acme.com/today\")); }", "code:Shop/Rates")]
    public async Task An_address_called_in_full_on_a_client_that_is_handed_over_is_a_dependency(string code, string id)
    {
        var dependency = Assert.Single(await Read("WebApplication.Create(args).Run();", code));
        Assert.Equal((id, "api.acme.com", Technology.Http), (dependency.Id, Assert.Single(dependency.Address.Endpoints).Host, dependency.Technology));
        Assert.Null(dependency.Address.UnknownReason);
    }

    [Fact]
    public async Task A_client_that_is_handed_over_and_called_by_a_path_names_nothing() =>
        Assert.Empty(await Read("WebApplication.Create(args).Run();", "class Rates { public Task<string> Today(HttpClient http) => http.GetStringAsync(\"/today\"); }"));

    [Fact]
    public async Task Two_hosts_called_on_one_client_that_is_handed_over_are_two_dependencies() => Assert.Equal(
        ["api.acme.com", "api.other.com"],
        (await Read("WebApplication.Create(args).Run();", """
            class Rates
            {
                public Task<string> Today(HttpClient http) => http.GetStringAsync("https://api.acme.com/today");
                public Task<string> Past(HttpClient http) => http.GetStringAsync("https://api.other.com/past");
            }
            """)).Select(d => d.Address.Endpoints[0].Host).Order());

    private const string Clients = """
        public class Stripe(HttpClient http) { public async Task Charge() => (await http.PostAsync("v1", null)).EnsureSuccessStatusCode(); }
        public class Adyen(HttpClient http) { public async Task Charge() => (await http.PostAsync("v1", null)).EnsureSuccessStatusCode(); }
        """;

    private static Task<CodeDependency[]> ReadClients(string checkout) => Read("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient<Stripe>(c => c.BaseAddress = new Uri("https://api.stripe.com"));
        builder.Services.AddHttpClient<Adyen>(c => c.BaseAddress = new Uri("https://api.adyen.com"));
        builder.Build().Run();
        """, Clients + checkout);

    [Fact]
    public async Task A_typed_client_that_stands_in_for_another_and_one_that_is_needed_elsewhere_too()
    {
        var pair = await ReadClients("class Checkout(Stripe a, Adyen b) { public async Task Pay() { try { await a.Charge(); } catch { await b.Charge(); } } }");
        Assert.Equal([("code:Shop/Adyen", Strength.Hard, "code:Shop/Stripe"), ("code:Shop/Stripe", Strength.Soft, "")], pair.Select(d => (d.Id, d.Strength, string.Join(',', d.AlternativeTo))));

        var both = await ReadClients("""
            class Checkout(Stripe a, Adyen b) { public async Task Pay() { try { await a.Charge(); } catch { await b.Charge(); } } public Task Refund() => b.Charge(); }
            """);
        Assert.Equal([("code:Shop/Adyen", Strength.Hard, ""), ("code:Shop/Stripe", Strength.Soft, "")], both.Select(d => (d.Id, d.Strength, string.Join(',', d.AlternativeTo))));
    }

    [Fact]
    public async Task The_same_client_asked_again_stays_a_need()
    {
        var dependencies = await ReadClients("class Checkout(Stripe a, Adyen b) { public async Task Pay() { try { await a.Charge(); } catch { await a.Charge(); } await b.Charge(); } }");
        Assert.All(dependencies, d => Assert.Equal((Strength.Hard, ""), (d.Strength, string.Join(',', d.AlternativeTo))));
    }

    [Fact]
    public async Task After_the_failure_of_something_else_the_strength_is_unknown()
    {
        var dependency = Assert.Single(await Read("""
            var http = new HttpClient();
            var app = WebApplication.Create(args);
            app.MapGet("/rates", async () =>
            {
                try { return await File.ReadAllTextAsync("rates"); }
                catch (Exception) { return await http.GetStringAsync("https://api.stripe.com/v1/rates"); }
            });
            app.Run();
            """));
        Assert.Equal((Strength.Unknown, "strength"), (dependency.Strength, Assert.Single(dependency.Unknowns).What));
    }

    [Fact]
    public async Task Of_a_shared_client_the_line_that_names_the_host_comes_first()
    {
        var dependencies = await Read("""
            var app = WebApplication.Create(args);
            app.MapGet("/rates", () => Shared.Rates());
            app.Run();
            """, """
            public static class Shared
            {
                private const string Bank = "https://api.nbp.pl/rates";
                private static readonly HttpClient Http = new();
                public static async Task<string> Rates() => await Http.GetStringAsync("https://api.stripe.com/v1/rates") + await Http.GetStringAsync(Bank);
            }
            """);
        var lines = dependencies.ToDictionary(d => d.Address.Endpoints[0].Host, d => d.Evidence.Select(e => e.At.Line).ToArray());
        Assert.Equal([5, 4], lines["api.stripe.com"]);
        Assert.Equal([3, 5, 4], lines["api.nbp.pl"]);
    }

    [Theory]
    [InlineData("protected override async Task ExecuteAsync(CancellationToken token) => await Load(); private async Task Load() => await Http.GetStringAsync(\"https://api.nbp.pl/rates\");", "", Phase.Background)]
    [InlineData("protected override Task ExecuteAsync(CancellationToken token) => Task.CompletedTask; public override async Task StartAsync(CancellationToken token) => await Http.GetStringAsync(\"https://api.nbp.pl/rates\");", "", Phase.Startup)]
    [InlineData("protected override Task ExecuteAsync(CancellationToken token) => Load(); public async Task Load() => await Http.GetStringAsync(\"https://api.nbp.pl/rates\");", "app.MapGet(\"/\", (Poller p) => p.Load());", Phase.Request)]
    [InlineData("protected override async Task ExecuteAsync(CancellationToken token) => await Http.GetStringAsync(\"https://api.nbp.pl/rates\"); public static readonly HttpClient Http2 = Http;", "app.MapGet(\"/\", () => Poller.Http.GetStringAsync(\"https://api.nbp.pl/rates\"));", Phase.Background | Phase.Request)]
    public async Task Calls_inside_a_hosted_service_are_background_work(string members, string endpoint, Phase phase)
    {
        var dependency = Assert.Single(await Read($$"""
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHostedService<Poller>();
            var app = builder.Build();
            {{endpoint}}
            app.Run();
            """, $$"""
            public class Poller : BackgroundService
            {
                public static readonly HttpClient Http = new();
                {{members}}
            }
            """));
        Assert.Equal((Strength.Hard, phase), (dependency.Strength, dependency.Phase));
    }

    private const string Registrations = """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient("stripe", c => c.BaseAddress = new Uri("https://api.stripe.com"));
        builder.Services.AddHttpClient<IPay, Adyen>(c => c.BaseAddress = new Uri("https://api.adyen.com"));
        var app = builder.Build();
        """;

    private const string Adyen = """
        public interface IPay { Task Charge(); }
        public class Adyen(HttpClient http, ILogger<Adyen> log) : IPay { public async Task Charge() => await http.PostAsync("v1", null); }
        """;

    private static async Task<Dictionary<string, Strength>> Strengths(string use, string more = "") =>
        (await Read(Registrations + "\n" + use + "\napp.Run();", Adyen + more)).ToDictionary(d => d.Name, d => d.Strength);

    [Fact]
    public async Task A_registered_client_that_nothing_uses_is_no_need()
    {
        var dependencies = await Read(Registrations + "\napp.Run();", Adyen);
        Assert.Equal(["Adyen", "stripe"], dependencies.Select(d => d.Name == "IPay" ? "Adyen" : d.Name).Order());
        Assert.All(dependencies, d => Assert.Equal(
            (Strength.Unknown, $"'{d.Name}' is registered but nothing in the code that was read uses it"), (d.Strength, Assert.Single(d.Unknowns).Reason)));
    }

    [Theory]
    [InlineData("app.MapPost(\"/\", async (IPay pay) => await pay.Charge());", "")]
    [InlineData("app.MapPost(\"/\", async (IServiceProvider p) => await p.GetRequiredService<IPay>().Charge());", "")]
    [InlineData("", "class Checkout(IPay pay) { public Task Pay() => pay.Charge(); }")]
    [InlineData("", "class Checkout { public required IPay Pay { get; init; } }")]
    [InlineData("", "class Checkout { public Task Pay([Microsoft.AspNetCore.Mvc.FromServices] IPay pay) => pay.Charge(); }")]
    public async Task An_injected_typed_client_is_a_need(string use, string more)
    {
        var strengths = await Strengths(use, more);
        Assert.Equal(Strength.Hard, strengths["IPay"]);
        Assert.Equal(Strength.Unknown, strengths["stripe"]);
    }

    [Theory]
    [InlineData("app.MapPost(\"/\", async (IHttpClientFactory f) => await f.CreateClient(\"stripe\").GetStringAsync(\"v1\"));")]
    [InlineData("app.MapPost(\"/{name}\", async (IHttpClientFactory f, string name) => await f.CreateClient(name).GetStringAsync(\"v1\"));")]
    public async Task A_named_client_that_is_or_may_be_created_is_used(string use)
    {
        using var repository = new Repository().With("Shop.csproj", Web).With("Program.cs", Registrations + "\n" + use + "\napp.Run();").With("More.cs", Adyen);
        var stripe = Assert.Single((await repository.ReadAsync()).Projects[0].Dependencies, d => d.Name == "stripe");
        Assert.Empty(stripe.Unknowns);
    }

    [Fact]
    public async Task Use_in_another_project_of_the_same_process_counts()
    {
        const string Library = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup><ItemGroup><FrameworkReference Include="Microsoft.AspNetCore.App" /></ItemGroup></Project>""";
        using var repository = new Repository()
            .With("Clients/Clients.csproj", Library)
            .With("Clients/Registrations.cs", """
                using Microsoft.Extensions.DependencyInjection;
                namespace Clients;
                public class Stripe(HttpClient http) { public async Task Charge() => await http.PostAsync("v1", null); }
                public class Adyen(HttpClient http) { public async Task Charge() => await http.PostAsync("v1", null); }
                public static class Registrations
                {
                    public static void Add(IServiceCollection services)
                    {
                        services.AddHttpClient<Stripe>(c => c.BaseAddress = new Uri("https://api.stripe.com"));
                        services.AddHttpClient<Adyen>(c => c.BaseAddress = new Uri("https://api.adyen.com"));
                        services.AddHttpClient("mollie", c => c.BaseAddress = new Uri("https://api.mollie.com"));
                    }
                }
                """)
            .With("Work/Work.csproj", Library)
            .With("Work/Refund.cs", "public class Refund(IHttpClientFactory factory) { public Task Pay() => factory.CreateClient(\"mollie\").GetStringAsync(\"v1\"); }")
            .With("Shop/Shop.csproj", Web.Replace("</Project>", """<ItemGroup><ProjectReference Include="..\Clients\Clients.csproj" /><ProjectReference Include="..\Work\Work.csproj" /></ItemGroup></Project>""", StringComparison.Ordinal))
            .With("Shop/Program.cs", """
                var builder = WebApplication.CreateBuilder(args);
                Clients.Registrations.Add(builder.Services);
                var app = builder.Build();
                app.MapPost("/", async (Clients.Stripe stripe) => await stripe.Charge());
                app.Run();
                """);
        var clients = (await repository.ReadAsync()).Projects.SelectMany(p => p.Dependencies).ToArray();
        Assert.All(clients, d => Assert.StartsWith("code:Shop/", d.Id, StringComparison.Ordinal));
        Assert.Equal([("Adyen", 1), ("Stripe", 0), ("mollie", 0)], clients.Select(d => (d.Name, d.Unknowns.Length)).OrderBy(d => d.Name, StringComparer.Ordinal));
    }

    private static Task<CodeDependency[]> ReadHedged(string routing, string charge = "(await http.PostAsync(\"v1\", null)).EnsureSuccessStatusCode()") => Read($$"""
        using Microsoft.Extensions.Http.Resilience;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient<Stripe>(c => c.BaseAddress = new Uri("https://api.stripe.com")).AddStandardHedgingHandler({{routing}});
        var app = builder.Build();
        app.MapGet("/", (Stripe s) => s.Charge());
        app.Run();
        class Stripe(HttpClient http) { public async Task Charge() { {{charge}}; } }
        """, project: Web.Replace("</Project>", """<ItemGroup><PackageReference Include="Microsoft.Extensions.Http.Resilience" Version="10.0.0" /></ItemGroup></Project>""", StringComparison.Ordinal));

    private const string TwoVendors = """
        r => r.ConfigureOrderedGroups(o =>
        {
            o.Groups.Add(new() { Endpoints = { new() { Uri = new Uri("https://api.stripe.com") } } });
            o.Groups.Add(new() { Endpoints = { new() { Uri = new Uri(builder.Configuration["Payments:Second"]!) } } });
        })
        """;

    [Theory]
    [InlineData("Ordered")]
    [InlineData("Weighted")]
    public async Task Hedging_over_two_hosts_needs_one_of_them(string groups)
    {
        var dependencies = await ReadHedged(TwoVendors.Replace("Ordered", groups, StringComparison.Ordinal));
        var first = Assert.Single(dependencies, d => d.Address.Endpoints is [{ Host: "api.stripe.com" }]);
        var second = Assert.Single(dependencies, d => d.Address.Key == "Payments:Second");
        Assert.Equal(2, dependencies.Length);
        Assert.Equal((Strength.Soft, Strength.Hard), (first.Strength, second.Strength));
        Assert.Equal([first.Id], second.AlternativeTo);
        Assert.True(second.Resilience.HasHedging);
    }

    [Fact]
    public async Task Hedging_over_hosts_that_are_not_known_leaves_the_strength_open()
    {
        var dependency = Assert.Single(await ReadHedged("r => r.ConfigureOrderedGroups(builder.Configuration.GetSection(\"Payments\"))"));
        Assert.Equal(Strength.Unknown, dependency.Strength);
        Assert.Contains("configuration section", Assert.Single(dependency.Unknowns).Reason, StringComparison.Ordinal);
        dependency = Assert.Single(await ReadHedged("r => r.ConfigureOrderedGroups(o => { foreach (var u in new[] { \"https://a.com\" }) { o.Groups.Add(new() { Endpoints = { new() { Uri = new Uri(u) } } }); } })"));
        Assert.Equal(Strength.Unknown, dependency.Strength);
    }

    [Fact]
    public async Task Hedging_without_groups_asks_the_one_host_again()
    {
        var dependency = Assert.Single(await ReadHedged(""));
        Assert.Equal((Strength.Hard, "api.stripe.com"), (dependency.Strength, dependency.Address.Endpoints[0].Host));
    }

    [Fact]
    public async Task Hedging_whose_groups_name_one_host_asks_that_host()
    {
        var dependency = Assert.Single(await ReadHedged("""r => r.ConfigureOrderedGroups(o => o.Groups.Add(new() { Endpoints = { new() { Uri = new Uri("https://api.adyen.com") } } }))"""));
        Assert.Equal((Strength.Hard, "api.adyen.com"), (dependency.Strength, dependency.Address.Endpoints[0].Host));
    }

    private static Task<CodeDependency[]> ReadClass(string type, string use = "") => Read($$"""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient("rates", c => c.BaseAddress = new Uri("https://api.rates.com"));
        {{use}}
        builder.Build().Run();
        """, type);

    [Fact]
    public async Task A_call_in_a_class_that_nothing_uses_leaves_the_strength_open()
    {
        var dependency = Assert.Single(await ReadClass("class Dead(IHttpClientFactory f) { public Task<string> Get() => f.CreateClient(\"rates\").GetStringAsync(\"x\"); }"));
        Assert.Equal(Strength.Unknown, dependency.Strength);
        Assert.Equal("nothing in the code that was read uses 'Dead'", Assert.Single(dependency.Unknowns).Reason);
    }

    [Theory]
    [InlineData("class Live(IHttpClientFactory f) { public Task<string> Get() => f.CreateClient(\"rates\").GetStringAsync(\"x\"); }", "builder.Services.AddScoped<Live>();")]
    [InlineData("class Live(IHttpClientFactory f) { public Task<string> Get() => f.CreateClient(\"rates\").GetStringAsync(\"x\"); } class User { Live? x; }", "")]
    [InlineData("class RatesController(IHttpClientFactory f) { public Task<string> Get() => f.CreateClient(\"rates\").GetStringAsync(\"x\"); }", "")]
    [InlineData("class Found(IHttpClientFactory f) : IDisposable { public void Dispose() { } public Task<string> Get() => f.CreateClient(\"rates\").GetStringAsync(\"x\"); }", "")]
    [InlineData("static class Extended { public static Task<string> Get(this IHttpClientFactory f) => f.CreateClient(\"rates\").GetStringAsync(\"x\"); }", "")]
    [InlineData("class Function(IHttpClientFactory f) { [System.ComponentModel.Description(\"x\")] public Task<string> Get() => f.CreateClient(\"rates\").GetStringAsync(\"x\"); }", "")]
    public async Task A_call_in_a_class_that_is_named_or_may_be_found_is_a_need(string type, string use) =>
        Assert.Equal(Strength.Hard, Assert.Single(await ReadClass(type, use)).Strength);

    [Fact]
    public async Task Code_that_throws_for_reasons_that_it_does_not_show_leaves_the_strength_open()
    {
        var dependency = Assert.Single(await ReadClass("""
            class Live(IHttpClientFactory f)
            {
                private string? _last;
                public async Task<string> Get()
                {
                    try { _last = await f.CreateClient("rates").GetStringAsync("x"); } catch (HttpRequestException) { }
                    return _last ?? throw new InvalidOperationException();
                }
            }
            """, "builder.Services.AddScoped<Live>();"));
        Assert.Equal(Strength.Unknown, dependency.Strength);
        Assert.Contains("goes on when 'rates' fails", Assert.Single(dependency.Unknowns).Reason, StringComparison.Ordinal);
    }
}
