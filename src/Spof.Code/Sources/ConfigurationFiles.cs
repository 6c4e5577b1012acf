using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using Spof.Code.Discovery;
using Spof.Model;
using Spof.Text;

namespace Spof.Code.Sources;

/// <summary>The configuration files of a project.</summary>
/// <param name="Files">Parsed, base before overlays, own files of the application last: the order in which .NET reads them.</param>
/// <param name="Texts">Their texts by relative path, for facts that join code with a value.</param>
/// <param name="Gaps">Files that could not be read.</param>
internal sealed record ProjectConfiguration(
    ImmutableArray<ConfigurationFile> Files, ImmutableArray<(string Path, SourceText Text)> Texts, ImmutableArray<Gap> Gaps);

/// <summary>Reads <c>appsettings*.json</c> and <c>{App}.settings*.json</c> beside a project file. Raw values are parsed for endpoints and dropped.</summary>
internal static class ConfigurationFiles
{
    public static ProjectConfiguration Read(ScanRoot root, string directory, string assemblyName, Func<string, bool> isExcluded)
    {
        var files = new List<ConfigurationFile>();
        var texts = ImmutableArray.CreateBuilder<(string, SourceText)>();
        var gaps = ImmutableArray.CreateBuilder<Gap>();
        foreach (var path in Directory.EnumerateFiles(directory, "*.json").Where(p => !isExcluded(p)).Order(StringComparer.Ordinal))
        {
            if (EnvironmentOf(Path.GetFileNameWithoutExtension(path), assemblyName) is not var (environment, isAppSpecific))
            {
                continue;
            }

            if (!root.Contains(path))
            {
                gaps.Add(new Gap(root.At(path), "The file is a link that leaves the scanned root; not followed."));
                continue;
            }

            try
            {
                var text = SourceFile.Read(path);
                var result = JsonReader.Parse(text.ToString());
                if (result.Root is not { } json)
                {
                    gaps.Add(new Gap(root.At(path, result.Error!.At.Line, result.Error.At.Column), $"Not valid JSON: {result.Error.Reason}.", GapKind.Error));
                    continue;
                }

                var relative = root.Relative(path);
                texts.Add((relative, text));
                files.Add(new ConfigurationFile(relative, environment, SettingsOf(json, relative), isAppSpecific));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                gaps.Add(new Gap(root.At(path), $"File cannot be read: {Reasons.Of(e)}.", GapKind.Error));
            }
        }

        return new ProjectConfiguration(
            [
                .. files.OrderBy(f => f.IsAppSpecific).ThenBy(f => f.Environment is not null)
                    .ThenBy(f => f.Environment, StringComparer.OrdinalIgnoreCase).ThenBy(f => f.Path, StringComparer.Ordinal),
            ],
            texts.ToImmutable(),
            gaps.ToImmutable());
    }

    private static ImmutableArray<Setting> SettingsOf(JsonValue json, string path)
    {
        // Of a key that is written twice the last one counts, as in the configuration system.
        var settings = new Dictionary<string, Setting>(StringComparer.OrdinalIgnoreCase);
        foreach (var leaf in JsonSettings.Flatten(json).Where(l => l.Key.Length > 0))
        {
            var evidence = new Evidence(EvidenceLayer.Config, new SourcePosition(path, leaf.ValueAt.Line, leaf.ValueAt.Column), leaf.Key);
            settings[leaf.Key] = SettingFactory.Create(leaf.Key, leaf.Value ?? "", [evidence]);
        }

        return [.. settings.Values];
    }

    /// <summary>Null for files that .NET does not read as configuration of this application.</summary>
    private static (string? Environment, bool IsAppSpecific)? EnvironmentOf(string name, string assembly) =>
        Overlay(name, "appsettings") is { } overlay ? (overlay.Environment, false)
        : Overlay(name, assembly + ".settings") is { } own ? (own.Environment, true)
        : null;

    private static (string? Environment, bool IsOverlay)? Overlay(string name, string stem) =>
        name.Equals(stem, StringComparison.OrdinalIgnoreCase) ? (null, false)
        : name.Length > stem.Length + 1 && name.StartsWith(stem, StringComparison.OrdinalIgnoreCase) && name[stem.Length] == '.' ? (name[(stem.Length + 1)..], true)
        : null;
}
