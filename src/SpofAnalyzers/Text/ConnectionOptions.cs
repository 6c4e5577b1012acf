namespace Spof.Text;

/// <summary>Picks what decides about failover out of keywords and query parameters and spells it in one way.</summary>
internal static class ConnectionOptions
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["multisubnetfailover"] = "multiSubnetFailover",
        ["applicationintent"] = "applicationIntent",
        ["targetsessionattributes"] = "targetSessionAttributes",
        ["targetsessionattrs"] = "targetSessionAttributes",
        ["targetservertype"] = "targetSessionAttributes",
        ["loadbalancehosts"] = "loadBalanceHosts",
        ["loadbalance"] = "loadBalance",
        ["loadbalancing"] = "loadBalance",
        ["serverredirectionmode"] = "serverRedirectionMode",
        ["dnscheckinterval"] = "dnsCheckInterval",
        ["dnssrv"] = "srv",
        ["connectretrycount"] = "connectRetryCount",
        ["haevents"] = "haEvents",
        ["attachdbfilename"] = "attachDbFilename",
        ["abortconnect"] = "abortConnect",
        ["servicename"] = "serviceName",
        ["replicaset"] = "replicaSet",
        ["directconnection"] = "directConnection",
        ["readpreference"] = "readPreference",
        ["w"] = "w",
        ["retrywrites"] = "retryWrites",
    };

    public static void AddFromKeywords(ConnectionKeywords keywords, List<string> options)
    {
        if (keywords.Has("failoverpartner"))
        {
            options.Add("failoverPartner");
        }

        foreach (var pair in keywords.All.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            Add(pair.Key, pair.Value, options);
        }
    }

    public static void AddFromQuery(string query, List<string> options)
    {
        foreach (var pair in query.Split('&'))
        {
            var equals = pair.IndexOf('=');
            if (equals > 0)
            {
                Add(KeyWords.Compact(pair.Substring(0, equals)), pair.Substring(equals + 1), options);
            }
        }
    }

    /// <summary>Adds the option when it is one of ours and its value is harmless; a switch that is on is written by its name alone.</summary>
    public static void Add(string compactName, string value, List<string> options)
    {
        if (!Names.TryGetValue(compactName, out var name))
        {
            return;
        }

        if (compactName == "attachdbfilename")
        {
            options.Add(name);
            return;
        }

        var setting = value.Trim().ToLowerInvariant() switch
        {
            "true" or "yes" or "on" => name,
            "no" or "off" => name + "=false",
            "readonly" => name + "=readOnly",
            var other => name + "=" + (compactName is "servicename" or "replicaset" ? value.Trim() : other),
        };
        if (setting.Length <= 80 && setting.All(c => char.IsLetterOrDigit(c) || c is '=' or '-' or '_' or '.'))
        {
            options.Add(setting);
        }
    }
}
