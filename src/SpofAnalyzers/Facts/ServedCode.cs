using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Proves that code runs while the server serves, as its place shows: an endpoint, a controller, the work of a hosted service.</summary>
internal static class ServedCode
{
    public static bool Contains(IOperation operation, FactContext context)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation lambda
                && lambda.ReceivingCall() is { TargetMethod: { IsExtensionMethod: true, Parameters: [{ Type.Name: "IEndpointRouteBuilder" }, ..] } })
            {
                return true;
            }
        }

        var symbol = operation.EnclosingSymbol();
        while (symbol?.ContainingSymbol is IMethodSymbol outer)
        {
            symbol = outer;
        }

        return symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary, ContainingType: { } type } method
            && ((CodePhase.IsHosted(type) && method.Name is not ("StartAsync" or "StartingAsync" or "StopAsync" or "StoppedAsync"))
                || context.IsOrInherits(type, "Microsoft.AspNetCore.Mvc.ControllerBase"));
    }
}
