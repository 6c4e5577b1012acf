using System.Xml.Linq;
using Spof.Code.Discovery;

namespace Spof.Code.Projects;

/// <content>Follows imports: those that a file writes and those that the SDK makes by itself.</content>
internal sealed partial class ProjectEvaluation
{
    private const int MaxImports = 200;

    /// <summary>Where parts of the build system lie: what they define is built into this reader.</summary>
    private static readonly string[] BuildSystem =
        ["$(MSBuildToolsPath)", "$(MSBuildBinPath)", "$(MSBuildExtensionsPath", "$(VSToolsPath)", "$(NuGetPackageRoot)"];

    private readonly HashSet<string> _imported = new(ScanRoot.PathComparer);

    private void ImportAbove(string file)
    {
        EnterFile(_project);
        if (Expansion.Expand($"$([MSBuild]::GetPathOfFileAbove('{file}', '$(MSBuildProjectDirectory)'))") is { Text.Length: > 0 } path)
        {
            ImportFile(path.Text, null, _project, [], 0);
        }
    }

    private void Import(XElement import, string file, IReadOnlyList<string> conditions, int depth)
    {
        var written = import.AttributeText("Project") ?? "";

        if (BuildSystem.Any(p => written.Contains(p, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        var holds = IsTrue(import.AttributeText("Condition"));
        if (holds == false)
        {
            return;
        }

        var path = Expansion.Expand(written);
        if (holds is null || !path.IsUnderstood || path.Text.AsSpan().IndexOfAny('*', '?') >= 0)
        {
            Report(import, file, $"Import '{Shortened(written)}' is not understood and not read.");
            return;
        }

        if (path.Text.Length == 0)
        {
            return;
        }

        ImportFile(ScanRoot.Combine(Path.GetDirectoryName(file)!, path.Text), import, file, conditions, depth + 1);
        EnterFile(file);
    }

    private void ImportFile(string path, XElement? import, string file, IReadOnlyList<string> conditions, int depth)
    {
        if (!_root.Contains(path))
        {
            Report(import, file, $"Import of '{Path.GetFileName(path)}' leaves the scanned root; not followed.");
            return;
        }

        if (!_imported.Add(path))
        {
            return;
        }

        if (_imported.Count > MaxImports)
        {
            Report(import, file, $"More than {MaxImports} files are imported; '{Path.GetFileName(path)}' is not read.");
            return;
        }

        if (!File.Exists(path))
        {
            // Often a file that only exists after a restore or in another checkout; the condition Exists guards the rest.
            Report(import, file, $"Imported file '{Path.GetFileName(path)}' does not exist.");
            return;
        }

        if (SafeXml.LoadOrReport(_root, path, _gaps)?.Root is { } top)
        {
            Visit(top, path, conditions, depth);
        }
    }
}
