using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>What stops when connecting throws, by the place where the multiplexer is made.</summary>
internal static class Spof2008Start
{
    private const string NoStart = "the service does not start";

    private const string Kept = "the failure is kept until the process is restarted";

    private const string FirstUse = "everything that is given the multiplexer fails";

    private const int MaxCallers = 3;

    /// <summary>For the message; null where the multiplexer is not made for the whole process, or not at a time that can be told.</summary>
    public static string? Consequence(IInvocationOperation connect, FactContext context, CancellationToken cancellationToken) =>
        Of(connect, context, cancellationToken, MaxCallers);

    private static string? Of(IOperation operation, FactContext context, CancellationToken cancellationToken, int callers)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation lambda)
            {
                return OfLambda(lambda) ?? (IsStarted(operation, context, cancellationToken) ? NoStart : null);
            }
        }

        if (operation.EnclosingSymbol() is IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true } or IMethodSymbol { MethodKind: MethodKind.StaticConstructor })
        {
            return Kept; // A type whose initialiser threw throws again at every use.
        }

        if (IsStarted(operation, context, cancellationToken))
        {
            return NoStart;
        }

        return callers > 0 && SourceBodies.Of(context).EnclosingMethod(operation, cancellationToken) is { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method
            && MethodCalls.Of(context).Single(method, cancellationToken) is { } call
            ? Of(call, context, cancellationToken, callers - 1) : null;
    }

    private static bool IsStarted(IOperation operation, FactContext context, CancellationToken cancellationToken) =>
        CodePhase.Of(operation, context, cancellationToken) == UsePhase.Startup;

    private static string? OfLambda(IAnonymousFunctionOperation lambda)
    {
        var argument = lambda.User() is IDelegateCreationOperation made ? made.User() : lambda.User();
        return argument?.Parent switch
        {
            IInvocationOperation { TargetMethod.Name: "AddSingleton" or "TryAddSingleton" or "AddKeyedSingleton" or "TryAddKeyedSingleton" } => FirstUse,

            // The other modes do not keep what the factory throws.
            IObjectCreationOperation { Type.Name: "Lazy", Arguments: { Length: 1 } or [_, { Value.ConstantValue: { HasValue: true, Value: true } }] } => Kept,
            _ => null,
        };
    }
}
