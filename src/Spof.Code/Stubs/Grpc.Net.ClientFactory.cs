// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using Grpc.Net.Client;
using Grpc.Net.ClientFactory;

namespace Grpc.Net.ClientFactory
{
    public class GrpcClientFactoryOptions
    {
        public GrpcClientFactoryOptions() { }
        public Uri? Address { get => throw null!; set { } }
    }

    public abstract class GrpcClientFactory
    {
        public abstract TClient CreateClient<TClient>(string name) where TClient : class;
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class GrpcClientServiceExtensions
    {
        public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services) where TClient : class => throw null!;
        public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, Action<GrpcClientFactoryOptions> configureClient) where TClient : class => throw null!;
        public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, Action<IServiceProvider, GrpcClientFactoryOptions> configureClient) where TClient : class => throw null!;
        public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, string name) where TClient : class => throw null!;
        public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, string name, Action<GrpcClientFactoryOptions> configureClient) where TClient : class => throw null!;
        public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, string name, Action<IServiceProvider, GrpcClientFactoryOptions> configureClient) where TClient : class => throw null!;
    }

    public static class GrpcHttpClientBuilderExtensions
    {
        public static IHttpClientBuilder ConfigureChannel(this IHttpClientBuilder builder, Action<IServiceProvider, GrpcChannelOptions> configureChannel) => throw null!;
        public static IHttpClientBuilder ConfigureChannel(this IHttpClientBuilder builder, Action<GrpcChannelOptions> configureChannel) => throw null!;
        public static IHttpClientBuilder AddInterceptor<TInterceptor>(this IHttpClientBuilder builder) => throw null!;
    }
}
