using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF4007: the clustering, storage and reminders that libraries offer for development keep in one process what the cluster stands on.
/// When that process is lost, so is the cluster, however many nodes it has.
/// </summary>
internal sealed class Spof4007 : OperationRule
{
    public const string Id = "SPOF4007";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Cluster runs in development mode",
        "'{0}' is meant for development: {1}",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Development clustering, memory storage, memory reminders and a single seed node tie a cluster to one process.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls => [.. Spof4007Marks.Names];

    public override IReadOnlyList<string> Assignments => ["SeedNodes"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) => operation switch
    {
        ISimpleAssignmentOperation assignment => Seeds(assignment, context, cancellationToken),
        IInvocationOperation { TargetMethod.ContainingType: var type } call when type.IsInNamespace("Orleans") => Orleans(call, context, cancellationToken),
        IInvocationOperation { TargetMethod.ContainingType: var type } call when type.IsInNamespace("Aspire") => Aspire(call),
        _ => null,
    };

    private RuleFinding? Orleans(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        if (Spof4007Marks.Of(call.TargetMethod.Name) is not { } mark
            || (call.TargetMethod.Name == "UseStaticClustering" && !IsOneEndpoint(call))
            || DevelopmentOnly.Covers(call) || RegistrationBranch.AsksForMemory(call.Syntax))
        {
            return null;
        }

        // The last registration wins, so any other provider may replace this one; grain storages and streams stand side by side by name.
        var isReplaced = mark.IsNamed
            ? (RegistrationBranch.IsConditional(call.Syntax) && CallSearch.AnyName(mark.IsAlternative, context, cancellationToken))
                || Spof4007Marks.IsRegisteredAgain(call, mark, context, cancellationToken)
            : CallSearch.AnyName(mark.IsAlternative, context, cancellationToken);
        return isReplaced ? null : Of(call, mark);
    }

    /// <summary>In an AppHost a condition asks whether it runs on the developer's machine or is published.</summary>
    private RuleFinding? Aspire(IInvocationOperation call) =>
        Spof4007Marks.Of(call.TargetMethod.Name) is { } mark && !RegistrationBranch.IsConditional(call.Syntax) && !DevelopmentOnly.Covers(call) ? Of(call, mark) : null;

    /// <summary>Akka.NET: a list of one seed node.</summary>
    private RuleFinding? Seeds(ISimpleAssignmentOperation assignment, FactContext context, CancellationToken cancellationToken) =>
        assignment is { Target: IPropertyReferenceOperation { Property.ContainingType: { Name: "ClusterOptions" } type } }
        && type.IsInNamespace("Akka")
        && IsOne(assignment.Value.Core())
        && !DevelopmentOnly.Covers(assignment)
        && !CallSearch.Mentions(context, cancellationToken, "WithClusterBootstrap", "WithAkkaManagement")
            ? Finding(
                assignment.Value.Syntax.GetLocation(), "List several seed nodes, or let Akka.Management find them.", "SeedNodes",
                "it lists one node, and while that one is down no other can join the cluster")
            : null;

    private RuleFinding Of(IInvocationOperation call, Spof4007Mark mark) =>
        Finding(call.NameLocation(), mark.Fix, call.TargetMethod.Name, mark.Loss) with
        {
            Severity = mark.IsNamed && Spof4007Marks.NameOf(call) is { } name && name.IndexOf("cache", StringComparison.OrdinalIgnoreCase) >= 0
                ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "cluster"),
        };

    private static bool IsOneEndpoint(IInvocationOperation call) => call.Arguments.Any(a => a.Parameter?.Type is IArrayTypeSymbol && IsOne(a.Value.Core()));

    private static bool IsOne(IOperation value) => value switch
    {
        IArrayCreationOperation { Initializer.ElementValues.Length: 1 } => true,
        _ => value.Syntax is CollectionExpressionSyntax
        {
            Elements: [ExpressionElementSyntax],
        },
    };
}
