// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.Collections.Generic;

namespace Microsoft.Extensions.DependencyInjection
{
    using Microsoft.Extensions.ServiceDiscovery;

    public static class ServiceDiscoveryHttpClientBuilderExtensions
    {
        public static IHttpClientBuilder AddServiceDiscovery(this IHttpClientBuilder httpClientBuilder) => throw null!;
    }

    public static class ServiceDiscoveryServiceCollectionExtensions
    {
        public static IServiceCollection AddServiceDiscovery(this IServiceCollection services) => throw null!;
        public static IServiceCollection AddServiceDiscovery(this IServiceCollection services, Action<ServiceDiscoveryOptions> configureOptions) => throw null!;
        public static IServiceCollection AddServiceDiscoveryCore(this IServiceCollection services) => throw null!;
        public static IServiceCollection AddServiceDiscoveryCore(this IServiceCollection services, Action<ServiceDiscoveryOptions> configureOptions) => throw null!;
        public static IServiceCollection AddConfigurationServiceEndpointProvider(this IServiceCollection services) => throw null!;
        public static IServiceCollection AddConfigurationServiceEndpointProvider(this IServiceCollection services, Action<ConfigurationServiceEndpointProviderOptions> configureOptions) => throw null!;
        public static IServiceCollection AddPassThroughServiceEndpointProvider(this IServiceCollection services) => throw null!;
    }
}

namespace Microsoft.Extensions.ServiceDiscovery
{
    using Microsoft.Extensions.DependencyInjection;

    public sealed class ServiceDiscoveryOptions
    {
        public IReadOnlyList<string> ApplyAllowedSchemes(IReadOnlyList<string> requestedSchemes) => throw null!;
        public ServiceDiscoveryOptions() { }
        public bool AllowAllSchemes { get => throw null!; set { } }
        public TimeSpan RefreshPeriod { get => throw null!; set { } }
        public IList<string> AllowedSchemes { get => throw null!; set { } }
    }

    public sealed class ConfigurationServiceEndpointProviderOptions
    {
        public ConfigurationServiceEndpointProviderOptions() { }
        public string SectionName { get => throw null!; set { } }
    }
}
