using Spof.Text;

namespace SpofAnalyzers.Facts;

/// <summary>What kind of program the compilation is.</summary>
internal enum ApplicationKind
{
    Server,
    Client,
    Library,
    Tool,
}

/// <summary>Settings of the user that facts and rules depend on; read from <c>.editorconfig</c>, in the tool from <c>spof.yml</c> too.</summary>
internal sealed record FactOptions
{
    /// <summary>Environments of developers and of tests.</summary>
    internal static readonly string[] DevelopmentEnvironments =
        ["Development", "Dev", "Local", "Test", "Testing", "IntegrationTest", "IntegrationTests", "E2E", "Debug", "CI"];

    public static FactOptions Default { get; } = new();

    public HostContext Hosts { get; init; } = HostContext.Empty;

    public ApplicationKind ApplicationKind { get; init; } = ApplicationKind.Server;

    /// <summary>Method names that add resilience besides the built-in ones (<c>spof.resilience_methods</c>).</summary>
    public IReadOnlyCollection<string> ResilienceMethods { get; init; } = [];

    /// <summary>Methods that map health endpoints in production although their code is out of sight (<c>spof.health_methods</c>).</summary>
    public IReadOnlyCollection<string> HealthMethods { get; init; } = [];

    /// <summary>
    /// Hosts that are never reported (<c>spof.allowed_hosts</c>); by default the addresses that every machine of a cloud platform has, which
    /// are part of the platform.
    /// </summary>
    public IReadOnlyCollection<string> AllowedHosts { get; init; } = ["168.63.129.16", "169.254.169.254"];

    /// <summary>Connection names that are never judged (<c>spof.connection_names_ignored</c>).</summary>
    public IReadOnlyCollection<string> ConnectionNamesIgnored { get; init; } = [];

    /// <summary>Environments whose overlays are no evidence (<c>spof.ignored_environments</c>).</summary>
    public IReadOnlyCollection<string> IgnoredEnvironments { get; init; } = DevelopmentEnvironments;

    /// <summary>Lowest tier that SPOF4001 reports (<c>SPOF4001.min_tier</c>).</summary>
    public StateTier StateMinTier { get; init; } = StateTier.B;

    /// <summary>Types that SPOF4001 never reports, and types that are critical whatever their shape.</summary>
    public IReadOnlyCollection<string> StateTypesIgnored { get; init; } = [];

    public IReadOnlyCollection<string> StateTypesCritical { get; init; } = [];
}
