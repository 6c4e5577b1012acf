using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Vendors, by the first part of their namespace, whose clients are called inside of a policy or pipeline somewhere in the compilation.</summary>
internal sealed class SdkPipelines
{
    private static readonly string[] Executions = ["Execute", "ExecuteAsync", "ExecuteAndCapture", "ExecuteAndCaptureAsync", "ExecuteOutcomeAsync"];

    private readonly HashSet<string> _roots;

    private SdkPipelines(HashSet<string> roots) => _roots = roots;

    public static SdkPipelines Of(FactContext context, CancellationToken cancellationToken) => context.GetOrCreate(c => Find(c, cancellationToken));

    public bool Contains(string root) => _roots.Contains(root);

    private static SdkPipelines Find(FactContext context, CancellationToken cancellationToken)
    {
        var roots = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            var summary = TreeSummary.Of(tree, cancellationToken);
            foreach (var syntax in Executions.Where(summary.MayMention).SelectMany(e => TreeNames.Of(tree, cancellationToken).Calls(e)))
            {
                if (context.Model(tree).GetOperation(syntax, cancellationToken) is IInvocationOperation execution && execution.TargetMethod.ContainingType.IsInNamespace("Polly"))
                {
                    foreach (var argument in execution.Arguments)
                    {
                        if (SourceBodies.Of(context).OfDelegate(argument.Value, cancellationToken) is { } body)
                        {
                            Take(body, roots, context, 2, cancellationToken);
                        }
                    }
                }
            }
        }

        return new(roots);
    }

    private static void Take(IOperation body, HashSet<string> roots, FactContext context, int hops, CancellationToken cancellationToken)
    {
        foreach (var call in body.Descendants().OfType<IInvocationOperation>())
        {
            foreach (var type in new[] { call.TargetMethod.ContainingType, call.Receiver()?.Core().Type })
            {
                if (VendorUses.Root(type) is { } root)
                {
                    roots.Add(root);
                }
            }

            if (hops > 0 && SourceBodies.Of(context).Of(call.TargetMethod, cancellationToken) is { } inner)
            {
                Take(inner, roots, context, hops - 1, cancellationToken);
            }
        }
    }
}
