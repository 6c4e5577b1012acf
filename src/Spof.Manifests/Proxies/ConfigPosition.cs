using Spof.Model;

namespace Spof.Manifests.Proxies;

/// <summary>Turns a place inside a configuration text into a place of the scanned tree.</summary>
internal static class ConfigPosition
{
    /// <param name="origin">Position of the first line of the text.</param>
    /// <param name="line">Line in the text, from 1.</param>
    /// <param name="column">Column in the text, from 1.</param>
    public static SourcePosition Within(this SourcePosition origin, int line, int column) =>
        new(origin.Path, origin.Line + line - 1, origin.Column + column - 1);
}
