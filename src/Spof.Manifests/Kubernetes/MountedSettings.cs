using Spof.Model;
using Spof.Text;

namespace Spof.Manifests.Kubernetes;

/// <summary>
/// Settings of <c>appsettings*.json</c> files that a ConfigMap or Secret mounts into a container: the base file, then the overlay
/// of the environment; keys that an environment variable sets are left out, since it wins.
/// </summary>
internal static class MountedSettings
{
    private static readonly HashSet<string> EnvironmentNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Development", "Dev", "Local", "Localhost", "Test", "Testing", "QA", "UAT", "Staging", "Production", "Prod",
    };

    /// <param name="files">Mounted files.</param>
    /// <param name="variables">Environment variables of the container.</param>
    /// <param name="environment">Environment that the container runs in.</param>
    public static IEnumerable<Setting> Read(IReadOnlyList<MountedFile> files, IReadOnlyList<Setting> variables, string environment)
    {
        var found = new Dictionary<string, Setting>(StringComparer.OrdinalIgnoreCase);
        var applied = files.Where(f => Applies(f.Name, environment));
        foreach (var file in applied.OrderBy(f => f.Name.Length).ThenBy(f => f.Path, StringComparer.Ordinal))
        {
            if (file.Value.Text is not { } text || JsonReader.Parse(text).Root is not { } root)
            {
                continue;
            }

            foreach (var leaf in JsonSettings.Flatten(root))
            {
                if (leaf.Value is { } value)
                {
                    found[leaf.Key] = SettingFactory.Create(leaf.Key, value, [file.Value.Evidence, Hop(file, leaf)], file.Value.IsSecret);
                }
            }
        }

        var set = variables.Select(v => v.Key.Replace("__", ":", StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return found.Values.Where(s => !set.Contains(s.Key)).OrderBy(s => s.Key, StringComparer.OrdinalIgnoreCase);
    }

    private static bool Applies(string name, string environment)
    {
        const string Start = "appsettings";
        const string End = ".json";
        if (!name.StartsWith(Start, StringComparison.OrdinalIgnoreCase) || !name.EndsWith(End, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var overlay = name[Start.Length..^End.Length].TrimStart('.');
        return overlay.Equals(environment, StringComparison.OrdinalIgnoreCase) || !EnvironmentNames.Contains(overlay);
    }

    // Inside text that is written as it is, the line of the leaf is known; in base64 only the value as a whole.
    private static Evidence Hop(MountedFile file, JsonSetting leaf)
    {
        var at = file.Value.FirstLine is { } first ? first with { Line = first.Line + leaf.KeyAt.Line - 1, Column = 1 } : file.Value.At;
        return new Evidence(EvidenceLayer.Config, at, $"{file.Name}, {leaf.Key}", Certainty.Resolved);
    }
}
