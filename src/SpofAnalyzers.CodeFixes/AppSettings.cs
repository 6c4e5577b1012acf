using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Spof.Text;

namespace SpofAnalyzers.CodeFixes;

/// <summary>Adds a value to <c>appsettings.json</c>; comments and the layout of the file stay as they are.</summary>
internal static class AppSettings
{
    private const int MaxSameNames = 20;

    /// <summary>The base file of the project, where it is one of the additional files.</summary>
    public static TextDocument? Of(Project project) =>
        project.AdditionalDocuments.Where(d => d.Name.Equals("appsettings.json", StringComparison.OrdinalIgnoreCase))
            .OrderBy(d => d.FilePath?.Length ?? 0).FirstOrDefault();

    /// <summary>
    /// The text with the value, and the key that it has there: the wanted one, or one with a number when that is taken by another value. Null when
    /// the file cannot be read.
    /// </summary>
    /// <param name="text">The file.</param>
    /// <param name="section">Section to put it in.</param>
    /// <param name="name">Wanted name.</param>
    /// <param name="value">The value.</param>
    public static (SourceText Text, string Key)? With(SourceText text, string section, string name, string value)
    {
        var source = text.ToString();
        if (JsonReader.Parse(source).Root is not { Kind: JsonKind.Object } root)
        {
            return null;
        }

        var known = root.Members.LastOrDefault(m => m.Name.Equals(section, StringComparison.OrdinalIgnoreCase));
        if (known is not null && known.Value.Kind != JsonKind.Object)
        {
            return null;
        }

        for (var number = 1; number < MaxSameNames; number++)
        {
            var key = number == 1 ? name : name + number.ToString(CultureInfo.InvariantCulture);
            var same = known?.Value.Members.LastOrDefault(m => m.Name.Equals(key, StringComparison.OrdinalIgnoreCase));
            if (same is null)
            {
                var member = known is null ? Added(source, root, section, null, (key, value)) : Added(source, known.Value, key, value, null);
                return (text.WithChanges(member), section + ":" + key);
            }

            if (same.Value.Kind == JsonKind.String && same.Value.Text == value)
            {
                return (text, section + ":" + key);
            }
        }

        return null;
    }

    /// <summary>A member behind the last one of an object: with a value, or with an object of one value.</summary>
    private static TextChange Added(string source, JsonValue parent, string name, string? value, (string Name, string Value)? inner)
    {
        var newLine = source.IndexOf("\r\n", StringComparison.Ordinal) >= 0 ? "\r\n" : "\n";
        if (parent.Members.Count == 0)
        {
            var depth = Indent(source, parent.At.Offset) ?? "";
            var body = newLine + depth + "  " + Member(name, value, inner, newLine, depth + "  ", "  ") + newLine + depth;
            return new TextChange(TextSpan.FromBounds(parent.At.Offset + 1, parent.At.Offset + parent.Length - 1), body);
        }

        var last = parent.Members[parent.Members.Count - 1];
        var end = last.Value.At.Offset + last.Value.Length;
        return Indent(source, last.At.Offset) is { } indent && IsFirstOnLine(source, last.At.Offset)
            ? new TextChange(new TextSpan(end, 0), "," + newLine + indent + Member(name, value, inner, newLine, indent, indent.Length == 0 ? "  " : indent))
            : new TextChange(new TextSpan(end, 0), ", " + Member(name, value, inner, null, "", ""));
    }

    private static string Member(string name, string? value, (string Name, string Value)? inner, string? newLine, string indent, string step)
    {
        if (inner is not var (innerName, innerValue))
        {
            return Quoted(name) + ": " + Quoted(value ?? "");
        }

        return newLine is null
            ? Quoted(name) + ": { " + Quoted(innerName) + ": " + Quoted(innerValue) + " }"
            : Quoted(name) + ": {" + newLine + indent + step + Quoted(innerName) + ": " + Quoted(innerValue) + newLine + indent + "}";
    }

    /// <summary>The blanks that the line starts with.</summary>
    private static string? Indent(string source, int at)
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

    private static string Quoted(string text)
    {
        var quoted = new System.Text.StringBuilder("\"");
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
}
