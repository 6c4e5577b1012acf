using Spof.Code;
using Spof.Model;

namespace SpofAnalyzers.Corpus.RealCode;

/// <summary>C# that others wrote, read as the tool reads it: from source, nothing built or restored, every rule on, and no package of this machine.</summary>
internal sealed class RealTree : IDisposable
{
    private static readonly HashSet<string> Read = new(StringComparer.OrdinalIgnoreCase)
    {
        ".cs", ".csproj", ".sln", ".slnx", ".slnf", ".props", ".targets", ".json", ".razor", ".cshtml", ".editorconfig", ".globalconfig",
    };

    private readonly string _copy = Directory.CreateTempSubdirectory("spof-corpus-").FullName;

    private RealTree(string name) => Name = name;

    public string Name { get; }

    public string Folder => _copy;

    /// <summary>A tree that is to be filled.</summary>
    public static RealTree Empty(string name) => new(name);

    /// <summary>A copy of what is read of a folder; the folder itself may be read-only and must not change.</summary>
    public static RealTree CopyOf(string folder)
    {
        var tree = new RealTree(Path.GetFileName(folder));
        foreach (var file in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        {
            if (Read.Contains(Path.GetExtension(file)))
            {
                var to = Path.Combine(tree.Folder, Path.GetRelativePath(folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.WriteAllBytes(to, File.ReadAllBytes(file));
            }
        }

        return tree;
    }

    public async Task<RealScan> ScanAsync(CancellationToken cancellationToken)
    {
        // A rule that is off by default counts where the configuration of the tree switches it on.
        var lines = AllRules.ById.Values.Where(d => !d.IsEnabledByDefault).Select(d => $"dotnet_diagnostic.{d.Id}.severity = suggestion");
        await File.WriteAllTextAsync(Path.Combine(Folder, ".globalconfig"), "is_global = true\nglobal_level = 200\n" + string.Join("\n", lines) + "\n", cancellationToken);
        var model = await new CodeReader().ReadAsync(new CodeReaderOptions { RootPath = Folder, PackageFolders = [] }, progress: null, cancellationToken);
        return new RealScan(this, model, [.. model.Findings.Select(f => (f.RuleId, Place(f)))]);
    }

    public void Dispose() => Directory.Delete(_copy, recursive: true);

    private (string Path, string Line) Place(CodeFinding finding)
    {
        var at = finding.Evidence[0].At;
        return (at.Path, File.ReadLines(Path.Combine(Folder, at.Path)).ElementAtOrDefault(at.Line - 1)?.Trim() ?? "");
    }
}

/// <summary>What the rules said about a tree.</summary>
internal sealed record RealScan(RealTree Tree, CodeModel Model, IReadOnlyList<(string Rule, (string Path, string Line) At)> Found)
{
    public int Files => Model.Projects.Sum(p => p.Load.Files);
}
