using Spof.Manifests.Proxies;
using Spof.Manifests.Scanning;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Compose;

/// <summary>Compose files: every group of files that are started together is one target.</summary>
internal sealed class ComposeFormat(IReadOnlyList<IProxyConfigParser> proxies) : IManifestFormat
{
    public const string FormatName = "compose";

    public string Name => FormatName;

    public bool IsCandidate(string path) => ComposeFileName.Parse(path[(path.LastIndexOf('/') + 1)..]) is not null;

    public bool Claims(ManifestFile file) =>
        file.Yaml.Documents.FirstOrDefault() is YamlMapping root
        && (root["services"] is YamlMapping || root["include"] is YamlSequence || IsFirstVersion(root));

    public void Read(IReadOnlyList<ManifestFile> claimed, ManifestReading reading)
    {
        var current = new List<ManifestFile>();
        foreach (var file in claimed)
        {
            if (IsFirstVersion(file.Yaml.Documents[0]))
                reading.Add(new Gap(file.Start, "Compose: files of the first version (without 'services') are not read"));
            else if (file.Folder.Split('/').Contains(".devcontainer"))
                reading.Add(new Gap(file.Start, "Compose: not used, because a development container is no deployment", GapKind.Note));
            else
                current.Add(file);
        }

        var groups = new ComposeGrouping(reading).Groups(current);
        foreach (var (group, name) in ComposeProjectName.Assign(groups, reading.SystemName))
            reading.Add(new ComposeTargetReader(group, name, proxies, reading).Read());
    }

    private static bool IsFirstVersion(YamlNode root) =>
        root["services"] is null && root["include"] is null && root["apiVersion"] is null
        && root.Entries.Count > 0 && root.Entries.All(e => e.Value["image"] is not null || e.Value["build"] is not null);
}
