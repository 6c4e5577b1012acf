using Spof.Code.Discovery;
using Spof.Code.Projects;
using Spof.Model;

namespace Spof.Code.References;

/// <summary>
/// Reads a project of the scan in place of the package that it builds, where that package lies in no local folder. A package that was
/// restored stays: it is what the program runs with, and the source may have moved on since.
/// </summary>
internal static class RepositoryPackages
{
    /// <returns>The projects, with such packages as project references, and a note for each.</returns>
    public static IReadOnlyDictionary<string, ProjectFile> Join(
        IReadOnlyDictionary<string, ProjectFile> projects, PackageFolders folders, ScanRoot root)
    {
        var sources = projects.Values.Where(p => p.Kind is ProjectKind.Library or ProjectKind.Client).ToLookup(p => p.PackageId, StringComparer.OrdinalIgnoreCase);
        var joined = new Dictionary<string, ProjectFile>(projects, ScanRoot.PathComparer);
        foreach (var project in projects.Values.Where(p => p.CompilerReferences is null).OrderBy(p => p.Path, StringComparer.Ordinal))
        {
            foreach (var package in project.Packages)
            {
                // Of several that build it, none is known to be meant; one that needs the project itself cannot be.
                if (sources[package.Id].ToArray() is [var source] && folders.Find(package.Id, PackageVersionRange.Parse(package.Version)) is null
                    && !Reaches(source.Path, project.Path, joined))
                {
                    joined[project.Path] = Join(joined[project.Path], package, source, root);
                }
            }
        }

        return joined;
    }

    private static ProjectFile Join(ProjectFile project, PackageReference package, ProjectFile source, ScanRoot root)
    {
        var note = new Gap(
            root.At(project.Path),
            $"Package '{package.Id}' is in no local package folder; the project that builds it, '{root.Relative(source.Path)}', is read in its place, whatever its version.",
            GapKind.Note);
        return project with
        {
            Packages = [.. project.Packages.Where(p => !p.Id.Equals(package.Id, StringComparison.OrdinalIgnoreCase))],
            ProjectReferences = [.. project.ProjectReferences.Append(source.Path).Distinct(ScanRoot.PathComparer).Order(StringComparer.Ordinal)],
            Gaps = project.Gaps.Add(note),
        };
    }

    private static bool Reaches(string from, string to, Dictionary<string, ProjectFile> projects)
    {
        var seen = new HashSet<string>(ScanRoot.PathComparer);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var path))
        {
            if (ScanRoot.PathComparer.Equals(path, to))
            {
                return true;
            }

            if (seen.Add(path) && projects.TryGetValue(path, out var project))
            {
                foreach (var reference in project.ProjectReferences)
                {
                    open.Push(reference);
                }
            }
        }

        return false;
    }
}
