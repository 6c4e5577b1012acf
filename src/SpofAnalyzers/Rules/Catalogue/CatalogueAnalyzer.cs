using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// Runs rules of the catalogue while the code is typed. One analyzer for many rules: each operation is looked up once by its name, whatever
/// the number of rules.
/// </summary>
public abstract class CatalogueAnalyzer : SpofAnalyzer
{
    private readonly CodeRule[] _rules;

    private protected CatalogueAnalyzer(IEnumerable<CodeRule> rules)
    {
        _rules = [.. rules];
        SupportedDiagnostics = _rules.Select(r => r.Descriptor).Distinct().ToImmutableArray();
    }

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    private protected sealed override void Start(CompilationStartAnalysisContext context, FactContext facts)
    {
        var rules = _rules.Where(r => r.AppliesTo(facts) && r.IsReferenced(facts)).ToArray();
        if (rules.Length == 0)
        {
            return;
        }

        var table = new RuleTable(rules);
        if (table.HasCalls)
        {
            context.RegisterOperationAction(c => Judge(c, table.OfCall(((IInvocationOperation)c.Operation).TargetMethod.Name), facts), OperationKind.Invocation);
        }

        if (table.HasCreations)
        {
            context.RegisterOperationAction(c => Judge(c, c.Operation.Type is { } type ? table.OfCreation(type.Name) : [], facts), OperationKind.ObjectCreation);
        }

        if (table.HasAssignments)
        {
            context.RegisterOperationAction(
                c => Judge(c, ((ISimpleAssignmentOperation)c.Operation).Target is IMemberReferenceOperation target ? table.OfAssignment(target.Member.Name) : [], facts),
                OperationKind.SimpleAssignment);
        }

        if (table.HasTypes)
        {
            context.RegisterSymbolAction(c => Judge(c, table, facts), SymbolKind.NamedType);
        }

        if (table.Settings.Count > 0)
        {
            context.RegisterAdditionalFileAction(c => Judge(c, table.Settings, facts));
        }
    }

    private static void Judge(OperationAnalysisContext context, OperationRule[] rules, FactContext facts)
    {
        foreach (var rule in rules)
        {
            if (rule.Judge(context.Operation, facts, context.CancellationToken)?.In(facts.Compilation) is { } finding)
            {
                context.ReportDiagnostic(finding.ToDiagnostic(facts.Compilation));
            }
        }
    }

    private static void Judge(SymbolAnalysisContext context, RuleTable table, FactContext facts)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class)
        {
            return;
        }

        foreach (var rule in table.OfType(type))
        {
            if (rule.Judge(type, facts, context.CancellationToken)?.In(facts.Compilation) is { } finding)
            {
                context.ReportDiagnostic(finding.ToDiagnostic(facts.Compilation));
            }
        }
    }

    private static void Judge(AdditionalFileAnalysisContext context, IReadOnlyList<SettingsRule> rules, FactContext facts)
    {
        foreach (var rule in rules)
        {
            foreach (var finding in rule.Judge(context.AdditionalFile.Path, facts))
            {
                context.ReportDiagnostic(finding.ToDiagnostic(facts.Compilation));
            }
        }
    }
}

/// <summary>Rules of the catalogue that are on by default.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DefaultRulesAnalyzer() : CatalogueAnalyzer(RuleCatalogue.All.Where(r => r.Descriptor.IsEnabledByDefault));

/// <summary>Rules of the catalogue that a team switches on: as long as it does not, the compiler does not even start this one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptInRulesAnalyzer() : CatalogueAnalyzer(RuleCatalogue.All.Where(r => !r.Descriptor.IsEnabledByDefault));
