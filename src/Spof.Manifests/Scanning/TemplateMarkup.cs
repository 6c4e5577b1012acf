using Spof.Manifests.Yaml;

namespace Spof.Manifests.Scanning;

/// <summary>
/// Tells a manifest with un-rendered <c>{{ }}</c> from one that merely carries such text as data (alert texts, dashboards,
/// workflow parameters, <c>--format</c> arguments).
/// </summary>
internal static class TemplateMarkup
{
    public static bool IsUnrendered(ManifestFile file)
    {
        if (!file.Text.Contains("{{", StringComparison.Ordinal) || !file.Text.Contains("kind", StringComparison.Ordinal))
        {
            return false;
        }

        var yaml = file.Yaml;
        return yaml.Errors.Count > 0 && HasControlLine(file.Text) || yaml.Documents.Any(IsUnrendered);
    }

    private static bool IsUnrendered(YamlNode document) =>
        document["kind"] is not null && document["apiVersion"] is not null
        && (IsMarkup(document.Find("metadata", "name")) || IsMarkup(document.Find("metadata", "namespace"))
            || IsMarkup(document.Find("spec", "replicas")) || IsMarkup(document["spec"])
            || (document.Find("metadata", "labels")?.Entries.Any(e => IsMarkup(e.Value)) ?? false)
            || Images(document).Any(IsMarkup));

    private static IEnumerable<YamlNode?> Images(YamlNode document) =>
        (document.Find("spec", "template", "spec") ?? document["spec"])?["containers"]?.Items.Select(c => c["image"]) ?? [];

    // "{{ x }}" without quotes reads as a mapping whose only key is a mapping, of which no entry is kept.
    private static bool IsMarkup(YamlNode? node) => node switch
    {
        YamlScalar scalar => scalar.Value.Contains("{{", StringComparison.Ordinal),
        YamlMapping { HasOtherKeys: true } => true,
        _ => false,
    };

    /// <summary>True when a line starts with markup, or markup stands where a value starts, as only a template has it.</summary>
    public static bool HasControlLine(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.TrimStart();
            if (trimmed.StartsWith("{{", StringComparison.Ordinal) || trimmed.Contains(": {{", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
