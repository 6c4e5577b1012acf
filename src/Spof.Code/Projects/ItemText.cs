using System.Xml.Linq;
using Spof.Code.Discovery;
using Spof.Model;

namespace Spof.Code.Projects;

/// <summary>Reads the attributes and metadata of items, their expressions expanded.</summary>
internal sealed class ItemText(ScanRoot root, ProjectEvaluation evaluation, ICollection<Gap> gaps)
{
    /// <summary>The entries of a list attribute; an entry that refers to other items or is not understood is reported and left out.</summary>
    public IEnumerable<string> List(PendingItem item, string attribute)
    {
        if (item.Element.AttributeText(attribute) is not { Length: > 0 } written)
        {
            yield break;
        }

        var list = evaluation.Expansion.Expand(written);
        if (!list.IsUnderstood || list.Text.Contains("@(", StringComparison.Ordinal))
        {
            Report(item, $"{item.Element.Name.LocalName} {attribute} '{ProjectEvaluation.Shortened(written)}' is not understood.");
            yield break;
        }

        foreach (var name in list.Text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            yield return name;
        }
    }

    /// <summary>A metadata value; null where it is absent, empty or not understood.</summary>
    public string? Of(PendingItem item, string name) =>
        item.Element.Metadata(name) is { } written && evaluation.Expansion.Expand(written.Trim()) is { IsUnderstood: true, Text.Length: > 0 } value
            ? value.Text
            : null;

    public void Report(PendingItem item, string reason, GapKind kind = GapKind.Unread) =>
        gaps.Add(new Gap(root.At(item.File, SafeXml.Line((XObject)item.Element), SafeXml.Column(item.Element)), reason, kind));
}
