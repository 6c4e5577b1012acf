using System.Collections.Immutable;
using Spof.Code.Discovery;
using Spof.Model;

namespace Spof.Code.Projects;

/// <summary>Finds the C# sources of a project: what its SDK takes by itself, and its <c>Compile</c> items.</summary>
internal sealed class SourceItems(ScanRoot root, ProjectEvaluation evaluation, ItemText text, Func<string, bool> isExcluded, ICollection<Gap> gaps)
{
    private readonly HashSet<string> _paths = new(ScanRoot.PathComparer);
    private readonly List<string> _pages = [];

    /// <summary>Full paths in a fixed order.</summary>
    public ImmutableArray<string> Paths => [.. _paths.Order(StringComparer.Ordinal)];

    /// <summary>Full paths of the Razor components and views, imports included, in a fixed order.</summary>
    public ImmutableArray<string> Pages => [.. _pages.Order(StringComparer.Ordinal)];

    /// <summary>What the SDK compiles without being told.</summary>
    public void AddDefaults()
    {
        var properties = evaluation.Properties;
        if (evaluation.Sdks.Count == 0 || IsFalse(properties["EnableDefaultItems"]) || IsFalse(properties["EnableDefaultCompileItems"]))
        {
            return;
        }

        var output = Path.Join(evaluation.Directory, "bin");
        var excludes = properties["DefaultItemExcludes"].Text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(p => PathPattern.Parse(evaluation.Directory, p)).ToArray();
        foreach (var file in FolderWalk.Files(root, evaluation.Directory, f => ScanRoot.PathComparer.Equals(f, output) || isExcluded(f), gaps))
        {
            var extension = Path.GetExtension(file.AsSpan());
            if (extension.Equals(".cs", StringComparison.OrdinalIgnoreCase))
            {
                if (!excludes.Any(e => e.Matches(file)))
                {
                    AddSource(file);
                }
            }
            else if ((extension.Equals(".razor", StringComparison.OrdinalIgnoreCase) || extension.Equals(".cshtml", StringComparison.OrdinalIgnoreCase)) && !isExcluded(file))
            {
                _pages.Add(file);
            }
        }
    }

    /// <summary>A <c>Compile</c> item.</summary>
    public void Apply(PendingItem item)
    {
        foreach (var pattern in text.List(item, "Remove"))
        {
            var remove = PathPattern.Parse(evaluation.Directory, pattern);
            _paths.RemoveWhere(remove.Matches);
        }

        var excludes = text.List(item, "Exclude").Select(p => PathPattern.Parse(evaluation.Directory, p)).ToArray();
        foreach (var include in text.List(item, "Include"))
        {
            var pattern = PathPattern.Parse(evaluation.Directory, include);
            if (!root.Contains(pattern.Folder))
            {
                text.Report(item, $"Compile item '{Path.GetFileName(ScanRoot.Native(include))}' leaves the scanned root; not followed.");
            }
            else if (pattern.IsLiteral)
            {
                if (File.Exists(pattern.Folder))
                {
                    AddSource(pattern.Folder);
                }
                else if (Path.GetExtension(pattern.Folder) == ".cs")
                {
                    text.Report(item, $"Source file '{root.Relative(pattern.Folder)}' does not exist.");
                }
            }
            else
            {
                foreach (var file in FolderWalk.Files(root, pattern.Folder, isExcluded, gaps))
                {
                    if (file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && pattern.Matches(file) && !excludes.Any(e => e.Matches(file)))
                    {
                        AddSource(file);
                    }
                }
            }
        }
    }

    private static bool IsFalse(ExpandedText value) => value.Text.Trim().Equals("false", StringComparison.OrdinalIgnoreCase);

    private void AddSource(string file)
    {
        if (!isExcluded(file))
        {
            _paths.Add(file);
        }
    }
}
