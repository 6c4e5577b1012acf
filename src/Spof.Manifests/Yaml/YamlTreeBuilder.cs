using Spof.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Spof.Manifests.Yaml;

/// <summary>Builds nodes from parser events, one document after the other.</summary>
internal sealed class YamlTreeBuilder(string path, int linesBefore, List<YamlNode> documents, List<YamlError> errors)
{
    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);
    private int _nodes;

    /// <summary>Start of the last node that was read.</summary>
    public Mark ReadUpTo { get; private set; } = Mark.Empty;

    /// <exception cref="YamlException">The text is broken or passes a limit; documents read so far are kept.</exception>
    public void ReadStream(TextReader text)
    {
        var parser = new Parser(text);
        while (Advance(parser))
        {
            if (parser.Current is not DocumentStart)
            {
                continue;
            }

            _anchors.Clear();
            Advance(parser);
            var root = Node(parser, 1);
            if (!root.IsNull)
            {
                documents.Add(root);
            }
        }
    }

    // On entry the parser stands on the node's first event, on return on its last one.
    private YamlNode Node(Parser parser, int depth)
    {
        var start = parser.Current!;
        if (depth > YamlReader.DepthLimit)
        {
            throw new YamlLimitException(start.Start, $"YAML: nested deeper than {YamlReader.DepthLimit} levels.");
        }

        ReadUpTo = start.Start;
        Spend(1, start);
        YamlNode node;
        switch (start)
        {
            case AnchorAlias alias:
                return Alias(alias, depth);
            case Scalar scalar:
                node = new YamlScalar(
                    At(start), TagOf(scalar), scalar.Value, scalar.Style is ScalarStyle.Plain,
                    scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded);
                break;
            case SequenceStart:
                node = Sequence(parser, depth);
                break;
            case MappingStart:
                node = Mapping(parser, depth);
                break;
            default:
                throw new YamlException(start.Start, start.End, "Unexpected event.");
        }

        if (start is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            _anchors[anchored.Anchor.Value] = node;
        }

        return node;
    }

    private YamlNode Alias(AnchorAlias alias, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var target))
        {
            throw new AnchorNotFoundException(alias.Start, alias.End, "Anchor not found.");
        }

        if (depth + target.Height - 1 > YamlReader.DepthLimit)
        {
            throw new YamlLimitException(alias.Start, $"YAML: aliases nest deeper than {YamlReader.DepthLimit} levels.");
        }

        Spend(target.Weight, alias);
        return target.AliasAt(At(alias));
    }

    private YamlSequence Sequence(Parser parser, int depth)
    {
        var start = (SequenceStart)parser.Current!;
        var items = new List<YamlNode>();
        while (Next(parser) is not SequenceEnd)
        {
            items.Add(Node(parser, depth + 1));
        }

        return new YamlSequence(At(start), TagOf(start), [.. items]);
    }

    private YamlMapping Mapping(Parser parser, int depth)
    {
        var start = (MappingStart)parser.Current!;
        var entries = new List<YamlEntry>();
        var merged = new List<YamlNode>();
        Dictionary<string, int>? places = null;
        var hasOtherKeys = false;
        while (Next(parser) is var key and not MappingEnd)
        {
            var isMerge = key is Scalar { Value: "<<", Style: ScalarStyle.Plain };
            var keyNode = Node(parser, depth + 1);
            Next(parser);
            var value = Node(parser, depth + 1);
            if (isMerge)
            {
                Merge(value, merged);
            }
            else if (keyNode is YamlScalar { Value: var name })
            {
                Add(name, keyNode.At, value);
            }
            else
            {
                AddOther(keyNode.At);
            }
        }

        return new YamlMapping(At(start), TagOf(start), [.. entries], [.. merged]) { HasOtherKeys = hasOtherKeys };

        void AddOther(SourcePosition at)
        {
            hasOtherKeys = true;
            errors.Add(new YamlError(at, "YAML: a mapping key that is not plain text is not read."));
        }

        // Readers that accept a repeated key take the last one.
        void Add(string name, SourcePosition at, YamlNode value)
        {
            var place = PlaceOf(name);
            if (place < 0)
            {
                places?.Add(name, entries.Count);
                entries.Add(new YamlEntry(name, at, value));
                return;
            }

            errors.Add(new YamlError(at, "YAML: a key is given twice in one mapping; the last one is used."));
            entries[place] = new YamlEntry(name, at, value);
        }

        // Most mappings are short; only a long one is worth an index.
        int PlaceOf(string name)
        {
            if (entries.Count < 8)
            {
                return entries.FindIndex(e => string.Equals(e.Key, name, StringComparison.Ordinal));
            }

            if (places is null)
            {
                places = new Dictionary<string, int>(StringComparer.Ordinal);
                for (var i = 0; i < entries.Count; i++)
                {
                    places.Add(entries[i].Key, i);
                }
            }

            return places.GetValueOrDefault(name, -1);
        }
    }

    private void Merge(YamlNode value, List<YamlNode> merged)
    {
        switch (value)
        {
            case YamlMapping:
                merged.Add(value);
                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    Merge(item, merged);
                }

                break;
            default:
                errors.Add(new YamlError(value.At, "YAML: a merge key whose value is no mapping is not applied."));
                break;
        }
    }

    private ParsingEvent Next(Parser parser)
    {
        Advance(parser);
        return parser.Current ?? throw new YamlException("Unexpected end of the file.");
    }

    // On some broken input the scanner fails in its own workings instead of with a syntax error; to the reader it is the same.
    private bool Advance(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            throw new YamlException(ReadUpTo, ReadUpTo, "The scanner failed.", fault);
        }
    }

    private void Spend(int nodes, ParsingEvent at)
    {
        _nodes += nodes;
        if (_nodes > YamlReader.NodeLimit)
        {
            throw new YamlLimitException(at.Start, $"YAML: more than {YamlReader.NodeLimit} nodes, aliases followed.");
        }
    }

    private SourcePosition At(ParsingEvent at) => new(path, (int)at.Start.Line + linesBefore, (int)at.Start.Column);

    private static string? TagOf(NodeEvent node) => node.Tag.IsEmpty || node.Tag.IsNonSpecific ? null : node.Tag.Value;
}
