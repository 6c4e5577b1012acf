namespace Spof.Tool.Output;

internal enum OutputFormat
{
    Text,
    Json,
    Sarif,
}

/// <param name="Format">What is written.</param>
/// <param name="Path">Where; "-" is stdout.</param>
internal sealed record OutputTarget(OutputFormat Format, string Path)
{
    /// <summary>Reads <c>[format=]path</c>; without a format the extension decides.</summary>
    /// <exception cref="UserError">The format or extension is not known.</exception>
    public static OutputTarget Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && Enum.TryParse<OutputFormat>(text[..equals], ignoreCase: true, out var named))
        {
            return new OutputTarget(named, text[(equals + 1)..]);
        }

        return System.IO.Path.GetExtension(text).ToLowerInvariant() switch
        {
            ".sarif" => new OutputTarget(OutputFormat.Sarif, text),
            ".json" => new OutputTarget(OutputFormat.Json, text),
            ".txt" => new OutputTarget(OutputFormat.Text, text),
            var extension => throw new UserError($"cannot tell the format of '{text}' from '{extension}'; write json=…, sarif=… or text=…"),
        };
    }
}
