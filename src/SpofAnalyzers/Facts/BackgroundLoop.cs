using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>The method that a background service runs.</summary>
internal static class BackgroundLoop
{
    /// <summary>The service's own <c>ExecuteAsync</c>; null where it inherits one.</summary>
    public static IMethodSymbol? Method(INamedTypeSymbol type) =>
        type.GetMembers("ExecuteAsync").OfType<IMethodSymbol>().FirstOrDefault(m => m is { IsOverride: true, Parameters: [{ Type.Name: "CancellationToken" }] });

    /// <summary>Its statements; null where they are not in source.</summary>
    public static IBlockOperation? Body(INamedTypeSymbol type, FactContext context, CancellationToken cancellationToken) =>
        Method(type) is { } method
        && SourceBodies.Of(context).Of(method, cancellationToken) is IMethodBodyOperation { BlockBody: { } body } ? body : null;
}
