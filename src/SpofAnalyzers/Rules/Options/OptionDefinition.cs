using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>A setting of <c>.editorconfig</c> or a global analyzer configuration.</summary>
/// <param name="Key">Key as it is written.</param>
/// <param name="Default">Default as it is documented.</param>
/// <param name="Meaning">What it does, in one sentence.</param>
internal sealed record OptionDefinition(string Key, string Default, string Meaning);

/// <summary>All settings that facts and rules read.</summary>
internal static class OptionDefinitions
{
    public static readonly OptionDefinition InternalDomains = new(
        "spof.internal_domains", "inferred from repository URL and root namespace", "Host suffixes that belong to you.");

    public static readonly OptionDefinition ThirdPartyHosts = new(
        "spof.third_party_hosts", "built-in table", "Extra host suffixes treated as third parties, `host=category` allowed.");

    public static readonly OptionDefinition AllowedHosts = new(
        "spof.allowed_hosts", "telemetry hosts, platform addresses", "Hosts that are never reported.");

    public static readonly OptionDefinition ResilienceMethods = new(
        "spof.resilience_methods", "AddServiceDefaults and names that speak of resilience", "Methods that add resilience to a client.");

    public static readonly OptionDefinition IgnoredEnvironments = new(
        "spof.ignored_environments", string.Join(", ", FactOptions.DevelopmentEnvironments),
        "Environments whose appsettings overlays are no evidence.");

    public static readonly OptionDefinition ConnectionNamesIgnored = new(
        "spof.connection_names_ignored", "empty", "Connection names that are never judged.");

    public static readonly OptionDefinition ManagedSuffixes = new(
        "spof.managed_suffixes", "built-in table", "Extra host suffixes with failover behind one name.");

    public static readonly OptionDefinition ApplicationKind = new(
        "spof.application_kind", "auto", "What the project is: `server`, `client`, `library`, `tool` or `auto`.");

    public static readonly OptionDefinition StateTypesIgnored = new(
        "SPOF4001.types_ignored", "empty", "Type names that SPOF4001 never reports.");

    public static readonly OptionDefinition StateTypesCritical = new(
        "SPOF4001.types_critical", "empty", "Type names that SPOF4001 reports whatever their shape.");

    public static readonly OptionDefinition StateMinTier = new(
        "SPOF4001.min_tier", "B", "Lowest tier that SPOF4001 reports: `A` or `B`.");

    public static IReadOnlyList<OptionDefinition> All { get; } =
    [
        InternalDomains, ThirdPartyHosts, AllowedHosts, ResilienceMethods, IgnoredEnvironments, ConnectionNamesIgnored,
        ManagedSuffixes, ApplicationKind, StateTypesIgnored, StateTypesCritical, StateMinTier,
    ];
}
