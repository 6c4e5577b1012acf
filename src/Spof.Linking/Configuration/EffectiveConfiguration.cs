using Spof.Model;
using Spof.Text;

namespace Spof.Linking;

/// <summary>The configuration that a project sees in one container: its files, overlaid by environment, overlaid by variables.</summary>
internal sealed class EffectiveConfiguration
{
    private readonly Dictionary<string, Setting> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Setting> _variables = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="files">Configuration files of the project.</param>
    /// <param name="container">The container whose variables win.</param>
    /// <param name="environment">Environment asked for; null for the one the container sets, else Production, the framework's default.</param>
    public EffectiveConfiguration(IEnumerable<ConfigurationFile> files, ContainerDeclaration? container, string? environment)
    {
        foreach (var variable in container?.Environment ?? [])
        {
            _variables[variable.Key] = variable;
        }

        Environment = environment
            ?? _variables.GetValueOrDefault("ASPNETCORE_ENVIRONMENT")?.Plain
            ?? _variables.GetValueOrDefault("DOTNET_ENVIRONMENT")?.Plain
            ?? "Production";
        var applied = files
            .Where(f => f.Environment is null || string.Equals(f.Environment, Environment, StringComparison.OrdinalIgnoreCase))
            .OrderBy(f => f.IsAppSpecific)
            .ThenBy(f => f.Environment is not null);
        foreach (var setting in applied.SelectMany(f => f.Settings))
        {
            _values[setting.Key] = setting;
        }

        foreach (var variable in _variables.Values)
        {
            _values[ConfigurationKey.Normalize(variable.Key)] = variable;
        }
    }

    public string Environment { get; }

    public IEnumerable<Setting> Variables => _variables.Values;

    public Setting? Find(string key) => _values.GetValueOrDefault(key);

    public Setting? FindVariable(string name) => _variables.GetValueOrDefault(name);

    /// <summary>All values at or below the key, such as the entries of a list.</summary>
    public IEnumerable<Setting> Below(string key) =>
        _values.Where(v => v.Key.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase)).OrderBy(v => v.Key, StringComparer.OrdinalIgnoreCase).Select(v => v.Value);
}
