using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Spof.Analysis.FaultTrees.OpenPsa;

/// <summary>Access to elements with errors that name the place.</summary>
internal static class Xml
{
    public static Place PlaceOf(this XElement element, int source) => new(source, ((IXmlLineInfo)element).LineNumber);

    public static FaultTreeException Error(this XElement element, int source, string message) => new(message, element.PlaceOf(source));

    public static string Required(this XElement element, int source, string attribute) =>
        element.Attribute(attribute)?.Value.Trim() is { Length: > 0 } value
            ? value
            : throw element.Error(source, $"<{element.Name.LocalName}> has no '{attribute}'");

    public static int RequiredCount(this XElement element, int source, string attribute) =>
        int.TryParse(element.Required(source, attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw element.Error(source, $"'{attribute}' of <{element.Name.LocalName}> is no number of arguments");

    public static bool Boolean(this XElement element, int source) => element.Required(source, "value") switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        var other => throw element.Error(source, $"'{other}' is neither true nor false"),
    };

    public static double Number(this XElement element, int source)
    {
        var text = element.Required(source, "value");
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw element.Error(source, $"'{text}' is no number");
    }

    /// <summary>What an element holds besides its description.</summary>
    public static IReadOnlyList<XElement> Content(this XElement element) =>
        [.. element.Elements().Where(e => e.Name.LocalName is not ("label" or "attributes"))];

    public static FaultTreeException NotSupported(this XElement element, int source) =>
        element.Error(source, $"<{element.Name.LocalName}> is not supported");
}
