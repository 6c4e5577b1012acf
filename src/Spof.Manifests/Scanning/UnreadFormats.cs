using Spof.Model;

namespace Spof.Manifests.Scanning;

/// <summary>Recognises manifests of formats that this version does not read, so that they are listed instead of passed over.</summary>
internal static class UnreadFormats
{
    private const string ChartFile = "Chart.yaml";

    /// <param name="unclaimed">Paths that no format claimed, in ordinal order.</param>
    /// <param name="files">The scanned tree.</param>
    public static IEnumerable<Gap> Gaps(IReadOnlyList<string> unclaimed, FileSet files)
    {
        var folders = new HashSet<(string Format, string Folder)>();
        var charts = unclaimed.Where(IsChart).Select(p => p[..^ChartFile.Length]).ToHashSet(StringComparer.Ordinal);
        foreach (var path in unclaimed)
        {
            if (IsInside(charts, path))
                continue;
            if (FormatOf(path, files) is not { } found)
                continue;
            var folder = path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : ".";
            if (!found.PerFolder)
                yield return NotRead(path, found.Format);
            else if (folders.Add((found.Format, folder)))
                yield return NotRead(folder, found.Format);
        }
    }

    private static bool IsChart(string path) => path == ChartFile || path.EndsWith("/" + ChartFile, StringComparison.Ordinal);

    /// <summary>True for what belongs to a chart, which is listed as a whole: its files and the charts that it holds.</summary>
    private static bool IsInside(HashSet<string> charts, string path)
    {
        var own = IsChart(path) ? path.Length - ChartFile.Length : path.Length + 1;
        if (own > 0 && charts.Contains(""))
            return true;
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0 && slash + 1 < own; slash = path.IndexOf('/', slash + 1))
        {
            if (charts.Contains(path[..(slash + 1)]))
                return true;
        }

        return false;
    }

    public static Gap NotRead(string path, string format) => new(new SourcePosition(path, 1), $"not read by this version: {format}");

    private static (string Format, bool PerFolder)? FormatOf(string path, FileSet files)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        if (name.EndsWith(".tf", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tf.json", StringComparison.OrdinalIgnoreCase))
            return ("Terraform", true);
        if (name.EndsWith(".bicep", StringComparison.OrdinalIgnoreCase))
            return ("Bicep", true);
        if (name.Equals(ChartFile, StringComparison.Ordinal))
            return ("Helm chart, not rendered", true);
        if (TemplatedFiles.IsKustomization(path))
            return ("Kustomize", false);
        if (name.Equals("aspire-manifest.json", StringComparison.OrdinalIgnoreCase))
            return ("Aspire manifest", false);
        if (!FileNames.IsYaml(path) && !FileNames.IsJson(path))
            return null;
        return files.Open(path) is { } file && OfContent(file) is { } format ? (format, false) : null;
    }

    private static string? OfContent(ManifestFile file)
    {
        var text = file.Text;
        if (TemplateMarkup.IsUnrendered(file))
            return "Helm template, not rendered";
        if (Has("deploymentTemplate.json#") || Has("DeploymentTemplate.json#"))
            return "ARM template";
        if (Has("AWSTemplateFormatVersion") || (Has("Resources") && Has("Type") && Has("AWS::")))
            return "CloudFormation";
        if (Has("static_resources:") && Has("clusters:"))
            return "Envoy configuration";
        if (Has("json.schemastore.org/aspire"))
            return "Aspire manifest";
        return null;

        bool Has(string word) => text.Contains(word, StringComparison.Ordinal);
    }
}
