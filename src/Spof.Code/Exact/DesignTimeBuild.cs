using System.Xml.Linq;
using Spof.Code.Discovery;

namespace Spof.Code.Exact;

/// <summary>A project to evaluate.</summary>
/// <param name="Path">Full path.</param>
/// <param name="TargetFramework">The framework to evaluate it for; null where it has only one.</param>
internal readonly record struct ProjectToEvaluate(string Path, string? TargetFramework);

/// <param name="Invocations">Compiler calls by full path of the project.</param>
/// <param name="Failures">Codes of the errors by full path of the project.</param>
/// <param name="IsSdkMissing">True when the SDK that is asked for is not installed, so that nothing was evaluated.</param>
internal sealed record DesignTimeResult(
    IReadOnlyDictionary<string, CompilerInvocation> Invocations, IReadOnlyDictionary<string, IReadOnlyList<string>> Failures, bool IsSdkMissing);

/// <summary>
/// Asks the user's own SDK how it would call the compiler: one child <c>dotnet msbuild</c> for all projects. It evaluates project files
/// and runs targets of the repository, as an IDE does on opening it, but neither compiles nor restores, and writes into a folder of its
/// own that is removed afterwards.
/// </summary>
internal sealed class DesignTimeBuild
{
    private const string PropsFile = "before.props";
    private const string TargetsFile = "after.targets";
    private const string ProjectFile = "evaluate.proj";
    private const string OutputFolder = "arguments";

    private readonly string _scratch;

    private DesignTimeBuild(string scratch) => _scratch = scratch;

    /// <param name="projects">The projects.</param>
    /// <param name="workingFolder">Where the SDK is chosen; a <c>global.json</c> there or above counts.</param>
    /// <param name="use">Reads what was written, before it is removed.</param>
    /// <param name="cancellationToken">Ends the child with everything it has started.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The SDK could not be started.</exception>
    public static async Task<T> RunAsync<T>(
        IReadOnlyCollection<ProjectToEvaluate> projects, string workingFolder, Func<DesignTimeResult, T> use, CancellationToken cancellationToken)
    {
        var scratch = Directory.CreateTempSubdirectory("spof-exact-").FullName;
        try
        {
            var build = new DesignTimeBuild(scratch);
            build.WriteFiles(projects);
            var output = await SdkProcess.RunAsync(workingFolder, build.Arguments(), cancellationToken);
            return use(build.Result(output));
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private void WriteFiles(IEnumerable<ProjectToEvaluate> projects)
    {
        Directory.CreateDirectory(Path.Join(_scratch, OutputFolder));
        // The Base… property must stay: packages are found through it.
        Write(PropsFile, $"""
            <Project>
              <PropertyGroup>
                <_SpofFolder>{ProjectText.Escape(_scratch)}/$(MSBuildProjectName)-$([MSBuild]::StableStringHash('$(MSBuildProjectFullPath)'))/</_SpofFolder>
                <IntermediateOutputPath>$(_SpofFolder)obj/</IntermediateOutputPath>
                <OutDir>$(_SpofFolder)bin/</OutDir>
              </PropertyGroup>
            </Project>
            """);
        Write(TargetsFile, $"""
            <Project>
              <Target Name="SpofWriteCompilerArguments" DependsOnTargets="Compile">
                <ItemGroup>
                  <_SpofLine Include="project=$(MSBuildProjectFullPath)" />
                  <_SpofLine Include="assets=$(ProjectAssetsFile)" />
                  <_SpofReference Include="@(ProjectReference)" Condition="'%(ProjectReference.ReferenceOutputAssembly)' != 'false'" />
                  <_SpofLine Include="@(_SpofReference->'reference=%(FullPath)')" />
                </ItemGroup>
                <WriteLinesToFile File="{ProjectText.Escape(_scratch)}/{OutputFolder}/$([System.Guid]::NewGuid()).txt" Lines="@(_SpofLine);@(CscCommandLineArgs)" Overwrite="true" />
              </Target>
            </Project>
            """);
        var items = projects.Select(p => new XElement(
            "ToEvaluate",
            new XAttribute("Include", ProjectText.Escape(p.Path)),
            p.TargetFramework is { } framework ? new XAttribute("AdditionalProperties", "TargetFramework=" + ProjectText.Escape(framework)) : null));
        Write(ProjectFile, new XElement(
            "Project",
            new XElement("ItemGroup", items),
            new XElement(
                "Target",
                new XAttribute("Name", "Evaluate"),
                new XElement(
                    "MSBuild",
                    new XAttribute("Projects", "@(ToEvaluate)"),
                    new XAttribute("Targets", "SpofWriteCompilerArguments"),
                    new XAttribute("BuildInParallel", "true"),
                    new XAttribute("ContinueOnError", "true")))).ToString());
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Join(_scratch, name), content);

    private IEnumerable<string> Arguments() =>
    [
        "msbuild",
        Path.Join(_scratch, ProjectFile),
        "-t:Evaluate",
        "-nologo",
        "-nodeReuse:false",
        "-v:q",
        "-clp:ErrorsOnly;NoSummary",
        "-p:Configuration=Release",
        "-p:DesignTimeBuild=true",
        "-p:BuildProjectReferences=false",
        "-p:BuildingProject=false",
        "-p:SkipCompilerExecution=true",
        "-p:ProvideCommandLineArgs=true",
        "-p:SkipCopyBuildProduct=true",
        "-p:ContinueOnError=ErrorAndContinue",
        // Of a project that was built already the compile step would be skipped as up to date.
        "-p:NonExistentFile=__NonExistentSubDir__/__NonExistentFile__",
        "-p:CustomBeforeMicrosoftCommonProps=" + Path.Join(_scratch, PropsFile),
        "-p:CustomAfterMicrosoftCommonTargets=" + Path.Join(_scratch, TargetsFile),
    ];

    private DesignTimeResult Result(SdkOutput output)
    {
        var invocations = new Dictionary<string, CompilerInvocation>(ScanRoot.PathComparer);
        foreach (var file in Directory.EnumerateFiles(Path.Join(_scratch, OutputFolder)))
        {
            if (CompilerInvocation.Parse(File.ReadAllLines(file)) is { } invocation)
            {
                invocations[invocation.Project] = invocation;
            }
        }

        return new DesignTimeResult(invocations, output.Errors(), output.IsSdkMissing);
    }
}
