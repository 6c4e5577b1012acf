using System.Xml;
using System.Xml.Linq;
using Spof.Code.Discovery;
using Spof.Files;
using Spof.Model;

namespace Spof.Code.Projects;

/// <summary>Reads XML that comes from a stranger: no document type, no entities, nothing fetched, a size limit.</summary>
internal static class SafeXml
{
    /// <summary>Project files are written by hand; the largest known ones stay below a tenth of this.</summary>
    public const int MaxCharacters = 8_000_000;

    /// <exception cref="XmlException">The text is not well-formed, too large, or declares a document type.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static XDocument Load(string path)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxCharacters,
            MaxCharactersFromEntities = 1,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var stream = RegularFile.OpenRead(path);
        using var reader = XmlReader.Create(stream, settings);
        return XDocument.Load(reader, LoadOptions.SetLineInfo);
    }

    /// <summary>Loads a file; null, with a gap, when it cannot be read.</summary>
    public static XDocument? LoadOrReport(ScanRoot root, string path, ICollection<Gap> gaps)
    {
        try
        {
            return Load(path);
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            gaps.Add(new Gap(root.At(path, e is XmlException { LineNumber: > 0 } x ? x.LineNumber : 1), $"File cannot be read: {Reasons.Of(e)}.", GapKind.Error));
            return null;
        }
    }

    /// <summary>Line of an element or attribute, counted from 1.</summary>
    public static int Line(XObject node) => ((IXmlLineInfo)node).HasLineInfo() ? ((IXmlLineInfo)node).LineNumber : 1;

    public static int Column(XObject node) => ((IXmlLineInfo)node).HasLineInfo() ? ((IXmlLineInfo)node).LinePosition : 1;

    /// <summary>Attribute by name, compared without case as the build does.</summary>
    public static string? AttributeText(this XElement element, string name)
    {
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>Text of an attribute or, failing that, of a child element: the two ways to write item metadata.</summary>
    public static string? Metadata(this XElement element, string name)
    {
        if (element.AttributeText(name) is { } attribute)
        {
            return attribute;
        }

        foreach (var child in element.Elements())
        {
            if (child.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return child.Value;
            }
        }

        return null;
    }
}
