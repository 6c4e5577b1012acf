using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Spof.Manifests.Containers;

/// <summary>Splits command lines into words.</summary>
internal static class CommandWords
{
    /// <summary>
    /// Words of a shell command: quotes group and vanish, and <c>;</c>, <c>&amp;&amp;</c>, <c>||</c>, <c>|</c> and line ends are words
    /// of their own.
    /// </summary>
    public static ImmutableArray<string> Split(string commandLine)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        var isOpen = false;
        for (var i = 0; i < commandLine.Length; i++)
        {
            var c = commandLine[i];
            switch (c)
            {
                case '"' or '\'':
                    isOpen = true;
                    var close = Closing(commandLine, i);
                    word.Append(commandLine, i + 1, close - i - 1);
                    i = close;
                    break;
                case ' ' or '\t' or '\r':
                    Close();
                    break;
                case '\n' or ';' or '|' or '&':
                    Close();
                    if (i + 1 < commandLine.Length && commandLine[i + 1] == c)
                    {
                        i++;
                    }

                    words.Add(c is '\n' ? ";" : c.ToString());
                    break;
                default:
                    isOpen = true;
                    word.Append(c);
                    break;
            }
        }

        Close();
        return words.ToImmutable();

        void Close()
        {
            if (isOpen)
            {
                words.Add(word.ToString());
            }

            word.Clear();
            isOpen = false;
        }
    }

    /// <summary>Words of a JSON array of strings (the exec form), or null when the text is none.</summary>
    public static ImmutableArray<string>? ExecForm(string text)
    {
        if (!text.StartsWith('[') || !text.EndsWith(']'))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<string[]>(text) is { } words && words.All(w => w is not null) ? [.. words] : null;
        }
        catch (JsonException)
        {
            // The engine does the same: what is no JSON array is a shell command.
            return null;
        }
    }

    public static bool IsSeparator(string word) => word is ";" or "|" or "&";

    private static int Closing(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == text[open] && (text[open] == '\'' || text[i - 1] != '\\'))
            {
                return i;
            }
        }

        return text.Length;
    }
}
