using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Settings of one connection string that do not work together, by the driver that reads it.</summary>
/// <param name="Reason">What happens, for the message; holds keywords only, no value.</param>
/// <param name="Fix">What to do.</param>
/// <param name="IsCertain">True when the driver throws; false when the loss of the primary is needed to see it.</param>
/// <param name="Edit">Which change of the text settles it; null when the owner has to decide.</param>
/// <param name="EditValue">What to remove, respell (<c>old=new</c>) or append.</param>
internal sealed record Spof2002Conflict(string Reason, string Fix, bool IsCertain = true, string? Edit = null, string? EditValue = null)
{
    internal enum Driver
    {
        Other,
        SqlClient,

        /// <summary>System.Data.SqlClient, which knows one spelling of each keyword only.</summary>
        OldSqlClient,
        Npgsql,

        /// <summary>MySql.Data; MySqlConnector has no settings that exclude each other.</summary>
        MySqlData,
    }

    /// <summary>Spellings of failover keywords that System.Data.SqlClient rejects, with the one that it takes.</summary>
    private static readonly Dictionary<string, string> OldSpellings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["FailoverPartner"] = "Failover Partner",
        ["Multi Subnet Failover"] = "MultiSubnetFailover",
        ["Application Intent"] = "ApplicationIntent",
        ["Connect Retry Count"] = "ConnectRetryCount",
        ["Connect Retry Interval"] = "ConnectRetryInterval",
    };

    private static readonly string[] ReaderWords = ["read", "replica", "standby", "report", "secondary"];

    public static Driver DriverOf(IOperation operation, ConnectionFact fact) => fact.Technology switch
    {
        StoreTechnology.SqlServer when operation is IObjectCreationOperation { Type.ContainingNamespace.ContainingNamespace.Name: "Data", Type.ContainingNamespace.ContainingNamespace.ContainingNamespace.Name: "System" } => Driver.OldSqlClient,
        StoreTechnology.SqlServer => Driver.SqlClient,
        StoreTechnology.PostgreSql => Driver.Npgsql,
        StoreTechnology.MySql when operation is IInvocationOperation { TargetMethod.Name: "UseMySQL" }
            or IObjectCreationOperation { Type.ContainingNamespace.Name: "MySqlClient" } => Driver.MySqlData,
        _ => Driver.Other,
    };

    /// <summary>The first conflict in a complete connection string; null when there is none.</summary>
    public static Spof2002Conflict? In(string text, Driver driver, ConnectionFact fact, FactContext context)
    {
        if (ConnectionKeywords.Read(text) is not { } keywords)
        {
            return null;
        }

        return driver switch
        {
            Driver.SqlClient => OfMirroring(keywords),
            Driver.OldSqlClient => OfSpelling(text) ?? OfMirroring(keywords),
            Driver.Npgsql => OfHosts(keywords, fact, context),
            Driver.MySqlData when keywords.Has("loadbalance") => new(
                "MySql.Data does not know the keyword 'Load Balance' and throws when the connection string is read; a host list alone makes it fail over",
                "Remove 'Load Balance'.", Edit: Spof2002.RemoveKeyword, EditValue: "Load Balance"),
            _ => null,
        };
    }

    private static Spof2002Conflict? OfMirroring(ConnectionKeywords keywords)
    {
        var isMultiSubnet = keywords.IsTrue("multisubnetfailover");
        if (string.IsNullOrEmpty(keywords["failoverpartner"]))
        {
            var server = keywords.First("server", "datasource", "address", "addr", "networkaddress") ?? "";
            var isOtherProtocol = server.StartsWith("np:", StringComparison.OrdinalIgnoreCase) || server.StartsWith("lpc:", StringComparison.OrdinalIgnoreCase);
            return isMultiSubnet && isOtherProtocol
                ? new("'MultiSubnetFailover=true' works over TCP only, and the connection throws when it is opened over another protocol",
                    "Connect over TCP: the listener's name without 'np:' or 'lpc:'.")
                : null;
        }

        if (isMultiSubnet)
        {
            return new("'Failover Partner' and 'MultiSubnetFailover=true' exclude each other, and the connection throws when it is made",
                "Keep 'Failover Partner' for a mirrored database, or 'MultiSubnetFailover' for the listener of an availability group.",
                Edit: Spof2002.RemoveKeyword, EditValue: "MultiSubnetFailover");
        }

        if (string.Equals(keywords["applicationintent"], "ReadOnly", StringComparison.OrdinalIgnoreCase))
        {
            return new("'Failover Partner' and 'ApplicationIntent=ReadOnly' exclude each other, and the connection throws when it is made",
                "Remove 'ApplicationIntent': a mirrored database has no readable secondary.",
                Edit: Spof2002.RemoveKeyword, EditValue: "ApplicationIntent");
        }

        return string.IsNullOrEmpty(keywords.First("database", "initialcatalog"))
            ? new("'Failover Partner' needs a 'Database', and the connection throws when it is made without one", "Name the database.")
            : null;
    }

    private static Spof2002Conflict? OfSpelling(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (ConnectionKeywords.Next(text, ref at) is var (key, _) && OldSpellings.TryGetValue(key, out var known))
            {
                return new("System.Data.SqlClient does not know the keyword '" + key + "' and throws when the connection is made; it is spelled '" + known + "'",
                    "Write '" + known + "'.", Edit: Spof2002.RespellKeyword, EditValue: key + "=" + known);
            }
        }

        return null;
    }

    private static Spof2002Conflict? OfHosts(ConnectionKeywords keywords, ConnectionFact fact, FactContext context)
    {
        var hosts = keywords.First("host", "server");
        if (string.IsNullOrEmpty(hosts) || fact.Options.Contains("multiHost"))
        {
            return null;
        }

        var role = keywords["targetsessionattributes"]?.ToLowerInvariant();
        if (hosts!.IndexOf(',') < 0)
        {
            return role is "read-write" or "read-only" or "primary" or "standby" or "prefer-primary" or "prefer-standby"
                ? new("'Target Session Attributes' needs more than one 'Host', and the data source throws when it is built",
                    "List the standby as a second host, or remove the attributes.", Edit: Spof2002.RemoveKeyword, EditValue: "Target Session Attributes")
                : null;
        }

        var parsed = EndpointParser.Parse("Host=" + hosts, ConnectionProvider.PostgreSql);
        var isReader = ReaderWords.Any(w => (fact.Address.Key + fact.Name).IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0);
        return role is null && !isReader && parsed.Endpoints.Count > 1
            && parsed.Endpoints.All(e => HostClassifier.Classify(e.Host, context.Options.Hosts).Class is not (HostClass.Loopback or HostClass.Placeholder or HostClass.Documentation))
            ? new("several hosts without 'Target Session Attributes' let the driver take a standby once the primary is lost, and every write on it fails",
                "Add 'Target Session Attributes=primary'.", IsCertain: false, Edit: Spof2002.AppendText, EditValue: ";Target Session Attributes=primary")
            : null;
    }
}
