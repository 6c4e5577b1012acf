using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Spof.Code.Discovery;
using Spof.Code.Projects;
using Spof.Model;

namespace Spof.Code.Sources;

/// <summary>Reads the Razor files of a project.</summary>
internal sealed class RazorFiles(ScanRoot root, ProjectFile project, CSharpParseOptions options, ICollection<Gap> gaps)
{
    /// <summary>So many files are named; a component library has hundreds.</summary>
    private const int Named = 5;

    private readonly Dictionary<string, string?> _texts = new(ScanRoot.PathComparer);

    /// <summary>One tree for each file, without imports. Files that could not be read wholly are counted in one gap.</summary>
    public IEnumerable<SyntaxTree> Trees()
    {
        var parts = new List<string>();
        foreach (var path in project.Pages)
        {
            if (TextOf(path) is not { } text || IsImports(path))
            {
                continue;
            }

            var source = RazorSource.Read(path, text, [.. ImportsFor(path)], project);
            if (!source.IsWhole)
            {
                parts.Add(root.Relative(path));
            }

            yield return CSharpSyntaxTree.ParseText(source.Text, options, root.Relative(path));
        }

        if (parts.Count > 0)
        {
            var names = string.Join(", ", parts.Take(Named)) + (parts.Count > Named ? ", …" : "");
            gaps.Add(new Gap(
                root.At(project.Path),
                $"{parts.Count} Razor {(parts.Count == 1 ? "file is" : "files are")} not read wholly ({names}): statements in the markup, and blocks of code mixed with markup."));
        }
    }

    private static bool IsImports(string path) => Path.GetFileName(path) is "_Imports.razor" or "_ViewImports.cshtml";

    /// <summary>Texts of the imports in the folder of the file and above it, outermost first.</summary>
    private IEnumerable<string> ImportsFor(string path) => project.Pages
        .Where(p => IsImports(p) && Path.GetExtension(p).Equals(Path.GetExtension(path), StringComparison.OrdinalIgnoreCase)
            && path.StartsWith(Path.GetDirectoryName(p)! + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        .OrderBy(p => p.Length).Select(TextOf).OfType<string>();

    private string? TextOf(string path)
    {
        if (!_texts.TryGetValue(path, out var text))
        {
            _texts[path] = text = Read(path);
        }

        return text;
    }

    private string? Read(string path)
    {
        if (!root.Contains(path))
        {
            gaps.Add(new Gap(root.At(path), "The file is a link that leaves the scanned root; not followed."));
            return null;
        }

        try
        {
            var text = SourceFile.Read(path);
            if (Nesting.TooDeepAt(text) is null)
            {
                return text.ToString();
            }

            gaps.Add(new Gap(root.At(path), $"Brackets or operators nest deeper than {Nesting.Limit} levels; the file is not read.", GapKind.Error));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            gaps.Add(new Gap(root.At(path), $"File cannot be read: {Reasons.Of(e)}.", GapKind.Error));
        }

        return null;
    }
}
