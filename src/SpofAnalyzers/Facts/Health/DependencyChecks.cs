using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Health checks that ask another system.</summary>
internal static class DependencyChecks
{
    /// <summary>Methods of health-check packages that look at the own process, or only show results.</summary>
    private static readonly string[] OfTheProcess =
    [
        "AddPrivateMemoryHealthCheck", "AddWorkingSetHealthCheck", "AddVirtualMemorySizeHealthCheck", "AddProcessHealthCheck", "AddProcessAllocatedMemoryHealthCheck",
        "AddDiskStorageHealthCheck", "AddWindowsServiceHealthCheck", "AddFolder", "AddFile", "AddApplicationStatus", "AddSystemInfo", "AddHangfire",
    ];

    /// <summary>
    /// The first check that asks another system and can fail the whole answer; null when none is registered in sight. One that reports
    /// <c>Degraded</c> does not fail it.
    /// </summary>
    public static IInvocationOperation? First(FactContext context, CancellationToken cancellationToken)
    {
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            // Checks are chained to what this call returns; a builder that is passed around carries the type's name.
            var summary = TreeSummary.Of(tree, cancellationToken);
            if (!summary.MayMention("AddHealthChecks") && !summary.MayMention("IHealthChecksBuilder"))
            {
                continue;
            }

            var names = TreeNames.Of(tree, cancellationToken);
            foreach (var call in names.CallNames.Where(n => n.StartsWith("Add", StringComparison.Ordinal)).SelectMany(names.Calls).OrderBy(c => c.SpanStart))
            {
                if (context.Model(tree).GetOperation(call, cancellationToken) is IInvocationOperation operation && Asks(operation) && !DevelopmentOnly.Covers(operation))
                {
                    return operation;
                }
            }
        }

        return null;
    }

    private static bool Asks(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return method.IsExtensionMethod
            && method.Parameters[0].Type.Name == "IHealthChecksBuilder"
            && (method.Name == "AddDbContextCheck"
                || (method.ContainingAssembly.Name.StartsWith("HealthChecks.", StringComparison.Ordinal) && !OfTheProcess.Contains(method.Name)))
            && !IsDegraded(call.Arguments.Argument("failureStatus"));
    }

    /// <summary>A status that is not constant may be any.</summary>
    private static bool IsDegraded(IOperation? status) =>
        status?.Unwrapped() is { } value && value.ConstantValue is not { HasValue: true, Value: null }
        && value is not IFieldReferenceOperation { Field.Name: "Unhealthy" };
}
