using Spof.Model;

namespace Spof.Manifests.Yaml;

/// <summary>A mapping with text keys. Merge keys (<c>&lt;&lt;</c>) are applied when a key or the entries are asked for.</summary>
public sealed class YamlMapping : YamlNode
{
    private const int LinearSearchLimit = 8;

    private readonly YamlEntry[] _own;
    private readonly YamlNode[] _merged;
    private IReadOnlyList<YamlEntry>? _entries;
    private Dictionary<string, YamlNode>? _index;

    internal YamlMapping(SourcePosition at, string? tag, YamlEntry[] own, YamlNode[] merged)
        : base(at, tag)
    {
        _own = own;
        _merged = merged;
        foreach (var entry in own)
        {
            Count(entry.Value);
        }

        foreach (var source in merged)
        {
            Count(source);
        }
    }

    /// <summary>True when keys that are no text were left out, as an un-rendered <c>{{ x }}</c> has them.</summary>
    public bool HasOtherKeys { get; init; }

    public override IReadOnlyList<YamlEntry> Entries => _entries ??= Effective();

    public override YamlNode? this[string key]
    {
        get
        {
            var entries = Entries;
            if (entries.Count > LinearSearchLimit)
            {
                return (_index ??= entries.ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal)).GetValueOrDefault(key);
            }

            foreach (var entry in entries)
            {
                if (string.Equals(entry.Key, key, StringComparison.Ordinal))
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }

    internal override YamlNode AliasAt(SourcePosition at) =>
        new YamlMapping(at, Tag, _own, _merged) { AliasOf = AliasOf ?? At, HasOtherKeys = HasOtherKeys };

    // Own keys win over merged ones, and an earlier merge source over a later one (YAML merge key language-independent type).
    private IReadOnlyList<YamlEntry> Effective()
    {
        if (_merged.Length == 0)
        {
            return _own;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var all = new List<YamlEntry>(_own);
        foreach (var entry in _own)
        {
            seen.Add(entry.Key);
        }

        foreach (var source in _merged)
        {
            foreach (var entry in source.Entries)
            {
                if (seen.Add(entry.Key))
                {
                    all.Add(entry);
                }
            }
        }

        return all;
    }

    private void Count(YamlNode child)
    {
        Weight += child.Weight;
        Height = Math.Max(Height, child.Height + 1);
    }
}
