using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using Spof.Text;

namespace SpofAnalyzers.CodeFixes;

/// <summary>Adds to a JSON text; comments and layout stay as they are, and what is added is laid out like its neighbours.</summary>
internal static class JsonInsertion
{
    /// <summary>A member behind the last one of an object.</summary>
    /// <param name="source">The text.</param>
    /// <param name="parent">The object.</param>
    /// <param name="value">The value as it is to be written.</param>
    /// <param name="names">Name of the member; with more than one, each is an object that holds the next.</param>
    public static TextChange Member(string source, JsonValue parent, string value, params string[] names)
    {
        var newLine = source.IndexOf("\r\n", StringComparison.Ordinal) >= 0 ? "\r\n" : "\n";
        var outer = Indent(source, parent.At.Offset);
        if (parent.Members.Count == 0)
        {
            var body = newLine + outer + "  " + Text(value, names, 0, newLine, outer + "  ", "  ") + newLine + outer;
            return new TextChange(TextSpan.FromBounds(parent.At.Offset + 1, parent.At.Offset + parent.Length - 1), body);
        }

        var last = parent.Members[parent.Members.Count - 1];
        var end = new TextSpan(last.Value.At.Offset + last.Value.Length, 0);
        if (!IsFirstOnLine(source, last.At.Offset))
        {
            return new TextChange(end, ", " + Text(value, names, 0, null, "", ""));
        }

        var indent = Indent(source, last.At.Offset);
        var step = indent.Length > outer.Length && indent.StartsWith(outer, StringComparison.Ordinal) ? indent.Substring(outer.Length) : "  ";
        return new TextChange(end, "," + newLine + indent + Text(value, names, 0, newLine, indent, step));
    }

    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                < ' ' => quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <param name="value">The innermost value.</param>
    /// <param name="names">Names from the outermost.</param>
    /// <param name="at">The name to begin with.</param>
    /// <param name="newLine">Line end; null to stay on one line.</param>
    /// <param name="indent">Blanks before the member.</param>
    /// <param name="step">Blanks that each level adds.</param>
    private static string Text(string value, string[] names, int at, string? newLine, string indent, string step)
    {
        var name = Quoted(names[at]) + ": ";
        return at + 1 == names.Length ? name + value
            : newLine is null ? name + "{ " + Text(value, names, at + 1, null, "", "") + " }"
            : name + "{" + newLine + indent + step + Text(value, names, at + 1, newLine, indent + step, step) + newLine + indent + "}";
    }

    /// <summary>The blanks that the line starts with.</summary>
    private static string Indent(string source, int at)
    {
        var start = at == 0 ? 0 : source.LastIndexOf('\n', at - 1) + 1;
        var end = start;
        while (end < source.Length && source[end] is ' ' or '\t')
        {
            end++;
        }

        return source.Substring(start, end - start);
    }

    private static bool IsFirstOnLine(string source, int at)
    {
        while (at > 0 && source[at - 1] is ' ' or '\t')
        {
            at--;
        }

        return at == 0 || source[at - 1] == '\n';
    }
}
