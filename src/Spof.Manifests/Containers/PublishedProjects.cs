using System.Collections.Immutable;

namespace Spof.Manifests.Containers;

/// <summary>The .NET projects that an image holds, as its Dockerfile shows them.</summary>
/// <param name="Files">Project files relative to the scanned root.</param>
/// <param name="UsesDotnet">True when some stage that ends up in the image runs the dotnet command.</param>
internal sealed record PublishedProjects(ImmutableArray<string> Files, bool UsesDotnet)
{
    private static readonly string[] Verbs = ["publish", "build", "run", "restore"];
    private static readonly string[] Extensions = [".csproj", ".fsproj", ".vbproj"];

    /// <summary>
    /// Projects of <c>dotnet publish</c>; without one, those of build, then run, then restore, then copied project files when there
    /// is just one. A path inside the image is followed back through the COPY that brought it.
    /// </summary>
    public static PublishedProjects Of(Dockerfile dockerfile, DockerfileStage stage, string context)
    {
        var stages = dockerfile.Contributors(stage).ToList();
        var found = Verbs.ToDictionary(v => v, _ => new SortedSet<string>(StringComparer.Ordinal));
        var usesDotnet = false;
        foreach (var contributor in stages)
        {
            foreach (var run in contributor.Runs)
            {
                usesDotnet |= Collect(dockerfile, contributor, run, context, found);
            }
        }

        foreach (var verb in Verbs)
        {
            if (found[verb].Count > 0)
            {
                return new PublishedProjects([.. found[verb]], usesDotnet);
            }
        }

        var copied = stages.SelectMany(s => s.Copies).Where(c => c.From is null).SelectMany(c => c.Sources).Where(IsProject)
            .Select(s => RootedPath.Resolve(context, s.TrimStart('/'))).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new PublishedProjects(copied.Count == 1 ? [copied[0]] : [], usesDotnet);
    }

    private static bool Collect(
        Dockerfile dockerfile, DockerfileStage stage, DockerfileRun run, string context, Dictionary<string, SortedSet<string>> found)
    {
        var usesDotnet = false;
        var folder = run.WorkingFolder;
        for (var i = 0; i < run.Words.Length; i++)
        {
            if (run.Words[i] == "cd" && i + 1 < run.Words.Length)
            {
                folder = ImagePath.Combine(folder, run.Words[++i]);
                continue;
            }

            if (run.Words[i] != "dotnet" && !run.Words[i].EndsWith("/dotnet", StringComparison.Ordinal))
            {
                continue;
            }

            usesDotnet = true;
            if (i + 1 >= run.Words.Length || !found.TryGetValue(run.Words[i + 1], out var projects))
            {
                continue;
            }

            var file = Argument(run.Words, i + 2);
            if (file is not null && Origin(dockerfile, stage, ImagePath.Combine(folder, file), context) is { } origin)
            {
                projects.Add(origin);
            }
            else if (file is null && OnlyProjectIn(dockerfile, stage, folder, context) is { } only)
            {
                projects.Add(only);
            }
        }

        return usesDotnet;
    }

    private static string? Argument(ImmutableArray<string> words, int from)
    {
        for (var i = from; i < words.Length && !CommandWords.IsSeparator(words[i]); i++)
        {
            if (IsProject(words[i]))
            {
                return words[i];
            }
        }

        return null;
    }

    /// <summary>The file of the repository behind a path in the image, or null when no COPY brings it or a variable hides it.</summary>
    private static string? Origin(Dockerfile dockerfile, DockerfileStage stage, string imagePath, string context)
    {
        if (imagePath.Contains('$'))
        {
            return null;
        }

        foreach (var ancestor in dockerfile.Lineage(stage))
        {
            foreach (var copy in ancestor.Copies.Reverse())
            {
                if (copy.From is null && ImageSource(copy, imagePath) is { } source && !source.Contains('$'))
                {
                    return RootedPath.Resolve(context, source.TrimStart('/'));
                }
            }
        }

        return null;
    }

    /// <summary>The path in the build context that a COPY puts at a path of the image, or null when it does not.</summary>
    private static string? ImageSource(DockerfileCopy copy, string imagePath)
    {
        foreach (var source in copy.Sources)
        {
            var name = source[(source.TrimEnd('/').LastIndexOf('/') + 1)..].TrimEnd('/');
            if (source.Contains('*'))
            {
                continue;
            }

            var isFile = name.Contains('.') && name is not ("." or "..") && Path.GetExtension(imagePath) == Path.GetExtension(name);
            if (isFile)
            {
                var target = copy.IsFolder ? ImagePath.Combine(copy.Destination, name) : copy.Destination;
                if (target == imagePath)
                {
                    return source;
                }
            }
            else if (ImagePath.Below(copy.Destination, imagePath) is { Length: > 0 } rest)
            {
                return source.TrimEnd('/') + "/" + rest;
            }
        }

        return null;
    }

    private static string? OnlyProjectIn(Dockerfile dockerfile, DockerfileStage stage, string folder, string context)
    {
        var inFolder = dockerfile.Lineage(stage).SelectMany(s => s.Copies).Where(c => c.From is null)
            .SelectMany(c => c.Sources.Where(IsProject).Select(s =>
                (Source: s, Folder: c.IsFolder ? c.Destination : ImagePath.Combine(c.Destination, ".."))))
            .Where(p => p.Folder == folder && !p.Source.Contains('*')).Select(p => p.Source).Distinct(StringComparer.Ordinal).ToList();
        return inFolder.Count == 1 ? RootedPath.Resolve(context, inFolder[0].TrimStart('/')) : null;
    }

    private static bool IsProject(string word) => Extensions.Any(e => word.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
