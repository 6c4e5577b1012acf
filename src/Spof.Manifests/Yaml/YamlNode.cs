using Spof.Model;

namespace Spof.Manifests.Yaml;

/// <summary>
/// A node of a YAML document. An alias gives a node of its own: it stands where the alias stands and shares the content of the
/// anchored node, so the tree has no cycles and every node knows its place.
/// </summary>
public abstract class YamlNode
{
    private protected YamlNode(SourcePosition at, string? tag)
    {
        At = at;
        Tag = tag;
    }

    /// <summary>Where the node stands; for an alias, where the alias stands.</summary>
    public SourcePosition At { get; }

    /// <summary>Line, counted from 1.</summary>
    public int Line => At.Line;

    /// <summary>Column, counted from 1.</summary>
    public int Column => At.Column;

    /// <summary>Tag as written, such as <c>!Ref</c>, or null.</summary>
    public string? Tag { get; }

    /// <summary>Where the anchored node stands when this node is an alias of it; else null.</summary>
    public SourcePosition? AliasOf { get; init; }

    /// <summary>Number of nodes in the subtree, aliases followed.</summary>
    internal int Weight { get; private protected set; } = 1;

    /// <summary>Longest way down the subtree, aliases followed; 1 for a scalar.</summary>
    internal int Height { get; private protected set; } = 1;

    /// <summary>Value of a key (merge keys applied); null when the key is absent or this is no mapping.</summary>
    public virtual YamlNode? this[string key] => null;

    /// <summary>Items of a sequence; empty for every other node.</summary>
    public virtual IReadOnlyList<YamlNode> Items => [];

    /// <summary>Entries of a mapping, merge keys applied, in the order of the file; empty for every other node.</summary>
    public virtual IReadOnlyList<YamlEntry> Entries => [];

    /// <summary>Text of a scalar that is not null; null for every other node.</summary>
    public virtual string? Text => null;

    /// <summary>True for a null scalar (<c>~</c>, <c>null</c>, nothing).</summary>
    public virtual bool IsNull => false;

    /// <summary>The integer that a plain scalar (YAML 1.2 core schema) or a quoted decimal number spells; else null.</summary>
    public virtual int? Integer => null;

    /// <summary>The boolean that a plain scalar spells in the YAML 1.2 core schema; <c>yes</c> and <c>on</c> are text.</summary>
    public virtual bool? Boolean => null;

    /// <summary>Follows keys downwards; null as soon as one is absent.</summary>
    public YamlNode? Find(params ReadOnlySpan<string> path)
    {
        var node = this;
        foreach (var key in path)
        {
            node = node[key];
            if (node is null)
            {
                return null;
            }
        }

        return node;
    }

    internal abstract YamlNode AliasAt(SourcePosition at);
}

/// <param name="Key">Text of the key.</param>
/// <param name="KeyAt">Where the key stands.</param>
/// <param name="Value">The value.</param>
public readonly record struct YamlEntry(string Key, SourcePosition KeyAt, YamlNode Value);
