using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Reads the settings of facts and rules from <c>.editorconfig</c> and global configurations.</summary>
internal static class FactOptionsReader
{
    /// <param name="reader">The settings.</param>
    /// <param name="defaults">What holds where a key is not set; lists of names are added to it.</param>
    public static FactOptions Read(OptionReader reader, FactOptions defaults) => defaults with
    {
        Hosts = new HostContext(
            [.. defaults.Hosts.OwnDomains, .. reader.List(OptionDefinitions.InternalDomains) ?? []],
            [.. defaults.Hosts.ThirdPartyHosts, .. reader.Pairs(OptionDefinitions.ThirdPartyHosts)],
            [.. defaults.Hosts.ManagedSuffixes, .. reader.List(OptionDefinitions.ManagedSuffixes) ?? []]),
        ApplicationKind = reader.Choice<ApplicationKind>(OptionDefinitions.ApplicationKind) ?? defaults.ApplicationKind,
        ResilienceMethods = [.. defaults.ResilienceMethods, .. reader.List(OptionDefinitions.ResilienceMethods) ?? []],
        AllowedHosts = [.. defaults.AllowedHosts, .. reader.List(OptionDefinitions.AllowedHosts) ?? []],
        ConnectionNamesIgnored = [.. defaults.ConnectionNamesIgnored, .. reader.List(OptionDefinitions.ConnectionNamesIgnored) ?? []],
        IgnoredEnvironments = reader.List(OptionDefinitions.IgnoredEnvironments) ?? defaults.IgnoredEnvironments,
        StateTypesIgnored = [.. defaults.StateTypesIgnored, .. reader.List(OptionDefinitions.StateTypesIgnored) ?? []],
        StateTypesCritical = [.. defaults.StateTypesCritical, .. reader.List(OptionDefinitions.StateTypesCritical) ?? []],
        StateMinTier = reader.Choice<StateTier>(OptionDefinitions.StateMinTier) ?? defaults.StateMinTier,
    };
}
