using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF2002: failover settings that the driver rejects together. Nothing complains until the connection is made, so the redundancy that was
/// meant becomes the outage; an incomplete host list becomes one when the primary is lost.
/// </summary>
internal sealed class Spof2002 : OperationRule
{
    public const string Id = "SPOF2002";

    /// <summary>Properties that tell the fix what to change in the text or initializer that the first additional location shows.</summary>
    public const string RemoveKeyword = "removeKeyword";

    public const string RespellKeyword = "respellKeyword";

    public const string AppendText = "appendText";

    public const string RemoveSetting = "removeSetting";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Failover settings contradict or cancel each other",
        "The failover settings of {0} do not work together: {1}",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Failover settings that exclude each other stop the connection itself, at run time and not before.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls =>
        ["UseSqlServer", "AddSqlServer", "UseNpgsql", "AddNpgsql", "AddNpgsqlDataSource", "AddNpgsqlSlimDataSource", "UseMySQL"];

    public override IReadOnlyList<string> Creations =>
        ["SqlConnection", "NpgsqlConnection", "NpgsqlDataSourceBuilder", "NpgsqlSlimDataSourceBuilder", "MySqlConnection", "CosmosClientOptions"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (operation is IObjectCreationOperation { Type.Name: "CosmosClientOptions" } cosmos)
        {
            return OfCosmos(cosmos, context);
        }

        if (ConnectionFacts.From(operation, context, cancellationToken) is not { IsDevelopmentOnly: false, Address.IsThroughBuilder: false } fact
            || IsSetFurther(operation) || ConnectionValues.IsIgnored(fact.Address.Key, context))
        {
            return null;
        }

        foreach (var (text, source) in ConnectionValues.Of(fact.Address, context))
        {
            if (Spof2002Conflict.In(text, Spof2002Conflict.DriverOf(operation, fact), fact, context) is { } conflict)
            {
                return Finding(operation, fact, conflict, source);
            }
        }

        return null;
    }

    private RuleFinding Finding(IOperation operation, ConnectionFact fact, Spof2002Conflict conflict, ConfigurationValue? source)
    {
        var place = source is null ? "" : " (" + ConnectionValues.PlaceOf(source) + ")";
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add("dependencyKind", "database").Add("clientName", fact.Name).Add("configKey", fact.Address.Key);
        var isEditable = source is null && conflict.Edit is not null && fact.Address.Location.SourceTree == operation.Syntax.SyntaxTree;
        return Finding(fact.Location, conflict.Fix, fact.Name + place, conflict.Reason) with
        {
            Severity = conflict.IsCertain ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            AdditionalLocations = ImmutableArray.Create(source?.Location ?? fact.Address.Location),
            Properties = isEditable ? properties.Add(conflict.Edit!, conflict.EditValue) : properties,
        };
    }

    /// <summary>True when code next to the text sets the host or the role too, so that the text is not the whole.</summary>
    private static bool IsSetFurther(IOperation operation) =>
        operation.AssignmentsTo("Host").Any() || operation.AssignmentsTo("TargetSessionAttributes").Any()
        || (operation is IObjectCreationOperation creation && ObjectSettings.Of(creation) is var settings
            && (settings["Host"] ?? settings["TargetSessionAttributes"] ?? settings["ConnectionString"]) is not null);

    /// <summary>Only what the initializer itself sets: settings of two branches do not meet.</summary>
    private RuleFinding? OfCosmos(IObjectCreationOperation creation, FactContext context)
    {
        if (!context.Is(creation.Type, "Microsoft.Azure.Cosmos.CosmosClientOptions") || creation.Initializer is null || DevelopmentOnly.Covers(creation))
        {
            return null;
        }

        var set = creation.Initializer.Initializers.OfType<ISimpleAssignmentOperation>()
            .Where(a => a.Target is IPropertyReferenceOperation && a.Value.Core().ConstantValue is not { HasValue: true, Value: null or "" or false })
            .Select(a => ((IPropertyReferenceOperation)a.Target).Property.Name).ToList();
        var hasRegion = set.Contains("ApplicationRegion");
        var hasPreferred = set.Contains("ApplicationPreferredRegions");
        var losing = (hasRegion || hasPreferred) && set.Contains("LimitToEndpoint") && IsConstantTrue(creation, "LimitToEndpoint") ? "LimitToEndpoint"
            : hasRegion && hasPreferred ? "ApplicationRegion" : null;
        if (losing is null)
        {
            return null;
        }

        var other = hasPreferred ? "ApplicationPreferredRegions" : "ApplicationRegion";
        return Finding(
            creation.NameLocation(), "Remove '" + losing + "'.", "the Cosmos DB client",
            "'" + losing + "' and '" + other + "' exclude each other, and the client throws when it is made") with
        {
            Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "database").Add(RemoveSetting, losing),
        };
    }

    private static bool IsConstantTrue(IObjectCreationOperation creation, string property) => ObjectSettings.Of(creation).IsConstant(property, true);
}
