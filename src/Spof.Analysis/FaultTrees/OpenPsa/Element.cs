using System.Globalization;

namespace Spof.Analysis.FaultTrees.OpenPsa;

/// <summary>An element of an input as far as a model needs it: without text, for nothing but labels has any.</summary>
/// <param name="name">Its name.</param>
/// <param name="place">Where its start tag stands.</param>
internal sealed class Element(string name, Place place)
{
    private readonly Dictionary<string, string> _attributes = [];
    private readonly List<Element> _content = [];

    public string Name { get; } = name;

    public Place Place { get; } = place;

    /// <summary>What it holds besides its description.</summary>
    public IReadOnlyList<Element> Content => _content;

    public string? Attribute(string name) => _attributes.GetValueOrDefault(name);

    public void Set(string attribute, string value) => _attributes[attribute] = value.Trim();

    public void Add(Element child)
    {
        if (child.Name is not ("label" or "attributes"))
        {
            _content.Add(child);
        }
    }

    public string Required(string attribute) => Attribute(attribute) is { Length: > 0 } value ? value : throw Error($"<{Name}> has no '{attribute}'");

    public int RequiredCount(string attribute) =>
        int.TryParse(Required(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw Error($"'{attribute}' of <{Name}> is no number of arguments");

    public bool Boolean() => Required("value") switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        var other => throw Error($"'{other}' is neither true nor false"),
    };

    public double Number()
    {
        var text = Required("value");
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Error($"'{text}' is no number");
    }

    public FaultTreeException Error(string message) => new(message, Place);

    public FaultTreeException NotSupported() => Error($"<{Name}> is not supported");
}
