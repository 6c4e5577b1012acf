using Spof.Manifests.Containers;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Scanning;

/// <summary>One text file of the scanned tree. Its YAML is parsed at most once, when first asked for.</summary>
internal sealed class ManifestFile(string path, string text)
{
    private readonly Lazy<YamlFile> _yaml = new(() => YamlReader.Read(path, text));

    /// <summary>Path relative to the scanned root, with forward slashes.</summary>
    public string Path { get; } = path;

    /// <summary>Last segment of the path.</summary>
    public string Name { get; } = RootedPath.FileName(path);

    /// <summary>Folder relative to the scanned root, without a trailing slash; empty for the root.</summary>
    public string Folder { get; } = RootedPath.Folder(path);

    public string Text { get; } = text;

    /// <summary>The text read as YAML (JSON is YAML).</summary>
    public YamlFile Yaml => _yaml.Value;

    /// <summary>Position of the first line.</summary>
    public SourcePosition Start => new(Path, 1);
}
