using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>SPOF5004, the other shape: a worker whose whole loop stands in a <c>try</c> that swallows every exception ends at the first one.</summary>
internal sealed class Spof5004Worker : TypeRule
{
    private const string Fix = "Catch inside the loop, log and wait before the next round; let through what the loop cannot handle, so that the host stops.";

    public override DiagnosticDescriptor Descriptor => Spof5004.Rule;

    public override IReadOnlyList<string> Bases => ["BackgroundService"];

    public override RuleFinding? Judge(INamedTypeSymbol type, FactContext context, CancellationToken cancellationToken) =>
        BackgroundLoop.Body(type, context, cancellationToken) is { } body
        && Swallowing(body) is { Syntax: CatchClauseSyntax clause }
            ? Finding(clause.CatchKeyword.GetLocation(), Fix, $"'{type.Name}' swallows what ends its loop")
            : null;

    /// <summary>The handler that ends the method without a trace.</summary>
    private static ICatchClauseOperation? Swallowing(IBlockOperation body)
    {
        ITryOperation? last = null;
        foreach (var statement in body.Operations)
        {
            switch (statement)
            {
                case ITryOperation { Finally: null } next when last is null:
                    last = next;
                    break;
                case IReturnOperation:
                    break;
                default:
                    if (last is not null)
                    {
                        return null; // Something comes after it, which may tell.
                    }

                    break;
            }
        }

        return last?.Body.Operations.OfType<ILoopOperation>().Any(l => !l.Descendants().OfType<ICatchClauseOperation>().Any(CatchesAll)) == true
            ? last.Catches.FirstOrDefault(c => CatchesAll(c) && DoesNothing(c.Handler)) : null;
    }

    private static bool CatchesAll(ICatchClauseOperation handler) =>
        ((CatchClauseSyntax)handler.Syntax).Declaration is null || handler.ExceptionType is { Name: "Exception", ContainingNamespace.Name: "System" };

    private static bool DoesNothing(IBlockOperation handler) =>
        !handler.Descendants().Any(o => o is IInvocationOperation or IThrowOperation or IAssignmentOperation or IObjectCreationOperation or IAwaitOperation);
}
