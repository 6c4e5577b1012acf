using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Spof.Model;
using Spof.Text;

namespace Spof.Code.Mapping;

/// <summary>Turns places in code into evidence: position, and the line that stands there without its secrets.</summary>
internal static class EvidenceMap
{
    private const int MaxText = 100;

    /// <summary>So much more than is shown that what is cut off cannot come into view when secrets before it are masked.</summary>
    private const int MaxRead = 4_000;

    public static ImmutableArray<Evidence> Of(params IEnumerable<Location?> locations)
    {
        var hops = ImmutableArray.CreateBuilder<Evidence>();
        var seen = new HashSet<(string, int, string)>();
        foreach (var location in locations)
        {
            if (location is not null && Of(location) is { } hop && seen.Add((hop.At.Path, hop.At.Line, hop.Text)))
            {
                hops.Add(hop);
            }
        }

        return hops.ToImmutable();
    }

    /// <summary>The same places, the first of them told by its name where the fact is.</summary>
    public static ImmutableArray<Evidence> Of(bool isMatchedByName, params IEnumerable<Location?> locations) =>
        Of(locations) is [var first, ..] hops && isMatchedByName ? hops.SetItem(0, first with { How = Certainty.Inferred }) : Of(locations);

    /// <summary>Null for a place that is in no file.</summary>
    public static Evidence? Of(Location location, Certainty how = Certainty.Declared)
    {
        if (location.Kind is not (LocationKind.SourceFile or LocationKind.ExternalFile))
        {
            return null;
        }

        // Trees carry the path relative to the root.
        var span = location.GetLineSpan();
        var at = new SourcePosition(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
        return new Evidence(
            location.IsInSource ? EvidenceLayer.Code : EvidenceLayer.Config, at, location.SourceTree is { } tree ? LineOf(tree, location) : "", how);
    }

    private static string LineOf(SyntaxTree tree, Location location)
    {
        var text = tree.GetText();
        var line = text.Lines.GetLineFromPosition(location.SourceSpan.Start);

        // Lines of generated length are cut before they are looked at.
        var content = Redaction.CodeLine(text.ToString(line.Span.Length <= MaxRead ? line.Span : new(line.Start, MaxRead)).Trim());
        return content.Length <= MaxText ? content : content[..(MaxText - 1)] + "…";
    }
}
