using Spof.Model;
using YamlDotNet.Core;

namespace Spof.Manifests.Yaml;

/// <summary>Reads YAML and JSON text into nodes with positions. Never throws on bad input.</summary>
public static class YamlReader
{
    /// <summary>Deepest nesting that is read, aliases followed.</summary>
    public const int DepthLimit = 500;

    /// <summary>Most nodes that one file may have, aliases followed.</summary>
    public const int NodeLimit = 2_000_000;

    /// <summary>Most broken documents of one file after which reading goes on.</summary>
    public const int BreakLimit = 100;

    /// <param name="path">Path relative to the scanned root, for positions.</param>
    /// <param name="text">Content of the file.</param>
    public static YamlFile Read(string path, string text)
    {
        var documents = new List<YamlNode>();
        var errors = new List<YamlError>();
        var start = 0;
        var linesBefore = 0;
        var breaks = 0;
        while (start < text.Length)
        {
            var tree = new YamlTreeBuilder(path, linesBefore, documents, errors);
            try
            {
                tree.ReadStream(new StringReader(start == 0 ? text : text[start..]));
                break;
            }
            catch (YamlException broken)
            {
                // The scanner does not always say where the fault is; then it is where reading stopped.
                var mark = broken.Start.CompareTo(tree.ReadUpTo) > 0 ? broken.Start : tree.ReadUpTo;
                var at = new SourcePosition(path, Math.Max(1, (int)mark.Line) + linesBefore, Math.Max(1, (int)mark.Column));
                errors.Add(new YamlError(at, Describe(broken), LosesDocument: true));
                (start, linesBefore) = NextDocument(text, start, linesBefore, at.Line);
                if (start < text.Length && ++breaks == BreakLimit)
                {
                    var reason = $"YAML: {BreakLimit} documents are broken; the rest of the file is not read.";
                    errors.Add(new YamlError(new SourcePosition(path, linesBefore + 1), reason, LosesDocument: true));
                    break;
                }
            }
        }

        return new YamlFile(path, documents, errors);
    }

    /// <summary>
    /// Start of the first document at or after the line of the fault: "---" in the first column always begins one. It lies after
    /// <paramref name="start"/>, so every round gets further.
    /// </summary>
    private static (int Start, int LinesBefore) NextDocument(string text, int start, int linesBefore, int line)
    {
        var position = start;
        var current = linesBefore + 1;
        while (true)
        {
            var end = text.IndexOf('\n', position);
            if (end < 0)
            {
                return (text.Length, current);
            }

            position = end + 1;
            current++;
            if (current >= line && IsMarker(text.AsSpan(position)))
            {
                return (position, current - 1);
            }
        }
    }

    private static bool IsMarker(ReadOnlySpan<char> line) =>
        line.StartsWith("---", StringComparison.Ordinal) && (line.Length == 3 || char.IsWhiteSpace(line[3]));

    // The parser's own messages may quote the text at the fault, which may be a secret; only its kind of fault is told.
    private static string Describe(YamlException broken) => broken switch
    {
        YamlLimitException limit => limit.Message,
        AnchorNotFoundException => "YAML: an alias refers to an anchor that is not defined before it.",
        MaximumRecursionLevelReachedException => $"YAML: nested deeper than {DepthLimit} levels.",
        SyntaxErrorException or SemanticErrorException => "YAML: syntax error; the document from here on is not read.",
        _ => "YAML: the document from here on cannot be read.",
    };
}

/// <summary>A limit of this reader was passed.</summary>
internal sealed class YamlLimitException(Mark at, string message) : YamlException(at, at, message);
