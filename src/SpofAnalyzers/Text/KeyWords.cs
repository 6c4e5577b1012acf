namespace Spof.Text;

/// <summary>Splits names such as <c>DB_HOST</c>, <c>apiKey</c> or <c>Redis:EndPoint</c> into lower-case words.</summary>
internal static class KeyWords
{
    public static List<string> Of(string name)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (!char.IsLetterOrDigit(c))
            {
                Add(words, name, start, i);
                start = -1;
                continue;
            }

            var startsWord = start >= 0 && char.IsUpper(c)
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
            {
                Add(words, name, start, i);
                start = i;
            }
            else if (start < 0)
            {
                start = i;
            }
        }

        Add(words, name, start, name.Length);
        return words;
    }

    /// <summary>Letters and digits only, in lower case: <c>Data Source</c>, <c>DataSource</c> and <c>data_source</c> are one.</summary>
    public static string Compact(string name)
    {
        var buffer = new char[name.Length];
        var length = 0;
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                buffer[length++] = char.ToLowerInvariant(c);
            }
        }

        return new string(buffer, 0, length);
    }

    private static void Add(List<string> words, string name, int start, int end)
    {
        if (start >= 0 && end > start)
        {
            words.Add(name.Substring(start, end - start).ToLowerInvariant());
        }
    }
}
