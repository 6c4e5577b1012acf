using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF2008: <c>ConnectionMultiplexer.Connect</c> throws when no server answers, unless it is told to connect later. At the start of a service
/// that turns the outage of a cache into the outage of everything.
/// </summary>
internal sealed class Spof2008 : OperationRule
{
    public const string Id = "SPOF2008";

    private const string Fix = "Add 'abortConnect=false' to the configuration, or set 'AbortOnConnectFail = false': the client then connects as soon as Redis answers.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Redis outage stops start-up",
        "When Redis at '{0}' does not answer, {1}: connecting throws, because 'abortConnect' is true by default; with 'abortConnect=false' the client would connect once Redis is back",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A multiplexer that must connect at once makes Redis a condition for the start of the service.",
        helpLinkUri: HelpLinks.Of(Id));

    private static readonly string[] Caches = ["AddStackExchangeRedisCache", "AddStackExchangeRedisOutputCache"];

    /// <summary>Names that show another use of Redis than as a cache.</summary>
    private static readonly string[] OtherUses =
    [
        "GetDatabase", "GetSubscriber", "GetServer", "IDatabase", "ISubscriber", "AddStackExchangeRedis", "PersistKeysToStackExchangeRedis", "RedLockFactory",
        "RedisDistributedLock", "RedisDistributedSynchronizationProvider", "AddRedisStorage", "UseRedisStorage",
    ];

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assemblies => ["StackExchange.Redis"];

    public override IReadOnlyList<string> Calls => ["Connect", "ConnectAsync"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (operation is not IInvocationOperation call || !context.Is(call.TargetMethod.ContainingType, "StackExchange.Redis.ConnectionMultiplexer")
            || ConnectionFacts.From(operation, context, cancellationToken) is not { IsDevelopmentOnly: false } fact
            || fact.Options.Contains(ConnectionApis.ConnectsLater) || fact.Options.Contains(ConnectionApis.MayConnectLater)
            || ConnectionValues.IsIgnored(fact.Address.Key, context)
            || Spof2008Start.Consequence(call, context, cancellationToken) is not { } consequence
            || Substitutes.Cover(operation, context, cancellationToken))
        {
            return null;
        }

        foreach (var (text, source) in ConnectionValues.Of(fact.Address, context))
        {
            if (MustAnswer(text, context) is { } host)
            {
                var isCacheOnly = WrittenNames.Of(context).HasAny(Caches, cancellationToken) && !WrittenNames.Of(context).HasAny(OtherUses, cancellationToken);
                return Finding(fact.Location, Fix, host, consequence) with
                {
                    Severity = isCacheOnly ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                    AdditionalLocations = (source?.Location ?? Editable(call, fact)) is { } place ? ImmutableArray.Create(place) : ImmutableArray<Location>.Empty,
                    Properties = ImmutableDictionary<string, string?>.Empty
                        .Add("dependencyKind", "cache").Add("host", host).Add("clientName", fact.Name).Add("configKey", fact.Address.Key),
                };
            }
        }

        return null;
    }

    /// <summary>The first host of a configuration that must answer; null for local hosts, for Azure, where the client connects later, and if so configured.</summary>
    private static string? MustAnswer(string text, FactContext context)
    {
        var parsed = EndpointParser.Parse(text, ConnectionProvider.Redis);
        return parsed.Endpoints.Count == 0 || parsed.Options.Contains(ConnectionApis.ConnectsLater)
            || parsed.Endpoints.Any(e => IsAzure(e.Host) || HostList.Contains(context.Options.AllowedHosts, e.Host)
                || HostClassifier.Classify(e.Host, context.Options.Hosts).Class is HostClass.Loopback or HostClass.Placeholder or HostClass.Documentation)
            ? null : parsed.Endpoints[0].Host;
    }

    private static bool IsAzure(string host) =>
        (host.IndexOf(".redis.", StringComparison.Ordinal) > 0 || host.IndexOf(".redisenterprise.", StringComparison.Ordinal) > 0)
        && new[] { ".windows.net", ".azure.net", ".azure.com", ".chinacloudapi.cn", ".usgovcloudapi.net", ".sovcloud-api.de", ".sovcloud-api.fr" }
            .Any(s => host.EndsWith(s, StringComparison.Ordinal));

    /// <summary>The text or the options object that the setting can be added to.</summary>
    private static Location? Editable(IInvocationOperation call, ConnectionFact fact)
    {
        if (call.Arguments.FirstOrDefault(a => a.Value.Type?.Name == "ConfigurationOptions") is not { } options)
        {
            return fact.Address.Location;
        }

        var settings = ObjectSettings.Of(options.Value);
        return settings["AbortOnConnectFail"] is not null ? null : settings.Origin switch
        {
            IObjectCreationOperation creation => creation.Syntax.GetLocation(),
            IInvocationOperation => fact.Address.Location,
            _ => null,
        };
    }
}
