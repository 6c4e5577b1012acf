namespace Spof.Linking;

/// <summary>Ids as users write them: exact, or with '*' for any run of characters.</summary>
internal static class IdPattern
{
    public static bool IsPattern(string text) => text.Contains('*', StringComparison.Ordinal);

    public static bool Matches(string pattern, string id)
    {
        var parts = pattern.Split('*');
        if (parts.Length == 1)
        {
            return string.Equals(pattern, id, StringComparison.Ordinal);
        }

        if (!id.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        for (var i = 1; i < parts.Length - 1; i++)
        {
            var next = id.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (next < 0)
            {
                return false;
            }

            at = next + parts[i].Length;
        }

        return id.Length - at >= parts[^1].Length && id.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}
