using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Manifests.Containers;

/// <summary>What an image built from a Dockerfile starts.</summary>
/// <param name="EntryAssembly">Name of the .NET assembly without extension; null when the file does not show one.</param>
/// <param name="ProjectFiles">Projects that end up in it, relative to the scanned root, the published ones only.</param>
/// <param name="Command">Entry point and command in words.</param>
/// <param name="At">Where the entry point stands.</param>
internal sealed record ImageEntry(
    string? EntryAssembly, ImmutableArray<string> ProjectFiles, ImmutableArray<string> Command, SourcePosition? At)
{
    private static readonly string[] ScriptExtensions =
        [".sh", ".bash", ".py", ".js", ".mjs", ".ts", ".rb", ".pl", ".php", ".jar", ".bat", ".cmd", ".ps1"];

    /// <param name="dockerfile">The Dockerfile.</param>
    /// <param name="stage">The stage that is built.</param>
    /// <param name="context">The build context, relative to the scanned root.</param>
    public static ImageEntry Of(Dockerfile dockerfile, DockerfileStage stage, string context)
    {
        var projects = PublishedProjects.Of(dockerfile, stage, context);
        var (entry, command) = Effective(dockerfile, stage);
        var start = entry is { Words.IsEmpty: false } ? entry : command;
        if (start is null)
        {
            return new ImageEntry(null, projects.Files, [], null);
        }

        ImmutableArray<string> words = entry is { Words.IsEmpty: false }
            ? [.. entry.Words, .. entry.IsShell ? [] : command?.Words ?? []]
            : start.Words;
        var assembly = Assembly(words, projects.UsesDotnet || BaseIsDotnet(dockerfile, stage));
        return new ImageEntry(assembly, projects.Files, words, start.At);
    }

    /// <summary>The assembly that a command line starts, or null when it starts something else or a variable hides it.</summary>
    /// <param name="words">Words of the command line.</param>
    /// <param name="isDotnetImage">True when the image is known to hold .NET, so that a bare executable may be an application host.</param>
    public static string? Assembly(ImmutableArray<string> words, bool isDotnetImage)
    {
        var flat = Flatten(words);
        for (var i = 0; i < flat.Count; i++)
        {
            if (!FileName(flat[i]).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
                && !FileName(flat[i]).Equals("dotnet.exe", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            for (var j = i + 1; j < flat.Count && !CommandWords.IsSeparator(flat[j]); j++)
            {
                if (flat[j].EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
                {
                    return Plain(FileName(flat[j])[..^4]);
                }
            }

            return null;
        }

        if (flat.Count == 0)
        {
            return null;
        }

        var first = flat[0] == "exec" && flat.Count > 1 ? flat[1] : flat[0];
        if (first.EndsWith(".exe", StringComparison.OrdinalIgnoreCase))
        {
            return isDotnetImage ? Plain(FileName(first)[..^4]) : null;
        }

        var isLocal = first.StartsWith("./", StringComparison.Ordinal) || first.StartsWith("/app/", StringComparison.Ordinal);
        return isDotnetImage && isLocal && !ScriptExtensions.Any(e => first.EndsWith(e, StringComparison.OrdinalIgnoreCase))
            ? Plain(FileName(first))
            : null;
    }

    private static (DockerfileCommand? Entry, DockerfileCommand? Command) Effective(Dockerfile dockerfile, DockerfileStage stage)
    {
        DockerfileCommand? command = null;
        foreach (var ancestor in dockerfile.Lineage(stage))
        {
            command ??= ancestor.Command;
            if (ancestor.EntryPoint is { } entry)
            {
                return (entry, command);
            }
        }

        return (null, command);
    }

    private static bool BaseIsDotnet(Dockerfile dockerfile, DockerfileStage stage)
    {
        var image = dockerfile.Lineage(stage).Last().BaseImage;
        return image.Contains("dotnet", StringComparison.OrdinalIgnoreCase) || image.Contains("aspnet", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Words with those that hold a whole command line (<c>sh -c "…"</c>) split again.</summary>
    private static List<string> Flatten(ImmutableArray<string> words)
    {
        var flat = new List<string>();
        foreach (var word in words)
        {
            if (word.Contains(' '))
            {
                flat.AddRange(CommandWords.Split(word));
            }
            else
            {
                flat.Add(word);
            }
        }

        return flat;
    }

    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    private static string? Plain(string name) => name.Length == 0 || name.AsSpan().IndexOfAny("$*%`{") >= 0 ? null : name;
}
