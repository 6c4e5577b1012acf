using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Spof.Code.Discovery;
using Spof.Code.Exact;
using Spof.Code.Mapping;
using Spof.Code.Projects;
using Spof.Code.References;
using Spof.Code.Sources;
using Spof.Model;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace Spof.Code;

/// <summary>One run of the reader: find, load, compile, extract. Each step works on all projects before the next begins.</summary>
internal sealed class CodeReading
{
    private readonly ScanRoot _root;
    private readonly CodeReaderOptions _options;
    private readonly IProgress<CodeProgress>? _progress;
    private readonly ParallelOptions _parallel;
    private readonly Exclusions _exclusions;
    private readonly PackageFolders _packages;
    private readonly ConcurrentBag<Gap> _gaps = [];
    private readonly Dictionary<string, ProjectReading> _readings = new(ScanRoot.PathComparer);

    public CodeReading(ScanRoot root, CodeReaderOptions options, IProgress<CodeProgress>? progress, CancellationToken cancellationToken)
    {
        _root = root;
        _options = options;
        _progress = progress;
        _packages = new PackageFolders(PackageFolders.Of(options));
        _exclusions = new Exclusions(root, options.Exclude);
        _parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.MaxParallelism > 0 ? options.MaxParallelism : Environment.ProcessorCount,
            CancellationToken = cancellationToken,
        };
    }

    public async Task<CodeModel> RunAsync()
    {
        var discovery = new ProjectDiscovery(_root, _exclusions.Contain);
        var order = await FindAsync(discovery);
        foreach (var project in order.Sorted)
        {
            _readings.Add(project.Path, new ProjectReading(project));
        }

        var needed = NeededForFacts(order);
        Load(order, needed);
        Compile(order, needed);
        MarkServers(order);
        Extract(order);
        RegisteredElsewhere.LeaveOut(order, _readings);
        UnusedClients.AskOthers(order, _readings, _parallel.CancellationToken);
        Parallel.ForEach(_readings.Values, _parallel, reading => Guarded(reading.File, reading.Map));
        return new CodeModel
        {
            Projects = [.. _readings.Values.Select(Project).OrderBy(p => p.Path, StringComparer.Ordinal)],
            Solutions = [.. discovery.Solutions.Select(_root.Relative)],
            Findings = SharedFindings.Join(_readings.Values.SelectMany(r => r.Findings)),
            Assumptions = [.. new[] { Suppressions.Note(_readings.Values.SelectMany(r => r.Suppressed)) }.OfType<Assumption>()],
            Gaps =
            [
                .. _gaps.Concat(discovery.Gaps).Concat(order.Gaps).Concat(_readings.Values.SelectMany(r => r.Gaps)).Concat(UnknownCalls()).Distinct()
                    .OrderBy(g => g.At).ThenBy(g => g.Reason, StringComparer.Ordinal),
            ],
        };
    }

    private async Task<ProjectOrder> FindAsync(ProjectDiscovery discovery)
    {
        var target = _root.Target(_options.TargetPath);
        var discovered = await discovery.FindAsync(target, _parallel.CancellationToken);
        var files = new ProjectFiles(_root, _exclusions.Contain, _gaps);
        var projects = files.Read(discovered, _parallel.CancellationToken);
        files.ReportUnlisted(target, discovery.Unlisted);
        var exact = new ExactProjects(_root, _gaps, projects);
        projects = _options.BinaryLog is { } log ? exact.FromLog(Path.GetFullPath(log), _parallel.CancellationToken)
            : _options.IsExact ? await exact.EvaluateAsync(_parallel.CancellationToken)
            : projects;

        return ProjectOrder.Of(_root, RepositoryPackages.Join(projects, _packages, _root));
    }

    /// <summary>Projects with facts and what they reference; a test project that nobody needs is not even parsed.</summary>
    private static ImmutableArray<ProjectFile> NeededForFacts(ProjectOrder order)
    {
        var needed = new HashSet<string>(ScanRoot.PathComparer);
        foreach (var project in order.Sorted.Where(p => p.Kind != ProjectKind.Test))
        {
            needed.Add(project.Path);
            needed.UnionWith(order.ClosureOf(project).Select(p => p.Path));
        }

        return [.. order.Sorted.Where(p => needed.Contains(p.Path))];
    }

    private void Load(ProjectOrder order, ImmutableArray<ProjectFile> projects)
    {
        if (projects.IsEmpty)
        {
            return;
        }

        var resolver = new ReferenceResolver(_root, new FrameworkAssemblies(SdkLocation.Folders(), _packages.Paths), _packages);
        var sources = new SourceSet(_root);
        var analyzerConfigs = new AnalyzerConfigFiles(_root, _exclusions.Contain);
        var catalogues = new CatalogueFiles(_root, _exclusions.Contain);
        Parallel.ForEach(projects, _parallel, project => Guarded(project, () =>
        {
            var reading = _readings[project.Path];
            reading.References = resolver.Resolve(project, order.ClosureOf(project));
            reading.Sources = sources.Parse(project, _parallel.CancellationToken);
            reading.AnalyzerConfig = analyzerConfigs.Of(project);
            reading.Catalogues = catalogues.Of(project, reading.References.Packages);
            reading.Configuration = ConfigurationFiles.Read(_root, project.Directory, project.AssemblyName, _exclusions.Contain);
        }));
    }

    /// <summary>Only sets the compilations up, referenced ones first; binding happens when facts ask.</summary>
    private void Compile(ProjectOrder order, ImmutableArray<ProjectFile> projects)
    {
        foreach (var project in projects)
        {
            Guarded(project, () =>
                _readings[project.Path].Compile(order.ClosureOf(project).Select(p => _readings[p.Path].Compilation).OfType<CSharpCompilation>()));
        }
    }

    private void MarkServers(ProjectOrder order)
    {
        foreach (var server in order.Sorted.Where(p => p.Kind is ProjectKind.Web or ProjectKind.Worker))
        {
            foreach (var part in order.ClosureOf(server).Append(server))
            {
                _readings[part.Path].RunsInServer = true;
            }
        }
    }

    private void Extract(ProjectOrder order)
    {
        var users = new Users(order, _readings);
        var facts = FactOptions.Default with
        {
            Hosts = new HostContext(_options.InternalDomains, [], []),
            ResilienceMethods = _options.ResilienceMethods,
        };
        var progress = new ProjectProgress(_progress, _readings.Count);
        Parallel.ForEach(_readings.Values, _parallel, reading => progress.Run(
            _root.Relative(reading.File.Path),
            () => Guarded(reading.File, () => reading.Extract(facts, _options.Environment, users.Of(reading), _parallel.CancellationToken))));
    }

    /// <summary>Names the calls that the linker counts as endpoints that lead nowhere.</summary>
    private IEnumerable<Gap> UnknownCalls() =>
        from reading in _readings.Values
        where reading.UnknownCalls > 0
        select new Gap(_root.At(reading.File.Path),
            $"{reading.UnknownCalls} of {reading.Facts.Candidates} calls that may reach another service could not be understood, not even by their names; they count as endpoints that are not linked.",
            GapKind.Note);

    /// <summary>One project that cannot be read must not cost the others: whatever went wrong becomes a gap that names it.</summary>
    private void Guarded(ProjectFile project, Action read)
    {
        try
        {
            read();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _gaps.Add(new Gap(_root.At(project.Path), $"Project '{project.AssemblyName}' could not be read to the end: {Reasons.Of(e)}.", GapKind.Error));
        }
    }

    private CodeProject Project(ProjectReading reading) => new()
    {
        Id = "code:" + reading.File.LogicalName,
        AssemblyName = reading.File.AssemblyName,
        RootNamespace = reading.File.RootNamespace,
        Path = _root.Relative(reading.File.Path),
        Kind = reading.File.Kind,
        References = [.. reading.File.ProjectReferences.Select(_root.Relative).Order(StringComparer.Ordinal)],
        Dependencies = reading.Dependencies,
        State = reading.State,
        Configuration = reading.Configuration.Files,
        Load = new LoadQuality
        {
            Loader = reading.File.Loader,
            LoaderReason = reading.File.LoaderReason,
            Files = reading.File.Sources.Length,
            PackagesResolved = reading.References.PackagesResolved,
            PackagesMissing = reading.References.PackagesMissing,
            PackagesStubbed = reading.References.PackagesStubbed,
            Candidates = reading.Facts.Candidates,
            Bound = reading.Facts.Bound,
            MatchedByName = reading.Facts.MatchedByName,
        },
    };
}
