using Spof.Model;

namespace Spof.Manifests.Proxies.HAProxy;

/// <summary>A frontend, backend or listen section.</summary>
internal sealed class HAProxySection(string kind, string name, SourcePosition at)
{
    /// <summary>frontend, backend or listen.</summary>
    public string Kind { get; } = kind;

    public string Name { get; } = name;

    public SourcePosition At { get; } = at;

    public List<(int? Port, SourcePosition At)> Binds { get; } = [];

    public List<BackendDeclaration> Servers { get; } = [];

    /// <summary>Why servers of it are not known; null when all are.</summary>
    public string? UnknownReason { get; set; }

    public string? DefaultBackend { get; set; }

    public SourcePosition? DefaultBackendAt { get; set; }

    /// <summary>Backends that are used under a condition, in order.</summary>
    public List<(string Backend, IReadOnlyList<string> Condition, SourcePosition At)> Uses { get; } = [];

    /// <summary>Access lists: the words after their name.</summary>
    public Dictionary<string, IReadOnlyList<string>> AccessLists { get; } = new(StringComparer.Ordinal);
}
