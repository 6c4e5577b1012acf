using Spof.Text;

namespace SpofAnalyzers.Facts;

/// <summary>What a connection string of SQLite opens.</summary>
internal static class SqliteText
{
    /// <summary>True for <c>:memory:</c> and <c>Mode=Memory</c>; a data source without a name is a temporary file and counts as memory.</summary>
    public static bool IsMemory(string text)
    {
        var keywords = ConnectionKeywords.Read(text);
        var source = Source(keywords);
        return text.Trim() == ":memory:" || string.Equals(keywords?["mode"], "Memory", StringComparison.OrdinalIgnoreCase)
            || source is ":memory:" || (source is not null && source.Length == 0)
            || (source is not null && source.IndexOf("mode=memory", StringComparison.OrdinalIgnoreCase) >= 0);
    }

    /// <summary>Path of the file; null when there is none in the text.</summary>
    public static string? File(string text) => IsMemory(text) ? null : Source(ConnectionKeywords.Read(text));

    private static string? Source(ConnectionKeywords? keywords) => keywords?.First("datasource", "filename");
}
