using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Tests.Http;

public sealed class HttpFactsTests
{
    private const string Web = "var builder = WebApplication.CreateBuilder(args);\n";

    [Fact]
    public void AddHttpClient_alone_is_no_client() => Assert.Empty(Clients.Of(Web + "builder.Services.AddHttpClient();"));

    [Fact]
    public void A_named_client_has_the_address_of_its_delegate_and_the_calls_of_CreateClient()
    {
        var client = Clients.One(Web + """
            builder.Services.AddHttpClient(Names.Stripe, c =>
            {
                c.BaseAddress = new Uri("https://api.stripe.com/");
                c.Timeout = TimeSpan.FromSeconds(20);
            });
            static class Names { public const string Stripe = "stripe"; }
            class Charges(IHttpClientFactory factory)
            {
                public async Task Create()
                {
                    var http = factory.CreateClient(Names.Stripe);
                    await http.PostAsync("v1/charges", null);
                }
            }
            """);
        Assert.Equal(("stripe", ClientKind.Named, 20d), (client.Name, client.Kind, client.TimeoutSeconds));
        Assert.Equal("https://api.stripe.com/", client.Address.Text);
        var call = Assert.Single(client.Calls);
        Assert.Equal(("PostAsync", true, CallOutcome.Propagates, false), (call.Method, call.IsUnsafe, call.Outcome, call.IsPiped));
    }

    [Theory]
    [InlineData("class Stripe(HttpClient http) : IStripe { public Task<string> Get() => http.GetStringAsync(\"v1\"); }")]
    [InlineData("class Stripe : IStripe { readonly HttpClient _http; public Stripe(HttpClient http) => _http = http; public Task<string> Get() => _http.GetStringAsync(\"v1\"); }")]
    [InlineData("class Stripe : IStripe { readonly HttpClient _http; public Stripe(HttpClient http) { this._http = http ?? throw new ArgumentNullException(); } public Task<string> Get() => this._http.GetStringAsync(\"v1\"); }")]
    [InlineData("class Base(HttpClient http) { public Task<string> Get() => http.GetStringAsync(\"v1\"); } class Stripe(HttpClient http) : Base(http), IStripe { }")]
    public void A_typed_client_calls_through_the_client_it_is_given(string type)
    {
        var client = Clients.One(Web + "builder.Services.AddHttpClient<IStripe, Stripe>();\ninterface IStripe { Task<string> Get(); }\n" + type);
        Assert.Equal(("IStripe", ClientKind.Typed), (client.Name, client.Kind));
        Assert.Equal("GetStringAsync", Assert.Single(client.Calls).Method);
    }

    [Fact]
    public void The_constructor_of_a_typed_client_may_set_its_address()
    {
        var client = Clients.One(Web + """
            builder.Services.AddHttpClient<Stripe>();
            class Stripe
            {
                public Stripe(HttpClient http) { http.BaseAddress = new Uri("https://api.stripe.com/"); }
            }
            """);
        Assert.Equal("https://api.stripe.com/", client.Address.Text);
    }

    [Fact]
    public void A_client_configured_later_takes_the_later_address()
    {
        var client = Clients.One(Web + """
            var stripe = builder.Services.AddHttpClient("stripe");
            stripe.ConfigureHttpClient(c => Setup.Apply(c));
            static class Setup { public static void Apply(HttpClient client) => client.BaseAddress = new Uri("https://api.stripe.com/"); }
            """);
        Assert.Equal("https://api.stripe.com/", client.Address.Text);
    }

    [Fact]
    public void A_static_client_is_known_by_the_type_that_creates_it()
    {
        var client = Clients.One("""
            class Rates
            {
                private static readonly HttpClient Http = new() { BaseAddress = new Uri("https://openexchangerates.org/") };
                public async Task<string> Latest() => await Http.GetStringAsync("latest.json");
            }
            """);
        Assert.Equal(("Rates", ClientKind.AdHoc, "https://openexchangerates.org/"), (client.Name, client.Kind, client.Address.Text));
        Assert.Single(client.Calls);
    }

    [Fact]
    public void An_absolute_request_address_is_that_of_the_client()
    {
        var client = Clients.One("""
            class Rates
            {
                public async Task<string> Latest()
                {
                    using var http = new HttpClient();
                    return await http.GetStringAsync("https://openexchangerates.org/latest.json");
                }
            }
            """);
        Assert.Equal("https://openexchangerates.org/latest.json", client.Address.Text);
    }

    [Fact]
    public void A_request_message_tells_method_and_address()
    {
        var client = Clients.One("""
            class Rates(IHttpClientFactory factory)
            {
                public async Task Latest()
                {
                    var http = factory.CreateClient();
                    var request = new HttpRequestMessage(HttpMethod.Get, "https://openexchangerates.org/latest.json");
                    await http.SendAsync(request);
                }
            }
            """);
        var call = Assert.Single(client.Calls);
        Assert.False(call.IsUnsafe);
        Assert.Equal("https://openexchangerates.org/latest.json", call.Address?.Text);
    }

    [Fact]
    public void Two_clients_in_one_method_are_judged_apart()
    {
        var clients = Clients.Of(Web + """
            builder.Services.AddHttpClient("a").AddStandardResilienceHandler();
            builder.Services.AddHttpClient("b");
            """);
        Assert.Equal([("a", true), ("b", false)], clients.Select(c => (c.Name, c.Resilience.IsPresentOrUnknown)));
    }

    [Fact]
    public void A_Refit_interface_is_called_through_its_methods()
    {
        var client = Clients.One(Web + """
            builder.Services.AddRefitClient<IStripe>().ConfigureHttpClient(c => c.BaseAddress = new Uri("https://api.stripe.com"));
            class Charges(IStripe stripe)
            {
                public Task<string> List() => stripe.List();
                public async Task Create() { try { await stripe.Create(); } catch { } }
            }
            """, """
            using Refit;
            global using Refit;
            public interface IStripe
            {
                [Get("/v1/charges")] Task<string> List();
                [Post("/v1/charges")] Task Create();
            }
            """.Replace("using Refit;\nglobal using Refit;", "global using Refit;"));
        Assert.Equal(ClientKind.Refit, client.Kind);
        Assert.Equal([("List", false, CallOutcome.Propagates), ("Create", true, CallOutcome.Substitutes)], client.Calls.Select(c => (c.Method, c.IsUnsafe, c.Outcome)));
    }

    [Fact]
    public void RestService_takes_the_address_as_an_argument()
    {
        var client = Clients.One("""
            using Refit;
            public interface IStripe { [Get("/v1/charges")] Task<string> List(); }
            class Charges { private readonly IStripe _stripe = RestService.For<IStripe>("https://api.stripe.com"); public Task<string> List() => _stripe.List(); }
            """);
        Assert.Equal(("IStripe", "https://api.stripe.com", 1), (client.Name, client.Address.Text, client.Calls.Count));
    }

    [Fact]
    public void A_client_with_a_resilience_handler_of_its_own_has_its_pipeline()
    {
        var client = Clients.One("""
            using Polly;
            using Microsoft.Extensions.Http.Resilience;
            class Rates
            {
                private static readonly ResiliencePipeline<HttpResponseMessage> Pipeline =
                    new ResiliencePipelineBuilder<HttpResponseMessage>().AddTimeout(TimeSpan.FromSeconds(3)).Build();
                private static readonly HttpClient Http = new(new ResilienceHandler(Pipeline) { InnerHandler = new SocketsHttpHandler() });
            }
            """);
        Assert.Equal((true, 3d), (client.Resilience.HasTimeout, client.Resilience.TimeoutSeconds));
    }

    [Fact]
    public void A_handler_that_is_handed_in_cannot_be_excluded() =>
        Assert.True(Clients.One("class Rates(HttpMessageHandler handler) { readonly HttpClient _http = new(handler); }").Resilience.IsPresentOrUnknown);

    [Fact]
    public void A_client_created_for_a_type_is_called_by_that_type()
    {
        var client = Clients.One(Web + """
            builder.Services.AddSingleton(new Rates(new HttpClient { BaseAddress = new Uri("https://openexchangerates.org/") }));
            class Rates(HttpClient http) { public Task<string> Latest() => http.GetStringAsync("latest.json"); }
            """);
        Assert.Equal(("Program", ClientKind.AdHoc, 1), (client.Name, client.Kind, client.Calls.Count));
    }

    [Fact]
    public void A_name_registered_elsewhere_cannot_be_judged() =>
        Assert.True(Clients.One("""
            class Rates(IHttpClientFactory factory)
            {
                public Task<string> Get() => factory.CreateClient("rates").GetStringAsync("https://openexchangerates.org/");
            }
            """).Resilience.IsPresentOrUnknown);

    [Fact]
    public void Defaults_do_not_reach_a_client_that_the_factory_did_not_make() =>
        Assert.False(Clients.One(Web + """
            builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
            class Rates { static readonly HttpClient Http = new(); }
            """).Resilience.IsPresentOrUnknown);

    [Fact]
    public void Clients_of_gRPC_are_clients_too()
    {
        var clients = Clients.Of(Web + """
            builder.Services.AddGrpcClient<Inventory.Client>(o => o.Address = new Uri("http://inventory"));
            var channel = Grpc.Net.Client.GrpcChannel.ForAddress("https://grpc.contoso.com");
            class Inventory { public class Client; }
            """).Where(c => c.IsGrpc).ToList();
        Assert.Equal([("Client", "http://inventory"), ("Program", "https://grpc.contoso.com")], clients.Select(c => (c.Name, c.Address.Text)));
    }

    [Theory]
    [InlineData("services.AddHttpClient<Prices>(c => c.BaseAddress = new Uri(\"https://first.acme.com\")); services.AddHttpClient<Prices>(c => c.BaseAddress = new Uri(\"https://last.acme.com\"));")]
    [InlineData("services.AddHttpClient<Prices>(c => c.BaseAddress = new Uri(\"https://first.acme.com\")).ConfigureHttpClient(c => c.BaseAddress = new Uri(\"https://last.acme.com\"));")]
    public void The_address_that_is_set_last_holds(string registrations)
    {
        var client = Clients.One($$"""
            public class Prices(HttpClient http) { public Task<string> Get() => http.GetStringAsync("/x"); }
            public static class Setup { public static void Add(IServiceCollection services) { {{registrations}} } }
            """);
        Assert.Equal("https://last.acme.com", client.Address.Text);
    }
}
