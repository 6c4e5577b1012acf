using Microsoft.CodeAnalysis.Text;

namespace Spof.Code.Sources;

/// <summary>
/// Guards the parser and what walks its trees: some of it calls itself for each bracket or prefix operator without watching its stack,
/// and a process whose stack is full cannot be saved.
/// </summary>
internal static class Nesting
{
    /// <summary>Far above what people write and far below what fills a stack.</summary>
    public const int Limit = 500;

    /// <summary>Marks that may stand between the names of a type.</summary>
    private const string InTypes = "_.,?:[]()*@";

    /// <summary>
    /// Reads characters, also those of comments and strings: to be wrong about a file that holds hundreds of unclosed brackets in its
    /// texts costs that file, with a gap.
    /// </summary>
    /// <returns>Where the text nests deeper than <see cref="Limit"/>; null when it never does.</returns>
    public static int? TooDeepAt(SourceText text)
    {
        var depth = 0;
        var angles = 0;
        var prefixes = 0;
        var buffer = new char[8192];
        for (var start = 0; start < text.Length; start += buffer.Length)
        {
            var part = buffer.AsSpan(0, Math.Min(buffer.Length, text.Length - start));
            text.CopyTo(start, buffer, 0, part.Length);
            for (var i = 0; i < part.Length; i++)
            {
                var c = part[i];
                if (char.IsWhiteSpace(c))
                {
                    continue;
                }

                depth += c switch { '(' or '[' or '{' => 1, ')' or ']' or '}' when depth > 0 => -1, _ => 0 };

                // "<" may be a comparison: it was one where something follows that no list of types holds.
                angles = c switch { '<' => angles + 1, '>' when angles > 0 => angles - 1, _ when char.IsLetterOrDigit(c) || InTypes.Contains(c) => angles, _ => 0 };
                if (char.IsAsciiLetter(c))
                {
                    var length = part[i..].IndexOfAnyExceptInRange('A', 'z') is >= 0 and var end ? end : part.Length - i;
                    prefixes = part.Slice(i, length) is "await" or "not" ? prefixes + 1 : 0;
                    i += length - 1;
                }
                else
                {
                    prefixes = c is '!' or '~' or '+' or '-' or '*' or '&' or '^' ? prefixes + 1 : 0;
                }

                if (depth + angles + prefixes > Limit)
                {
                    return start + i;
                }
            }
        }

        return null;
    }
}
