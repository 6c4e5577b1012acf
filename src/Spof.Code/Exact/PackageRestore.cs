using System.Collections.Immutable;
using System.ComponentModel;
using System.Xml.Linq;
using Spof.Code.Discovery;
using Spof.Model;

namespace Spof.Code.Exact;

/// <summary>
/// Restores the packages of what is scanned, on request, with the user's own SDK and feeds: one child <c>dotnet</c> for all projects. This
/// writes <c>obj</c> folders and the package folder, and evaluates the project files. Whatever fails is a gap, and the scan goes on.
/// </summary>
internal static class PackageRestore
{
    private const string Option = "--restore: ";

    /// <param name="root">The scanned root.</param>
    /// <param name="options">What is scanned.</param>
    /// <param name="cancellationToken">Ends the child with everything it has started.</param>
    /// <returns>What could not be restored. Only codes of errors are told: their text may quote a feed with its password.</returns>
    public static async Task<ImmutableArray<Gap>> RunAsync(ScanRoot root, CodeReaderOptions options, CancellationToken cancellationToken)
    {
        var projects = await new ProjectDiscovery(root, new Exclusions(root, options.Exclude).Contain).FindAsync(root.Target(options.TargetPath), cancellationToken);
        if (projects.Count == 0)
        {
            return [];
        }

        var scratch = Directory.CreateTempSubdirectory("spof-restore-").FullName;
        try
        {
            var file = Path.Join(scratch, "restore.proj");
            await File.WriteAllTextAsync(file, ProjectFor(projects.Select(p => p.Path)), cancellationToken);
            return Gaps(root, projects, await SdkProcess.RunAsync(root.Folder, Arguments(file), cancellationToken));
        }
        catch (Win32Exception)
        {
            return [new Gap(root.At(root.Folder), Option + "the .NET SDK cannot be started; nothing is restored.", GapKind.Error)];
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    /// <summary>The targets of NuGet take the projects as entry points of one graph.</summary>
    private static string ProjectFor(IEnumerable<string> projects) => new XElement(
        "Project",
        new XElement("ItemGroup", projects.Select(p => new XElement("RestoreGraphProjectInputItems", new XAttribute("Include", ProjectText.Escape(p))))),
        new XElement("Import", new XAttribute("Project", "$(MSBuildToolsPath)/NuGet.targets"))).ToString();

    private static string[] Arguments(string file) =>
    [
        "msbuild",
        file,
        "-t:Restore",
        "-nologo",
        "-nodeReuse:false",
        "-v:q",
        "-clp:ErrorsOnly;NoSummary",
        // "Skipped, the project may be invalid": else a project that cannot be opened would be passed over in silence.
        "-warnAsError:NU1503",
    ];

    private static ImmutableArray<Gap> Gaps(ScanRoot root, IReadOnlyList<DiscoveredProject> projects, SdkOutput output)
    {
        if (output.IsSdkMissing)
        {
            return [new Gap(root.At(root.FileAbove("global.json", root.Folder) ?? root.Folder), Option + "the .NET SDK that is asked for is not installed; nothing is restored.", GapKind.Error)];
        }

        var errors = output.Errors();
        ImmutableArray<Gap> gaps =
        [
            .. projects.Where(p => errors.ContainsKey(p.Path))
                .Select(p => new Gap(root.At(p.Path), $"{Option}packages of the project are not restored ({string.Join(", ", errors[p.Path])}); those that are here are used.", GapKind.Error)),
        ];
        return gaps.IsEmpty && output.ExitCode != 0
            ? [new Gap(root.At(projects[0].Path), $"{Option}the SDK ended with exit code {output.ExitCode}; packages that are here are used.", GapKind.Error)]
            : gaps;
    }
}
