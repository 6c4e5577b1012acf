using Microsoft.CodeAnalysis;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;
using SpofAnalyzers.Tests.Http;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof3001Tests
{
    private const string Gateway = """
        public interface IGateway { Task Charge(); }
        public class StripeGateway(HttpClient http) : IGateway
        {
            public async Task Charge() => await http.PostAsync("v1/charges", null);
        }
        class Till(IGateway gateway, StripeGateway stripe);
        """;

    private static RuleTest Rule { get; } = new() { Analyzer = new Spof3001Analyzer() };

    private static Task Fires(params string[] sources) => Rule.VerifyAsync(sources);

    private static async Task Silent(params string[] sources)
    {
        Assert.DoesNotContain(sources, s => s.Contains("[|", StringComparison.Ordinal));
        await Rule.VerifyAsync(sources);
    }

    private static string Program(string statements) => "var builder = WebApplication.CreateBuilder(args);\n" + statements;

    private const string Unused = """
        class Adyen(HttpClient http) { public async Task Charge() => await http.PostAsync("v1/payments", null); }
        """;

    [Fact]
    public Task A_typed_client_that_nothing_in_the_program_asks_for() => Silent(Program("""
        builder.Services.AddHttpClient<Adyen>(c => c.BaseAddress = new Uri("https://api.adyen.com/"));
        """), Unused);

    [Theory]
    [InlineData("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Shop.Web\")]", "internal")]
    [InlineData("", "public")]
    public Task A_typed_client_of_a_library_that_another_assembly_may_ask_for(string attribute, string visibility) =>
        (new RuleTest { Analyzer = new Spof3001Analyzer(), OutputKind = OutputKind.DynamicallyLinkedLibrary, Options = ["spof.application_kind = server"] })
        .VerifyAsync($$"""
        {{attribute}}
        static class Registrations
        {
            public static void Add(IServiceCollection services) => services.[|AddHttpClient<Adyen>|](c => c.BaseAddress = new Uri("https://api.adyen.com/"));
        }
        {{visibility}} {{Unused}}
        """);

    [Fact]
    public Task Two_typed_clients_of_which_one_stands_in_for_the_other() => Silent(Program("""
        builder.Services.AddHttpClient<StripeGateway>(c => c.BaseAddress = new Uri("https://api.stripe.com/"));
        builder.Services.AddHttpClient<AdyenGateway>(c => c.BaseAddress = new Uri("https://api.adyen.com/"));
        """), Gateway, """
        public class AdyenGateway(HttpClient http) { public async Task Charge() => await http.PostAsync("v1/payments", null); }
        class Checkout(StripeGateway first, AdyenGateway second)
        {
            public async Task Pay() { try { await first.Charge(); } catch (HttpRequestException) { await second.Charge(); } }
        }
        """);

    [Fact]
    public Task Two_providers_in_one_method() => Silent("""
        class Program { static void Main() { } }
        class Checkout
        {
            private static readonly HttpClient Http = new();
            public async Task<HttpResponseMessage> Pay()
            {
                try { return await Http.PostAsync("https://api.stripe.com/v1/charges", null); }
                catch (HttpRequestException) { return await Http.PostAsync("https://api.adyen.com/v1/payments", null); }
            }
        }
        """);

    [Fact]
    public Task The_second_provider_where_it_is_also_called_on_its_own() => Fires(Program("""
        builder.Services.AddHttpClient<StripeGateway>(c => c.BaseAddress = new Uri("https://api.stripe.com/"));
        builder.Services.[|AddHttpClient<AdyenGateway>|](c => c.BaseAddress = new Uri("https://api.adyen.com/"));
        """), Gateway, """
        public class AdyenGateway(HttpClient http) { public async Task Charge() => await http.PostAsync("v1/payments", null); }
        class Checkout(StripeGateway first, AdyenGateway second)
        {
            public async Task Pay() { try { await first.Charge(); } catch (HttpRequestException) { await second.Charge(); } }
            public async Task Refund() => await second.Charge();
        }
        """);

    [Fact]
    public Task Typed_client_of_a_known_third_party() => Fires(Program("""
        builder.Services.[|AddHttpClient<IGateway, StripeGateway>|](c => c.BaseAddress = new Uri("https://api.stripe.com/"));
        """), Gateway);

    [Fact]
    public Task Named_client_used_through_the_factory() => Fires(Program("""
        builder.Services.[|AddHttpClient|]("payments", (services, c) => { c.BaseAddress = new Uri("https://api.stripe.com/"); });
        var app = builder.Build();
        app.MapPost("/pay", async (IHttpClientFactory factory) => await factory.CreateClient("payments").PostAsync("v1/charges", null));
        """));

    [Fact]
    public Task Static_client_with_an_absolute_address() => Fires("""
        class Program { static void Main() { } }
        class Captcha
        {
            private static readonly HttpClient Http = [|new()|];
            public async Task<string> Check() => await Http.GetStringAsync("https://api.github.com/rate_limit");
        }
        """);

    [Fact]
    public Task Unnamed_client_of_the_factory() => Fires(Program("builder.Services.AddHttpClient();"), """
        class Captcha(IHttpClientFactory factory)
        {
            public async Task<string> Check() => await factory.[|CreateClient|]().GetStringAsync("https://api.github.com/rate_limit");
        }
        """);

    [Fact]
    public Task Refit_client() => Fires(Program("""
        builder.Services.[|AddRefitClient<ICharges>|]().ConfigureHttpClient(c => c.BaseAddress = new Uri("https://api.stripe.com"));
        """), """
        global using Refit;
        public interface ICharges { [Post("/v1/charges")] Task Create(); }
        class Checkout(ICharges charges) { public async Task Pay() => await charges.Create(); }
        """);

    [Fact]
    public Task Refit_without_the_factory() => Fires("""
        using Refit;
        class Program { static void Main() { } }
        public interface ICharges { [Post("/v1/charges")] Task Create(); }
        class Checkout
        {
            private readonly ICharges _charges = RestService.[|For<ICharges>|]("https://api.stripe.com");
            public async Task Pay() => await _charges.Create();
        }
        """);

    [Fact]
    public Task Brand_in_the_configuration_key() => Fires(Program("""
        builder.Services.[|AddHttpClient<IGateway, PaymentGateway>|](c => c.BaseAddress = new Uri(builder.Configuration["Stripe:BaseUrl"]!));
        """), Gateway.Replace("StripeGateway", "PaymentGateway"));

    [Fact]
    public Task Brand_in_the_client_name() => Fires(Program("""
        var url = Environment.GetCommandLineArgs()[1];
        builder.Services.[|AddHttpClient|]("stripe", c => c.BaseAddress = new Uri(url));
        """), """
        class Charges(IHttpClientFactory factory)
        {
            private readonly HttpClient _http = factory.CreateClient("stripe");
            public async Task Create() => await _http.PostAsync("v1/charges", null);
        }
        """);

    [Fact]
    public Task Known_host_in_the_settings() => (new RuleTest
    {
        Analyzer = new Spof3001Analyzer(),
        AdditionalFiles = [("appsettings.json", """{ "Payments": { "Url": "https://api.stripe.com" } }""")],
    }).VerifyAsync(Program("""
        builder.Services.[|AddHttpClient<IGateway, StripeGateway>|]("pay", c => c.BaseAddress = new Uri(builder.Configuration["Payments:Url"]!));
        """), Gateway);

    [Fact]
    public Task Registration_inside_an_extension_of_this_code() => Fires(Program("builder.Services.AddPayments();"), Gateway, """
        static class Registrations
        {
            public static IServiceCollection AddPayments(this IServiceCollection services)
            {
                services.[|AddHttpClient<StripeGateway>|](c => c.BaseAddress = new Uri("https://api.stripe.com/"));
                return services;
            }
        }
        """);

    [Fact]
    public Task Only_the_bare_one_of_two_clients_in_a_method() => Fires(Program("""
        builder.Services.AddHttpClient("a", c => c.BaseAddress = new Uri("https://api.stripe.com/")).AddStandardResilienceHandler();
        builder.Services.[|AddHttpClient|]("b", c => c.BaseAddress = new Uri("https://api.stripe.com/"));
        """), """
        class Charges(IHttpClientFactory factory)
        {
            public async Task A() => await factory.CreateClient("a").GetAsync("v1");
            public async Task B() => await factory.CreateClient("b").GetAsync("v1");
        }
        """);

    [Theory]
    [InlineData("AddPolicyHandler(Polly.Policy.NoOpAsync<HttpResponseMessage>())")]
    [InlineData("AddResilienceHandler(\"none\", b => { })")]
    [InlineData("AddServiceDiscovery()")]
    [InlineData("SetHandlerLifetime(TimeSpan.FromMinutes(5))")]
    public Task Members_that_do_nothing(string member) => Fires(Program($"""
        builder.Services.[|AddHttpClient<StripeGateway>|](c => c.BaseAddress = new Uri("https://api.stripe.com/")).{member};
        """), Gateway);

    [Fact]
    public Task Defaults_that_only_discover() => Fires(Program("""
        builder.Services.ConfigureHttpClientDefaults(http => http.AddServiceDiscovery());
        builder.Services.[|AddHttpClient<StripeGateway>|](c => c.BaseAddress = new Uri("https://api.stripe.com/"));
        """), Gateway);

    [Fact]
    public Task Defaults_taken_away_again() => Fires(Program("""
        #pragma warning disable EXTEXP0001
        builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        builder.Services.[|AddHttpClient<StripeGateway>|](c => c.BaseAddress = new Uri("https://api.stripe.com/")).RemoveAllResilienceHandlers();
        """), Gateway);

    [Theory]
    [InlineData("catch (Exception e) { log.LogError(e, \"charge\"); throw; }")]
    [InlineData("catch (HttpRequestException e) { throw new InvalidOperationException(\"charge\", e); }")]
    [InlineData("catch (System.Text.Json.JsonException) { }")]
    [InlineData("catch (HttpRequestException e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound) { }")]
    public Task Handlers_that_are_no_substitute(string handler) => Fires(Program("""
        builder.Services.[|AddHttpClient<StripeGateway>|](c => c.BaseAddress = new Uri("https://api.stripe.com/"));
        """), $$"""
        class Till(StripeGateway stripe);
        public class StripeGateway(HttpClient http, ILogger<StripeGateway> log)
        {
            public async Task Charge()
            {
                try { await http.PostAsync("v1/charges", null); log.LogInformation("charged"); }
                {{handler}}
            }
        }
        """);

    [Fact]
    public async Task A_public_host_that_nobody_knows_is_information()
    {
        var found = await Rule.RunAsync(Program("""
            builder.Services.AddHttpClient<StripeGateway>(c => c.BaseAddress = new Uri("https://api.warehouse-partner.de/"));
            """), Gateway);
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(found).Severity);
    }

    [Fact]
    public async Task The_finding_says_what_depends_on_what()
    {
        var found = Assert.Single(await Rule.RunAsync(Program("""
            builder.Services.AddHttpClient<StripeGateway>(c => c.BaseAddress = new Uri("https://api.stripe.com/"));
            """), Gateway));
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
        Assert.Contains("'StripeGateway' depends on 'api.stripe.com' (payments)", found.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(
            ("http", "api.stripe.com", "payments", "StripeGateway", "false"),
            (found.Properties["dependencyKind"], found.Properties["host"], found.Properties["category"], found.Properties["clientName"], found.Properties["readsOnly"]));
        Assert.Equal("http.PostAsync(\"v1/charges\", null)", Text(Assert.Single(found.AdditionalLocations)));
    }

    [Fact]
    public Task Third_parties_of_the_options_are_known() => new RuleTest
    {
        Analyzer = new Spof3001Analyzer(),
        Options = ["spof.third_party_hosts = warehouse-partner.de=logistics"],
    }.VerifyAsync(Program("""
        builder.Services.[|AddHttpClient<StripeGateway>|](c => c.BaseAddress = new Uri("https://api.warehouse-partner.de/"));
        """), Gateway);

    [Theory]
    [InlineData("https://payments.shop.com/")]
    [InlineData("http://payments")]
    [InlineData("https+http://payments")]
    [InlineData("http://payments.default.svc.cluster.local")]
    [InlineData("https://payments.corp")]
    [InlineData("http://localhost:5000")]
    [InlineData("http://10.0.0.7")]
    [InlineData("https://api.example.com")]
    [InlineData("https://o1.ingest.sentry.io")]
    [InlineData("https://shop.blob.core.windows.net")]
    public Task Hosts_that_are_no_third_party(string address) => Silent(Program($"""
        builder.Services.AddHttpClient<PaymentGateway>(c => c.BaseAddress = new Uri("{address}"));
        """), Gateway.Replace("StripeGateway", "PaymentGateway"));

    [Theory]
    [InlineData("AddStandardResilienceHandler()")]
    [InlineData("AddStandardHedgingHandler()")]
    [InlineData("AddResilienceHandler(\"own\", b => b.AddTimeout(TimeSpan.FromSeconds(2)))")]
    [InlineData("AddPolicyHandlerFromRegistry(\"retry\")")]
    [InlineData("AddTransientHttpErrorPolicy(p => p.RetryAsync(2))")]
    [InlineData("AddHttpMessageHandler<Again>()")]
    [InlineData("AddOurs()")]
    public Task Clients_with_resilience_in_their_chain(string member) => Silent(
        Program($"""builder.Services.AddHttpClient<StripeGateway>(c => c.BaseAddress = new Uri("https://api.stripe.com/")).{member};"""),
        "global using Polly;",
        Gateway,
        """
        sealed class Again : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var response = await base.SendAsync(request, cancellationToken);
                for (var i = 0; i < 2 && !response.IsSuccessStatusCode; i++) { response = await base.SendAsync(request, cancellationToken); }
                return response;
            }
        }
        static class Wrappers
        {
            public static void AddOurs(this IHttpClientBuilder builder) => builder.AddStandardResilienceHandler();
        }
        """);

    [Fact]
    public Task Chain_split_over_statements() => Silent(Program("""
        IHttpClientBuilder stripe;
        stripe = builder.Services.AddHttpClient<StripeGateway>(c => c.BaseAddress = new Uri("https://api.stripe.com/"));
        if (args.Length > 0) { stripe.AddHttpMessageHandler(() => new Stamp()); }
        stripe.AddStandardResilienceHandler();
        sealed class Stamp : DelegatingHandler;
        """), Gateway);

    [Fact]
    public Task Same_name_registered_again_with_resilience() => Silent(Program("""
        builder.Services.AddHttpClient("stripe", c => c.BaseAddress = new Uri("https://api.stripe.com/"));
        builder.Services.AddHttpClient("stripe").AddStandardResilienceHandler();
        var app = builder.Build();
        app.MapPost("/pay", async (IHttpClientFactory factory) => await factory.CreateClient("stripe").PostAsync("v1/charges", null));
        """));

    [Theory]
    [InlineData("builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());", "")]
    [InlineData("", "builder.Services.ConfigureHttpClientDefaults(http => { http.AddStandardResilienceHandler(); http.AddServiceDiscovery(); });")]
    public Task Defaults_before_and_after_the_registration(string before, string after) => Silent(Program($"""
        {before}
        builder.Services.AddHttpClient<StripeGateway>(c => c.BaseAddress = new Uri("https://api.stripe.com/"));
        {after}
        """), Gateway);

    [Fact]
    public Task Defaults_in_another_file() => Silent(
        Program("""
        builder.AddServiceDefaults();
        builder.Services.AddHttpClient<StripeGateway>(c => c.BaseAddress = new Uri("https://api.stripe.com/"));
        """),
        Gateway,
        """
        static class Extensions
        {
            public static void AddServiceDefaults(this IHostApplicationBuilder builder) =>
                builder.Services.ConfigureHttpClientDefaults(http => Configure(http));
            private static void Configure(IHttpClientBuilder http) => http.AddStandardResilienceHandler();
        }
        """);

    [Theory]
    [InlineData("AddServiceDefaults")]
    [InlineData("AddShopResilience")]
    public Task Set_up_method_of_another_assembly(string method) => new RuleTest
    {
        Analyzer = new Spof3001Analyzer(),
        References = [.. ReferenceBag.All, Clients.Library("Shop.Defaults", $$"""
            namespace Shop.Defaults;
            public static class Extensions { public static IHostApplicationBuilder {{method}}(this IHostApplicationBuilder builder) => builder; }
            """)],
    }.VerifyAsync(RuleTest.Usings, "using Shop.Defaults;\n" + Program($"""
        builder.{method}();
        builder.Services.AddHttpClient<StripeGateway>(c => c.BaseAddress = new Uri("https://api.stripe.com/"));
        """), Gateway);

    [Fact]
    public Task Wrappers_listed_in_the_options() => new RuleTest { Analyzer = new Spof3001Analyzer(), Options = ["spof.resilience_methods = AddHardening"] }
        .VerifyAsync(Program("""
            builder.Services.AddHardening();
            builder.Services.AddHttpClient<StripeGateway>(c => c.BaseAddress = new Uri("https://api.stripe.com/"));
            static class Wrappers { public static void AddHardening(this IServiceCollection services) { } }
            """), Gateway);

    [Theory]
    [InlineData("public async Task Charge() => await pipeline.ExecuteAsync(async t => await http.PostAsync(\"v1/charges\", null, t), CancellationToken.None);")]
    [InlineData("public async Task Charge() { try { await http.PostAsync(\"v1/charges\", null); } catch (HttpRequestException) { queue.Enqueue(1); } }")]
    [InlineData("public async Task<string?> Charge() { try { return _last = await http.GetStringAsync(\"v1/charges\"); } catch { return _last; } }")]
    [InlineData("public async Task Charge() { for (var i = 0; ; i++) { try { await http.PostAsync(\"v1/charges\", null); return; } catch when (i < 3) { await Task.Delay(50); } } }")]
    [InlineData("public async Task Charge() { try { await Send(); } catch (Exception) { queue.Enqueue(1); } } private async Task Send() { await http.PostAsync(\"v1/charges\", null); }")]
    [InlineData("public void Charge() { _ = http.PostAsync(\"v1/charges\", null); }")]
    public Task Calls_that_are_protected(string method) => Silent(Program("""
        builder.Services.AddHttpClient<StripeGateway>(c => c.BaseAddress = new Uri("https://api.stripe.com/"));
        """), $$"""
        class Till(StripeGateway stripe);
        public class StripeGateway(HttpClient http, Polly.ResiliencePipeline pipeline, Queue<int> queue)
        {
            private string? _last;
            public object State => (pipeline, queue, _last);
            {{method}}
        }
        """);

    [Fact]
    public Task A_caller_behind_an_interface_that_goes_on_without_it() => Silent(Program("""
        builder.Services.AddHttpClient<IGateway, StripeGateway>(c => c.BaseAddress = new Uri("https://api.stripe.com/"));
        """), Gateway, """
        class Checkout(IGateway gateway, Queue<int> later)
        {
            public async Task Pay() { try { await gateway.Charge(); } catch (HttpRequestException) { later.Enqueue(1); } }
        }
        """);

    [Fact]
    public Task A_second_provider_behind_the_first() => Silent("""
        class Program { static void Main() { } }
        class Rates
        {
            private static readonly HttpClient Http = new();
            public async Task<string> Get()
            {
                try { return await Http.GetStringAsync("https://openexchangerates.org/latest.json"); }
                catch (HttpRequestException) { return await Http.GetStringAsync("https://api.nbp.pl/rates"); }
            }
        }
        """);

    [Theory]
    [InlineData("http://localhost:12111", "https://payments.shop.com")]
    [InlineData("https://api.stripe.com", "http://payments")]
    public Task The_settings_of_production_decide(string everywhere, string production) => new RuleTest
    {
        Analyzer = new Spof3001Analyzer(),
        AdditionalFiles =
        [
            ("appsettings.json", $$"""{ "Stripe": { "Url": "{{everywhere}}" } }"""),
            ("appsettings.Production.json", $$"""{ "Stripe": { "Url": "{{production}}" } }"""),
        ],
    }.VerifyAsync(Program("""
        builder.Services.AddHttpClient<StripeGateway>(c => c.BaseAddress = new Uri(builder.Configuration["Stripe:Url"]!));
        """), Gateway);

    [Fact]
    public Task A_client_that_is_never_called_here() => Silent(Program("""
        builder.Services.AddHttpClient("stripe", c => c.BaseAddress = new Uri("https://api.stripe.com/"));
        """));

    [Fact]
    public Task AddHttpClient_alone() => Silent(Program("builder.Services.AddHttpClient();"));

    [Fact]
    public Task An_address_that_nobody_knows() => Silent(Program("""
        builder.Services.AddHttpClient<PaymentGateway>(c => c.BaseAddress = new Uri(builder.Configuration["Payments:Url"]!));
        """), Gateway.Replace("StripeGateway", "PaymentGateway"));

    [Fact]
    public Task An_address_that_the_user_supplies() => Silent("""
        class Program { static void Main() { } }
        class Webhooks { static readonly HttpClient Http = new(); public async Task Send(string url) => await Http.PostAsync(url, null); }
        """);

    [Fact]
    public Task Words_that_only_contain_a_brand() => Silent(Program("""
        builder.Services.AddHttpClient<PinstripeGateway>(c => c.BaseAddress = new Uri(builder.Configuration["Slacker:Url"]!));
        """), Gateway.Replace("StripeGateway", "PinstripeGateway"));

    [Fact]
    public Task Development_only() => Silent(Program("""
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddHttpClient<StripeGateway>(c => c.BaseAddress = new Uri("https://api.stripe.com/"));
        }
        """), Gateway);

    [Fact]
    public Task Libraries() => new RuleTest { Analyzer = new Spof3001Analyzer(), OutputKind = OutputKind.DynamicallyLinkedLibrary }
        .VerifyAsync("""
            class Captcha { static readonly HttpClient Http = new(); public async Task Check() => await Http.GetStringAsync("https://api.github.com/"); }
            """);

    [Fact]
    public Task Test_projects() => new RuleTest { Analyzer = new Spof3001Analyzer(), Options = ["build_property.IsTestProject = true"] }
        .VerifyAsync(Program("""builder.Services.AddHttpClient<StripeGateway>(c => c.BaseAddress = new Uri("https://api.stripe.com/"));"""), Gateway);

    [Fact]
    public Task Generated_files() => Silent("""
        // <auto-generated/>
        class Program { static void Main() { } }
        class Captcha { static readonly HttpClient Http = new(); public async System.Threading.Tasks.Task Check() => await Http.GetStringAsync("https://api.github.com/"); }
        """);

    [Fact]
    public Task Methods_of_the_same_name_without_the_library() => new RuleTest { Analyzer = new Spof3001Analyzer(), References = ReferenceBag.FrameworkOnly }
        .VerifyAsync("""
            class Program
            {
                static void Main() => AddHttpClient("https://api.stripe.com").CreateClient();
                static Program AddHttpClient(string name) => new();
                object CreateClient() => this;
            }
            """);

    private static string Text(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
