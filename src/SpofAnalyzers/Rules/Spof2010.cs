using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>SPOF2010: an account with several regions is of no use to a client that was told to stay with one endpoint.</summary>
internal sealed class Spof2010 : OperationRule
{
    public const string Id = "SPOF2010";

    private const string Setting = "LimitToEndpoint";

    private const string Fix = "Remove the setting, and list preferred regions if the order matters; keep it for the emulator only.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Cosmos DB client is pinned to one region or endpoint",
        "'{0}' keeps the client at one endpoint: when its region is lost, it does not follow the failover of the account to another one",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A Cosmos DB client that is limited to its endpoint does not ask the account for its other regions, so it cannot fail over.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assignments => [Setting];

    public override IReadOnlyList<string> Calls => ["WithLimitToEndpoint", Setting];

    public override IReadOnlyList<string> Assemblies => ["Microsoft.Azure.Cosmos.Client", "Microsoft.EntityFrameworkCore.Cosmos"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) =>
        IsLimit(operation, context) && !DevelopmentOnly.Covers(operation) && !IsForEmulator(operation)
            ? Finding(operation is IInvocationOperation ? operation.NameLocation() : operation.Syntax.GetLocation(), Fix, Setting)
            : null;

    private static bool IsLimit(IOperation operation, FactContext context) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target, Value: var value } =>
            context.Is(target.Property.ContainingType, "Microsoft.Azure.Cosmos.CosmosClientOptions") && IsTrue(value),
        IInvocationOperation { TargetMethod: { ContainingType: var type }, Arguments: [{ Value: var value }] } =>
            (context.Is(type, "Microsoft.Azure.Cosmos.Fluent.CosmosClientBuilder")
                || context.Is(type, "Microsoft.EntityFrameworkCore.Infrastructure.CosmosDbContextOptionsBuilder"))
            && IsTrue(value),
        _ => false,
    };

    private static bool IsTrue(IOperation value) => value.Core().ConstantValue is { HasValue: true, Value: true };

    /// <summary>True where the same member connects to this machine, or asks for the emulator by name: the emulator has one endpoint.</summary>
    private static bool IsForEmulator(IOperation operation)
    {
        for (IOperation? at = operation.Parent, below = operation; at is not null; below = at, at = at.Parent)
        {
            if (at is IConditionalOperation choice && below != choice.Condition
                && choice.Condition.Syntax.ToString().IndexOf("emulator", StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return operation.Root().Descendants().Any(o => o.ConstantValue is { HasValue: true, Value: string text } && IsLoopback(text));
    }

    private static bool IsLoopback(string text) =>
        text.IndexOf(':') >= 0 && EndpointParser.Parse(text).Endpoints.Any(e => HostClassifier.Classify(e.Host, HostContext.Empty).Class == HostClass.Loopback);
}
