using System.Globalization;
using System.Text;
using System.Xml;

namespace Spof.Analysis.FaultTrees.OpenPsa;

/// <summary>Writes a fault tree in the Open-PSA Model Exchange Format, so that other tools can check an answer.</summary>
public static class OpenPsaWriter
{
    /// <summary>Names that the format does not allow are rewritten; the label keeps what they were.</summary>
    public static void Write(FaultTree tree, Stream output)
    {
        var settings = new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n" };
        using var xml = XmlWriter.Create(output, settings);
        var names = new OpenPsaNames(tree);
        xml.WriteStartElement("opsa-mef");
        xml.WriteStartElement("define-fault-tree");
        xml.WriteAttributeString("name", OpenPsaNames.Legal(tree.Name));

        // The top event comes first; other tools take it for the top by that, too.
        for (var gate = tree.Gates.Length - 1; gate >= 0; gate--)
        {
            WriteGate(xml, tree, names, tree.Events.Length + gate);
        }

        xml.WriteEndElement();
        xml.WriteStartElement("model-data");
        for (var e = 0; e < tree.Events.Length; e++)
        {
            Start(xml, "define-basic-event", names[e], tree.Events[e].Name);
            if (tree.Events[e].Probability is { } probability)
            {
                WriteLeaf(xml, "float", "value", probability.ToString("R", CultureInfo.InvariantCulture));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteGate(XmlWriter xml, FaultTree tree, OpenPsaNames names, int node)
    {
        var gate = tree.GateOf(node);
        Start(xml, "define-gate", names[node], gate.Name);
        if (gate.Children.Length == 0)
        {
            WriteLeaf(xml, "constant", "value", gate.IsAlways ? "true" : "false");
            xml.WriteEndElement();
            return;
        }

        xml.WriteStartElement(gate.IsOr ? "or" : gate.IsAnd ? "and" : "atleast");
        if (!gate.IsOr && !gate.IsAnd)
        {
            xml.WriteAttributeString("min", gate.Threshold.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var child in gate.Children)
        {
            WriteLeaf(xml, tree.IsEvent(child) ? "basic-event" : "gate", "name", names[child]);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string element, string name, string original)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("name", name);
        if (name != original)
        {
            xml.WriteElementString("label", OpenPsaNames.Printable(original));
        }
    }

    private static void WriteLeaf(XmlWriter xml, string element, string attribute, string value)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }
}
