using Spof.Manifests.Containers;
using Spof.Manifests.EnvFiles;
using Spof.Manifests.Scanning;
using Spof.Manifests.Yaml;
using Spof.Model;
using Spof.Text;

namespace Spof.Manifests.Compose;

/// <summary>What every part of a project's reading needs: its name, its variables, the scanned files, the list of gaps.</summary>
internal sealed class ComposeContext(ComposeGroup group, string project, ManifestReading reading)
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly List<(SourcePosition At, string Path)> _missingDockerfiles = [];

    public string Project { get; } = project;

    public YamlNode Root { get; } = group.Document.Root;

    public ManifestReading Reading { get; } = reading;

    public string TargetId => $"compose:{Project}";

    public string Id(string service) => $"compose:{Project}/{service}";

    /// <summary>A variable of the project as the file that a node stands in sees it.</summary>
    public Variable? Variable(string name, SourcePosition at) => group.Variables.Find(name, RootedPath.Folder(at.Path));

    /// <summary>The text of a scalar with its variables replaced; empty for every other node.</summary>
    public InterpolatedText Expand(YamlNode? node) =>
        node?.Text is { } text ? Interpolation.Expand(text, name => Variable(name, node.At)) : InterpolatedText.Literal("");

    /// <summary>
    /// The path, relative to the scanned root, that a text means in the file that a node stands in; null when it leads out of the root.
    /// </summary>
    public static string? Path(YamlNode node, string text) => RootedPath.Resolve(RootedPath.Folder(node.At.Path), text);

    /// <summary>Notes a gap that many services may share, the first time only.</summary>
    public void GapOnce(SourcePosition at, string reason)
    {
        if (_told.Add(reason))
        {
            Gap(at, reason);
        }
    }

    /// <summary>Notes a Dockerfile that is not there; all of one Compose file are told at once.</summary>
    public void MissingDockerfile(SourcePosition at, string path) => _missingDockerfiles.Add((at, path));

    /// <summary>Tells what was only collected while the services were read.</summary>
    public void TellMissingDockerfiles()
    {
        foreach (var file in _missingDockerfiles.GroupBy(m => m.At.Path, StringComparer.Ordinal))
        {
            var paths = file.Select(m => $"'{m.Path}'").Distinct(StringComparer.Ordinal).ToList();
            Gap(file.First().At, paths.Count == 1
                ? $"Dockerfile {paths[0]} is not in the scanned folder; what the image runs is not known"
                : $"{paths.Count} Dockerfiles are not in the scanned folder; what the images run is not known: {string.Join(", ", paths)}");
        }
    }

    public void Gap(SourcePosition at, string reason, GapKind kind = GapKind.Unread) => Reading.Add(new Gap(at, "Compose: " + Redaction.Text(reason), kind));

    public static Evidence At(SourcePosition at, string text) => new(EvidenceLayer.Manifest, at, Redaction.Text(text));

    /// <summary>The nodes of an attribute that takes one value or a list of them.</summary>
    public static IEnumerable<YamlNode> Many(YamlNode? node) => node is null ? [] : node is YamlSequence ? node.Items : [node];
}
