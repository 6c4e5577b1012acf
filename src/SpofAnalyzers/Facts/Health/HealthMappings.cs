using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>The calls of ASP.NET Core that expose health checks.</summary>
internal static class HealthMappings
{
    /// <summary>Names of the calls.</summary>
    public static IReadOnlyList<string> Names { get; } = ["MapHealthChecks", "UseHealthChecks"];

    public static bool Is(IInvocationOperation call) =>
        call.TargetMethod.ContainingType.Name is "HealthCheckEndpointRouteBuilderExtensions" or "HealthCheckApplicationBuilderExtensions";

    /// <summary>All of them, by name and file.</summary>
    public static IEnumerable<IInvocationOperation> All(FactContext context, CancellationToken cancellationToken) =>
        Names.SelectMany(n => CallSearch.Of(n, context, cancellationToken)).Where(Is);

    /// <summary>The constant path of the endpoint; null where it is not constant.</summary>
    public static string? Path(IInvocationOperation mapping) =>
        (mapping.Arguments.Argument("pattern") ?? mapping.Arguments.Argument("path"))?.Unwrapped().ConstantValue is { HasValue: true, Value: string path } ? path : null;

    /// <summary>True when the call, or the only call of the method around it, is reached in development only.</summary>
    public static bool IsForDevelopment(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        for (var hops = 0; hops < 3; hops++)
        {
            if (DevelopmentOnly.Covers(call))
            {
                return true;
            }

            if (SourceBodies.Of(context).EnclosingMethod(call, cancellationToken) is not { } method
                || MethodCalls.Of(context).Single(method, cancellationToken) is not { } caller)
            {
                return false;
            }

            call = caller;
        }

        return false;
    }
}
