using System.Collections.Immutable;
using System.Text.Json;
using System.Xml;
using Microsoft.VisualStudio.SolutionPersistence.Model;
using Microsoft.VisualStudio.SolutionPersistence.Serializer;
using Spof.Code.Projects;
using Spof.Files;
using Spof.Model;

namespace Spof.Code.Discovery;

/// <summary>Reads which projects a solution (<c>.sln</c>, <c>.slnx</c>) or a filter of one (<c>.slnf</c>) lists.</summary>
internal static class SolutionReader
{
    private const long MaxBytes = 16 * 1024 * 1024;

    private static readonly JsonDocumentOptions FilterFormat = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16 };

    /// <param name="root">The scanned root.</param>
    /// <param name="path">Full path of the solution.</param>
    /// <param name="gaps">Receives a broken solution.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The solution that the projects belong to and their full paths, whatever their language.</returns>
    public static async Task<(string Solution, ImmutableArray<string> Projects)> ReadAsync(
        ScanRoot root, string path, ICollection<Gap> gaps, CancellationToken cancellationToken)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
            {
                throw new InvalidDataException("it is larger than 16 MB");
            }

            if (path.EndsWith(".slnf", StringComparison.OrdinalIgnoreCase))
            {
                return ReadFilter(root, path, gaps);
            }

            if (path.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase))
            {
                // Refuses document types and entities before the library sees the text.
                SafeXml.Load(path);
            }

            var serializer = SolutionSerializers.GetSerializerByMoniker(path) ?? throw new InvalidDataException("it is no known kind of solution");
            RegularFile.Require(path);
            var solution = await serializer.OpenAsync(path, cancellationToken);
            return (path, [.. solution.SolutionProjects.Select(p => ScanRoot.Combine(Path.GetDirectoryName(path)!, p.FilePath))]);
        }
        catch (SolutionException e)
        {
            gaps.Add(new Gap(root.At(path, e.Line ?? 1, e.Column ?? 1), "Solution cannot be read: it is not well-formed.", GapKind.Error));
        }
        catch (Exception e) when (e is XmlException or JsonException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            gaps.Add(new Gap(root.At(path, e is XmlException { LineNumber: > 0 } x ? x.LineNumber : 1), $"Solution cannot be read: {Reasons.Of(e)}.", GapKind.Error));
        }

        return (path, []);
    }

    private static (string, ImmutableArray<string>) ReadFilter(ScanRoot root, string path, ICollection<Gap> gaps)
    {
        RegularFile.Require(path);
        var text = File.ReadAllText(path);
        using var document = JsonDocument.Parse(text, FilterFormat);
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("solution", out var filter) || filter.ValueKind != JsonValueKind.Object
            || !filter.TryGetProperty("path", out var target) || target.ValueKind != JsonValueKind.String
            || !filter.TryGetProperty("projects", out var projects) || projects.ValueKind != JsonValueKind.Array)
        {
            throw new InvalidDataException("it names no solution or no projects");
        }

        var solution = ScanRoot.Combine(Path.GetDirectoryName(path)!, target.GetString()!);
        if (root.Contains(solution) && !File.Exists(solution))
        {
            gaps.Add(new Gap(root.At(path, LineOf(text, "path")), $"Solution '{root.Relative(solution)}' of the filter does not exist.", GapKind.Error));
        }

        var folder = Path.GetDirectoryName(solution)!;
        ImmutableArray<string> listed = [.. projects.EnumerateArray().Where(p => p.ValueKind == JsonValueKind.String).Select(p => ScanRoot.Combine(folder, p.GetString()!))];
        if (listed.IsEmpty)
        {
            gaps.Add(new Gap(root.At(path, LineOf(text, "projects")), "The filter lists no project.", GapKind.Error));
        }

        return (solution, listed);
    }

    /// <summary>Line of the first property of that name; 1 where it is written with escapes.</summary>
    private static int LineOf(string json, string property) =>
        json.AsSpan(0, Math.Max(0, json.IndexOf($"\"{property}\"", StringComparison.Ordinal))).Count('\n') + 1;
}
