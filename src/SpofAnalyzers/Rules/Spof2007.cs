using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF2007: with a direct connection the MongoDB driver talks to one member of a replica set and never looks for another, so that the loss of
/// that member stops the service although the set goes on.
/// </summary>
internal sealed class Spof2007 : OperationRule
{
    public const string Id = "SPOF2007";

    private const string Fix = "Remove the direct connection and name the members of the replica set ('mongodb://a,b,c/?replicaSet=…') or its DNS seed list ('mongodb+srv://…').";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "MongoDB client is bound to one server",
        "The MongoDB client {0}",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A client that is bound to one server does not follow an election of the replica set.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assemblies => ["MongoDB.Driver", "MongoDB.Driver.Core"];

    public override IReadOnlyList<string> Creations => ["MongoClient"];

    public override IReadOnlyList<string> Assignments => ["DirectConnection"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) => operation switch
    {
        IObjectCreationOperation creation when context.Is(creation.Type, "MongoDB.Driver.MongoClient") => OfClient(creation, context, cancellationToken),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment
            when context.Is(target.Property.ContainingType, "MongoDB.Driver.MongoClientSettings") || context.Is(target.Property.ContainingType, "MongoDB.Driver.MongoUrlBuilder")
            => OfSetting(assignment, target, context, cancellationToken),
        _ => null,
    };

    private RuleFinding? OfClient(IObjectCreationOperation creation, FactContext context, CancellationToken cancellationToken)
    {
        if (creation.Arguments.Length == 0 || DevelopmentOnly.Covers(creation)
            || Spof2007Address.Of(creation.Arguments[0].Value, context, cancellationToken) is not { } address
            || ConnectionValues.IsIgnored(address.Key, context))
        {
            return null;
        }

        foreach (var (text, source) in ConnectionValues.Of(address, context))
        {
            var parsed = EndpointParser.Parse(text, ConnectionProvider.MongoDb);
            if (parsed.Endpoints.Count == 0 || parsed.Endpoints.All(e => IsLocal(e.Host, context)))
            {
                continue;
            }

            var host = parsed.Endpoints[0].Host;
            var place = source is null ? "" : " (" + ConnectionValues.PlaceOf(source) + ")";
            if (parsed.Options.Contains("directConnection"))
            {
                return Bound(creation.NameLocation(), host, place, source?.Location ?? address.Location, address.Key);
            }

            var isOne = parsed.Endpoints.Count == 1 && !parsed.Options.Any(o => o is "srv" || o.StartsWith("replicaSet", StringComparison.Ordinal))
                && text.IndexOf("loadBalanced=true", StringComparison.OrdinalIgnoreCase) < 0;
            if (isOne && ConnectionValues.IsMachine(host, context))
            {
                return Bound(creation.NameLocation(), host, place, source?.Location ?? address.Location, address.Key) with
                {
                    Severity = DiagnosticSeverity.Info,
                    Arguments = ImmutableArray.Create("knows '" + host + "'" + place
                        + " alone as its start-up seed: while that host is away, a process that starts finds no other member; name several, or 'mongodb+srv'"),
                };
            }
        }

        return null;
    }

    private RuleFinding Bound(Location at, string host, string place, Location text, string? key) =>
        Finding(at, Fix, "is bound to '" + host + "'" + place + " by 'directConnection=true': it does not look for another member when that host is lost or steps down, so nothing takes over") with
        {
            AdditionalLocations = ImmutableArray.Create(text),
            Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "database").Add("host", host).Add("configKey", key),
        };

    private RuleFinding? OfSetting(
        ISimpleAssignmentOperation assignment, IPropertyReferenceOperation target, FactContext context, CancellationToken cancellationToken)
    {
        if (assignment.Value.Core().ConstantValue is not { HasValue: true, Value: true } || UnconditionalCode.IsChosen(assignment) || DevelopmentOnly.Covers(assignment))
        {
            return null;
        }

        // A client of a local server, as far as the object shows where it connects.
        var settings = target.Instance is IInstanceReferenceOperation ? assignment.Parent?.Parent : target.Instance;
        if (settings is not null && Spof2007Address.OfSettings(settings, context, cancellationToken) is { Source: AddressSource.Literal, Text: { } text }
            && EndpointParser.Parse(text, ConnectionProvider.MongoDb).Endpoints.All(e => IsLocal(e.Host, context)))
        {
            return null;
        }

        return Finding(
            assignment.Syntax.GetLocation(), Fix,
            "is bound to one server by 'DirectConnection = true': it does not look for another member when that server is lost or steps down, so nothing takes over") with
        {
            Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "database"),
        };
    }

    private static bool IsLocal(string host, FactContext context) =>
        HostClassifier.Classify(host, context.Options.Hosts).Class is HostClass.Loopback or HostClass.Placeholder or HostClass.Documentation;
}
