using System.Collections.Immutable;

namespace Spof.Reporting;

/// <summary>The commands that a report names, as they run from the folder of the scan.</summary>
/// <param name="Path">Scanned path as the user wrote it; null for the current folder.</param>
/// <param name="ResultFile">The spof.json that the scan wrote; null for none.</param>
/// <param name="Options">Options of the scan that decided its answer; a flag has no value.</param>
public sealed record NextCommands(string? Path, string? ResultFile, ImmutableArray<(string Name, string? Value)> Options)
{
    /// <summary>After a scan of the current folder without options.</summary>
    public static NextCommands Default { get; } = new(null, null, []);

    /// <summary>Explains a finding, from the result file where there is one.</summary>
    public string Explain(string fingerprint) => ResultFile is { } file
        ? Join(["spof", "explain", fingerprint, "--from", file])
        : Join(["spof", "explain", fingerprint, .. Path is null ? [] : new[] { "--path", Path }, .. Carried(null)]);

    /// <summary>The same scan with one more option.</summary>
    public string Scan(string option, string value) =>
        Join(["spof", "scan", .. Path is null ? [] : new[] { Path }, .. Carried(option), option, value]);

    private IEnumerable<string> Carried(string? replaced) => Options
        .Where(o => o.Name != replaced)
        .SelectMany(o => o.Value is null ? new[] { o.Name } : [o.Name, o.Value]);

    private static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quoted));

    /// <summary>As the shell of this system needs it: single quotes keep everything but themselves on Unix; Windows has no such quotes.</summary>
    private static string Quoted(string word)
    {
        if (word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '@' or '=' or '+' or ',' || (c == '\\' && OperatingSystem.IsWindows())))
        {
            return word;
        }

        return OperatingSystem.IsWindows() ? $"\"{word}\"" : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }
}
