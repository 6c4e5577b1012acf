using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>
/// Takes a chain that holds <c>AddServiceDiscovery</c> apart, so that resilience comes first. In one chain that order does not compile: the
/// resilience handler returns another builder.
/// </summary>
internal static class DiscoveryOrder
{
    private const string Discovery = "AddServiceDiscovery";

    public static bool Holds(IEnumerable<InvocationExpressionSyntax> links) => links.Any(l => BuilderChainSyntax.NameOf(l) == Discovery);

    /// <summary>The statements that stand for the chain; null when discovery is not part of it.</summary>
    /// <param name="chain">Outermost call.</param>
    /// <param name="isResilience">Tells the call that must come first, and what configures it, from the others.</param>
    /// <param name="added">Makes the resilience call from the builder where the chain has none.</param>
    /// <param name="model">Model of the document.</param>
    public static IReadOnlyList<StatementSyntax>? Statements(
        InvocationExpressionSyntax chain, Func<InvocationExpressionSyntax, bool> isResilience, Func<ExpressionSyntax, ExpressionSyntax>? added, SemanticModel model)
    {
        var (head, links) = BuilderChainSyntax.Links(chain);
        var discovery = links.FindIndex(l => BuilderChainSyntax.NameOf(l) == Discovery);
        if (discovery < 0)
        {
            return null;
        }

        var statements = new List<StatementSyntax>();
        var before = links.Take(discovery).ToList();
        ExpressionSyntax builder = head.WithoutTrivia();
        if (before.Count > 0 || head is not IdentifierNameSyntax)
        {
            var name = FreeName(chain, model);
            var start = before.Count == 0 ? head.WithoutTrivia() : ((ExpressionSyntax)before[before.Count - 1]).WithoutTrivia();
            statements.Add(Statement($"var {name} = {start.ToFullString()};"));
            builder = SyntaxFactory.IdentifierName(name);
        }

        var from = links.FindIndex(discovery, l => isResilience(l));
        var resilience = from < 0 ? [] : links.Skip(from).ToList();
        var rest = links.Skip(discovery).Take((from < 0 ? links.Count : from) - discovery).ToList();
        var first = added is null ? BuilderChainSyntax.Apply(builder, resilience) : added(builder);
        statements.Add(Statement(first.ToFullString() + ";"));
        statements.Add(Statement(BuilderChainSyntax.Apply(builder, rest).ToFullString() + ";"));
        return statements;
    }

    private static StatementSyntax Statement(string text) => SyntaxFactory.ParseStatement(text);

    private static string FreeName(SyntaxNode at, SemanticModel model)
    {
        const string name = "client";
        var taken = new HashSet<string>(model.LookupSymbols(at.SpanStart).Select(s => s.Name), StringComparer.Ordinal);
        taken.UnionWith(at.SyntaxTree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>().Select(v => v.Identifier.ValueText));
        return taken.Contains(name) ? Enumerable.Range(2, 1000).Select(i => name + i).First(n => !taken.Contains(n)) : name;
    }
}
