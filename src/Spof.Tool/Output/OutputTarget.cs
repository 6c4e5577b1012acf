using Spof.Tool.Settings;

namespace Spof.Tool.Output;

internal enum OutputFormat
{
    Text,
    Json,
    Sarif,
}

/// <param name="Format">What is written.</param>
/// <param name="Path">Where; <see cref="Stdout"/>, <see cref="Stderr"/> or a file.</param>
internal sealed record OutputTarget(OutputFormat Format, string Path)
{
    public const string Stdout = "-";

    /// <summary>Where text for people goes when stdout carries a file format; no path is empty.</summary>
    public const string Stderr = "";

    /// <summary>True for a file that later commands can answer from; nothing can be read back from a device.</summary>
    public bool IsResultFile => Format == OutputFormat.Json && Path is not (Stdout or Stderr) && !System.IO.Path.GetFullPath(Path).StartsWith("/dev/", StringComparison.Ordinal);

    /// <summary>Reads <c>[format=]path</c>; without a format the extension decides.</summary>
    /// <exception cref="UserError">The format or extension is not known, or the path names no file.</exception>
    public static OutputTarget Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var target = equals > 0 && Enum.TryParse<OutputFormat>(text[..equals], ignoreCase: true, out var named)
            ? new OutputTarget(named, text[(equals + 1)..])
            : ByExtension(text);
        return string.IsNullOrWhiteSpace(target.Path) ? throw new UserError($"'-o {text}' names no file; write {target.Format.ToString().ToLowerInvariant()}=PATH, or - for stdout")
            : Directory.Exists(target.Path) ? throw new UserError($"'{target.Path}' is a folder; name a file in it")
            : target.Path != Stdout && !HasPlace(target.Path) ? throw new UserError($"the folder of '{target.Path}' does not exist; only folders below the current one are made")
            : target;
    }

    /// <summary>A folder elsewhere that does not exist is a slip of the pen; one below the current folder is where artefacts go.</summary>
    private static bool HasPlace(string path)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        return Directory.Exists(folder) || RealPath.IsBelow(Directory.GetCurrentDirectory(), folder);
    }

    /// <summary>Where everything goes: with a file format on stdout, the text for people goes to stderr.</summary>
    /// <param name="outputs">Values of <c>-o</c>.</param>
    /// <param name="format">Format of stdout, or null when the user did not say.</param>
    /// <exception cref="UserError">An output is wrong, or two of them want stdout.</exception>
    public static IReadOnlyList<OutputTarget> ParseAll(IEnumerable<string> outputs, OutputFormat? format)
    {
        var targets = outputs.Select(Parse).ToList();
        var onStdout = targets.Count(t => t.Path == Stdout);
        if (onStdout + (format is null ? 0 : 1) > 1)
        {
            throw new UserError("only one output can go to stdout; give the others a file");
        }

        targets.Add(new OutputTarget(format ?? OutputFormat.Text, onStdout > 0 ? Stderr : Stdout));
        return targets;
    }

    private static OutputTarget ByExtension(string text) => System.IO.Path.GetExtension(text).ToLowerInvariant() switch
    {
        ".sarif" => new OutputTarget(OutputFormat.Sarif, text),
        ".json" => new OutputTarget(OutputFormat.Json, text),
        ".txt" => new OutputTarget(OutputFormat.Text, text),
        _ when text.Length == 0 => throw new UserError("'-o' names no file"),
        var extension => throw new UserError($"cannot tell the format of '{text}' from '{extension}'; write json=…, sarif=… or text=…"),
    };
}
