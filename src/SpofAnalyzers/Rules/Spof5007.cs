using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF5007: what an AppHost adds is what it deploys. A store is one container with one volume, a project one instance, unless the AppHost
/// says otherwise.
/// </summary>
internal sealed class Spof5007 : OperationRule
{
    public const string Id = "SPOF5007";

    private const string FixStore =
        "Publish it as a managed resource ('AddAzure…', 'PublishAsConnectionString' to a cluster of yours), or say that it is for development ('ExcludeFromManifest').";

    private const string FixProject = "Add 'WithReplicas(2)', or set the scale where it is published ('PublishAs…').";

    private static readonly string[] Stores =
    [
        "AddPostgres", "AddSqlServer", "AddMySql", "AddOracle", "AddMongoDB", "AddRedis", "AddValkey", "AddGarnet", "AddRabbitMQ", "AddKafka", "AddNats",
        "AddElasticsearch", "AddMilvus", "AddQdrant", "AddKeycloak",
    ];

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "AppHost resource deploys as a single container",
        "'{0}' deploys as a single {1}: when it is lost, {2}, and nothing takes over",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A resource of an Aspire AppHost that is deployed as one container or one instance, although others depend on it.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls { get; } = [.. Stores, "AddProject"];

    public override IReadOnlyList<string> Assemblies => ["Aspire.Hosting"];

    /// <summary>An AppHost is a program that serves nobody.</summary>
    public override bool AppliesTo(FactContext context) => context.Options.ApplicationKind is ApplicationKind.Server or ApplicationKind.Tool;

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (operation is not IInvocationOperation { TargetMethod: { IsExtensionMethod: true, Parameters: [{ Type.Name: "IDistributedApplicationBuilder" }, ..] } method } call
            || call.Arguments.Argument("name")?.ConstantValue is not { HasValue: true, Value: string name }
            || IsChosen(call) || DevelopmentOnly.Covers(call))
        {
            return null;
        }

        var uses = ResourceUses.Of(call);
        if (uses.IsUnclear || uses.Calls.Any(c => PublishesOtherwise(c.TargetMethod.Name) || IsChosen(c)))
        {
            return null;
        }

        return method.Name != "AddProject"
            ? uses.IsReferenced
                ? Finding(call.NameLocation(), FixStore, name, "container", "every project that refers to it loses it")
                    with { Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "store").Add("host", name) }
                : null
            : uses.Call("WithExternalHttpEndpoints") is not null && IsOneInstance(uses.Call("WithReplicas"))
                ? Finding(call.NameLocation(), FixProject, name, "instance", "its public endpoints do not answer")
                : null;
    }

    /// <summary>True without a count, which means 1, and with a constant below two.</summary>
    private static bool IsOneInstance(IInvocationOperation? replicas) =>
        replicas is null || replicas.Arguments.Argument("replicas").ConstantNumber() is < 2;

    private static bool PublishesOtherwise(string method) =>
        method.StartsWith("PublishAs", StringComparison.Ordinal) || method.StartsWith("AsAzure", StringComparison.Ordinal) || method == "ExcludeFromManifest";

    /// <summary>True under any condition, such as whether the AppHost runs or publishes: what is deployed is then a choice.</summary>
    private static bool IsChosen(IOperation operation)
    {
        for (IOperation? at = operation.Parent, below = operation; at is not null; below = at, at = at.Parent)
        {
            if (at is IConditionalOperation choice && below != choice.Condition)
            {
                return true;
            }
        }

        return false;
    }
}
