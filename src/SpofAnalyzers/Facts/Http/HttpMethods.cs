using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>The methods of <c>HttpClient</c> that send a request.</summary>
internal static class HttpMethods
{
    public const string HttpClient = "System.Net.Http.HttpClient";
    private const string Invoker = "System.Net.Http.HttpMessageInvoker";
    private const string JsonExtensions = "System.Net.Http.Json.HttpClientJsonExtensions";

    private static readonly HashSet<string> Safe = new(StringComparer.Ordinal)
    {
        "GetAsync", "GetStringAsync", "GetByteArrayAsync", "GetStreamAsync", "GetFromJsonAsync", "GetFromJsonAsAsyncEnumerable",
    };

    private static readonly HashSet<string> Unsafe = new(StringComparer.Ordinal)
    {
        "PostAsync", "PutAsync", "PatchAsync", "DeleteAsync", "PostAsJsonAsync", "PutAsJsonAsync", "PatchAsJsonAsync", "DeleteFromJsonAsync",
    };

    /// <summary>Names of all of them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Safe, .. Unsafe, "SendAsync", "Send"];

    public static bool Sends(string method) => Safe.Contains(method) || Unsafe.Contains(method) || method is "SendAsync" or "Send";

    public static bool IsSafe(string method) => Safe.Contains(method);

    /// <summary>True for names that hardly anything but an HTTP client has.</summary>
    public static bool IsSpecific(string method) =>
        Sends(method) && method is not ("GetAsync" or "PostAsync" or "PutAsync" or "PatchAsync" or "DeleteAsync" or "SendAsync" or "Send");

    /// <summary>True when the method is one of an HTTP client and sends.</summary>
    public static bool IsCall(IInvocationOperation invocation, FactContext context)
    {
        var method = invocation.TargetMethod;
        return Sends(method.Name) && (context.Is(method.ContainingType, HttpClient) || context.Is(method.ContainingType, JsonExtensions)
            || (context.Is(method.ContainingType, Invoker) && context.Is(invocation.Instance?.Type, HttpClient)));
    }

    /// <summary>True unless the request is known to be a GET, HEAD or OPTIONS.</summary>
    public static bool IsUnsafe(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        var name = call.TargetMethod.Name;
        return !Safe.Contains(name)
            && (Unsafe.Contains(name) || Request(call, context, cancellationToken)?.Arguments.Argument("method")?.Core() is not
                IPropertyReferenceOperation { Property: { Name: "Get" or "Head" or "Options", ContainingType.Name: "HttpMethod" } });
    }

    /// <summary>The argument that carries the address; null when the call has none.</summary>
    public static IOperation? RequestUri(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        if (call.Arguments.Argument("requestUri") is { } uri)
        {
            return uri;
        }

        return Request(call, context, cancellationToken) is { } request
            ? request.Arguments.Argument("requestUri") ?? request.AssignmentsTo("RequestUri").FirstOrDefault()?.Value
            : null;
    }

    /// <summary>The creation of the message that <c>SendAsync</c> sends, through one local.</summary>
    private static IObjectCreationOperation? Request(IInvocationOperation call, FactContext context, CancellationToken cancellationToken) =>
        call.Arguments.Argument("request")?.Core() switch
        {
            IObjectCreationOperation creation => creation,
            ILocalReferenceOperation local => SourceBodies.Of(context).Initializer(local.Local, cancellationToken)?.Core() as IObjectCreationOperation,
            _ => null,
        };
}
