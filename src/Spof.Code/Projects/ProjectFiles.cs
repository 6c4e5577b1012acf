using System.Collections.Concurrent;
using System.Xml;
using Spof.Code.Discovery;
using Spof.Model;

namespace Spof.Code.Projects;

/// <summary>Reads the found projects and those that they reference, which belong to the same build.</summary>
internal sealed class ProjectFiles(ScanRoot root, Func<string, bool> isExcluded, ConcurrentBag<Gap> gaps)
{
    /// <summary>Unlisted projects that are named; the others are only counted.</summary>
    private const int MaxNamed = 5;

    private readonly ProjectFileReader _reader = new(root, isExcluded);
    private readonly Dictionary<string, ProjectFile> _files = new(ScanRoot.PathComparer);

    /// <returns>The projects that could be read, by full path.</returns>
    public IReadOnlyDictionary<string, ProjectFile> Read(IEnumerable<DiscoveredProject> discovered, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(ScanRoot.PathComparer);
        var queue = new Queue<DiscoveredProject>(discovered);
        while (queue.TryDequeue(out var project))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!seen.Add(project.Path) || Read(project) is not { } file)
            {
                continue;
            }

            foreach (var reference in file.ProjectReferences)
            {
                if (isExcluded(reference))
                {
                    gaps.Add(new Gap(root.At(project.Path), $"Referenced project '{root.Relative(reference)}' is excluded; not read.", GapKind.Note));
                }
                else
                {
                    queue.Enqueue(new DiscoveredProject(reference, project.Solution));
                }
            }
        }

        NameApart();
        return _files;
    }

    /// <summary>Says once which projects beside a solution were left out because it was asked for alone. Tests are no part of a system.</summary>
    public void ReportUnlisted(string solution, IEnumerable<string> unlisted)
    {
        var left = unlisted.Where(p => !_files.ContainsKey(p) && KindOf(p) != ProjectKind.Test).Select(root.Relative).ToArray();
        if (left.Length > 0)
        {
            var names = string.Join(", ", left.Take(MaxNamed)) + (left.Length > MaxNamed ? $" and {left.Length - MaxNamed} more" : "");
            gaps.Add(new Gap(root.At(solution), $"The solution does not list {left.Length} {(left.Length == 1 ? "project" : "projects")} below its folder; not read: {names}.", GapKind.Note));
        }
    }

    private ProjectFile? Read(DiscoveredProject project)
    {
        try
        {
            return _files[project.Path] = _reader.Read(project.Path, project.Solution);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var at = e is XmlException { LineNumber: > 0 } x ? root.At(project.Path, x.LineNumber, Math.Max(x.LinePosition, 1)) : root.At(project.Path);
            gaps.Add(new Gap(at, $"Project cannot be read: {Reasons.Of(e)}.", GapKind.Error));
            return null;
        }
    }

    private ProjectKind KindOf(string path)
    {
        try
        {
            return _reader.Read(path, solution: null).Kind;
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return ProjectKind.Unknown;
        }
    }

    /// <summary>Systems side by side in one repository use the same assembly names; their projects are told apart by path.</summary>
    private void NameApart()
    {
        foreach (var same in _files.Values.GroupBy(f => f.AssemblyName, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).SelectMany(g => g).ToArray())
        {
            _files[same.Path] = same with { LogicalName = Path.ChangeExtension(root.Relative(same.Path), null) };
        }
    }
}
