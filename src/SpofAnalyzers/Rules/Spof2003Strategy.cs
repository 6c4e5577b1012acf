using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Reads the provider options of a context.</summary>
internal static class Spof2003Strategy
{
    private const int MaxDepth = 4;

    /// <summary>True when the options enable retries, set a strategy, or pass through code that cannot be seen.</summary>
    public static bool MayRetry(IInvocationOperation call, FactContext context, CancellationToken cancellationToken) =>
        OptionsOf(call) is { } options
        && (SourceBodies.Of(context).OfDelegate(options, cancellationToken) is not { } body || MayRetry(body, context, cancellationToken, MaxDepth));

    /// <summary>The argument for the options of the provider, not for those of the context; null when it is left out.</summary>
    private static IOperation? OptionsOf(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Value.ConstantValue is not { HasValue: true, Value: null }
                && argument.Parameter?.Type is INamedTypeSymbol { Name: "Action", TypeArguments: [.., { } options] } && IsProviderOptions(options))
            {
                return argument.Value;
            }
        }

        return null;
    }

    private static bool MayRetry(IOperation body, FactContext context, CancellationToken cancellationToken, int depth)
    {
        foreach (var call in body.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            if (call.TargetMethod.Name is "EnableRetryOnFailure" or "ExecutionStrategy")
            {
                return true;
            }

            if (IsHelper(call) && (depth == 0 || SourceBodies.Of(context).Of(call.TargetMethod, cancellationToken) is not { } helper
                || MayRetry(helper, context, cancellationToken, depth - 1)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A method that is given the options and belongs neither to EF Core nor to a provider.</summary>
    private static bool IsHelper(IInvocationOperation call) =>
        call.Arguments.Any(a => IsProviderOptions(a.Value.Core().Type))
        && call.TargetMethod.ContainingAssembly?.Name is { } assembly
        && !assembly.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) && !assembly.StartsWith("Npgsql", StringComparison.Ordinal)
        && !assembly.StartsWith("Pomelo", StringComparison.Ordinal);

    private static bool IsProviderOptions(ITypeSymbol? type) =>
        type is { Name: var name } && name != "DbContextOptionsBuilder" && name.EndsWith("DbContextOptionsBuilder", StringComparison.Ordinal);
}
