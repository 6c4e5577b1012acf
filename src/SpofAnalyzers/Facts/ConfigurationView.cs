using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Spof.Text;

namespace SpofAnalyzers.Facts;

/// <summary>A value that a configuration file gives to a key.</summary>
/// <param name="Value">The value as written; may be secret, so never shown.</param>
/// <param name="Path">The file.</param>
/// <param name="Environment">Environment of the overlay it stands in; null for a base file.</param>
/// <param name="Location">The value in the file.</param>
internal sealed record ConfigurationValue(string Value, string Path, string? Environment, Location Location);

/// <summary>
/// The configuration files of a project as evidence about production: each environment is the base overlaid by its file; overlays
/// of ignored environments and loopback values of the base say nothing.
/// </summary>
internal sealed class ConfigurationView
{
    public static ConfigurationView Empty { get; } = new([], []);

    private static readonly ConditionalWeakTable<SourceText, IReadOnlyDictionary<string, JsonSetting>> Parsed = new();

    private readonly IReadOnlyList<IReadOnlyList<File>> _folders;
    private readonly HashSet<string> _ignored;

    private ConfigurationView(IReadOnlyList<IReadOnlyList<File>> folders, IEnumerable<string> ignoredEnvironments)
    {
        _folders = folders;
        _ignored = new HashSet<string>(ignoredEnvironments, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Builds the view; files of other names and broken files are left out.</summary>
    /// <param name="files">Paths and texts.</param>
    /// <param name="ignoredEnvironments">Environments whose overlays are no evidence.</param>
    public static ConfigurationView Of(IEnumerable<(string Path, SourceText Text)> files, IEnumerable<string> ignoredEnvironments)
    {
        var folders = new List<IReadOnlyList<File>>();
        var known = files.Select(f => (f.Path, f.Text, Name: ConfigurationFileName.Parse(f.Path))).Where(f => f.Name is not null);
        foreach (var folder in known.GroupBy(f => FolderOf(f.Path), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            folders.Add([.. folder.Select(f => new File(f.Path, f.Name!, Parsed.GetValue(f.Text, Read)))
                .OrderByDescending(f => f.Name.IsAppSpecific).ThenBy(f => f.Path, StringComparer.Ordinal)]);
        }

        return folders.Count == 0 ? Empty : new ConfigurationView(folders, ignoredEnvironments);
    }

    /// <summary>The values that the evidence environments give to a key; a value that several of them inherit from the base comes once.</summary>
    /// <param name="key">Key in any spelling.</param>
    public IReadOnlyList<ConfigurationValue> Lookup(string key)
    {
        if (_folders.Count == 0)
        {
            return [];
        }

        var normalized = ConfigurationKey.Normalize(key);
        var values = new List<ConfigurationValue>();
        foreach (var folder in _folders)
        {
            var environments = folder.Select(f => f.Name.Environment).Where(e => e is not null && !_ignored.Contains(e))
                .Distinct(StringComparer.OrdinalIgnoreCase).DefaultIfEmpty(null);
            foreach (var environment in environments)
            {
                if (Effective(folder, environment, normalized) is { } value && !values.Contains(value))
                {
                    values.Add(value);
                }
            }
        }

        return values;
    }

    /// <summary>Every value of one file that is evidence, with its key; nothing for a file of an ignored environment.</summary>
    /// <param name="path">The file, as it was given to <see cref="Of"/>.</param>
    public IEnumerable<(string Key, ConfigurationValue Value)> ValuesOf(string path)
    {
        foreach (var file in _folders.SelectMany(f => f).Where(f => f.Path == path && (f.Name.Environment is null || !_ignored.Contains(f.Name.Environment))))
        {
            foreach (var setting in file.Settings.Values.Where(s => IsEvidence(s.Value, file.Name.Environment is not null)).OrderBy(s => s.ValueAt.Offset))
            {
                yield return (setting.Key, Value(file, setting));
            }
        }
    }

    /// <summary>Keys below a section that a file names whose environment counts, whatever their values.</summary>
    /// <param name="section">Start of the keys, with its last ':'.</param>
    public IEnumerable<string> KeysBelow(string section) =>
        _folders.SelectMany(f => f).Where(f => f.Name.Environment is null || !_ignored.Contains(f.Name.Environment))
            .SelectMany(f => f.Settings.Keys).Where(k => k.StartsWith(section, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase);
    /// <summary>True when a file, of whatever environment, has such a key.</summary>
    public bool HasKey(Func<string, bool> predicate) => _folders.SelectMany(f => f).SelectMany(f => f.Settings.Keys).Any(predicate);

    /// <summary>The value in one environment: the app's own files win over <c>appsettings</c>, an overlay over its base.</summary>
    private static ConfigurationValue? Effective(IReadOnlyList<File> folder, string? environment, string key)
    {
        foreach (var isAppSpecific in new[] { true, false })
        {
            foreach (var isOverlay in new[] { true, false })
            {
                foreach (var file in folder)
                {
                    var isWanted = file.Name.IsAppSpecific == isAppSpecific
                        && (isOverlay ? environment is not null && string.Equals(file.Name.Environment, environment, StringComparison.OrdinalIgnoreCase)
                            : file.Name.Environment is null);
                    if (isWanted && file.Settings.TryGetValue(key, out var setting))
                    {
                        return IsEvidence(setting.Value, isOverlay) ? Value(file, setting) : null;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>An empty value comes from elsewhere; a loopback host in the base is a developer's default.</summary>
    private static bool IsEvidence(string? value, bool isOverlay)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return false;
        }

        if (isOverlay)
        {
            return true;
        }

        var endpoints = EndpointParser.Parse(value!).Endpoints;
        return endpoints.Count == 0 || endpoints.Any(e => HostClassifier.Classify(e.Host, HostContext.Empty).Class != HostClass.Loopback);
    }

    private static ConfigurationValue Value(File file, JsonSetting setting)
    {
        var at = setting.ValueAt;
        var span = new TextSpan(at.Offset, setting.ValueLength);
        var lines = new LinePositionSpan(
            new LinePosition(at.Line - 1, at.Column - 1), new LinePosition(at.Line - 1, at.Column - 1 + setting.ValueLength));
        return new ConfigurationValue(setting.Value!, file.Path, file.Name.Environment, Location.Create(file.Path, span, lines));
    }

    private static IReadOnlyDictionary<string, JsonSetting> Read(SourceText text)
    {
        var settings = new Dictionary<string, JsonSetting>(StringComparer.OrdinalIgnoreCase);
        if (JsonReader.Parse(text.ToString()).Root is { } root)
        {
            foreach (var setting in JsonSettings.Flatten(root))
            {
                settings[setting.Key] = setting;
            }
        }

        return settings;
    }

    private static string FolderOf(string path)
    {
        var slash = path.LastIndexOfAny(['/', '\\']);
        return slash < 0 ? "" : path.Substring(0, slash);
    }

    private sealed record File(string Path, ConfigurationFileName Name, IReadOnlyDictionary<string, JsonSetting> Settings);
}

/// <summary>What the name of a configuration file says.</summary>
/// <param name="Environment">Environment of an overlay; null for a base file.</param>
/// <param name="IsAppSpecific">True for <c>{App}.settings*.json</c>, which .NET 10 reads after <c>appsettings*.json</c>.</param>
internal sealed record ConfigurationFileName(string? Environment, bool IsAppSpecific)
{
    /// <summary>Null for files that .NET does not read as configuration.</summary>
    public static ConfigurationFileName? Parse(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        if (!name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var stem = name.Substring(0, name.Length - 5);
        if (Rest(stem, "appsettings") is { } rest)
        {
            return rest.Length == 0 ? new(null, false) : rest[0] == '.' && rest.Length > 1 ? new(rest.Substring(1), false) : null;
        }

        var at = stem.IndexOf(".settings", StringComparison.OrdinalIgnoreCase);
        var after = at > 0 ? stem.Substring(at + 9) : "-";
        return after.Length == 0 ? new(null, true) : after[0] == '.' && after.Length > 1 ? new(after.Substring(1), true) : null;
    }

    private static string? Rest(string stem, string start) =>
        stem.StartsWith(start, StringComparison.OrdinalIgnoreCase) ? stem.Substring(start.Length) : null;
}
