using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Spof.Code.Discovery;
using Spof.Code.Projects;
using Spof.Code.Sources;
using Spof.Model;
using SpofAnalyzers.Rules;

namespace Spof.Code.Exact;

/// <summary>
/// Takes from a build what a project file means: from the SDK of the user or from a log of a build. What neither tells stays as read
/// from source.
/// </summary>
internal sealed class ExactProjects(ScanRoot root, ConcurrentBag<Gap> gaps, IReadOnlyDictionary<string, ProjectFile> projects)
{
    /// <summary>Asks the SDK.</summary>
    public async Task<IReadOnlyDictionary<string, ProjectFile>> EvaluateAsync(CancellationToken cancellationToken)
    {
        var asked = projects.Values.Where(p => p.Kind != ProjectKind.Test).Select(p => new ProjectToEvaluate(p.Path, p.ChosenFramework)).ToArray();
        if (asked.Length == 0)
        {
            return projects;
        }

        try
        {
            return await DesignTimeBuild.RunAsync(asked, root.Folder, Apply, cancellationToken);
        }
        catch (Win32Exception)
        {
            return FromSource(asked[0].Path, "the .NET SDK cannot be started");
        }
    }

    /// <summary>Reads a binary log.</summary>
    /// <exception cref="InvalidDataException">The log cannot be read, or tells of none of the projects.</exception>
    public IReadOnlyDictionary<string, ProjectFile> FromLog(string path, CancellationToken cancellationToken)
    {
        var frameworks = projects.Values.Where(p => p.ChosenFramework is not null).ToDictionary(p => p.Path, p => p.ChosenFramework!, ScanRoot.PathComparer);
        var invocations = BinaryLog.Read(path, frameworks, cancellationToken);
        return invocations.Keys.Any(projects.ContainsKey)
            ? Apply(invocations, "binlog", GapKind.Note, _ => "the log does not tell how the project is compiled")
            : throw new InvalidDataException("the binary log tells of none of the scanned projects; it must come from a build of this folder");
    }

    private IReadOnlyDictionary<string, ProjectFile> Apply(DesignTimeResult result)
    {
        if (result.IsSdkMissing)
        {
            return FromSource(root.FileAbove("global.json", root.Folder) ?? root.Folder, "the .NET SDK that is asked for is not installed");
        }

        return Apply(
            result.Invocations, "exact", GapKind.Error,
            path => $"the SDK does not evaluate the project{(result.Failures.TryGetValue(path, out var codes) ? $" ({codes[0]})" : "")}");
    }

    /// <summary>All projects as they were read, with the reason why nothing tells more of them.</summary>
    private Dictionary<string, ProjectFile> FromSource(string at, string reason)
    {
        gaps.Add(new Gap(root.At(at), $"--exact: {reason}; all projects are read from source.", GapKind.Error));
        return projects.Values.ToDictionary(p => p.Path, p => p with { LoaderReason = reason }, ScanRoot.PathComparer);
    }

    /// <param name="invocations">What the build tells, by the path of the project.</param>
    /// <param name="loader">Who tells it.</param>
    /// <param name="kind">What it means that a project is not told of.</param>
    /// <param name="reason">Why it is not, by the path of the project.</param>
    private Dictionary<string, ProjectFile> Apply(
        IReadOnlyDictionary<string, CompilerInvocation> invocations, string loader, GapKind kind, Func<string, string> reason)
    {
        var exact = new Dictionary<string, ProjectFile>(projects, ScanRoot.PathComparer);
        foreach (var project in projects.Values.Where(p => p.Kind != ProjectKind.Test))
        {
            if (invocations.TryGetValue(project.Path, out var invocation) && invocation.Arguments.Count > 0)
            {
                exact[project.Path] = Apply(project, invocation, loader);
            }
            else
            {
                var why = reason(project.Path);
                gaps.Add(new Gap(root.At(project.Path), $"--{loader}: {why}; it is read from source.", kind));
                exact[project.Path] = project with { LoaderReason = why };
            }
        }

        return exact;
    }

    /// <summary>The project as the compiler would see it. What the reading of the project file did not understand is settled by this.</summary>
    private ProjectFile Apply(ProjectFile project, CompilerInvocation invocation, string loader)
    {
        var arguments = CSharpCommandLineParser.Default.Parse(invocation.Arguments, project.Directory, sdkDirectory: null);
        var files = arguments.SourceFiles.Select(f => f.Path).Distinct(ScanRoot.PathComparer).ToArray();
        var reported = new List<Gap>();
        return project with
        {
            Loader = loader,
            AssemblyName = arguments.CompilationName ?? project.AssemblyName,
            OutputKind = arguments.CompilationOptions.OutputKind,
            LanguageVersion = arguments.ParseOptions.LanguageVersion,
            IsNullable = arguments.CompilationOptions.NullableContextOptions != NullableContextOptions.Disable,
            AllowsUnsafe = arguments.CompilationOptions.AllowUnsafe,
            NoWarn = [.. arguments.CompilationOptions.SpecificDiagnosticOptions.Where(o => o.Value == ReportDiagnostic.Suppress).Select(o => o.Key).Order(StringComparer.Ordinal)],
            PreprocessorSymbols = [.. arguments.ParseOptions.PreprocessorSymbolNames.Order(StringComparer.Ordinal)],
            Sources = [.. files.Where(root.Contains).Order(StringComparer.Ordinal)],
            Generated = [.. files.Where(f => !root.Contains(f)).Select(f => Generated(f, project, loader, reported)).OfType<GeneratedSource>().OrderBy(g => g.Name, StringComparer.Ordinal)],
            // The log of a whole build names what that build generated.
            GeneratedBefore = loader == "binlog" ? [] : project.GeneratedBefore,
            // Both stand in generated sources now.
            Usings = [],
            Friends = [],
            ProjectReferences = invocation.References is { } references
                ? [.. references.Where(r => projects.ContainsKey(r) && !ScanRoot.PathComparer.Equals(r, project.Path)).Distinct(ScanRoot.PathComparer).Order(StringComparer.Ordinal)]
                : project.ProjectReferences,
            CompilerReferences = invocation.IsRestored
                ? [.. arguments.MetadataReferences.Select(r => Path.GetFullPath(r.Reference, project.Directory)).Distinct(ScanRoot.PathComparer)]
                : null,
            GivenCatalogues = [.. arguments.AdditionalFiles.Select(f => Path.GetFullPath(f.Path, project.Directory)).Where(Catalogue.IsCatalogue)],
            Gaps = [.. reported],
        };
    }

    /// <summary>A source that the build generates or takes from a package: it makes the compilation whole and holds no fact.</summary>
    private GeneratedSource? Generated(string path, ProjectFile project, string loader, List<Gap> reported)
    {
        try
        {
            return new GeneratedSource(Path.GetFileName(path), SourceFile.Read(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            reported.Add(new Gap(root.At(project.Path), $"--{loader}: generated source '{Path.GetFileName(path)}' cannot be read: {Reasons.Of(e)}."));
            return null;
        }
    }
}
