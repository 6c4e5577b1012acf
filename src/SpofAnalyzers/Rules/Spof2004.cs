using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF2004: a context that retries refuses transactions that are begun by hand, because it could not repeat them. The guard against a
/// failover so turns into an exception at every call.
/// </summary>
internal sealed class Spof2004 : OperationRule
{
    public const string Id = "SPOF2004";

    private const string Fix = "Run the transaction inside 'db.Database.CreateExecutionStrategy().ExecuteAsync(…)', so that all of it is repeated.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Retrying strategy combined with a manual transaction",
        "{0} retries transient faults, and this transaction is begun outside of an execution strategy: the first query or save in it throws, because a part of a transaction cannot be repeated",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "With EnableRetryOnFailure a transaction must run inside the execution strategy.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assemblies => ["Microsoft.EntityFrameworkCore"];

    public override IReadOnlyList<string> Calls => ["BeginTransaction", "BeginTransactionAsync"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (operation is not IInvocationOperation call
            || call.Receiver()?.Unwrapped() is not IPropertyReferenceOperation { Property.Name: "Database", Instance.Type: INamedTypeSymbol type }
            || !context.IsOrInherits(type, "Microsoft.EntityFrameworkCore.DbContext")
            || DevelopmentOnly.Covers(operation)
            || RetryingContexts.Of(context, cancellationToken).IsCertain(type) is not { } isCertain
            || StrategyBlocks.Of(context, cancellationToken).MayContain(operation))
        {
            return null;
        }

        return Finding(operation.NameLocation(), Fix, type.Name) with
        {
            Severity = isCertain ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            AdditionalLocations = RetryingContexts.Of(context, cancellationToken).PlacesOf(type),
            Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "database").Add("clientName", type.Name),
        };
    }
}
