using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Spof.Code.Discovery;
using Spof.Code.Projects;
using Spof.Model;

namespace Spof.Code.Sources;

/// <summary>
/// Reads the <c>.editorconfig</c> and <c>.globalconfig</c> files between the sources of a project and the scanned root, each once. Those
/// above the root or behind a link that leaves it are not read.
/// </summary>
internal sealed class AnalyzerConfigFiles(ScanRoot root, Func<string, bool> isExcluded)
{
    private const int MaxWildcards = 5;

    private static readonly string[] Names = [".editorconfig", ".globalconfig"];

    private readonly ConcurrentDictionary<string, Lazy<ImmutableArray<ReadConfig>>> _byFolder = new(ScanRoot.PathComparer);

    public ProjectAnalyzerConfig Of(ProjectFile project)
    {
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in project.Sources.Append(project.Path))
        {
            for (var at = Path.GetDirectoryName(path); at is not null && root.Contains(at) && folders.Add(at); at = Path.GetDirectoryName(at))
            {
            }
        }

        var read = folders.SelectMany(f => _byFolder.GetOrAdd(f, p => new Lazy<ImmutableArray<ReadConfig>>(() => Read(p))).Value).ToArray();
        return new ProjectAnalyzerConfig(root, [.. read.Select(r => r.Config).OfType<AnalyzerConfig>()], [.. read.Select(r => r.Gap).OfType<Gap>()]);
    }

    private ImmutableArray<ReadConfig> Read(string folder) =>
        [.. Names.Select(n => Path.Combine(folder, n)).Where(p => File.Exists(p) && !isExcluded(p)).Select(ReadFile)];

    private ReadConfig ReadFile(string path)
    {
        if (!root.Contains(path))
        {
            return new ReadConfig(null, new Gap(root.At(path), "The file is a link that leaves the scanned root; not followed."));
        }

        try
        {
            var text = SourceFile.Read(path);
            foreach (var line in text.Lines)
            {
                // Each wildcard may stand for any length: a header with many of them would be matched for hours.
                var content = line.ToString().AsSpan().TrimStart();
                if (content.StartsWith("[") && content.Count('*') - content.Count("**") > MaxWildcards)
                {
                    return new ReadConfig(null, new Gap(root.At(path, line.LineNumber + 1), $"A section name has more than {MaxWildcards} wildcards; the file is not read."));
                }
            }

            return new ReadConfig(AnalyzerConfig.Parse(text, path), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new ReadConfig(null, new Gap(root.At(path), $"File cannot be read: {Reasons.Of(e)}.", GapKind.Error));
        }
    }

    private sealed record ReadConfig(AnalyzerConfig? Config, Gap? Gap);
}
