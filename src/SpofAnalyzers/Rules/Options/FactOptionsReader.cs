using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Reads the settings of facts and rules from <c>.editorconfig</c>, global configurations and catalogue files.</summary>
internal static class FactOptionsReader
{
    /// <param name="reader">The settings.</param>
    /// <param name="catalogues">What companies and packages add; of two categories for one host that of the settings counts, then the first.</param>
    /// <param name="defaults">What holds where a key is not set; lists of names are added to it.</param>
    public static FactOptions Read(OptionReader reader, IReadOnlyCollection<Catalogue> catalogues, FactOptions defaults) => defaults with
    {
        Hosts = new HostContext(
            [.. defaults.Hosts.OwnDomains, .. reader.List(OptionKeys.InternalDomains) ?? []],
            [.. defaults.Hosts.ThirdPartyHosts, .. reader.Pairs(OptionKeys.ThirdPartyHosts), .. catalogues.SelectMany(c => c.ThirdPartyHosts)],
            [.. defaults.Hosts.ManagedSuffixes, .. reader.List(OptionKeys.ManagedSuffixes) ?? []]),
        ApplicationKind = reader.Choice<ApplicationKind>(OptionKeys.ApplicationKind) ?? defaults.ApplicationKind,
        ResilienceMethods =
            [.. defaults.ResilienceMethods, .. reader.List(OptionKeys.ResilienceMethods) ?? [], .. catalogues.SelectMany(c => c.ResilienceMethods)],
        HealthMethods = [.. defaults.HealthMethods, .. reader.List(OptionKeys.HealthMethods) ?? []],
        AllowedHosts = [.. defaults.AllowedHosts, .. reader.List(OptionKeys.AllowedHosts) ?? []],
        ConnectionNamesIgnored = [.. defaults.ConnectionNamesIgnored, .. reader.List(OptionKeys.ConnectionNamesIgnored) ?? []],
        IgnoredEnvironments = reader.List(OptionKeys.IgnoredEnvironments) ?? defaults.IgnoredEnvironments,
        StateTypesIgnored =
            [.. defaults.StateTypesIgnored, .. reader.List(OptionKeys.StateTypesIgnored) ?? [], .. catalogues.SelectMany(c => c.IgnoredStateTypes)],
        StateTypesCritical =
            [.. defaults.StateTypesCritical, .. reader.List(OptionKeys.StateTypesCritical) ?? [], .. catalogues.SelectMany(c => c.CriticalStateTypes)],
        StateMinTier = reader.Choice<StateTier>(OptionKeys.StateMinTier) ?? defaults.StateMinTier,
    };
}
