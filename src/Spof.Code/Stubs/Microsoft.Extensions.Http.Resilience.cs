// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using Microsoft.Extensions.Configuration;
using Polly;
using Polly.CircuitBreaker;
using Polly.Hedging;
using Polly.RateLimiting;
using Polly.Retry;
using Polly.Timeout;

namespace Microsoft.Extensions.DependencyInjection
{
    using Microsoft.Extensions.Http.Resilience;

    public static class ResilienceHttpClientBuilderExtensions
    {
        public static IStandardHedgingHandlerBuilder AddStandardHedgingHandler(this IHttpClientBuilder builder, Action<IRoutingStrategyBuilder> configure) => throw null!;
        public static IStandardHedgingHandlerBuilder AddStandardHedgingHandler(this IHttpClientBuilder builder) => throw null!;
        public static IHttpResiliencePipelineBuilder AddResilienceHandler(this IHttpClientBuilder builder, string pipelineName, Action<ResiliencePipelineBuilder<HttpResponseMessage>> configure) => throw null!;
        public static IHttpResiliencePipelineBuilder AddResilienceHandler(this IHttpClientBuilder builder, string pipelineName, Action<ResiliencePipelineBuilder<HttpResponseMessage>, ResilienceHandlerContext> configure) => throw null!;
        public static IHttpClientBuilder RemoveAllResilienceHandlers(this IHttpClientBuilder builder) => throw null!;
        public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder, IConfigurationSection section) => throw null!;
        public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder, Action<HttpStandardResilienceOptions> configure) => throw null!;
        public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder) => throw null!;
    }

    public static class ResilienceServiceCollectionExtensions
    {
        public static IServiceCollection AddResilienceEnricher(this IServiceCollection services) => throw null!;
    }
}

namespace Microsoft.Extensions.Http.Resilience
{
    using Microsoft.Extensions.DependencyInjection;

    public interface IHttpStandardResiliencePipelineBuilder
    {
        string PipelineName { get; }
        IServiceCollection Services { get; }
    }

    public interface IStandardHedgingHandlerBuilder
    {
        string Name { get; }
        IServiceCollection Services { get; }
        IRoutingStrategyBuilder RoutingStrategyBuilder { get; }
    }

    public interface IHttpResiliencePipelineBuilder
    {
        string PipelineName { get; }
        IServiceCollection Services { get; }
    }

    public interface IRoutingStrategyBuilder
    {
        string Name { get; }
        IServiceCollection Services { get; }
    }

    public sealed class ResilienceHandlerContext
    {
        internal ResilienceHandlerContext() { }
        public TOptions GetOptions<TOptions>(string? name = null) => throw null!;
        public IServiceProvider ServiceProvider => throw null!;
        public string BuilderName => throw null!;
        public string InstanceName => throw null!;
    }

    public class HttpStandardResilienceOptions
    {
        public HttpStandardResilienceOptions() { }
        public HttpRateLimiterStrategyOptions RateLimiter { get => throw null!; set { } }
        public HttpTimeoutStrategyOptions TotalRequestTimeout { get => throw null!; set { } }
        public HttpRetryStrategyOptions Retry { get => throw null!; set { } }
        public HttpCircuitBreakerStrategyOptions CircuitBreaker { get => throw null!; set { } }
        public HttpTimeoutStrategyOptions AttemptTimeout { get => throw null!; set { } }
    }

    public class HttpStandardHedgingResilienceOptions
    {
        public HttpStandardHedgingResilienceOptions() { }
        public HttpTimeoutStrategyOptions TotalRequestTimeout { get => throw null!; set { } }
        public HttpHedgingStrategyOptions Hedging { get => throw null!; set { } }
        public HedgingEndpointOptions Endpoint { get => throw null!; set { } }
    }

    public class HedgingEndpointOptions
    {
        public HedgingEndpointOptions() { }
        public HttpRateLimiterStrategyOptions RateLimiter { get => throw null!; set { } }
        public HttpCircuitBreakerStrategyOptions CircuitBreaker { get => throw null!; set { } }
        public HttpTimeoutStrategyOptions Timeout { get => throw null!; set { } }
    }

    public class HttpRetryStrategyOptions : RetryStrategyOptions<HttpResponseMessage>
    {
        public HttpRetryStrategyOptions() { }
        public bool ShouldRetryAfterHeader { get => throw null!; set { } }
    }

    public static class HttpRetryStrategyOptionsExtensions
    {
        public static void DisableForUnsafeHttpMethods(this HttpRetryStrategyOptions options) => throw null!;
        public static void DisableFor(this HttpRetryStrategyOptions options, params HttpMethod[] methods) => throw null!;
    }

    public class HttpCircuitBreakerStrategyOptions : CircuitBreakerStrategyOptions<HttpResponseMessage>
    {
        public HttpCircuitBreakerStrategyOptions() { }
    }

    public class HttpTimeoutStrategyOptions : TimeoutStrategyOptions
    {
        public HttpTimeoutStrategyOptions() { }
    }

    public class HttpRateLimiterStrategyOptions : RateLimiterStrategyOptions
    {
        public HttpRateLimiterStrategyOptions() { }
    }

    public class HttpHedgingStrategyOptions : HedgingStrategyOptions<HttpResponseMessage>
    {
        public HttpHedgingStrategyOptions() { }
    }

    public static class RoutingStrategyBuilderExtensions
    {
        public static IRoutingStrategyBuilder ConfigureOrderedGroups(this IRoutingStrategyBuilder builder, IConfigurationSection section) => throw null!;
        public static IRoutingStrategyBuilder ConfigureOrderedGroups(this IRoutingStrategyBuilder builder, Action<OrderedGroupsRoutingOptions> configure) => throw null!;
        public static IRoutingStrategyBuilder ConfigureOrderedGroups(this IRoutingStrategyBuilder builder, Action<OrderedGroupsRoutingOptions, IServiceProvider> configure) => throw null!;
        public static IRoutingStrategyBuilder ConfigureWeightedGroups(this IRoutingStrategyBuilder builder, IConfigurationSection section) => throw null!;
        public static IRoutingStrategyBuilder ConfigureWeightedGroups(this IRoutingStrategyBuilder builder, Action<WeightedGroupsRoutingOptions> configure) => throw null!;
        public static IRoutingStrategyBuilder ConfigureWeightedGroups(this IRoutingStrategyBuilder builder, Action<WeightedGroupsRoutingOptions, IServiceProvider> configure) => throw null!;
    }

    public class OrderedGroupsRoutingOptions
    {
        public OrderedGroupsRoutingOptions() { }
        public IList<UriEndpointGroup> Groups { get => throw null!; set { } }
    }

    public class WeightedGroupsRoutingOptions
    {
        public WeightedGroupsRoutingOptions() { }
        public WeightedGroupSelectionMode SelectionMode { get => throw null!; set { } }
        public IList<WeightedUriEndpointGroup> Groups { get => throw null!; set { } }
    }

    public enum WeightedGroupSelectionMode
    {
        EveryAttempt = 0,
        InitialAttempt = 1,
    }

    public class UriEndpointGroup
    {
        public UriEndpointGroup() { }
        public IList<WeightedUriEndpoint> Endpoints { get => throw null!; set { } }
    }

    public class WeightedUriEndpointGroup : UriEndpointGroup
    {
        public WeightedUriEndpointGroup() { }
        public int Weight { get => throw null!; set { } }
    }

    public class WeightedUriEndpoint
    {
        public WeightedUriEndpoint() { }
        public Uri? Uri { get => throw null!; set { } }
        public int Weight { get => throw null!; set { } }
    }

    public class UriEndpoint
    {
        public UriEndpoint() { }
        public Uri? Uri { get => throw null!; set { } }
    }

    public class ResilienceHandler : DelegatingHandler
    {
        public ResilienceHandler(Func<HttpRequestMessage, ResiliencePipeline<HttpResponseMessage>> pipelineProvider) { }
        public ResilienceHandler(ResiliencePipeline<HttpResponseMessage> pipeline) { }
    }

    public static class HttpClientResiliencePredicates
    {
        public static bool IsTransient(Outcome<HttpResponseMessage> outcome) => throw null!;
        public static bool IsTransient(Outcome<HttpResponseMessage> outcome, CancellationToken cancellationToken) => throw null!;
    }

    public static class HttpStandardResiliencePipelineBuilderExtensions
    {
        public static IHttpStandardResiliencePipelineBuilder Configure(this IHttpStandardResiliencePipelineBuilder builder, IConfigurationSection section) => throw null!;
        public static IHttpStandardResiliencePipelineBuilder Configure(this IHttpStandardResiliencePipelineBuilder builder, Action<HttpStandardResilienceOptions> configure) => throw null!;
        public static IHttpStandardResiliencePipelineBuilder Configure(this IHttpStandardResiliencePipelineBuilder builder, Action<HttpStandardResilienceOptions, IServiceProvider> configure) => throw null!;
        public static IHttpStandardResiliencePipelineBuilder SelectPipelineByAuthority(this IHttpStandardResiliencePipelineBuilder builder) => throw null!;
        public static IHttpStandardResiliencePipelineBuilder SelectPipelineBy(this IHttpStandardResiliencePipelineBuilder builder, Func<IServiceProvider, Func<HttpRequestMessage, string>> selectorFactory) => throw null!;
    }

    public static class StandardHedgingHandlerBuilderExtensions
    {
        public static IStandardHedgingHandlerBuilder Configure(this IStandardHedgingHandlerBuilder builder, IConfigurationSection section) => throw null!;
        public static IStandardHedgingHandlerBuilder Configure(this IStandardHedgingHandlerBuilder builder, Action<HttpStandardHedgingResilienceOptions> configure) => throw null!;
        public static IStandardHedgingHandlerBuilder Configure(this IStandardHedgingHandlerBuilder builder, Action<HttpStandardHedgingResilienceOptions, IServiceProvider> configure) => throw null!;
        public static IStandardHedgingHandlerBuilder SelectPipelineByAuthority(this IStandardHedgingHandlerBuilder builder) => throw null!;
        public static IStandardHedgingHandlerBuilder SelectPipelineBy(this IStandardHedgingHandlerBuilder builder, Func<IServiceProvider, Func<HttpRequestMessage, string>> selectorFactory) => throw null!;
    }

    public static class HttpResiliencePipelineBuilderExtensions
    {
        public static IHttpResiliencePipelineBuilder SelectPipelineByAuthority(this IHttpResiliencePipelineBuilder builder) => throw null!;
        public static IHttpResiliencePipelineBuilder SelectPipelineBy(this IHttpResiliencePipelineBuilder builder, Func<IServiceProvider, Func<HttpRequestMessage, string>> selectorFactory) => throw null!;
    }
}
