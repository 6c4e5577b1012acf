using System.Text;
using Spof.Model;

namespace Spof.Manifests.Containers;

/// <summary>One instruction with its arguments on one line.</summary>
/// <param name="Keyword">In upper case.</param>
/// <param name="Arguments">Continuation lines joined.</param>
/// <param name="HereDocuments">Bodies of its here-documents, in order.</param>
/// <param name="At">Where the keyword stands.</param>
internal sealed record DockerfileInstruction(
    string Keyword, string Arguments, IReadOnlyList<string> HereDocuments, SourcePosition At);

/// <summary>Cuts a Dockerfile into instructions: comments, line continuations, the escape directive, here-documents.</summary>
internal static class DockerfileLines
{
    /// <param name="path">File the positions refer to.</param>
    /// <param name="text">The Dockerfile.</param>
    /// <param name="lineOffset">Lines of <paramref name="path"/> above the text, for a Dockerfile inside another file.</param>
    /// <param name="gaps">Takes what could not be read.</param>
    public static List<DockerfileInstruction> Split(string path, string text, int lineOffset, ICollection<Gap> gaps)
    {
        var lines = text.Split('\n');
        var escape = EscapeDirective(lines);
        var instructions = new List<DockerfileInstruction>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan().Trim();
            if (line.IsEmpty || line[0] == '#')
            {
                continue;
            }

            var at = new SourcePosition(path, i + 1 + lineOffset, lines[i].Length - lines[i].AsSpan().TrimStart().Length + 1);
            var logical = Logical(lines, ref i, escape);
            var space = logical.AsSpan().IndexOfAny(' ', '\t');
            var keyword = (space < 0 ? logical : logical[..space]).ToUpperInvariant();
            var arguments = space < 0 ? "" : logical[(space + 1)..].Trim();
            var bodies = new List<string>();
            if (keyword is "RUN" or "COPY" or "ADD")
            {
                foreach (var (end, stripTabs) in HereDocumentEnds(arguments))
                {
                    if (Body(lines, ref i, end, stripTabs) is { } body)
                    {
                        bodies.Add(body);
                    }
                    else
                    {
                        gaps.Add(new Gap(at, $"here-document '{end}' has no end", GapKind.Error));
                    }
                }
            }

            instructions.Add(new DockerfileInstruction(keyword, arguments, bodies, at));
        }

        return instructions;
    }

    /// <summary>The character that continues a line: a backslash unless a directive at the top says backtick.</summary>
    private static char EscapeDirective(string[] lines)
    {
        foreach (var line in lines)
        {
            var trimmed = line.AsSpan().Trim().TrimStart('\uFEFF');
            if (trimmed.IsEmpty || trimmed[0] != '#')
            {
                return '\\';
            }

            var directive = trimmed[1..].Trim();
            var equals = directive.IndexOf('=');
            if (equals < 0)
            {
                return '\\';
            }

            if (directive[..equals].Trim().Equals("escape", StringComparison.OrdinalIgnoreCase))
            {
                return directive[(equals + 1)..].Trim() is "`" ? '`' : '\\';
            }
        }

        return '\\';
    }

    private static string Logical(string[] lines, ref int i, char escape)
    {
        var first = lines[i].AsSpan().Trim().TrimStart('\uFEFF');
        if (first[^1] != escape)
        {
            return first.ToString();
        }

        var joined = new StringBuilder().Append(first[..^1]);
        while (i + 1 < lines.Length)
        {
            var next = lines[++i].AsSpan().Trim();
            if (next.IsEmpty || next[0] == '#')
            {
                continue;
            }

            if (next[^1] != escape)
            {
                return joined.Append(' ').Append(next).ToString();
            }

            joined.Append(' ').Append(next[..^1]);
        }

        return joined.ToString();
    }

    private static List<(string End, bool StripTabs)> HereDocumentEnds(string arguments)
    {
        var ends = new List<(string, bool)>();
        for (var at = arguments.IndexOf("<<", StringComparison.Ordinal); at >= 0;
            at = at >= arguments.Length ? -1 : arguments.IndexOf("<<", at, StringComparison.Ordinal))
        {
            at += 2;
            if (at < arguments.Length && arguments[at] == '<')
            {
                // A here-string (<<<) has its text on the same line.
                at++;
                continue;
            }

            var stripTabs = at < arguments.Length && arguments[at] == '-';
            var start = stripTabs ? at + 1 : at;
            var quoted = start < arguments.Length && arguments[start] is '"' or '\'';
            start += quoted ? 1 : 0;
            var end = start;
            while (end < arguments.Length && (char.IsLetterOrDigit(arguments[end]) || arguments[end] is '_' or '-' or '.'))
            {
                end++;
            }

            if (end > start && !char.IsDigit(arguments[start]))
            {
                ends.Add((arguments[start..end], stripTabs));
            }

            at = Math.Max(end, at);
        }

        return ends;
    }

    private static string? Body(string[] lines, ref int i, string end, bool stripTabs)
    {
        var body = new StringBuilder();
        for (var at = i + 1; at < lines.Length; at++)
        {
            var line = lines[at].TrimEnd('\r');
            if (stripTabs)
            {
                line = line.TrimStart('\t');
            }

            if (line == end)
            {
                i = at;
                return body.ToString();
            }

            body.Append(line).Append('\n');
        }

        return null;
    }
}
