using System.Text.Json;
using Spof.Model;

namespace Spof.Reporting;

/// <summary>Writes places of scanned files, as paths from the root of the repository.</summary>
internal sealed class SarifPlaces(Utf8JsonWriter json, SarifOptions options)
{
    /// <summary>Name of the base of all paths.</summary>
    public const string Root = "SRCROOT";

    private readonly Dictionary<string, IReadOnlyList<string>> _lineHashes = new(StringComparer.Ordinal);

    /// <param name="at">The place.</param>
    /// <param name="text">The short text that stands there; null when it is not known.</param>
    public void Write(SourcePosition at, string? text)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', FromRoot(at.Path).Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", at.Line);
        json.WriteNumber("startColumn", at.Column);
        json.WriteNumber("endLine", at.Line);
        json.WriteNumber("endColumn", at.Column + Math.Max(1, text?.Length ?? 1));
        if (text is not null)
        {
            json.WriteMessage("snippet", text);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The fingerprint of the line for code scanning; null when the file cannot be read.</summary>
    public string? LineHash(SourcePosition at)
    {
        if (!_lineHashes.TryGetValue(at.Path, out var hashes))
        {
            hashes = options.ReadFile?.Invoke(at.Path) is { } text ? LineHashes.Of(text) : [];
            _lineHashes[at.Path] = hashes;
        }

        return at.Line <= hashes.Count ? hashes[at.Line - 1] : null;
    }

    /// <summary>A path as seen from the root of the repository; what lies beside the scanned folder starts with "..".</summary>
    private string FromRoot(string path)
    {
        var folder = options.PathPrefix;
        while (folder.Length > 0 && path.StartsWith("../", StringComparison.Ordinal))
        {
            path = path[3..];
            folder = folder[..(folder.LastIndexOf('/', folder.Length - 2) + 1)];
        }

        return folder + path;
    }
}
