namespace Spof.Reporting;

/// <summary>Scanned text is untrusted: nothing in it may steer a terminal or break a line.</summary>
public static class SafeText
{
    /// <summary>Control characters, line breaks and bidirectional overrides become '·'; long text is cut with an ellipsis.</summary>
    public static string Of(string text, int maxLength = 200)
    {
        var cut = text.Length > maxLength ? text[..(maxLength - 1)] + "…" : text;
        return cut.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? cut : string.Concat(cut.Select(c => IsHarmful(c) ? '·' : c));
    }

    private static bool IsHarmful(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F';
}
