using Spof.Manifests.Containers;
using Spof.Manifests.Proxies;
using Spof.Manifests.Scanning;
using Spof.Model;

namespace Spof.Manifests.Compose;

/// <summary>Compose files: every group of files that are started together is one target.</summary>
internal sealed class ComposeFormat(IReadOnlyList<IProxyConfigParser> proxies) : IManifestFormat
{
    public const string FormatName = "compose";

    public string Name => FormatName;

    public bool IsCandidate(string path) => ComposeFileName.Parse(RootedPath.FileName(path)) is not null;

    // Formats that go by content are asked before this one; what is left under the name of a Compose file is one, also when broken.
    public bool Claims(ManifestFile file) => true;

    public void Read(IReadOnlyList<ManifestFile> claimed, ManifestReading reading)
    {
        var current = new List<ManifestFile>();
        foreach (var file in claimed)
        {
            if (file.Folder.Split('/').Contains(".devcontainer"))
            {
                reading.Add(new Gap(file.Start, "Compose: not used, because a development container is no deployment", GapKind.Note));
            }
            else if (ComposeFaults.Of(file) is { } fault)
            {
                reading.Add(fault);
            }
            else
            {
                current.Add(file);
            }
        }

        var groups = new ComposeGrouping(reading).Groups(current);
        foreach (var (group, name) in ComposeProjectName.Assign(groups, reading.SystemName))
        {
            reading.Add(new ComposeTargetReader(group, name, proxies, reading).Read());
        }
    }
}
