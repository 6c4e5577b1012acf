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
    private readonly Dictionary<string, CodeProject> _byAssembly = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CodeProject> _byPath = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CodeProject?> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CodeProject?> _byCore = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BuildDeclaration> _buildByRepository = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="projects">All projects of the repository.</param>
    /// <param name="targets">All targets: a build that one target declares for an image names the project in the others too.</param>
    public ProjectMatcher(ImmutableArray<CodeProject> projects, ImmutableArray<TargetDeclaration> targets)
    {
        _deployables = [.. projects.Where(p => p.Kind is ProjectKind.Web or ProjectKind.Worker or ProjectKind.Console)];
        foreach (var project in _deployables)
        {
            _byAssembly.TryAdd(project.AssemblyName, project);
            _byPath.TryAdd(project.Path, project);
            foreach (var name in new[] { project.AssemblyName, FolderName(project.Path), FileName(project.Path) }.Select(NameLikeness.Normalise).Distinct())
            {
                AddUnlessAmbiguous(_byName, name, project);
            }

            AddUnlessAmbiguous(_byCore, NameLikeness.Core(WithoutCommonPrefix(project, projects)), project);
        }

        foreach (var container in targets.SelectMany(t => t.Workloads).SelectMany(w => w.Containers))
        {
            if (container is { Build: { } build, Image: { } image })
            {
                _buildByRepository.TryAdd(ImageName.Repository(image), build);
            }
        }
    }

    public IEnumerable<CodeProject> Deployables => _deployables;

    /// <summary>The project in the container: by Dockerfile first, then by image name, last by likeness of names (inferred).</summary>
    public DeployedProject? Match(WorkloadDeclaration workload, ContainerDeclaration container)
    {
        if (_deployables.IsEmpty || container.IsInit)
        {
            return null;
        }

        var build = container.Build ?? (container.Image is { } image ? _buildByRepository.GetValueOrDefault(ImageName.Repository(image)) : null);
        if (build is not null)
        {
            return ByBuild(build) is var (project, evidence) ? new DeployedProject(project, container, evidence) : null;
        }

        if (container.Image is not { } reference || container.ImageAt is not { } at || ComponentKinds.OfImage(reference) is not null)
        {
            return null;
        }

        var last = ImageName.Last(reference);
        if (_byName.GetValueOrDefault(NameLikeness.Normalise(last)) is { } byName)
        {
            return new DeployedProject(byName, container, [at with { How = Certainty.Resolved }]);
        }

        var byLikeness = _byCore.GetValueOrDefault(NameLikeness.Core(last)) ?? _byCore.GetValueOrDefault(NameLikeness.Core(workload.Name));
        return byLikeness is null ? null : new DeployedProject(byLikeness, container, [at with { How = Certainty.Inferred }]);
    }

    private (CodeProject Project, ImmutableArray<Evidence> Evidence)? ByBuild(BuildDeclaration build)
    {
        if (build.EntryAssembly is { } assembly && _byAssembly.TryGetValue(assembly, out var project))
        {
            var hops = ImmutableArray.Create(build.At);
            return (project, build.EntryAt is { } entry ? hops.Add(entry with { How = Certainty.Resolved }) : hops);
        }

        foreach (var path in build.ProjectFiles)
        {
            if (_byPath.TryGetValue(path, out project))
            {
                return (project, [build.At with { How = Certainty.Resolved }]);
            }
        }

        var folder = Folder(build.Dockerfile);
        var beside = _deployables.Where(p => Folder(p.Path) == folder && folder.Length > 0).Take(2).ToArray();
        return beside.Length == 1 ? (beside[0], [build.At with { How = Certainty.Resolved }]) : null;
    }

    private static void AddUnlessAmbiguous(Dictionary<string, CodeProject?> map, string key, CodeProject project)
    {
        if (key.Length > 0 && !map.TryAdd(key, project) && map[key] != project)
        {
            map[key] = null;
        }
    }

    /// <summary><c>Shop.Orders.Api</c> is "Orders.Api" where every project starts with "Shop.".</summary>
    private static string WithoutCommonPrefix(CodeProject project, ImmutableArray<CodeProject> all)
    {
        var dot = project.AssemblyName.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && all.All(p => p.AssemblyName.StartsWith(project.AssemblyName[..(dot + 1)], StringComparison.Ordinal))
            ? project.AssemblyName[(dot + 1)..]
            : project.AssemblyName;
    }

    private static string Folder(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";

    private static string FolderName(string path) => Folder(path) is var folder ? folder[(folder.LastIndexOf('/') + 1)..] : "";

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..path.LastIndexOf('.')];
}
