namespace SpofAnalyzers.Rules;

/// <summary>Keys of all settings of <c>.editorconfig</c> and global configurations that facts and rules read; the rule pages say what holds without them.</summary>
internal static class OptionKeys
{
    /// <summary>Host suffixes that belong to the owner of the code.</summary>
    public const string InternalDomains = "spof.internal_domains";

    /// <summary>Extra host suffixes treated as third parties, <c>host=category</c> allowed.</summary>
    public const string ThirdPartyHosts = "spof.third_party_hosts";

    /// <summary>Hosts that are never reported.</summary>
    public const string AllowedHosts = "spof.allowed_hosts";

    /// <summary>Methods that add resilience to a client.</summary>
    public const string ResilienceMethods = "spof.resilience_methods";

    /// <summary>Methods that map health endpoints in production.</summary>
    public const string HealthMethods = "spof.health_methods";

    /// <summary>Environments whose appsettings overlays are no evidence.</summary>
    public const string IgnoredEnvironments = "spof.ignored_environments";

    /// <summary>Connection names that are never judged.</summary>
    public const string ConnectionNamesIgnored = "spof.connection_names_ignored";

    /// <summary>Extra host suffixes with failover behind one name.</summary>
    public const string ManagedSuffixes = "spof.managed_suffixes";

    /// <summary>What the project is: <c>server</c>, <c>client</c>, <c>library</c> or <c>tool</c>.</summary>
    public const string ApplicationKind = "spof.application_kind";

    /// <summary>Type names that SPOF4001 never reports.</summary>
    public const string StateTypesIgnored = "SPOF4001.types_ignored";

    /// <summary>Type names that SPOF4001 reports whatever their shape.</summary>
    public const string StateTypesCritical = "SPOF4001.types_critical";

    /// <summary>Lowest tier that SPOF4001 reports: <c>A</c> or <c>B</c>.</summary>
    public const string StateMinTier = "SPOF4001.min_tier";
}
