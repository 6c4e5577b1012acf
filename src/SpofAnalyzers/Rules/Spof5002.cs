using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF5002: probes ask the endpoint in production, where it is not mapped. An orchestrator without an answer either restarts what is healthy or,
/// once the probe has been removed, sends traffic to what is broken.
/// </summary>
internal sealed class Spof5002 : OperationRule
{
    public const string Id = "SPOF5002";

    /// <summary>The method of the Aspire template whose source is in another project.</summary>
    private const string DefaultEndpoints = "MapDefaultEndpoints";

    private const string Fix = "Map the health endpoints in every environment, and keep strangers out by a management port or by the ingress.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Health endpoints exist only in Development",
        "{0} in Development only: in production no probe gets an answer, so an instance that hangs is neither restarted nor taken out of the load balancer",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Every health endpoint of the code is mapped under a check for the development environment, so that none exists where instances fail for real.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls { get; } = [.. HealthMappings.Names, DefaultEndpoints];

    public override IReadOnlyList<string> Assemblies => ["Microsoft.AspNetCore.Diagnostics.HealthChecks"];

    /// <summary>Libraries too: that is where a solution keeps what its services map.</summary>
    public override bool AppliesTo(FactContext context) => context.Options.ApplicationKind is ApplicationKind.Server or ApplicationKind.Library;

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: DefaultEndpoints } call => OfTemplate(call, context, cancellationToken),
        IInvocationOperation mapping when HealthMappings.Is(mapping) => OfMapping(mapping, context, cancellationToken),
        _ => null,
    };

    private RuleFinding? OfMapping(IInvocationOperation mapping, FactContext context, CancellationToken cancellationToken)
    {
        if (!HealthMappings.IsForDevelopment(mapping, context, cancellationToken))
        {
            return null;
        }

        var all = HealthMappings.All(context, cancellationToken).ToArray();
        var choice = DevelopmentOnly.Choice(mapping)?.Syntax;
        if (all.Any(m => m.Syntax.SpanStart < mapping.Syntax.SpanStart && IsUnder(choice, m.Syntax)) // Several under one condition are one finding.
            || all.Any(m => !HealthMappings.IsForDevelopment(m, context, cancellationToken))
            || OtherHealthEndpoints.Exist(context, cancellationToken))
        {
            return null;
        }

        var subject = HealthMappings.Path(mapping) is { } path ? $"'{path}' is mapped" : "The health endpoint is mapped";
        var finding = Finding(mapping.NameLocation(), Fix, subject);
        return choice is IfStatementSyntax branch ? finding with { AdditionalLocations = ImmutableArray.Create(branch.Condition.GetLocation()) } : finding;
    }

    private static bool IsUnder(SyntaxNode? choice, SyntaxNode node) =>
        choice is not null && choice.SyntaxTree == node.SyntaxTree && choice.Span.Contains(node.Span);

    /// <summary>The template maps in development only; a solution that has changed it shows so in its source, where that is at hand.</summary>
    private RuleFinding? OfTemplate(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        var method = call.TargetMethod;
        return context.Options.ApplicationKind == ApplicationKind.Server
            && method is { IsExtensionMethod: true, ContainingType: { Name: "Extensions", ContainingNamespace: { Name: "Hosting", ContainingNamespace.Name: "Extensions" } } }
            && !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, context.Compilation.Assembly)
            && !context.Options.HealthMethods.Contains(method.Name)
            && !MapsInProduction(method, cancellationToken)
            && !HealthMappings.All(context, cancellationToken).Any()
            && !OtherHealthEndpoints.Exist(context, cancellationToken)
                ? Finding(call.NameLocation(), Fix, "'MapDefaultEndpoints' of the service-defaults template maps health endpoints") with { Severity = DiagnosticSeverity.Info }
                : null;
    }

    /// <summary>True when the source of the method maps outside of any check for development; nothing is bound, it is another project.</summary>
    private static bool MapsInProduction(IMethodSymbol method, CancellationToken cancellationToken) =>
        (method.ReducedFrom ?? method).DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellationToken))
            .SelectMany(m => m.DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Any(c => TreeNames.NameOf(c) is { } name && name.IndexOf("Health", StringComparison.Ordinal) > 0 && !name.StartsWith("Add", StringComparison.Ordinal)
                && !c.Ancestors().OfType<IfStatementSyntax>().Any(i => i.Condition.ToString().IndexOf("Development", StringComparison.Ordinal) >= 0));
}
