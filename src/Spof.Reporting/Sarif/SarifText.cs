using System.Text.Json;
using Spof.Model;

namespace Spof.Reporting;

/// <summary>The model in words and values of SARIF.</summary>
internal static class SarifText
{
    public static void WriteMessage(this Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    public static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";

    /// <summary>Brackets of scanned text must not become links of a SARIF message.</summary>
    public static string Escape(string text) => SafeText.Of(text, 1000)
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal)
        .Replace("]", "\\]", StringComparison.Ordinal);

    public static string LevelOf(FindingLevel level) => level switch
    {
        FindingLevel.Error => "error",
        FindingLevel.Warning => "warning",
        _ => "note",
    };

    public static string PrecisionOf(Confidence confidence) => confidence switch
    {
        Confidence.VeryHigh => "very-high",
        Confidence.High => "high",
        Confidence.Medium => "medium",
        _ => "low",
    };
}
