using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF2001: a relational connection string that is known in full names one machine and uses no failover of its driver. Names that
/// may stand for several machines (service names, managed services) are left to the tool, which sees the infrastructure.
/// </summary>
internal static class Spof2001
{
    public const string Id = "SPOF2001";

    public const string Fix =
        "Give the driver an alternative (host list, failover partner, listener with multi-subnet failover), or point it at a name that fails over. A standby must exist first.";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Database connection has no failover",
        "{0} depends on the one database host '{1}'{2}: if that host is lost, nothing takes over, because the connection string gives the driver no alternative; {3}",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A connection string with one host and no failover setting stops every request that needs the database when that host is away.",
        helpLinkUri: HelpLinks.Of(Id));

    /// <summary>What the rule says about one connection; null when it is not known, not a single machine, or not to be reported.</summary>
    public static RuleFinding? Judge(ConnectionFact fact, FactContext context)
    {
        if (context.Options.ApplicationKind != ApplicationKind.Server || fact.IsDevelopmentOnly || !fact.Technology.IsRelational()
            || fact.Options.Any(SettlesFailover) || ConnectionValues.IsIgnored(fact.Address.Key, context))
        {
            return null;
        }

        string? host = null;
        var places = "";
        var isReadOnly = true;
        var locations = ImmutableArray.CreateBuilder<Location>();
        foreach (var value in ConnectionValues.Of(fact.Address, context))
        {
            if (SingleMachine(value.Text, fact.Technology.Provider(), context) is not var (machine, isReader))
            {
                continue;
            }

            host ??= machine;
            isReadOnly &= isReader;
            if (value.Source is { } source)
            {
                places = places.Length == 0 ? " (" + ConnectionValues.PlaceOf(source) : places + ", " + ConnectionValues.PlaceOf(source);
                locations.Add(source.Location);
            }
        }

        if (host is null)
        {
            return null;
        }

        if (fact.Address.Location != fact.Location && fact.Address.Location.IsInSource)
        {
            locations.Insert(0, fact.Address.Location);
        }

        if (fact.Registration is { } registration)
        {
            locations.Insert(0, registration);
        }

        return new RuleFinding(
            Descriptor,
            Fix,
            isReadOnly ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            fact.Location,
            locations.ToImmutable(),
            ImmutableArray.Create(fact.Name, host, places.Length == 0 ? "" : places + ")", Remedy(fact.Technology)),
            ImmutableDictionary<string, string?>.Empty
                .Add("dependencyKind", "database")
                .Add("host", host)
                .Add("clientName", fact.Name)
                .Add("configKey", fact.Address.Key));
    }

    /// <summary>The host when the string names one machine and no alternative; with whether it is a read-only replica.</summary>
    private static (string Host, bool IsReader)? SingleMachine(string text, ConnectionProvider provider, FactContext context)
    {
        var parsed = EndpointParser.Parse(text, provider);
        if (parsed.Endpoints.Count != 1 || parsed.Form == AddressForm.None || parsed.Options.Any(SettlesFailover))
        {
            return null;
        }

        var isReader = false;
        foreach (var option in parsed.Options)
        {
            if (option.StartsWith("targetSessionAttributes=", StringComparison.Ordinal))
            {
                var role = option.Substring(option.IndexOf('=') + 1);
                isReader |= role is "standby" or "read-only" or "prefer-standby";
                if (!isReader && role != "any")
                {
                    return null; // One host with a wanted role contradicts itself: more hosts were meant.
                }
            }

            isReader |= option == "applicationIntent=readOnly";
        }

        var host = parsed.Endpoints[0].Host;
        return ConnectionValues.IsMachine(host, context) ? (host, isReader) : null;
    }

    private static bool SettlesFailover(string option) =>
        option is "failoverPartner" or "multiSubnetFailover" or "multiHost" or "failover" or "srv" or "haEvents"
            or ConnectionApis.HostList or ConnectionApis.Managed or ConnectionApis.Aspire;

    private static string Remedy(StoreTechnology technology) => technology switch
    {
        StoreTechnology.SqlServer => "connect to an availability group listener with 'MultiSubnetFailover=true' or name a 'Failover Partner'",
        StoreTechnology.PostgreSql => "list the standby too ('Host=a,b;Target Session Attributes=primary')",
        _ => "list the replica too ('Server=a,b;Load Balance=FailOver')",
    };
}
