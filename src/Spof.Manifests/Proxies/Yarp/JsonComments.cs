namespace Spof.Manifests.Proxies.Yarp;

/// <summary>Blanks out comments of a JSON text, so that positions stay as they are.</summary>
internal static class JsonComments
{
    public static string Blank(string text)
    {
        if (!text.Contains("//", StringComparison.Ordinal) && !text.Contains("/*", StringComparison.Ordinal))
        {
            return text;
        }

        var characters = text.ToCharArray();
        var inString = false;
        for (var i = 0; i < characters.Length; i++)
        {
            if (inString)
            {
                if (characters[i] == '\\')
                {
                    i++;
                }
                else if (characters[i] == '"')
                {
                    inString = false;
                }
            }
            else if (characters[i] == '"')
            {
                inString = true;
            }
            else if (characters[i] == '/' && i + 1 < characters.Length && characters[i + 1] is '/' or '*')
            {
                i = BlankComment(characters, i);
            }
        }

        return new string(characters);
    }

    /// <summary>Returns the last place of the comment.</summary>
    private static int BlankComment(char[] characters, int start)
    {
        var isLine = characters[start + 1] == '/';
        var end = start + 2;
        while (end < characters.Length
            && !(isLine ? characters[end] == '\n' : characters[end] == '/' && characters[end - 1] == '*' && end > start + 2))
        {
            end++;
        }

        var last = isLine ? end - 1 : Math.Min(end, characters.Length - 1);
        for (var i = start; i <= last; i++)
        {
            if (characters[i] is not ('\n' or '\r'))
            {
                characters[i] = ' ';
            }
        }

        return last;
    }
}
