using Spof.Model;

namespace Spof.Manifests.Scanning;

/// <summary>Recognises manifests of formats that this version does not read, so that they are listed instead of passed over.</summary>
internal static class UnreadFormats
{
    /// <param name="unclaimed">Paths that no format claimed, in ordinal order.</param>
    /// <param name="files">The scanned tree.</param>
    public static IEnumerable<Gap> Gaps(IReadOnlyList<string> unclaimed, FileSet files)
    {
        var folders = new HashSet<(string Format, string Folder)>();
        foreach (var path in unclaimed)
        {
            if (FormatOf(path, files) is not { } found)
                continue;
            var folder = path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : ".";
            if (!found.PerFolder)
                yield return NotRead(path, found.Format);
            else if (folders.Add((found.Format, folder)))
                yield return NotRead(folder, found.Format);
        }
    }

    public static Gap NotRead(string path, string format) => new(new SourcePosition(path, 1), $"not read by this version: {format}");

    private static (string Format, bool PerFolder)? FormatOf(string path, FileSet files)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        if (name.EndsWith(".tf", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tf.json", StringComparison.OrdinalIgnoreCase))
            return ("Terraform", true);
        if (name.EndsWith(".bicep", StringComparison.OrdinalIgnoreCase))
            return ("Bicep", true);
        if (name.Equals("Chart.yaml", StringComparison.Ordinal))
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
