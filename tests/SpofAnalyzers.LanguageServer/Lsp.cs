using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SpofAnalyzers.LanguageServer;

/// <summary>Shapes of the protocol; lines and characters count from 0.</summary>
internal static class Lsp
{
    public static JsonObject Diagnostic(Diagnostic diagnostic, SourceText text) => new()
    {
        ["range"] = Range(diagnostic.Location.SourceSpan, text),
        ["severity"] = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => 1,
            DiagnosticSeverity.Warning => 2,
            _ => 3,
        },
        ["code"] = diagnostic.Id,
        ["codeDescription"] = new JsonObject { ["href"] = diagnostic.Descriptor.HelpLinkUri },
        ["source"] = "SpofAnalyzers",
        ["message"] = diagnostic.GetMessage(CultureInfo.InvariantCulture),
    };

    public static JsonObject Edit(TextChange change, SourceText text) => new() { ["range"] = Range(change.Span, text), ["newText"] = change.NewText };

    public static TextSpan Span(JsonNode range, SourceText text) =>
        text.Lines.GetTextSpan(new LinePositionSpan(Position(range["start"]!), Position(range["end"]!)));

    private static LinePosition Position(JsonNode position) => new((int)position["line"]!, (int)position["character"]!);

    private static JsonObject Range(TextSpan span, SourceText text)
    {
        var lines = text.Lines.GetLinePositionSpan(span);
        return new JsonObject { ["start"] = Position(lines.Start), ["end"] = Position(lines.End) };
    }

    private static JsonObject Position(LinePosition position) => new() { ["line"] = position.Line, ["character"] = position.Character };
}
