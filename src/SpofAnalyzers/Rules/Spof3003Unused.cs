using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Finds policies and pipelines that a private field keeps and nothing reads.</summary>
internal static class Spof3003Unused
{
    /// <summary>Methods whose result is a policy or a pipeline.</summary>
    public static IReadOnlyList<string> Makers { get; } =
    [
        "Build", "Retry", "RetryAsync", "RetryForever", "RetryForeverAsync", "WaitAndRetry", "WaitAndRetryAsync", "WaitAndRetryForever", "WaitAndRetryForeverAsync",
        "CircuitBreaker", "CircuitBreakerAsync", "AdvancedCircuitBreaker", "AdvancedCircuitBreakerAsync", "Timeout", "TimeoutAsync",
        "Fallback", "FallbackAsync", "Bulkhead", "BulkheadAsync", "Wrap", "WrapAsync",
    ];

    /// <summary>The private field that keeps what the call makes and is mentioned nowhere else; null when there is none.</summary>
    public static IFieldSymbol? Holder(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (!call.TargetMethod.ContainingType.IsInNamespace("Polly") || !IsExecutable(call.Type))
        {
            return null;
        }

        var field = call.User() switch
        {
            IFieldInitializerOperation { InitializedFields: [var initialized, ..] } => initialized,
            ISimpleAssignmentOperation { Target: IFieldReferenceOperation target } => target.Field,
            _ => null,
        };
        return field is { DeclaredAccessibility: Accessibility.Private, IsImplicitlyDeclared: false } && !IsRead(field, cancellationToken) ? field : null;
    }

    private static bool IsExecutable(ITypeSymbol? type) =>
        type?.IsInNamespace("Polly") == true
        && (type.Name.EndsWith("Policy", StringComparison.Ordinal) || type.Name.StartsWith("ResiliencePipeline", StringComparison.Ordinal) || type.Name.EndsWith("PolicyWrap", StringComparison.Ordinal));

    private static bool IsRead(IFieldSymbol field, CancellationToken cancellationToken)
    {
        foreach (var reference in field.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var name in reference.GetSyntax(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var use = TreeNames.Qualified(name);
                if (name.Identifier.ValueText == field.Name && !(use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
