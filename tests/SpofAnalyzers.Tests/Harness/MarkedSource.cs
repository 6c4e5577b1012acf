using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace SpofAnalyzers.Tests.Harness;

/// <summary>A program with <c>[|spans|]</c> (the rule under test) or <c>{|SPOF1001:spans|}</c> where diagnostics are expected.</summary>
internal sealed record MarkedSource(string Text, IReadOnlyList<(string? Id, TextSpan Span)> Spans)
{
    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        var spans = new List<(string?, TextSpan)>();
        var open = new Stack<(string? Id, int Start)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (At(marked, i, "[|"))
            {
                open.Push((null, text.Length));
                i++;
            }
            else if (At(marked, i, "{|SPOF"))
            {
                var colon = marked.IndexOf(':', i);
                open.Push((marked[(i + 2)..colon], text.Length));
                i = colon;
            }
            else if (At(marked, i, "|]") || (At(marked, i, "|}") && open.Count > 0 && open.Peek().Id is not null))
            {
                var (id, start) = open.Pop();
                spans.Add((id, TextSpan.FromBounds(start, text.Length)));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        Assert.Empty(open);
        return new MarkedSource(text.ToString(), [.. spans.OrderBy(s => s.Item2)]);
    }

    private static bool At(string text, int index, string what) => string.CompareOrdinal(text, index, what, 0, what.Length) == 0;
}
