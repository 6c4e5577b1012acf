using System.Text;
using Spof.Model;

namespace Spof.Manifests.Proxies.HAProxy;

/// <summary>One line of a HAProxy configuration in words, quotes removed.</summary>
internal sealed record HAProxyLine(string[] Words, SourcePosition At)
{
    public string Keyword => Words[0];

    /// <summary>Cuts a text into lines; comments and empty lines are left out, lines of a Go template are marked.</summary>
    public static IEnumerable<(HAProxyLine Line, bool IsTemplate)> Split(string text, SourcePosition origin)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var words = Split(line);
            if (words.Count == 0)
            {
                continue;
            }

            var column = line.Length - line.AsSpan().TrimStart().Length + 1;
            yield return (new HAProxyLine([.. words], origin.Within(number, column)), line.Contains("{{", StringComparison.Ordinal));
        }
    }

    private static List<string> Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quote != '\0')
            {
                if (c == quote)
                {
                    quote = '\0';
                }
                else
                {
                    word.Append(c);
                }
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '\\' && i + 1 < line.Length)
            {
                word.Append(line[++i]);
            }
            else if (c == '#')
            {
                break;
            }
            else if (!char.IsWhiteSpace(c) && c != '\uFEFF')
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}
