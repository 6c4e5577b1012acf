using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>Links one deployment target: workloads to components, code to workloads, addresses to components.</summary>
internal sealed class TargetLinker(
    CodeModel code, ProjectMatcher matcher, LinkOptions options, SettingsOverlay overlay, IEnumerable<TargetDeclaration> judged)
{
    /// <summary>A project that one judged target runs is missing in none of the others.</summary>
    private readonly HashSet<string> _runWhereJudged = judged.SelectMany(t => t.Workloads)
        .SelectMany(w => w.Containers, (w, c) => matcher.Match(w, c)?.Project.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private readonly ProjectClosure _closure = new(code.Projects);
    private readonly Dictionary<string, CodeProject> _projects = ByIdOf(code.Projects);

    public DeploymentTarget Link(TargetDeclaration declaration, TargetRole role)
    {
        var graph = new TargetGraph(declaration);
        var deployed = declaration.Workloads.ToDictionary(w => w.Id, Deployed, StringComparer.Ordinal);
        var runs = deployed.Values.SelectMany(d => d).GroupBy(d => d.Project.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        foreach (var workload in declaration.Workloads)
        {
            var projects = deployed[workload.Id].Select(d => d.Project).DistinctBy(p => p.Id).ToImmutableArray();
            graph.Add(ComponentFactory.Create(IdOf(workload, projects, runs), workload, projects));
        }

        DomainRegister.Add(graph);
        var hosts = new HostResolver(graph);
        var clusters = Clusters.Join(graph, hosts);
        var linker = new AddressLinker(graph, hosts, clusters);
        var codeEdges = new CodeEdges(graph, linker);
        var environmentEdges = new EnvironmentEdges(graph, hosts, linker);
        foreach (var workload in declaration.Workloads)
        {
            AddEdges(graph, workload, deployed[workload.Id], codeEdges, environmentEdges);
        }

        RouteEdges.Add(graph, linker);
        StartEdges.Add(graph);
        TrafficEdges.Add(graph);
        return Finish(graph, role, deployed.Values.SelectMany(d => d).Select(d => d.Project.Id).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Where no manifest exists: the deployable projects and what their code and configuration files name.</summary>
    public DeploymentTarget LinkCodeAlone()
    {
        var declaration = new TargetDeclaration { Id = "code", Kind = TargetKind.Code, Name = "code" };
        var graph = new TargetGraph(declaration);
        foreach (var project in matcher.Deployables)
        {
            if (graph.Find(project.Id) is null)
            {
                graph.Add(ComponentFactory.OfProject(project));
            }
        }

        var linker = new AddressLinker(graph, new HostResolver(graph), ImmutableDictionary<string, string>.Empty);
        var codeEdges = new CodeEdges(graph, linker);
        foreach (var project in matcher.Deployables)
        {
            var configuration = new EffectiveConfiguration(_closure.Of(project).SelectMany(p => p.Configuration), null, Environment);
            var deployment = new DeployedProject(project, new ContainerDeclaration { Name = project.AssemblyName }, []);
            codeEdges.Add(graph.Find(project.Id)!, "", deployment, _closure.Of(project), configuration);
        }

        return Finish(graph, TargetRole.Judged, matcher.Deployables.Select(p => p.Id).ToHashSet(StringComparer.Ordinal));
    }

    private string? Environment => options.Environment ?? options.Settings.Environment;

    private ImmutableArray<DeployedProject> Deployed(WorkloadDeclaration workload) =>
        [.. workload.Containers.Select(c => matcher.Match(workload, c)).OfType<DeployedProject>()];

    /// <summary>The code names a component that alone runs it in this target; else the manifest does.</summary>
    private static string IdOf(WorkloadDeclaration workload, ImmutableArray<CodeProject> projects, Dictionary<string, int> runs) =>
        projects is [var only] && runs[only.Id] == 1 ? only.Id : workload.Id;

    private void AddEdges(
        TargetGraph graph, WorkloadDeclaration workload, ImmutableArray<DeployedProject> deployed, CodeEdges codeEdges, EnvironmentEdges environmentEdges)
    {
        foreach (var container in workload.Containers)
        {
            var component = graph.Find(workload.Id)!;
            var read = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            var edges = graph.Dependencies.Count;
            if (deployed.FirstOrDefault(d => ReferenceEquals(d.Container, container)) is { } run)
            {
                var closure = _closure.Of(run.Project).ToArray();
                var configuration = new EffectiveConfiguration(closure.Reverse().SelectMany(p => p.Configuration), container, Environment);
                read.UnionWith(codeEdges.Add(component, workload.Scope, run, closure, configuration));
            }

            var called = graph.Dependencies.Skip(edges).SelectMany(d => d.Targets).ToHashSet(StringComparer.Ordinal);
            environmentEdges.Add(component, workload, container, read, called);
        }
    }

    private DeploymentTarget Finish(TargetGraph graph, TargetRole role, HashSet<string> deployedProjects)
    {
        overlay.ApplyNodes(graph);
        overlay.ApplyLinks(graph);
        foreach (var project in matcher.Deployables.Where(p => !deployedProjects.Contains(p.Id) && !_runWhereJudged.Contains(p.Id)))
        {
            var at = new Evidence(EvidenceLayer.Code, new SourcePosition(project.Path, 1), project.AssemblyName);
            graph.AddUnlinked(new UnlinkedEndpoint(project.AssemblyName, "no workload of this target runs the project", project.Id, [], [at]));
        }

        graph.CountUnboundCalls(deployedProjects.SelectMany(id => _closure.Of(_projects[id])).DistinctBy(p => p.Path).Sum(p => p.Load.Unknown));
        var entryPoints = overlay.ApplyEntryPoints(graph, new EntryPointFinder(graph, _projects).Find());
        return graph.ToTarget(role, entryPoints, new ReachedComponents(graph).Missed(entryPoints));
    }

    private static Dictionary<string, CodeProject> ByIdOf(ImmutableArray<CodeProject> projects)
    {
        var byId = new Dictionary<string, CodeProject>(StringComparer.Ordinal);
        foreach (var project in projects)
        {
            byId.TryAdd(project.Id, project);
        }

        return byId;
    }
}
