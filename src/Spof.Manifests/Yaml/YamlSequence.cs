using Spof.Model;

namespace Spof.Manifests.Yaml;

/// <summary>A sequence of nodes.</summary>
public sealed class YamlSequence : YamlNode
{
    private readonly YamlNode[] _items;

    internal YamlSequence(SourcePosition at, string? tag, YamlNode[] items)
        : base(at, tag)
    {
        _items = items;
        foreach (var item in items)
        {
            Weight += item.Weight;
            Height = Math.Max(Height, item.Height + 1);
        }
    }

    public override IReadOnlyList<YamlNode> Items => _items;

    internal override YamlNode AliasAt(SourcePosition at) => new YamlSequence(at, Tag, _items) { AliasOf = AliasOf ?? At };
}
