using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Spof.Code.Discovery;
using Spof.Code.Projects;
using Spof.Code.Sources;
using Spof.Model;

namespace Spof.Code.Exact;

/// <summary>Lets the user's SDK answer what a project file means, where it can; what it cannot evaluate stays as read from source.</summary>
internal sealed class ExactProjects(ScanRoot root, ConcurrentBag<Gap> gaps)
{
    public async Task<IReadOnlyDictionary<string, ProjectFile>> EvaluateAsync(
        IReadOnlyDictionary<string, ProjectFile> projects, CancellationToken cancellationToken)
    {
        var asked = projects.Values.Where(p => p.Kind != ProjectKind.Test).Select(p => new ProjectToEvaluate(p.Path, p.ChosenFramework)).ToArray();
        if (asked.Length == 0)
        {
            return projects;
        }

        try
        {
            return await DesignTimeBuild.RunAsync(asked, root.Folder, result => Apply(projects, asked, result), cancellationToken);
        }
        catch (Win32Exception)
        {
            gaps.Add(new Gap(root.At(asked[0].Path), "--exact: the .NET SDK cannot be started; all projects are read from source.", GapKind.Error));
            return projects;
        }
    }

    private Dictionary<string, ProjectFile> Apply(
        IReadOnlyDictionary<string, ProjectFile> projects, IEnumerable<ProjectToEvaluate> asked, DesignTimeResult result)
    {
        var exact = new Dictionary<string, ProjectFile>(projects, ScanRoot.PathComparer);
        foreach (var (path, _) in asked)
        {
            if (result.Invocations.TryGetValue(path, out var invocation) && invocation.Arguments.Count > 0)
            {
                exact[path] = Apply(projects[path], invocation, projects);
            }
            else
            {
                var why = result.Failures.TryGetValue(path, out var code) ? $" ({code})" : "";
                gaps.Add(new Gap(root.At(path), $"--exact: the SDK does not evaluate the project{why}; it is read from source.", GapKind.Error));
            }
        }

        return exact;
    }

    /// <summary>The project as the compiler would see it. What the reading of the project file did not understand is settled by this.</summary>
    private ProjectFile Apply(ProjectFile project, CompilerInvocation invocation, IReadOnlyDictionary<string, ProjectFile> known)
    {
        var arguments = CSharpCommandLineParser.Default.Parse(invocation.Arguments, project.Directory, sdkDirectory: null);
        var files = arguments.SourceFiles.Select(f => f.Path).Distinct(ScanRoot.PathComparer).ToArray();
        var reported = new List<Gap>();
        return project with
        {
            Loader = "exact",
            AssemblyName = arguments.CompilationName ?? project.AssemblyName,
            OutputKind = arguments.CompilationOptions.OutputKind,
            LanguageVersion = arguments.ParseOptions.LanguageVersion,
            IsNullable = arguments.CompilationOptions.NullableContextOptions != NullableContextOptions.Disable,
            AllowsUnsafe = arguments.CompilationOptions.AllowUnsafe,
            PreprocessorSymbols = [.. arguments.ParseOptions.PreprocessorSymbolNames.Order(StringComparer.Ordinal)],
            Sources = [.. files.Where(root.Contains).Order(StringComparer.Ordinal)],
            Generated = [.. files.Where(f => !root.Contains(f)).Select(f => Generated(f, project, reported)).OfType<GeneratedSource>().OrderBy(g => g.Name, StringComparer.Ordinal)],
            // Both stand in generated sources now.
            Usings = [],
            Friends = [],
            ProjectReferences =
            [
                .. invocation.References.Where(r => known.ContainsKey(r) && !ScanRoot.PathComparer.Equals(r, project.Path))
                    .Distinct(ScanRoot.PathComparer).Order(StringComparer.Ordinal),
            ],
            CompilerReferences = invocation.IsRestored
                ? [.. arguments.MetadataReferences.Select(r => Path.GetFullPath(r.Reference, project.Directory)).Distinct(ScanRoot.PathComparer)]
                : null,
            Gaps = [.. reported],
        };
    }

    /// <summary>A source that the build generates or takes from a package: it makes the compilation whole and holds no fact.</summary>
    private GeneratedSource? Generated(string path, ProjectFile project, List<Gap> reported)
    {
        try
        {
            return new GeneratedSource(Path.GetFileName(path), SourceFile.Read(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            reported.Add(new Gap(root.At(project.Path), $"--exact: generated source '{Path.GetFileName(path)}' cannot be read: {Reasons.Of(e)}."));
            return null;
        }
    }
}
