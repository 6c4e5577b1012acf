using Spof.Model;

namespace Spof.Manifests.Scanning;

/// <summary>One scan under way: what the formats may look up, and what they have found so far.</summary>
internal sealed class ManifestReading(FileSet files, string environment, string systemName = "system")
{
    private readonly List<TargetDeclaration> _targets = [];
    private readonly Dictionary<string, string> _inputs = new(StringComparer.Ordinal);
    private readonly List<Gap> _gaps = [];

    public FileSet Files { get; } = files;

    /// <summary>Environment that chooses overlays, such as "Production".</summary>
    public string Environment { get; } = environment;

    /// <summary>Name of the system, for what is named after it.</summary>
    public string SystemName { get; } = systemName;

    public void Add(TargetDeclaration target) => _targets.Add(target);

    public void Add(Gap gap) => _gaps.Add(gap);

    public void Add(IEnumerable<Gap> gaps) => _gaps.AddRange(gaps);

    /// <summary>Notes that a file was read; the first format that says so names it.</summary>
    public void AddInput(string path, string format) => _inputs.TryAdd(path, format);

    /// <summary>True when some format has read the file.</summary>
    public bool WasRead(string path) => _inputs.ContainsKey(path);

    /// <summary>The result in an order that depends on the content alone.</summary>
    public ManifestModel ToModel() => new()
    {
        Targets = [.. _targets.OrderBy(t => t.Id, StringComparer.Ordinal)],
        Inputs = [.. _inputs.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => new InputFile(i.Key, i.Value))],
        Gaps = [.. _gaps.Concat(Files.Gaps).Distinct().OrderBy(g => g.At).ThenBy(g => g.Reason, StringComparer.Ordinal)],
    };
}
