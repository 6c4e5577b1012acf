using System.Collections.Immutable;
using Spof.Code.Discovery;
using Spof.Model;

namespace Spof.Code.Projects;

/// <summary>
/// What a build or a restore that the user made before has left: where it lies, and the sources that generators wrote there (gRPC, OpenAPI,
/// usings of packages, source generators whose output is kept). They let types bind; nothing is generated now.
/// </summary>
internal sealed class EarlierBuild
{
    /// <summary>The configuration that projects are read for, then the one that people build.</summary>
    private static readonly string[] Configurations = ["Release", "Debug"];

    /// <summary>Ends of the names of files with what is read elsewhere: attributes of the assembly in project files, and Razor.</summary>
    private static readonly string[] ReadElsewhere = ["AssemblyInfo.cs", "AssemblyAttributes.cs", "_razor.g.cs", "_cshtml.g.cs", ".cshtml.g.cs"];

    private EarlierBuild(string folder, ImmutableArray<string> sources)
    {
        Folder = folder;
        Sources = sources;
    }

    /// <summary>Full path of the folder of intermediate output, usually <c>obj</c>.</summary>
    public string Folder { get; }

    /// <summary>Full paths of the generated sources for one configuration and framework, those of the framework first.</summary>
    public ImmutableArray<string> Sources { get; }

    /// <param name="root">The scanned root; what lies outside of it is not taken.</param>
    /// <param name="evaluation">The project, evaluated for the framework.</param>
    /// <param name="isExcluded">Decides by full path about files that the user does not want read.</param>
    /// <param name="gaps">Receives folders that cannot be read.</param>
    public static EarlierBuild Of(ScanRoot root, ProjectEvaluation evaluation, Func<string, bool> isExcluded, ICollection<Gap> gaps)
    {
        var properties = evaluation.Properties;
        var moniker = properties["TargetFramework"].Text.Trim();
        var isTogether = properties.IsTrue("UseArtifactsOutput");
        var folder = isTogether ? ArtifactsOf(root, evaluation) : ScanRoot.Combine(evaluation.Directory, Path.TrimEndingDirectorySeparator(TextOr(properties, "BaseIntermediateOutputPath", "obj")));
        var built = isTogether
            ? Configurations.SelectMany(c => new[] { $"{c}_{moniker}", c }).Select(name => Path.Join(folder, name.ToLowerInvariant()))
            : Configurations.SelectMany(c => new[] { Path.Join(folder, c, moniker), Path.Join(folder, c) });
        var found = new List<string>();
        if (built.FirstOrDefault(f => Directory.Exists(f) && root.Contains(f)) is { } framework)
        {
            // The folder of a configuration may hold one for each framework: none of those is the one asked for.
            found.AddRange(FolderWalk.Files(root, framework, f => isExcluded(f) || TargetFramework.Parse(Path.GetFileName(f)) is not null, gaps));
        }

        if (Directory.Exists(folder) && root.Contains(folder))
        {
            found.AddRange(FolderWalk.Files(root, folder, _ => true, gaps));
        }

        if (TextOr(properties, "CompilerGeneratedFilesOutputPath", "") is { Length: > 0 } kept && ScanRoot.Combine(evaluation.Directory, kept) is var generated
            && generated.StartsWith(evaluation.Directory + Path.DirectorySeparatorChar, StringComparison.Ordinal) && Directory.Exists(generated) && root.Contains(generated))
        {
            found.AddRange(FolderWalk.Files(root, generated, isExcluded, gaps));
        }

        return new EarlierBuild(folder, [.. found.Where(f => IsSource(f) && !isExcluded(f)).Distinct(ScanRoot.PathComparer)]);
    }

    /// <summary>True when a source that was made from the file is there, whatever case and marks the generator gave its name.</summary>
    public bool HasSourceOf(string file)
    {
        var name = Letters(file);
        return Sources.Any(s => Letters(s).Equals(name, StringComparison.OrdinalIgnoreCase));

        static string Letters(string path) => string.Concat(Path.GetFileNameWithoutExtension(ScanRoot.Native(path)).Where(char.IsLetterOrDigit));
    }

    private static bool IsSource(string file) =>
        file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && !ReadElsewhere.Any(a => file.EndsWith(a, StringComparison.OrdinalIgnoreCase));

    /// <summary>The folder that all projects build into, beside the nearest <c>Directory.Build.props</c>.</summary>
    private static string ArtifactsOf(ScanRoot root, ProjectEvaluation evaluation)
    {
        var parent = root.FileAbove("Directory.Build.props", evaluation.Directory) is { } props ? Path.GetDirectoryName(props)! : evaluation.Directory;
        var artifacts = ScanRoot.Combine(evaluation.Directory, TextOr(evaluation.Properties, "ArtifactsPath", Path.Join(parent, "artifacts")));
        return Path.Join(artifacts, "obj", evaluation.Properties["MSBuildProjectName"].Text);
    }

    private static string TextOr(PropertyTable properties, string name, string otherwise) =>
        properties[name] is { IsUnderstood: true, Text: var text } && text.Trim() is { Length: > 0 } given ? given : otherwise;
}
