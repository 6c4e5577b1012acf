using Spof.Code.Tests.Harness;
using Spof.Model;

namespace Spof.Code.Tests;

/// <summary>Facts whose parts stand in several projects of one scan.</summary>
public sealed class WholeSolutionTests
{
    private const string Properties = "<PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>";

    private static string Reference(string[] to) => $"<ItemGroup>{string.Concat(to.Select(t => $"<ProjectReference Include=\"../{t}/{t}.csproj\" />"))}</ItemGroup>";

    private static string Web(params string[] to) => $"<Project Sdk=\"Microsoft.NET.Sdk.Web\">{Properties}{Reference(to)}</Project>";

    private static string Library(params string[] to) => $"""
        <Project Sdk="Microsoft.NET.Sdk">{Properties}{Reference(to)}<ItemGroup><FrameworkReference Include="Microsoft.AspNetCore.App" />
        <PackageReference Include="Microsoft.Extensions.Http.Resilience" Version="9.0.0" /><PackageReference Include="Npgsql.EntityFrameworkCore.PostgreSQL" Version="9.0.0" /><PackageReference Include="Polly" Version="8.0.0" />
        </ItemGroup><ItemGroup><Using Include="Microsoft.Extensions.DependencyInjection" /><Using Include="Microsoft.Extensions.Configuration" /><Using Include="Microsoft.Extensions.Hosting" /></ItemGroup></Project>
        """;

    private static Repository Solution(string program, string library, string more = "") => new Repository()
        .With("Shop/Shop.csproj", Web("Platform")).With("Shop/Program.cs", program).With("Shop/More.cs", more)
        .With("Platform/Platform.csproj", Library()).With("Platform/Platform.cs", library);

    private static async Task<CodeProject> Read(Repository repository, string project = "code:Shop")
    {
        using (repository)
        {
            var model = await repository.ReadAsync();
            Assert.DoesNotContain(model.Gaps, g => g.Kind == GapKind.Error);
            return Assert.Single(model.Projects, p => p.Id == project);
        }
    }

    private static string Show(CodeDependency dependency) =>
        $"{dependency.Id} {dependency.Address.Key ?? dependency.Address.Endpoints.FirstOrDefault()?.Host} {dependency.Strength}";

    private const string CatalogUser = """
        public class Catalog(HttpClient http) { public async Task<string> Get() => await http.GetStringAsync("items"); }
        """;

    [Theory]
    [InlineData("builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());", true)]
    [InlineData("Harden(builder);", true)]
    [InlineData("builder.Services.AddHealthChecks();", false)]
    [InlineData("builder.Services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler<Silent>());", false)]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler()); }", false)]
    public async Task The_body_of_the_service_defaults_decides_whether_clients_are_resilient(string body, bool isResilient)
    {
        var shop = await Read(Solution("""
            var builder = WebApplication.CreateBuilder(args);
            builder.AddServiceDefaults();
            builder.Services.AddHttpClient<Catalog>(c => c.BaseAddress = new Uri("https://api.stripe.com"));
            var app = builder.Build();
            app.MapGet("/", (Catalog c) => c.Get());
            app.Run();
            """, $$"""
            public static class Defaults
            {
                public static IHostApplicationBuilder AddServiceDefaults(this IHostApplicationBuilder builder)
                {
                    {{body}}
                    return builder;
                }
                private static void Harden(IHostApplicationBuilder builder) =>
                    builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
            }
            public class Silent : DelegatingHandler;
            """, CatalogUser));
        Assert.Equal(isResilient, Assert.Single(shop.Dependencies).Resilience.HasRetry);
    }

    [Fact]
    public async Task Service_defaults_of_another_project_that_the_program_does_not_call_do_nothing()
    {
        var shop = await Read(Solution("""
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient<Catalog>(c => c.BaseAddress = new Uri("https://api.stripe.com"));
            builder.Build().Run();
            """, """
            public static class Defaults
            {
                public static void AddServiceDefaults(this IHostApplicationBuilder builder) =>
                    builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
            }
            """, CatalogUser + " class Use(Catalog c) { public Task<string> Get() => c.Get(); }"));
        Assert.False(Assert.Single(shop.Dependencies).Resilience.HasRetry);
    }

    private static Repository TwoShops(string library, string first, string second) => new Repository()
        .With("Shop/Shop.csproj", Web("Platform")).With("Shop/Program.cs", first)
        .With("Billing/Billing.csproj", Web("Platform")).With("Billing/Program.cs", second)
        .With("Platform/Platform.csproj", Library()).With("Platform/Platform.cs", library);

    private static string Program(string setup, string endpoint = "") => $"""
        var builder = WebApplication.CreateBuilder(args);
        {setup}
        var app = builder.Build();
        {endpoint}
        app.Run();
        """;

    private static async Task<string[]> Dependencies(Repository repository)
    {
        using (repository)
        {
            var model = await repository.ReadAsync();
            Assert.DoesNotContain(model.Gaps, g => g.Kind == GapKind.Error);
            return [.. model.Projects.SelectMany(p => p.Dependencies).Select(Show)];
        }
    }

    private const string CatalogClient = """
        public interface ICatalog { Task<string> Get(); }
        public class Catalog(HttpClient http) : ICatalog { public async Task<string> Get() => await http.GetStringAsync("items"); }
        public static class Registration
        {
            public static IServiceCollection AddCatalogClient(this IServiceCollection services, IConfiguration configuration, string key = "Catalog")
            {
                services.AddHttpClient<ICatalog, Catalog>(c => c.BaseAddress = new Uri(configuration[key + ":Url"]!));
                return services;
            }
        }
        """;

    [Fact]
    public async Task A_client_that_a_library_registers_belongs_to_each_program_that_asks_for_it_with_its_own_key()
    {
        Assert.Equal(
            ["code:Billing/ICatalog Prices:Url Hard", "code:Shop/ICatalog Catalog:Url Hard"],
            await Dependencies(TwoShops(
                CatalogClient,
                Program("builder.Services.AddCatalogClient(builder.Configuration);", "app.MapGet(\"/\", (ICatalog c) => c.Get());"),
                Program("builder.Services.AddCatalogClient(builder.Configuration, \"Prices\");", "app.MapGet(\"/\", (ICatalog c) => c.Get());"))));
    }

    [Fact]
    public async Task A_program_that_does_not_call_for_the_registration_does_not_depend_on_it()
    {
        Assert.Equal(
            ["code:Shop/ICatalog Catalog:Url Hard"],
            await Dependencies(TwoShops(CatalogClient, Program("builder.Services.AddCatalogClient(builder.Configuration);", "app.MapGet(\"/\", (ICatalog c) => c.Get());"), Program(""))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("public class Module { public void Load(IServiceCollection s, IConfiguration c) => s.AddCatalogClient(c); }")]
    public async Task A_registration_that_no_program_or_the_library_itself_calls_stays_with_the_library(string more)
    {
        var found = await Dependencies(TwoShops(CatalogClient + more, Program(more.Length > 0 ? "builder.Services.AddCatalogClient(builder.Configuration);" : ""), Program("")));
        Assert.StartsWith("code:Platform/ICatalog ", Assert.Single(found), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generic_wrapper_registers_what_its_callers_name()
    {
        Assert.Equal(
            ["code:Shop/Catalog Services:Catalog Hard", "code:Shop/Prices Services:Prices Hard"],
            await Dependencies(Solution(
                Program("""
                    builder.Services.AddApi<Catalog>(builder.Configuration, "Catalog");
                    builder.Services.AddApi<Prices>(builder.Configuration, "Prices");
                    """, "app.MapGet(\"/\", async (Catalog c, Prices p) => await c.Get() + await p.Get());"),
                """
                public static class Registration
                {
                    public static void AddApi<TClient>(this IServiceCollection services, IConfiguration configuration, string name) where TClient : class =>
                        services.AddHttpClient<TClient>(c => c.BaseAddress = new Uri(configuration.GetSection("Services")[name]!));
                }
                """,
                CatalogUser + CatalogUser.Replace("Catalog", "Prices", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_chain_of_set_up_methods_over_three_projects_leads_to_the_program_that_starts_it()
    {
        using var repository = new Repository()
            .With("Shop/Shop.csproj", Web("Infrastructure")).With("Shop/Program.cs", Program("builder.AddInfrastructure();", "app.MapGet(\"/\", (ICatalog c) => c.Get());"))
            .With("Infrastructure/Infrastructure.csproj", Library("Platform"))
            .With("Infrastructure/Setup.cs", """
                public static class Setup
                {
                    public static void AddInfrastructure(this IHostApplicationBuilder builder) => builder.Services.AddCatalogClient(builder.Configuration.GetSection("Apis"), "Prices");
                }
                """)
            .With("Platform/Platform.csproj", Library()).With("Platform/Platform.cs", CatalogClient);
        var model = await repository.ReadAsync();
        var dependency = Assert.Single(model.Projects.SelectMany(p => p.Dependencies));
        Assert.Equal("code:Shop/ICatalog Apis:Prices:Url Hard", Show(dependency));
        Assert.Equal(["Shop/Program.cs", "Platform/Platform.cs", "Platform/Platform.cs"], dependency.Evidence.Select(e => e.At.Path));
    }

    [Theory]
    [InlineData("builder.AddStandardResilienceHandler(); return builder;", true)]
    [InlineData("return builder.ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(3));", false)]
    public async Task The_body_of_a_resilience_wrapper_decides(string body, bool isResilient)
    {
        var shop = await Read(Solution(
            Program("builder.Services.AddHttpClient<Catalog>(c => c.BaseAddress = new Uri(\"https://api.stripe.com\")).AddOurResilience();", "app.MapGet(\"/\", (Catalog c) => c.Get());"),
            $$"""public static class Ours { public static IHttpClientBuilder AddOurResilience(this IHttpClientBuilder builder) { {{body}} } }""",
            CatalogUser));
        Assert.Equal(isResilient, Assert.Single(shop.Dependencies).Resilience.HasRetry);
    }

    private const string Postgres = """
        using Microsoft.EntityFrameworkCore;
        public static class Ours
        {
            public static void AddOurPostgres<TContext>(this IServiceCollection services, IConfiguration configuration, string name) where TContext : DbContext =>
                services.AddDbContext<TContext>(o => o.UseNpgsql(configuration.GetConnectionString(name)));
            public static DbContextOptionsBuilder UseOurs(this DbContextOptionsBuilder options, IConfiguration configuration, string name) =>
                options.UseNpgsql(configuration.GetConnectionString(name));
        }
        """;

    [Fact]
    public async Task A_connection_that_a_library_makes_belongs_to_each_caller_with_its_own_name()
    {
        const string Contexts = " class Orders(DbContextOptions o) : DbContext(o); class Invoices(DbContextOptions o) : DbContext(o);";
        var first = "using Microsoft.EntityFrameworkCore; " + Program("builder.Services.AddOurPostgres<Orders>(builder.Configuration, \"Orders\");") + Contexts;
        var second = "using Microsoft.EntityFrameworkCore; " + Program("builder.Services.AddDbContext<Invoices>(o => o.UseOurs(builder.Configuration, \"Billing\"));") + Contexts;
        Assert.Equal(
            ["code:Billing/Invoices ConnectionStrings:Billing Unknown", "code:Shop/Orders ConnectionStrings:Orders Unknown"],
            await Dependencies(TwoShops(Postgres, first, second)));
    }

    private static Repository Options(string configure, string more = "") => new Repository()
        .With("Shop/Shop.csproj", Web("Clients")).With("Shop/Program.cs", Program(configure + " builder.Services.AddHttpClient<Catalog>();", "app.MapGet(\"/\", (Catalog c) => c.Get());") + more)
        .With("Clients/Clients.csproj", Library("Contracts"))
        .With("Clients/Catalog.cs", """
            using Microsoft.Extensions.Options;
            public class Catalog
            {
                private readonly HttpClient _http;
                public Catalog(HttpClient http, IOptions<CatalogOptions> options) { _http = http; _http.BaseAddress = new Uri(options.Value.Url); }
                public async Task<string> Get() => await _http.GetStringAsync("items");
            }
            """)
        .With("Contracts/Contracts.csproj", Library())
        .With("Contracts/CatalogOptions.cs", """public class CatalogOptions { public const string Path = "Services:Catalog"; public string Url { get; set; } = ""; }""");

    [Theory]
    [InlineData("builder.Services.Configure<CatalogOptions>(builder.Configuration.GetSection(CatalogOptions.Path));", "Services:Catalog:Url")]
    [InlineData("builder.Services.AddOptions<CatalogOptions>().BindConfiguration(\"Catalog\");", "Catalog:Url")]
    [InlineData("", null)]
    public async Task An_options_class_of_one_project_bound_in_a_second_and_used_in_a_third(string configure, string? key)
    {
        var dependency = Assert.Single((await Read(Options(configure))).Dependencies);
        Assert.Equal((key, Strength.Hard), (dependency.Address.Key, dependency.Strength));
    }

    [Fact]
    public async Task A_library_that_two_programs_bind_to_different_sections_has_no_known_key()
    {
        const string Ad = """
            public static class Rates
            {
                private static readonly HttpClient Http = new();
                public static Task<string> Load(Microsoft.Extensions.Options.IOptions<CatalogOptions> options) => Http.GetStringAsync(options.Value.Url);
            }
            """;
        foreach (var (section, key) in new[] { ("Catalog", "Catalog:Url"), ("Other", null) })
        {
            using var repository = Options("builder.Services.Configure<CatalogOptions>(builder.Configuration.GetSection(\"Catalog\"));").With("Clients/Rates.cs", Ad)
                .With("Billing/Billing.csproj", Web("Clients")).With("Billing/Program.cs", Program($"builder.Services.Configure<CatalogOptions>(builder.Configuration.GetSection(\"{section}\"));"));
            var model = await repository.ReadAsync();
            var clients = Assert.Single(model.Projects, p => p.Id == "code:Clients");
            Assert.Equal(key, Assert.Single(clients.Dependencies).Address.Key);
        }
    }

    [Theory]
    [InlineData("Keys.Constant", "Services:Catalog")]
    [InlineData("Keys.Value", "Services:Catalog")]
    [InlineData("Keys.Property", "Services:Catalog")]
    [InlineData("Keys.Of(\"Catalog\")", "Services:Catalog")]
    [InlineData("Keys.Open", null)]
    [InlineData("Keys.Chosen(true)", null)]
    public async Task Keys_that_another_project_holds(string key, string? expected)
    {
        var shop = await Read(Solution(
            Program($"builder.Services.AddHttpClient<Catalog>(c => c.BaseAddress = new Uri(builder.Configuration[{key}]!));", "app.MapGet(\"/\", (Catalog c) => c.Get());"),
            """
            public static class Keys
            {
                public const string Constant = "Services:Catalog";
                public static readonly string Value = "Services:" + "Catalog";
                public static string Property => Constant;
                public static string Of(string name) => $"Services:{name}";
                public static string Open { get; set; } = "Services:Catalog";
                public static string Chosen(bool first) { if (first) { return "A"; } return "B"; }
            }
            """, CatalogUser));
        Assert.Equal(expected, Assert.Single(shop.Dependencies).Address.Key);
    }

    private const string PaymentLibrary = """
        public interface IPaymentProvider { Task Charge(); }
        public class Stripe(HttpClient http) : IPaymentProvider { public async Task Charge() => (await http.PostAsync("v1", null)).EnsureSuccessStatusCode(); }
        public class Adyen(HttpClient http) : IPaymentProvider { public async Task Charge() => (await http.PostAsync("v1", null)).EnsureSuccessStatusCode(); }
        """;

    private static Repository Payments(string checkout) => Solution(
        Program("""
            builder.Services.AddHttpClient<Stripe>(c => c.BaseAddress = new Uri("https://api.stripe.com"));
            builder.Services.AddHttpClient<Adyen>(c => c.BaseAddress = new Uri("https://api.adyen.com"));
            """), PaymentLibrary, checkout);

    [Theory]
    [InlineData("class Checkout(Stripe a, Adyen b) { public async Task Pay() { try { await a.Charge(); } catch { await b.Charge(); } } }", Strength.Soft, "code:Shop/Stripe")]
    [InlineData("class Checkout(Stripe a, Adyen b) { public async Task Pay() { await a.Charge(); await b.Charge(); } }", Strength.Hard, "")]
    public async Task A_failover_in_another_project_than_its_clients(string checkout, Strength first, string alternative)
    {
        var shop = await Read(Payments(checkout));
        Assert.Equal(
            [("code:Shop/Adyen", Strength.Hard, alternative), ("code:Shop/Stripe", first, "")],
            shop.Dependencies.Select(d => (d.Id, d.Strength, string.Join(',', d.AlternativeTo))));
    }

    [Theory]
    [InlineData("try { await first.Charge(); } catch { await second.Charge(); }", true)]
    [InlineData("await first.Charge(); await second.Charge();", false)]
    public async Task A_failover_over_the_interface_of_clients_that_a_library_makes_itself(string body, bool isFailover)
    {
        const string Library = """
            public interface IPaymentProvider { Task Charge(); }
            public class Stripe : IPaymentProvider
            {
                private static readonly HttpClient Http = new() { BaseAddress = new Uri("https://api.stripe.com") };
                public async Task Charge() => (await Http.PostAsync("v1", null)).EnsureSuccessStatusCode();
            }
            public class Adyen : IPaymentProvider
            {
                private static readonly HttpClient Http = new() { BaseAddress = new Uri("https://api.adyen.com") };
                public async Task Charge() => (await Http.PostAsync("v1", null)).EnsureSuccessStatusCode();
            }
            """;
        var platform = await Read(
            Solution(Program(""), Library, $"class Checkout(IPaymentProvider first, IPaymentProvider second) {{ public async Task Pay() {{ {body} }} }}"), "code:Platform");
        Assert.Equal(2, platform.Dependencies.Length);
        Assert.All(platform.Dependencies, d => Assert.Equal(isFailover, !d.AlternativeTo.IsEmpty));
    }

    private const string Helper = """
        public class Resilient
        {
            private readonly Polly.ResiliencePipeline _pipeline = new Polly.ResiliencePipelineBuilder().AddRetry(new Polly.Retry.RetryStrategyOptions()).Build();
            public async Task<T> InPipeline<T>(Func<Task<T>> call) => await _pipeline.ExecuteAsync(async _ => await call());
            public async Task<T?> OrDefault<T>(Func<Task<T>> call)
            {
                for (var i = 0; i < 3; i++) { try { return await call(); } catch (HttpRequestException) { await Task.Delay(100); } }
                return default;
            }
            public async Task<T> Timed<T>(Func<Task<T>> call) { Console.WriteLine("call"); return await call(); }
        }
        """;

    [Theory]
    [InlineData("InPipeline", false)]
    [InlineData("OrDefault", false)]
    [InlineData("Timed", true)]
    public async Task A_helper_of_another_project_that_runs_the_call(string method, bool isReported)
    {
        using var repository = Solution(
            Program("builder.Services.AddSingleton<Resilient>(); builder.Services.AddHttpClient<Rates>(c => c.BaseAddress = new Uri(\"https://api.stripe.com\"));", "app.MapGet(\"/\", (Rates r) => r.Get());"),
            Helper, $"public class Rates(HttpClient http, Resilient resilient) {{ public Task<string> Get() => resilient.{method}(() => http.GetStringAsync(\"v1\")); }}");
        var model = await repository.ReadAsync();
        Assert.Equal(isReported, model.Findings.Any(f => f.RuleId == "SPOF3001"));
    }

    [Fact]
    public async Task A_finding_on_a_registration_in_a_library_stands_where_the_program_asks_for_it()
    {
        using var repository = TwoShops(
            CatalogClient.Replace("configuration[key + \":Url\"]!", "\"https://api.stripe.com\"", StringComparison.Ordinal),
            Program("builder.Services.AddCatalogClient(builder.Configuration);", "app.MapGet(\"/\", (ICatalog c) => c.Get());"), Program(""));
        var finding = Assert.Single((await repository.ReadAsync()).Findings, f => f.RuleId == "SPOF3001");
        Assert.Equal(("code:Shop", "Shop/Program.cs", "Platform/Platform.cs"), (finding.ProjectId, finding.Evidence[0].At.Path, finding.Evidence[1].At.Path));
    }

    [Theory]
    [InlineData("catalog", new[] { "code:Shop/catalog Catalog:Url Hard" })]
    [InlineData("other", new[] { "code:Platform/catalog  Hard", "code:Shop/other Catalog:Url Unknown" })]
    public async Task A_client_that_a_library_asks_for_by_its_name_is_that_of_the_program_that_registers_it(string name, string[] expected) => Assert.Equal(
        expected,
        await Dependencies(Solution(
            Program($"builder.Services.AddHttpClient(\"{name}\", c => c.BaseAddress = new Uri(builder.Configuration[\"Catalog:Url\"]!));"),
            """public class Reader(IHttpClientFactory factory) { public async Task<string> Get() => await factory.CreateClient("catalog").GetStringAsync("items"); }""")));

    private static Repository PackageOf(string more = "", string version = "1.0.0") => new Repository()
        .With("Shop/Shop.csproj", Web().Replace("</Project>", $"<ItemGroup><PackageReference Include=\"Acme.Clients\" Version=\"{version}\" /></ItemGroup></Project>", StringComparison.Ordinal))
        .With("Shop/Program.cs", Program("builder.Services.AddCatalogClient(builder.Configuration);", "app.MapGet(\"/\", (ICatalog c) => c.Get());"))
        .With("Platform/Platform.csproj", Library().Replace("</Project>", $"<PropertyGroup><PackageId>Acme.Clients</PackageId></PropertyGroup>{more}</Project>", StringComparison.Ordinal))
        .With("Platform/Platform.cs", CatalogClient);

    [Fact]
    public async Task The_project_that_builds_a_missing_package_is_read_in_its_place()
    {
        using var repository = PackageOf();
        var model = await repository.ReadAsync();
        Assert.Equal("code:Shop/ICatalog Catalog:Url Hard", Show(Assert.Single(model.Projects.SelectMany(p => p.Dependencies))));
        var shop = Assert.Single(model.Projects, p => p.Id == "code:Shop");
        Assert.Equal(["Platform/Platform.csproj"], shop.References);
        Assert.DoesNotContain("Acme.Clients", shop.Load.PackagesMissing);
        var note = Assert.Single(model.Gaps, g => g.At.Path == "Shop/Shop.csproj" && g.Reason.Contains("'Acme.Clients'", StringComparison.Ordinal));
        Assert.Equal(GapKind.Note, note.Kind);
        Assert.Contains("Platform/Platform.csproj", note.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_that_was_restored_stays_the_package()
    {
        using var repository = PackageOf().WithPackage("Acme.Clients", "1.0.0", "public class Other;");
        var shop = Assert.Single((await repository.ReadAsync()).Projects, p => p.Id == "code:Shop");
        Assert.Empty(shop.References);
    }

    [Fact]
    public async Task A_project_that_needs_the_program_or_one_of_two_with_the_same_package_is_not_taken_for_it()
    {
        using var circle = PackageOf("<ItemGroup><ProjectReference Include=\"../Shop/Shop.csproj\" /></ItemGroup>");
        var model = await circle.ReadAsync();
        Assert.DoesNotContain(model.Gaps, g => g.Kind == GapKind.Error);
        Assert.Empty(Assert.Single(model.Projects, p => p.Id == "code:Shop").References);

        using var two = PackageOf().With("Acme.Clients/Acme.Clients.csproj", Library());
        Assert.Empty(Assert.Single((await two.ReadAsync()).Projects, p => p.Id == "code:Shop").References);
    }

    [Fact]
    public async Task A_library_that_compiles_against_packages_which_the_program_does_not_see_is_followed_all_the_same()
    {
        using var repository = Solution(
            Program("builder.AddServiceDefaults(); builder.Services.AddCatalogClient(builder.Configuration, Keys.Prices);", "app.MapGet(\"/\", (ICatalog c) => { try { return c.Get(); } catch { return null; } });"),
            CatalogClient + """
            public static class Keys { public static readonly string Prices = "Prices"; }
            public static class Defaults
            {
                public static void AddServiceDefaults(this IHostApplicationBuilder builder) =>
                    builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
            }
            """)
            .With("Platform/Platform.csproj", Library().Replace(" Version=\"9.0.0\" />", " Version=\"9.0.0\" PrivateAssets=\"all\" />", StringComparison.Ordinal));
        var dependency = Assert.Single((await repository.ReadAsync()).Projects.SelectMany(p => p.Dependencies));
        Assert.Equal(("code:Shop/ICatalog", "Prices:Url", true), (dependency.Id, dependency.Address.Key, dependency.Resilience.HasRetry));
    }
}
