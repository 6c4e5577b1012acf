using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF2009: a client that knows one endpoint cannot find the others while that one is away. Replicas and cluster members are learned from it
/// once it has answered, so this informs only; the tool sees what stands behind the name.
/// </summary>
internal sealed class Spof2009 : OperationRule
{
    public const string Id = "SPOF2009";

    private const string Fix = "List the replicas or the other members too ('a:6379,b:6379'), or ask Sentinel ('serviceName=…'). They must exist first.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Redis client knows one endpoint",
        "{0} knows the one Redis endpoint '{1}'{2}: while that host is away, a process that starts finds no other, even where replicas exist; list them, or ask Sentinel with 'serviceName'",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A Redis client with a single endpoint depends on that host to learn about any other.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assemblies => ["StackExchange.Redis"];

    public override IReadOnlyList<string> Calls => ["Connect", "ConnectAsync", "AddStackExchangeRedisCache", "AddStackExchangeRedisOutputCache", "AddStackExchangeRedis"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (ConnectionFacts.From(operation, context, cancellationToken) is not { Technology: StoreTechnology.Redis, IsDevelopmentOnly: false } fact
            || fact.Options.Any(o => o == ConnectionApis.HostList || IsSentinel(o)) || ConnectionValues.IsIgnored(fact.Address.Key, context))
        {
            return null;
        }

        foreach (var (text, source) in ConnectionValues.Of(fact.Address, context))
        {
            var parsed = EndpointParser.Parse(text, ConnectionProvider.Redis);
            if (parsed.Endpoints.Count == 1 && !parsed.Options.Any(IsSentinel) && ConnectionValues.IsMachine(parsed.Endpoints[0].Host, context))
            {
                var host = parsed.Endpoints[0].Host;
                return Finding(fact.Location, Fix, fact.Name, host, source is null ? "" : " (" + ConnectionValues.PlaceOf(source) + ")") with
                {
                    AdditionalLocations = ImmutableArray.Create(source?.Location ?? fact.Address.Location),
                    Properties = ImmutableDictionary<string, string?>.Empty
                        .Add("dependencyKind", "cache").Add("host", host).Add("clientName", fact.Name).Add("configKey", fact.Address.Key),
                };
            }
        }

        return null;
    }

    private static bool IsSentinel(string option) => option.StartsWith("serviceName", StringComparison.Ordinal);
}
