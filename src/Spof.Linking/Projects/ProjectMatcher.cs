using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <param name="Project">The project whose code runs in the container.</param>
/// <param name="Container">The container.</param>
/// <param name="Evidence">Dockerfile entry point, image name or likeness that joins the two.</param>
internal sealed record DeployedProject(CodeProject Project, ContainerDeclaration Container, ImmutableArray<Evidence> Evidence);

/// <summary>Finds which project runs in which container.</summary>
internal sealed class ProjectMatcher
{
    private readonly ImmutableArray<CodeProject> _deployables;
    private readonly Dictionary<string, CodeProject> _byPath = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, CodeProject> _byFolder;
    private readonly ILookup<string, CodeProject> _byAssembly;
    private readonly ILookup<string, CodeProject> _byName;
    private readonly ILookup<string, CodeProject> _byCore;
    private readonly ILookup<string, BuildDeclaration> _buildByRepository;

    /// <param name="projects">All projects of the repository.</param>
    /// <param name="targets">All targets: a build that one target declares for an image names the project in the others too.</param>
    public ProjectMatcher(ImmutableArray<CodeProject> projects, ImmutableArray<TargetDeclaration> targets)
    {
        _deployables = [.. projects.Where(p => p.Kind is ProjectKind.Web or ProjectKind.Worker or ProjectKind.Console)];
        foreach (var project in _deployables)
        {
            _byPath.TryAdd(project.Path, project);
        }

        _byFolder = _deployables.ToLookup(p => Folder(p.Path), StringComparer.Ordinal);
        _byAssembly = _deployables.ToLookup(p => p.AssemblyName, StringComparer.OrdinalIgnoreCase);
        _byName = _deployables.SelectMany(p => NamesOf(p), (p, name) => (Name: name, Project: p)).ToLookup(n => n.Name, n => n.Project, StringComparer.Ordinal);
        var prefix = CommonPrefix(projects);
        _byCore = _deployables.ToLookup(p => NameLikeness.Core(p.AssemblyName[prefix.Length..]), StringComparer.Ordinal);
        _buildByRepository = targets.SelectMany(t => t.Workloads).SelectMany(w => w.Containers)
            .Where(c => c is { Build: not null, Image: not null })
            .ToLookup(c => ImageName.Repository(c.Image!), c => c.Build!, StringComparer.OrdinalIgnoreCase);
    }

    public IEnumerable<CodeProject> Deployables => _deployables;

    /// <summary>The project in the container: by Dockerfile first, then by image name, last by likeness of names (inferred).</summary>
    public DeployedProject? Match(WorkloadDeclaration workload, ContainerDeclaration container)
    {
        if (_deployables.IsEmpty || container.IsInit)
        {
            return null;
        }

        var manifest = container.ImageAt?.At.Path ?? "";
        var build = container.Build ?? (container.Image is { } image ? BuildOf(image, manifest) : null);
        if (build is not null)
        {
            return ByBuild(build) is var (project, evidence) ? new DeployedProject(project, container, evidence) : null;
        }

        if (container.Image is not { } reference || container.ImageAt is not { } at || ComponentKinds.OfImage(reference) is not null)
        {
            return null;
        }

        var last = ImageName.Last(reference);
        if (Nearest(_byName[NameLikeness.Normalise(last)], manifest) is { } byName)
        {
            return new DeployedProject(byName, container, [at with { How = Certainty.Resolved }]);
        }

        var byLikeness = ByCore(last, manifest) ?? ByCore(workload.Name, manifest);
        return byLikeness is null ? null : new DeployedProject(byLikeness, container, [at with { How = Certainty.Inferred }]);
    }

    private (CodeProject Project, ImmutableArray<Evidence> Evidence)? ByBuild(BuildDeclaration build)
    {
        if (build.EntryAssembly is { } assembly && Nearest(_byAssembly[assembly], build.Dockerfile) is { } entered)
        {
            var hops = ImmutableArray.Create(build.At);
            return (entered, build.EntryAt is { } entry ? hops.Add(entry with { How = Certainty.Resolved }) : hops);
        }

        foreach (var path in build.ProjectFiles)
        {
            if (_byPath.TryGetValue(path, out var project))
            {
                return (project, [build.At with { How = Certainty.Resolved }]);
            }
        }

        var folder = Folder(build.Dockerfile);
        return folder.Length > 0 && _byFolder[folder].Take(2).ToArray() is [var beside] ? (beside, [build.At with { How = Certainty.Resolved }]) : null;
    }

    /// <summary>The build that a manifest declares for the image; of several that of the nearest system, then the first.</summary>
    private BuildDeclaration? BuildOf(string image, string manifest) =>
        _buildByRepository[ImageName.Repository(image)].MaxBy(b => CommonFolders(b.Dockerfile, manifest));

    private CodeProject? ByCore(string name, string manifest) =>
        NameLikeness.Core(name) is { Length: > 0 } core ? Nearest(_byCore[core], manifest) : null;

    /// <summary>
    /// Systems side by side in one repository use the same names: of several projects the one that has the most folders in common with
    /// the manifest or Dockerfile is meant; null when that is not one alone.
    /// </summary>
    private static CodeProject? Nearest(IEnumerable<CodeProject> named, string manifest) =>
        named.GroupBy(p => CommonFolders(p.Path, manifest)).MaxBy(g => g.Key)?.Take(2).ToArray() is [var only] ? only : null;

    private static int CommonFolders(string path, string other)
    {
        var common = 0;
        for (var i = 0; i < path.Length && i < other.Length && path[i] == other[i]; i++)
        {
            common += path[i] == '/' ? 1 : 0;
        }

        return common;
    }

    private static IEnumerable<string> NamesOf(CodeProject project) =>
        new[] { project.AssemblyName, FolderName(project.Path), FileName(project.Path) }.Select(NameLikeness.Normalise).Where(n => n.Length > 0).Distinct();

    /// <summary>What stands before the name proper: "Shop." where every project starts with it, as <c>Shop.Orders.Api</c> does.</summary>
    private static string CommonPrefix(ImmutableArray<CodeProject> projects)
    {
        var first = projects.IsEmpty ? "" : projects[0].AssemblyName;
        var prefix = first[..(first.IndexOf('.', StringComparison.Ordinal) + 1)];
        return projects.All(p => p.AssemblyName.StartsWith(prefix, StringComparison.Ordinal)) ? prefix : "";
    }

    private static string Folder(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";

    private static string FolderName(string path)
    {
        var folder = Folder(path);
        return folder[(folder.LastIndexOf('/') + 1)..];
    }

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..path.LastIndexOf('.')];
}
