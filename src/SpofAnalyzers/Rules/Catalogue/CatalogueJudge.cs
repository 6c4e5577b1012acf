using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Runs the catalogue over a whole compilation, as the tool does: names first, and only what carries one is bound.</summary>
internal static class CatalogueJudge
{
    /// <param name="context">The compilation and what is known about it.</param>
    /// <param name="trees">Trees to look at; generated files are left out by the caller.</param>
    /// <param name="settings">Paths of the configuration files.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static IEnumerable<RuleFinding> Judge(
        FactContext context, IReadOnlyList<SyntaxTree> trees, IEnumerable<string> settings, CancellationToken cancellationToken)
    {
        var table = new RuleTable([.. RuleCatalogue.All.Where(r => r.AppliesTo(context) && IsOn(r, context) && r.IsReferenced(context))]);
        foreach (var tree in trees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (node, rules) in Named(table, TreeNames.Of(tree, cancellationToken)).OrderBy(p => p.Node.SpanStart))
            {
                var concerned = Array.FindAll(rules, r => r.MayConcern(node, context, cancellationToken));
                if (concerned.Length > 0 && context.Model(tree).GetOperation(node, cancellationToken) is { } operation)
                {
                    foreach (var finding in concerned.Select(r => r.Judge(operation, context, cancellationToken)).OfType<RuleFinding>())
                    {
                        yield return finding;
                    }
                }
            }

            foreach (var finding in OfTypes(table, tree, context, cancellationToken))
            {
                yield return finding;
            }
        }

        foreach (var finding in from path in settings from rule in table.Settings from finding in rule.Judge(path, context) select finding)
        {
            yield return finding;
        }
    }

    /// <summary>A rule that is off by default counts where a configuration switches it on for the compilation.</summary>
    private static bool IsOn(CodeRule rule, FactContext context) =>
        rule.Descriptor.IsEnabledByDefault
        || (context.Compilation.Options.SpecificDiagnosticOptions.TryGetValue(rule.Descriptor.Id, out var given) && IsReported(given))
        || (context.Compilation.Options.SyntaxTreeOptionsProvider is { } provider
            && ((provider.TryGetGlobalDiagnosticValue(rule.Descriptor.Id, default, out var global) && IsReported(global))
                || context.Compilation.SyntaxTrees.Any(t => provider.TryGetDiagnosticValue(t, rule.Descriptor.Id, default, out var local) && IsReported(local))));

    private static bool IsReported(ReportDiagnostic severity) => severity is not (ReportDiagnostic.Suppress or ReportDiagnostic.Default or ReportDiagnostic.Hidden);

    private static IEnumerable<(ExpressionSyntax Node, OperationRule[] Rules)> Named(RuleTable table, TreeNames names) =>
        from named in new (IEnumerable<KeyValuePair<string, OperationRule[]>> Names, Func<string, IEnumerable<ExpressionSyntax>> Nodes)[]
        {
            (table.CallNames, names.Calls), (table.CreationNames, names.Creations), (table.AssignmentNames, names.Assignments),
        }
        from rules in named.Names
        from node in named.Nodes(rules.Key)
        select (node, rules.Value);

    private static IEnumerable<RuleFinding> OfTypes(RuleTable table, SyntaxTree tree, FactContext context, CancellationToken cancellationToken)
    {
        if (!table.HasTypes)
        {
            yield break;
        }

        foreach (var declaration in tree.GetCompilationUnitRoot(cancellationToken).DescendantNodes(n => n is not MemberDeclarationSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<TypeDeclarationSyntax>().Where(d => d is ClassDeclarationSyntax or RecordDeclarationSyntax && d.BaseList is not null))
        {
            if (context.Model(tree).GetDeclaredSymbol(declaration, cancellationToken) is INamedTypeSymbol { TypeKind: TypeKind.Class } type)
            {
                foreach (var finding in table.OfType(type).Select(r => r.Judge(type, context, cancellationToken)).OfType<RuleFinding>())
                {
                    yield return finding;
                }
            }
        }
    }
}
