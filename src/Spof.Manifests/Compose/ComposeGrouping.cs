using Spof.Manifests.Scanning;
using Spof.Model;

namespace Spof.Manifests.Compose;

/// <summary>
/// Puts Compose files into groups that are started together. The base file of a folder and its override are one group. Any other file
/// of the folder is a variant: alone when it is complete, laid over the base file when it needs it, and no group when it is incomplete
/// even so. What is left out is told as a gap.
/// </summary>
internal sealed class ComposeGrouping(ManifestReading reading)
{
    private readonly HashSet<string> _consumed = new(StringComparer.Ordinal);

    public List<ComposeGroup> Groups(IReadOnlyList<ManifestFile> files)
    {
        var folders = files.Select(f => (File: f, Name: ComposeFileName.Parse(f.Name)!.Value))
            .GroupBy(f => f.File.Folder, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
        var groups = new List<ComposeGroup>();
        foreach (var folder in folders)
        {
            Folder(folder.Key, [.. folder.OrderBy(f => f.Name.Rank).ThenBy(f => f.File.Path, StringComparer.Ordinal)], groups);
        }

        // A file that another one includes or extends is a part of that project.
        groups.RemoveAll(g => _consumed.Contains(g.Files[^1]) || _consumed.Contains(g.Files[0]));
        return groups;
    }

    private void Folder(string folder, List<(ManifestFile File, ComposeFileName Name)> files, List<ComposeGroup> groups)
    {
        var basePath = files.Where(f => f.Name is { Variant: null, IsOverride: false }).Select(f => f.File.Path).FirstOrDefault();
        foreach (var (file, _) in files.Where(f => f.Name is { Variant: null, IsOverride: false } && f.File.Path != basePath))
        {
            reading.Add(new Gap(file.Start, $"Compose: not used, because Compose takes '{basePath}' of the same folder", GapKind.Note));
        }

        if (basePath is not null)
        {
            List<string> paths = [basePath, .. Override(files, null)];
            groups.Add(Load(folder, null, paths, report: true));
        }
        else
        {
            foreach (var path in Override(files, null))
            {
                reading.Add(new Gap(new SourcePosition(path, 1), "Compose: not used, because there is no readable file that it could override", GapKind.Note));
            }
        }

        foreach (var (file, name) in files.Where(f => f.Name is { Variant: not null, IsOverride: false }))
        {
            Variant(folder, file, name.Variant!, basePath, Override(files, name.Variant), groups);
        }

        var variants = files.Where(f => !f.Name.IsOverride).Select(f => f.Name.Variant).ToHashSet();
        var lone = files.Where(f => f.Name is { Variant: not null, IsOverride: true } && !variants.Contains(f.Name.Variant));
        foreach (var (file, name) in lone)
        {
            reading.Add(new Gap(file.Start, $"Compose: not used, because there is no variant '{name.Variant}' that it could override", GapKind.Note));
        }
    }

    private void Variant(
        string folder, ManifestFile file, string variant, string? basePath, IReadOnlyList<string> overrides, List<ComposeGroup> groups)
    {
        var alone = Load(folder, variant, [file.Path, .. overrides], report: false);
        if (!alone.Document.Incomplete().Any() && !alone.Document.Undefined().Any())
        {
            groups.Add(Load(folder, variant, alone.Files, report: true));
            return;
        }

        if (basePath is null)
        {
            reading.Add(new Gap(file.Start, $"Compose: not used; {Missing(alone.Document)}, and the folder has no readable base file", GapKind.Note));
            return;
        }

        var together = Load(folder, variant, [basePath, .. alone.Files], report: false);
        if (together.Document.Incomplete().Any() || together.Document.Undefined().Any())
        {
            reading.Add(new Gap(file.Start, $"Compose: not used; laid over '{basePath}', {Missing(together.Document)}", GapKind.Note));
            return;
        }

        groups.Add(Load(folder, variant, together.Files, report: true));
    }

    private ComposeGroup Load(string folder, string? variant, IReadOnlyList<string> paths, bool report)
    {
        var variables = new ComposeVariables(reading);
        var loader = new ComposeLoader(reading, variables, report ? reading.Add : _ => { });
        var document = loader.Load(paths);
        if (report)
        {
            _consumed.UnionWith(loader.Consumed);
        }

        return new ComposeGroup(folder, variant, paths, document) { Variables = variables };
    }

    private static IReadOnlyList<string> Override(List<(ManifestFile File, ComposeFileName Name)> files, string? variant) =>
        [.. files.Where(f => f.Name.IsOverride && f.Name.Variant == variant).Select(f => f.File.Path).Take(1)];

    private static string Missing(ComposeDocument document)
    {
        var incomplete = document.Incomplete().ToList();
        return incomplete.Count > 0
            ? $"service '{incomplete[0]}' has neither image nor build"
            : $"service '{document.Undefined().First()}' is needed and not defined";
    }
}
