using System.Collections.Concurrent;
using System.Xml;
using Microsoft.CodeAnalysis.CSharp;
using Spof.Code.Discovery;
using Spof.Code.Mapping;
using Spof.Code.Projects;
using Spof.Code.References;
using Spof.Code.Sources;
using Spof.Model;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace Spof.Code;

/// <summary>
/// Reads the C# side of a repository from its source: project files as data, packages and targeting packs as metadata. Nothing is
/// built, restored or downloaded, and no code of the repository runs. What cannot be read is a gap; the rest goes on.
/// </summary>
public sealed class CodeReader
{
    /// <summary>Reads all projects. The result does not depend on the order in which they were read.</summary>
    /// <param name="options">What to read.</param>
    /// <param name="progress">Told after each project.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DirectoryNotFoundException">The root does not exist.</exception>
    public async Task<CodeModel> ReadAsync(CodeReaderOptions options, IProgress<CodeProgress>? progress, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(options.RootPath))
        {
            throw new DirectoryNotFoundException("The root to scan does not exist.");
        }

        var root = new ScanRoot(options.RootPath);
        var exclusions = new Exclusions(root, options.Exclude);
        var target = options.TargetPath is null ? root.Path : Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.TargetPath, root.Path));
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.MaxParallelism > 0 ? options.MaxParallelism : Environment.ProcessorCount,
            CancellationToken = cancellationToken,
        };

        var gaps = new ConcurrentBag<Gap>();
        var discovery = new ProjectDiscovery(root, exclusions.Contain);
        var discovered = await discovery.FindAsync(target, cancellationToken);
        var files = ReadProjectFiles(root, exclusions, discovered, gaps, cancellationToken);
        AddRange(gaps, discovery.Gaps);
        AddRange(gaps, discovery.OutsideSolutions.Where(p => !files.ContainsKey(p)).Select(p => new Gap(root.At(p), "The project is in no solution that was read; not read.")));
        var order = ProjectOrder.Of(root, files);
        AddRange(gaps, order.Gaps);

        var readings = order.Sorted.ToDictionary(f => f.Path, f => new ProjectReading(f), ScanRoot.PathComparer);
        var compiled = Compiled(order);
        Load(root, exclusions, options, order, readings, compiled, gaps, parallel);
        Compile(root, order, readings, compiled, gaps);
        MarkServers(order, readings);
        Extract(root, options, readings, gaps, parallel, progress);
        UnusedClients.AskOthers(order, readings, cancellationToken);
        Parallel.ForEach(readings.Values, parallel, reading => Guarded(root, reading.File, gaps, reading.Map));

        AddRange(gaps, readings.Values.SelectMany(r => r.Gaps));
        AddRange(gaps, order.Sorted.GroupBy(p => p.AssemblyName, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).SelectMany(g => g.Select(p =>
            new Gap(root.At(p.Path), $"Assembly name '{p.AssemblyName}' is used by {g.Count()} projects; they share one id."))));
        return new CodeModel
        {
            Projects = [.. readings.Values.Select(r => Project(root, r)).OrderBy(p => p.Path, StringComparer.Ordinal)],
            Findings =
            [
                .. readings.Values.SelectMany(r => r.Findings)
                    .OrderBy(f => f.RuleId, StringComparer.Ordinal)
                    .ThenBy(f => f.Evidence.Length > 0 ? f.Evidence[0].At : null)
                    .ThenBy(f => f.ProjectId, StringComparer.Ordinal),
            ],
            Assumptions = [.. new[] { Suppressions.Note(readings.Values.SelectMany(r => r.Suppressed)) }.OfType<Assumption>()],
            Gaps = [.. gaps.Distinct().OrderBy(g => g.At).ThenBy(g => g.Reason, StringComparer.Ordinal)],
        };
    }

    /// <summary>Reads the found projects and those that they reference, which belong to the same build.</summary>
    private static Dictionary<string, ProjectFile> ReadProjectFiles(
        ScanRoot root, Exclusions exclusions, IReadOnlyList<DiscoveredProject> discovered, ConcurrentBag<Gap> gaps, CancellationToken cancellationToken)
    {
        var reader = new ProjectFileReader(root, exclusions.Contain);
        var files = new Dictionary<string, ProjectFile>(ScanRoot.PathComparer);
        var seen = new HashSet<string>(ScanRoot.PathComparer);
        var queue = new Queue<DiscoveredProject>(discovered);
        while (queue.TryDequeue(out var project))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!seen.Add(project.Path))
            {
                continue;
            }

            try
            {
                var file = reader.Read(project.Path, project.Solution);
                files.Add(project.Path, file);
                foreach (var reference in file.ProjectReferences)
                {
                    if (exclusions.Contain(reference))
                    {
                        gaps.Add(new Gap(root.At(project.Path), $"Referenced project '{root.Relative(reference)}' is excluded; not read."));
                    }
                    else
                    {
                        queue.Enqueue(new DiscoveredProject(reference, project.Solution));
                    }
                }
            }
            catch (XmlException e)
            {
                gaps.Add(new Gap(root.At(project.Path, Math.Max(e.LineNumber, 1), Math.Max(e.LinePosition, 1)), $"Project cannot be read: {Reasons.Of(e)}.", IsError: true));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                gaps.Add(new Gap(root.At(project.Path), $"Project cannot be read: {Reasons.Of(e)}.", IsError: true));
            }
        }

        return files;
    }

    /// <summary>Projects with facts and what they reference; a test project that nobody needs is not even parsed.</summary>
    private static HashSet<string> Compiled(ProjectOrder order)
    {
        var compiled = new HashSet<string>(ScanRoot.PathComparer);
        foreach (var project in order.Sorted.Where(p => p.Kind != ProjectKind.Test))
        {
            compiled.Add(project.Path);
            compiled.UnionWith(order.ClosureOf(project).Select(p => p.Path));
        }

        return compiled;
    }

    private static void Load(
        ScanRoot root, Exclusions exclusions, CodeReaderOptions options, ProjectOrder order, Dictionary<string, ProjectReading> readings,
        HashSet<string> compiled, ConcurrentBag<Gap> gaps, ParallelOptions parallel)
    {
        if (compiled.Count == 0)
        {
            return;
        }

        var packages = new PackageFolders(options.PackageFolders is { IsDefault: false } given ? given : PackageFolders.OfThisMachine());
        var resolver = new ReferenceResolver(root, new FrameworkAssemblies(SdkLocation.Folders(root.Path), packages.Paths), packages);
        var sources = new SourceSet(root);
        var analyzerConfigs = new AnalyzerConfigFiles(root, exclusions.Contain);
        Parallel.ForEach(order.Sorted.Where(p => compiled.Contains(p.Path)), parallel, project => Guarded(root, project, gaps, () =>
        {
            var reading = readings[project.Path];
            reading.References = resolver.Resolve(project, order.ClosureOf(project));
            reading.Sources = sources.Parse(project, parallel.CancellationToken);
            reading.AnalyzerConfig = analyzerConfigs.Of(project);
            reading.Configuration = ConfigurationFiles.Read(root, project, exclusions.Contain);
        }));
    }

    /// <summary>Only sets the compilations up, referenced ones first; binding happens when facts ask.</summary>
    private static void Compile(
        ScanRoot root, ProjectOrder order, Dictionary<string, ProjectReading> readings, HashSet<string> compiled, ConcurrentBag<Gap> gaps)
    {
        foreach (var project in order.Sorted.Where(p => compiled.Contains(p.Path)))
        {
            Guarded(root, project, gaps, () =>
                readings[project.Path].Compile(order.ClosureOf(project).Select(p => readings[p.Path].Compilation).OfType<CSharpCompilation>()));
        }
    }

    private static void MarkServers(ProjectOrder order, Dictionary<string, ProjectReading> readings)
    {
        foreach (var server in order.Sorted.Where(p => p.Kind is ProjectKind.Web or ProjectKind.Worker))
        {
            foreach (var part in order.ClosureOf(server).Append(server))
            {
                readings[part.Path].RunsInServer = true;
            }
        }
    }

    private static void Extract(
        ScanRoot root, CodeReaderOptions options, Dictionary<string, ProjectReading> readings, ConcurrentBag<Gap> gaps,
        ParallelOptions parallel, IProgress<CodeProgress>? progress)
    {
        var facts = FactOptions.Default with
        {
            Hosts = new HostContext(options.InternalDomains, [], []),
            ResilienceMethods = options.ResilienceMethods,
        };
        var done = 0;
        Parallel.ForEach(readings.Values, parallel, reading =>
        {
            Guarded(root, reading.File, gaps, () => reading.Extract(facts, options.Environment, parallel.CancellationToken));
            progress?.Report(new CodeProgress(Interlocked.Increment(ref done), readings.Count, root.Relative(reading.File.Path)));
        });
    }

    /// <summary>One project that cannot be read must not cost the others: whatever went wrong becomes a gap that names it.</summary>
    private static void Guarded(ScanRoot root, ProjectFile project, ConcurrentBag<Gap> gaps, Action read)
    {
        try
        {
            read();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            gaps.Add(new Gap(root.At(project.Path), $"Project '{project.AssemblyName}' could not be read to the end: {Reasons.Of(e)}.", IsError: true));
        }
    }

    private static CodeProject Project(ScanRoot root, ProjectReading reading) => new()
    {
        Id = "code:" + reading.File.AssemblyName,
        AssemblyName = reading.File.AssemblyName,
        RootNamespace = reading.File.RootNamespace,
        Path = root.Relative(reading.File.Path),
        Kind = reading.File.Kind,
        References = [.. reading.File.ProjectReferences.Select(root.Relative).Order(StringComparer.Ordinal)],
        Dependencies = reading.Dependencies,
        State = reading.State,
        Configuration = reading.Configuration.Files,
        Load = new LoadQuality
        {
            Files = reading.File.Sources.Length,
            PackagesResolved = reading.References.PackagesResolved,
            PackagesMissing = reading.References.PackagesMissing,
            PackagesStubbed = reading.References.PackagesStubbed,
            Candidates = reading.Facts.Candidates,
            Bound = reading.Facts.Bound,
        },
    };

    private static void AddRange(ConcurrentBag<Gap> bag, IEnumerable<Gap> gaps)
    {
        foreach (var gap in gaps)
        {
            bag.Add(gap);
        }
    }
}
