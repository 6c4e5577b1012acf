namespace SpofAnalyzers.Facts;

/// <summary>The configuration files of a project as one compilation sees them (additional files).</summary>
internal sealed class ConfigurationView
{
    public static ConfigurationView Empty { get; } = new();
}
