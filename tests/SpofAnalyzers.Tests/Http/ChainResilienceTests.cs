using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Tests.Http;

public sealed class ChainResilienceTests
{
    private static ResilienceFact Of(string chain, string more = "", params string[] files) => Clients.One([
        $$"""
        using System.Net;
        using Polly;
        using Polly.Extensions.Http;
        using Microsoft.Extensions.Http.Resilience;
        var builder = WebApplication.CreateBuilder(args);
        {{chain}}
        {{more}}
        """, .. files]).Resilience;

    [Fact]
    public void A_bare_registration_has_nothing()
    {
        var resilience = Of("builder.Services.AddHttpClient(\"stripe\");");
        Assert.False(resilience.IsPresentOrUnknown);
        Assert.Equal((false, false, false), (resilience.HasRetry, resilience.HasTimeout, resilience.HasFallback));
    }

    [Fact]
    public void Standard_handler_retries_three_times_and_has_no_fallback()
    {
        var resilience = Of("builder.Services.AddHttpClient(\"stripe\").AddStandardResilienceHandler();");
        Assert.True(resilience.IsPresentOrUnknown);
        Assert.Equal((true, 3, 10d, false), (resilience.HasRetry, resilience.Retries, resilience.TimeoutSeconds, resilience.HasFallback));
    }

    [Fact]
    public void Options_of_the_standard_handler_correct_its_defaults()
    {
        var resilience = Of("""
            builder.Services.AddHttpClient("stripe").AddStandardResilienceHandler(o =>
            {
                o.Retry.MaxRetryAttempts = 5;
                o.AttemptTimeout.Timeout = TimeSpan.FromSeconds(2);
                o.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(60);
            });
            """);
        Assert.Equal((5, 2d), (resilience.Retries, resilience.TimeoutSeconds));
    }

    [Fact]
    public void A_configured_section_leaves_the_numbers_open()
    {
        var resilience = Of("""builder.Services.AddHttpClient("stripe").AddStandardResilienceHandler(builder.Configuration.GetSection("R"));""");
        Assert.Equal((true, (int?)null), (resilience.HasRetry, resilience.Retries));
    }

    [Fact]
    public void Hedging_is_no_retry_and_no_fallback()
    {
        var resilience = Of("""builder.Services.AddHttpClient("stripe").AddStandardHedgingHandler();""");
        Assert.Equal((true, false, false), (resilience.HasHedging, resilience.HasRetry, resilience.HasFallback));
    }

    [Fact]
    public void Own_pipeline_has_the_strategies_that_its_delegate_adds()
    {
        var resilience = Of("""
            builder.Services.AddHttpClient("stripe").AddResilienceHandler("own", b => b
                .AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 2 })
                .AddTimeout(TimeSpan.FromSeconds(4)));
            """);
        Assert.Equal((true, 2, true, 4d, false), (resilience.HasRetry, resilience.Retries, resilience.HasTimeout, resilience.TimeoutSeconds, resilience.HasCircuitBreaker));
    }

    [Theory]
    [InlineData("""AddResilienceHandler("own", b => { })""")]
    [InlineData("""AddPolicyHandler(Policy.NoOpAsync<HttpResponseMessage>())""")]
    [InlineData("""AddPolicyHandler(_ => Policy.NoOpAsync<HttpResponseMessage>())""")]
    [InlineData("""AddHttpMessageHandler<StampHandler>()""")]
    [InlineData("""SetHandlerLifetime(TimeSpan.FromMinutes(5))""")]
    [InlineData("""AddServiceDiscovery()""")]
    [InlineData("""ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler())""")]
    public void Members_that_do_nothing_count_as_nothing(string member)
    {
        var resilience = Of($"""builder.Services.AddHttpClient("stripe").{member};""", """
            sealed class StampHandler : DelegatingHandler
            {
                protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    request.Headers.Add("X-Stamp", "1");
                    return base.SendAsync(request, cancellationToken);
                }
            }
            """);
        Assert.False(resilience.IsPresentOrUnknown);
    }

    [Theory]
    [InlineData("AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryAsync(4, n => TimeSpan.FromSeconds(n)))", 4)]
    [InlineData("AddTransientHttpErrorPolicy(p => p.RetryAsync(2))", 2)]
    [InlineData("AddTransientHttpErrorPolicy(p => p.RetryAsync())", 1)]
    [InlineData("AddPolicyHandler(Policies.Retry)", 6)]
    [InlineData("AddPolicyHandler(Policies.Make())", 7)]
    [InlineData("AddPolicyHandler(r => r.Method == HttpMethod.Get ? Policies.Make() : Policy.NoOpAsync<HttpResponseMessage>())", 7)]
    [InlineData("AddPolicyHandler(Policy.WrapAsync(Policies.Make(), Policy.TimeoutAsync<HttpResponseMessage>(3)))", 7)]
    public void Policies_of_the_old_kind_are_read_where_they_are_built(string member, int retries)
    {
        var resilience = Of($"""builder.Services.AddHttpClient("stripe").{member};""", """
            static class Policies
            {
                public static readonly IAsyncPolicy<HttpResponseMessage> Retry = HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(6);
                public static IAsyncPolicy<HttpResponseMessage> Make() => HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(7);
            }
            """);
        Assert.Equal((true, retries), (resilience.HasRetry, resilience.Retries));
    }

    [Fact]
    public void Fallback_policy_is_a_fallback() =>
        Assert.True(Of("""builder.Services.AddHttpClient("stripe").AddTransientHttpErrorPolicy(p => p.FallbackAsync(new HttpResponseMessage(HttpStatusCode.OK)));""").HasFallback);

    [Fact]
    public void Policy_from_the_registry_is_there_but_unreadable()
    {
        var resilience = Of("""builder.Services.AddHttpClient("stripe").AddPolicyHandlerFromRegistry("retry");""");
        Assert.True(resilience.IsPresentOrUnknown);
        Assert.Null(resilience.HasRetry);
    }

    [Fact]
    public void Own_handler_that_loops_retries()
    {
        var resilience = Of("""builder.Services.AddHttpClient("stripe").AddHttpMessageHandler<Again>();""", """
            sealed class Again : DelegatingHandler
            {
                protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    for (var i = 0; ; i++)
                    {
                        try { return await base.SendAsync(request, cancellationToken); }
                        catch (HttpRequestException) when (i < 3) { await Task.Delay(100, cancellationToken); }
                    }
                }
            }
            """);
        Assert.Equal((true, false), (resilience.HasRetry, resilience.HasFallback));
    }

    [Fact]
    public void Own_handler_that_runs_a_pipeline_has_what_the_pipeline_has()
    {
        var resilience = Of("""builder.Services.AddHttpClient("stripe").AddHttpMessageHandler(() => new Piped());""", """
            sealed class Piped : DelegatingHandler
            {
                private static readonly ResiliencePipeline<HttpResponseMessage> Pipeline =
                    new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 8 }).Build();

                protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
                    await Pipeline.ExecuteAsync(async token => await base.SendAsync(request, token), cancellationToken);
            }
            """);
        Assert.Equal((true, 8), (resilience.HasRetry, resilience.Retries));
    }

    [Fact]
    public void Members_on_a_local_builder_belong_to_the_client() =>
        Assert.True(Of("""
            var stripe = builder.Services.AddHttpClient("stripe");
            stripe.SetHandlerLifetime(TimeSpan.FromMinutes(1));
            stripe.AddStandardResilienceHandler();
            """).HasRetry);

    [Fact]
    public void Members_on_a_returned_builder_belong_to_the_client() =>
        Assert.True(Of("builder.Services.AddStripe().AddStandardResilienceHandler();", "", """
            static class Registrations
            {
                public static IHttpClientBuilder AddStripe(this IServiceCollection services) => services.AddHttpClient("stripe");
            }
            """).HasRetry);

    [Fact]
    public void A_wrapper_of_the_same_compilation_is_read() =>
        Assert.Equal(3, Of("""builder.Services.AddHttpClient("stripe").AddOurs();""", "", """
            static class Wrappers
            {
                public static IHttpClientBuilder AddOurs(this IHttpClientBuilder builder) { builder.AddStandardResilienceHandler(); return builder; }
            }
            """).Retries);

    [Fact]
    public void A_wrapper_that_only_sounds_like_resilience_is_read_too() =>
        Assert.False(Of("""builder.Services.AddHttpClient("stripe").AddRetryLogging();""", "", """
            static class Wrappers
            {
                public static IHttpClientBuilder AddRetryLogging(this IHttpClientBuilder builder) => builder.SetHandlerLifetime(TimeSpan.FromMinutes(1));
            }
            """).IsPresentOrUnknown);

    [Fact]
    public void Same_name_registered_twice_is_one_client() =>
        Assert.True(Of("""
            builder.Services.AddHttpClient("stripe", c => c.Timeout = TimeSpan.FromSeconds(5));
            builder.Services.AddHttpClient("stripe").AddStandardResilienceHandler();
            """).HasRetry);

    [Fact]
    public void Defaults_of_another_file_reach_the_client_in_any_order()
    {
        const string defaults = """
            static class Defaults
            {
                public static void Configure(IServiceCollection services) => services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
            }
            """;
        Assert.Equal(3, Of("""builder.Services.AddHttpClient("stripe");""", "", defaults).Retries);
    }

    [Fact]
    public void Defaults_and_client_handler_multiply() =>
        Assert.Equal(15, Of("""
            builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
            builder.Services.AddHttpClient("stripe").AddStandardResilienceHandler();
            """).Retries);

    [Theory]
    [InlineData("new RetryHandler()", true)]
    [InlineData("new StampHandler()", false)]
    public void A_filter_that_adds_handlers_to_every_client_cannot_be_excluded_when_it_speaks_of_resilience(string handler, bool isUnknown) =>
        Assert.Equal(isUnknown, Of("""builder.Services.AddHttpClient("stripe");""", "", $$"""
            using Microsoft.Extensions.Http;
            sealed class Filter : IHttpMessageHandlerBuilderFilter
            {
                public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
                    b => { next(b); b.AdditionalHandlers.Add({{handler}}); };
            }
            """, "sealed class RetryHandler : DelegatingHandler; sealed class StampHandler : DelegatingHandler;").IsPresentOrUnknown);

    [Fact]
    public void Removing_all_handlers_also_takes_the_defaults_away() =>
        Assert.False(Of("""
            #pragma warning disable EXTEXP0001
            builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
            builder.Services.AddHttpClient("stripe").RemoveAllResilienceHandlers();
            """).IsPresentOrUnknown);

    [Fact]
    public void Defaults_without_resilience_are_nothing() =>
        Assert.False(Of("""
            builder.Services.ConfigureHttpClientDefaults(http => http.AddServiceDiscovery());
            builder.Services.AddHttpClient("stripe");
            """).IsPresentOrUnknown);

    [Fact]
    public void Authorization_policies_and_fallback_routes_are_no_resilience() =>
        Assert.False(Of("""
            builder.Services.AddAuthorization(o => o.AddPolicy("x", p => p.RequireAuthenticatedUser()));
            builder.Services.AddCors(o => o.AddDefaultPolicy(p => p.AllowAnyOrigin()));
            builder.Services.AddHttpClient("stripe");
            var app = builder.Build();
            app.MapFallbackToFile("index.html");
            """).IsPresentOrUnknown);

    [Theory]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler()); }")]
    [InlineData("if (builder.Environment.IsDevelopment()) { stripe.AddStandardResilienceHandler(); }")]
    public void Resilience_in_development_only_is_none(string statement) =>
        Assert.False(Of($"""
            var stripe = builder.Services.AddHttpClient("stripe");
            {statement}
            """).IsPresentOrUnknown);

    [Fact]
    public void Listed_methods_count_whatever_they_are_called()
    {
        var options = FactOptions.Default with { ResilienceMethods = ["AddHardening"] };
        var client = Assert.Single(Clients.Of(options, """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient("stripe").AddHardening();
            static class Wrappers
            {
                public static IHttpClientBuilder AddHardening(this IHttpClientBuilder builder) => builder;
            }
            """));
        Assert.True(client.Resilience.IsPresentOrUnknown);
    }
}
