// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.IO.Compression;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace Refit
{
    public static class HttpClientFactoryExtensions
    {
        public static IHttpClientBuilder AddRefitClient(this IHttpClientBuilder builder, Type refitInterfaceType) => throw null!;
        public static IHttpClientBuilder AddRefitClient(this IHttpClientBuilder builder, Type refitInterfaceType, RefitSettings? settings) => throw null!;
        public static IHttpClientBuilder AddRefitClient(this IHttpClientBuilder builder, Type refitInterfaceType, Func<IServiceProvider, RefitSettings?>? settingsAction) => throw null!;
        public static IHttpClientBuilder AddRefitClient<T>(this IHttpClientBuilder builder) where T : class => throw null!;
        public static IHttpClientBuilder AddRefitClient<T>(this IHttpClientBuilder builder, RefitSettings? settings) where T : class => throw null!;
        public static IHttpClientBuilder AddRefitClient<T>(this IHttpClientBuilder builder, Func<IServiceProvider, RefitSettings?>? settingsAction) where T : class => throw null!;
        public static IHttpClientBuilder AddKeyedRefitClient(this IHttpClientBuilder builder, Type refitInterfaceType, object? serviceKey) => throw null!;
        public static IHttpClientBuilder AddKeyedRefitClient(this IHttpClientBuilder builder, Type refitInterfaceType, object? serviceKey, RefitSettings? settings) => throw null!;
        public static IHttpClientBuilder AddKeyedRefitClient(this IHttpClientBuilder builder, Type refitInterfaceType, object? serviceKey, Func<IServiceProvider, RefitSettings?>? settingsAction) => throw null!;
        public static IHttpClientBuilder AddKeyedRefitClient<T>(this IHttpClientBuilder builder, object? serviceKey) where T : class => throw null!;
        public static IHttpClientBuilder AddKeyedRefitClient<T>(this IHttpClientBuilder builder, object? serviceKey, RefitSettings? settings) where T : class => throw null!;
        public static IHttpClientBuilder AddKeyedRefitClient<T>(this IHttpClientBuilder builder, object? serviceKey, Func<IServiceProvider, RefitSettings?>? settingsAction) where T : class => throw null!;
        public static IHttpClientBuilder AddAuthorizationHeaderValueProvider(this IHttpClientBuilder builder, Func<IServiceProvider, HttpRequestMessage, CancellationToken, ValueTask<string>> getToken) => throw null!;
        public static IHttpClientBuilder AddRefitGeneratedClient<T>(this IServiceCollection services, JsonSerializerContext context) where T : class => throw null!;
        public static IHttpClientBuilder AddRefitGeneratedClient<T>(this IServiceCollection services, JsonSerializerContext context, bool allowReflectionFallback) where T : class => throw null!;
        public static IHttpClientBuilder AddRefitGeneratedClient<T>(this IServiceCollection services, JsonSerializerContext context, Func<IServiceProvider, RefitSettings?>? settingsAction) where T : class => throw null!;
        public static IHttpClientBuilder AddRefitGeneratedClient<T>(this IServiceCollection services, JsonSerializerContext context, Func<IServiceProvider, RefitSettings?>? settingsAction, string? httpClientName) where T : class => throw null!;
        public static IHttpClientBuilder AddRefitGeneratedClient<T>(this IServiceCollection services, JsonSerializerContext context, Func<IServiceProvider, RefitSettings?>? settingsAction, string? httpClientName, bool allowReflectionFallback) where T : class => throw null!;
        public static IHttpClientBuilder AddKeyedRefitGeneratedClient<T>(this IServiceCollection services, object? serviceKey, JsonSerializerContext context) where T : class => throw null!;
        public static IHttpClientBuilder AddKeyedRefitGeneratedClient<T>(this IServiceCollection services, object? serviceKey, JsonSerializerContext context, Func<IServiceProvider, RefitSettings?>? settingsAction) where T : class => throw null!;
        public static IHttpClientBuilder AddKeyedRefitGeneratedClient<T>(this IServiceCollection services, object? serviceKey, JsonSerializerContext context, Func<IServiceProvider, RefitSettings?>? settingsAction, string? httpClientName, bool allowReflectionFallback) where T : class => throw null!;
        public static IHttpClientBuilder AddRefitClient(this IServiceCollection services, Type refitInterfaceType) => throw null!;
        public static IHttpClientBuilder AddRefitClient(this IServiceCollection services, Type refitInterfaceType, RefitSettings? settings) => throw null!;
        public static IHttpClientBuilder AddRefitClient(this IServiceCollection services, Type refitInterfaceType, RefitSettings? settings, string? httpClientName) => throw null!;
        public static IHttpClientBuilder AddRefitClient(this IServiceCollection services, Type refitInterfaceType, Func<IServiceProvider, RefitSettings?>? settingsAction) => throw null!;
        public static IHttpClientBuilder AddRefitClient(this IServiceCollection services, Type refitInterfaceType, Func<IServiceProvider, RefitSettings?>? settingsAction, string? httpClientName) => throw null!;
        public static IHttpClientBuilder AddRefitClient<T>(this IServiceCollection services) where T : class => throw null!;
        public static IHttpClientBuilder AddRefitClient<T>(this IServiceCollection services, RefitSettings? settings) where T : class => throw null!;
        public static IHttpClientBuilder AddRefitClient<T>(this IServiceCollection services, RefitSettings? settings, string? httpClientName) where T : class => throw null!;
        public static IHttpClientBuilder AddRefitClient<T>(this IServiceCollection services, Func<IServiceProvider, RefitSettings?>? settingsAction) where T : class => throw null!;
        public static IHttpClientBuilder AddRefitClient<T>(this IServiceCollection services, Func<IServiceProvider, RefitSettings?>? settingsAction, string? httpClientName) where T : class => throw null!;
        public static IHttpClientBuilder AddKeyedRefitClient(this IServiceCollection services, Type refitInterfaceType, object? serviceKey) => throw null!;
        public static IHttpClientBuilder AddKeyedRefitClient(this IServiceCollection services, Type refitInterfaceType, object? serviceKey, RefitSettings? settings) => throw null!;
        public static IHttpClientBuilder AddKeyedRefitClient(this IServiceCollection services, Type refitInterfaceType, object? serviceKey, RefitSettings? settings, string? httpClientName) => throw null!;
        public static IHttpClientBuilder AddKeyedRefitClient(this IServiceCollection services, Type refitInterfaceType, object? serviceKey, Func<IServiceProvider, RefitSettings?>? settingsAction) => throw null!;
        public static IHttpClientBuilder AddKeyedRefitClient(this IServiceCollection services, Type refitInterfaceType, object? serviceKey, Func<IServiceProvider, RefitSettings?>? settingsAction, string? httpClientName) => throw null!;
        public static IHttpClientBuilder AddKeyedRefitClient<T>(this IServiceCollection services, object? serviceKey) where T : class => throw null!;
        public static IHttpClientBuilder AddKeyedRefitClient<T>(this IServiceCollection services, object? serviceKey, RefitSettings? settings) where T : class => throw null!;
        public static IHttpClientBuilder AddKeyedRefitClient<T>(this IServiceCollection services, object? serviceKey, RefitSettings? settings, string? httpClientName) where T : class => throw null!;
        public static IHttpClientBuilder AddKeyedRefitClient<T>(this IServiceCollection services, object? serviceKey, Func<IServiceProvider, RefitSettings?>? settingsAction) where T : class => throw null!;
        public static IHttpClientBuilder AddKeyedRefitClient<T>(this IServiceCollection services, object? serviceKey, Func<IServiceProvider, RefitSettings?>? settingsAction, string? httpClientName) where T : class => throw null!;
        public static IHttpClientBuilder AddRefitGeneratedClient<T>(this IServiceCollection services) where T : class => throw null!;
        public static IHttpClientBuilder AddRefitGeneratedClient<T>(this IServiceCollection services, RefitSettings? settings) where T : class => throw null!;
        public static IHttpClientBuilder AddRefitGeneratedClient<T>(this IServiceCollection services, RefitSettings? settings, string? httpClientName) where T : class => throw null!;
        public static IHttpClientBuilder AddRefitGeneratedClient<T>(this IServiceCollection services, Func<IServiceProvider, RefitSettings?>? settingsAction) where T : class => throw null!;
        public static IHttpClientBuilder AddRefitGeneratedClient<T>(this IServiceCollection services, Func<IServiceProvider, RefitSettings?>? settingsAction, string? httpClientName) where T : class => throw null!;
        public static IHttpClientBuilder AddKeyedRefitGeneratedClient<T>(this IServiceCollection services, object? serviceKey) where T : class => throw null!;
        public static IHttpClientBuilder AddKeyedRefitGeneratedClient<T>(this IServiceCollection services, object? serviceKey, RefitSettings? settings) where T : class => throw null!;
        public static IHttpClientBuilder AddKeyedRefitGeneratedClient<T>(this IServiceCollection services, object? serviceKey, RefitSettings? settings, string? httpClientName) where T : class => throw null!;
        public static IHttpClientBuilder AddKeyedRefitGeneratedClient<T>(this IServiceCollection services, object? serviceKey, Func<IServiceProvider, RefitSettings?>? settingsAction) where T : class => throw null!;
        public static IHttpClientBuilder AddKeyedRefitGeneratedClient<T>(this IServiceCollection services, object? serviceKey, Func<IServiceProvider, RefitSettings?>? settingsAction, string? httpClientName) where T : class => throw null!;
    }

    public static class RestService
    {
        public static T For<T>(HttpClient client, RefitSettings? settings) => throw null!;
        public static T For<T>(HttpClient client) => throw null!;
        public static T For<T>(string hostUrl, RefitSettings? settings) => throw null!;
        public static T For<T>(string hostUrl) => throw null!;
        public static object For(Type refitInterfaceType, HttpClient client, RefitSettings? settings) => throw null!;
        public static object For(Type refitInterfaceType, HttpClient client) => throw null!;
        public static object For(Type refitInterfaceType, string hostUrl, RefitSettings? settings) => throw null!;
        public static object For(Type refitInterfaceType, string hostUrl) => throw null!;
    }

    public class RefitSettings
    {
        public RefitSettings() { }
        public Func<HttpResponseMessage, ValueTask<Exception?>> ExceptionFactory { get => throw null!; set { } }
        public Func<HttpRequestMessage, CancellationToken, ValueTask<string>>? AuthorizationHeaderValueGetter { get => throw null!; set { } }
        public Func<HttpMessageHandler>? HttpMessageHandlerFactory { get => throw null!; set { } }
    }

    public sealed class GetAttribute : HttpMethodAttribute
    {
        public GetAttribute(string path) : base(path) { }
        public override HttpMethod Method => throw null!;
    }

    public sealed class PostAttribute : HttpMethodAttribute
    {
        public PostAttribute(string path) : base(path) { }
        public override HttpMethod Method => throw null!;
    }

    public sealed class PutAttribute : HttpMethodAttribute
    {
        public PutAttribute(string path) : base(path) { }
        public override HttpMethod Method => throw null!;
    }

    public sealed class PatchAttribute : HttpMethodAttribute
    {
        public PatchAttribute(string path) : base(path) { }
        public override HttpMethod Method => throw null!;
    }

    public sealed class DeleteAttribute : HttpMethodAttribute
    {
        public DeleteAttribute(string path) : base(path) { }
        public override HttpMethod Method => throw null!;
    }

    public sealed class HeadAttribute : HttpMethodAttribute
    {
        public HeadAttribute(string path) : base(path) { }
        public override HttpMethod Method => throw null!;
    }

    public sealed class OptionsAttribute : HttpMethodAttribute
    {
        public OptionsAttribute(string path) : base(path) { }
        public override HttpMethod Method => throw null!;
    }

    public abstract class HttpMethodAttribute : Attribute
    {
        protected HttpMethodAttribute(string path) { }
        public abstract HttpMethod Method { get; }
        public virtual string Path { get => throw null!; set { } }
    }

    public sealed class BodyAttribute : Attribute
    {
        public BodyAttribute() { }
        public BodyAttribute(bool buffered) { }
        public BodyAttribute(BodySerializationMethod serializationMethod, bool buffered) { }
        public BodyAttribute(BodySerializationMethod serializationMethod) { }
        public bool? Buffered => throw null!;
        public BodySerializationMethod SerializationMethod => throw null!;
        public CompressionLevel CompressionLevel { get => throw null!; set { } }
    }

    public enum BodySerializationMethod
    {
        Default = 0,
        Json = 1,
        UrlEncoded = 2,
        Serialized = 3,
        JsonLines = 4,
    }

    public sealed class HeaderAttribute : Attribute
    {
        public HeaderAttribute(string header) { }
        public string Header => throw null!;
    }

    public sealed class HeadersAttribute : Attribute
    {
        public HeadersAttribute(params string[] headers) { }
        public string[] Headers => throw null!;
    }

    public sealed class AliasAsAttribute : Attribute
    {
        public AliasAsAttribute(string name) { }
        public string Name => throw null!;
    }

    public sealed class QueryAttribute : Attribute
    {
        public QueryAttribute() { }
        public QueryAttribute(string delimiter) { }
        public QueryAttribute(string delimiter, string prefix) { }
        public QueryAttribute(string delimiter, string prefix, string format) { }
        public QueryAttribute(CollectionFormat collectionFormat) { }
        public bool TreatAsString { get => throw null!; set { } }
        public string? Name { get => throw null!; set { } }
        public bool SerializeNull { get => throw null!; set { } }
        public string Delimiter => throw null!;
        public string? Prefix => throw null!;
        public string? Format { get => throw null!; set { } }
        public CollectionFormat CollectionFormat { get => throw null!; set { } }
        public bool IsCollectionFormatSpecified => throw null!;
    }

    public enum CollectionFormat
    {
        RefitParameterFormatter = 0,
        Csv = 1,
        Ssv = 2,
        Tsv = 3,
        Pipes = 4,
        Multi = 5,
        Indexed = 6,
    }

    public sealed class AuthorizeAttribute : Attribute
    {
        public AuthorizeAttribute(string scheme = "Bearer") { }
        public string Scheme => throw null!;
    }

    public sealed class MultipartAttribute : Attribute
    {
        public MultipartAttribute(string boundaryText = "----MyGreatBoundary") { }
        public string BoundaryText => throw null!;
    }

    public interface IApiResponse : IDisposable
    {
        bool HasResponseError(out ApiException? error);
        HttpResponseHeaders? Headers { get; }
        HttpContentHeaders? ContentHeaders { get; }
        bool IsSuccessStatusCode { get; }
        bool IsSuccessful { get; }
        bool IsReceived { get; }
        HttpStatusCode? StatusCode { get; }
        string? ReasonPhrase { get; }
        HttpRequestMessage? RequestMessage { get; }
        Version? Version { get; }
    }

    public interface IApiResponse<out T> : IApiResponse, IDisposable
    {
        T? Content { get; }
        bool HasContent { get; }
        bool IsSuccessfulWithContent { get; }
    }

    public sealed class ApiResponse<T> : IApiResponse<T>, IApiResponse, IDisposable
    {
        public void Dispose() => throw null!;
        public bool HasResponseError(out ApiException? error) => throw null!;
        public T? Content => throw null!;
        public bool HasContent => throw null!;
        public bool IsSuccessfulWithContent => throw null!;
        public HttpResponseHeaders? Headers => throw null!;
        public HttpContentHeaders? ContentHeaders => throw null!;
        public bool IsSuccessStatusCode => throw null!;
        public bool IsSuccessful => throw null!;
        public bool IsReceived => throw null!;
        public string? ReasonPhrase => throw null!;
        public HttpRequestMessage RequestMessage => throw null!;
        public HttpStatusCode? StatusCode => throw null!;
        public Version? Version => throw null!;
    }

    public class ApiException
    {
        internal ApiException() { }
        public HttpStatusCode StatusCode => throw null!;
        public string? Content { get => throw null!; set { } }
    }
}
