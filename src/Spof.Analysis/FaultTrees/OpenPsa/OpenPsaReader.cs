using System.Xml;

namespace Spof.Analysis.FaultTrees.OpenPsa;

/// <summary>
/// Reads fault trees in the Open-PSA Model Exchange Format (version 2.0d; A. Epstein and A. Rauzy, 2008). A model may lie in several
/// files. What is not understood is an error, because leaving it out would change the answer. A document type is skipped, so that
/// there are no entities.
/// </summary>
public static class OpenPsaReader
{
    private const long LargestInput = 256L << 20;

    public static FaultTreeModel Read(Stream input) => Read([input]);

    /// <param name="inputs">The parts of one model; <see cref="Place.Source"/> counts them.</param>
    /// <exception cref="FaultTreeException">An input is no XML, or it holds something that is wrong or not supported.</exception>
    public static FaultTreeModel Read(IReadOnlyList<Stream> inputs)
    {
        var definitions = new Definitions();
        for (var source = 0; source < inputs.Count; source++)
        {
            definitions.Collect(Load(inputs[source], source));
        }

        return definitions.Model();
    }

    private static Element Load(Stream input, int source)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = LargestInput,
        };
        using var reader = XmlReader.Create(input, settings);
        try
        {
            return Load(reader, source);
        }
        catch (XmlException problem)
        {
            throw new FaultTreeException($"this is no XML that can be read: {Sentence(problem)}", new Place(source, problem.LineNumber));
        }
    }

    private static Element Load(XmlReader reader, int source)
    {
        var open = new Stack<Element>();
        Element? root = null;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement)
            {
                open.Pop();
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                var element = new Element(reader.LocalName, new Place(source, ((IXmlLineInfo)reader).LineNumber));
                root ??= element;
                if (open.TryPeek(out var parent))
                {
                    parent.Add(element);
                }

                if (!reader.IsEmptyElement)
                {
                    open.Push(element);
                }

                while (reader.MoveToNextAttribute())
                {
                    element.Set(reader.LocalName, reader.Value);
                }
            }
        }

        return root!;
    }

    // The runtime ends its message with the position, which is told apart.
    private static string Sentence(XmlException problem)
    {
        var end = problem.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return (end > 0 ? problem.Message[..end] : problem.Message).TrimEnd('.');
    }
}
