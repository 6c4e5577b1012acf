using Spof.Manifests.Scanning;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>Recognises files that were meant to hold Kubernetes objects and cannot be read as such, so that their fault is told.</summary>
internal static class BrokenObjects
{
    /// <summary>True for a file that cannot be parsed and whose text shows the keys <c>apiVersion</c> and <c>kind</c>.</summary>
    public static bool IsBroken(ManifestFile file)
    {
        if (file.Yaml.Break is null)
        {
            return false;
        }

        var isJson = FileNames.IsJson(file.Path);
        return HasKey(file.Text, "apiVersion", isJson) && HasKey(file.Text, "kind", isJson);
    }

    /// <summary>A gap for a document with the body of an object (a kind of workload or its name, and a spec) and no valid header.</summary>
    public static Gap? WithoutHeader(ManifestFile file)
    {
        foreach (var document in file.Yaml.Documents)
        {
            var isObject = document.Find("metadata", "name") is not null && document["spec"] is YamlMapping spec
                && (document["kind"]?.Text is { } kind && ObjectReader.IsController(kind)
                    || spec.Find("template", "spec", "containers") is YamlSequence);
            if (isObject)
            {
                return new Gap(document.At, "Kubernetes: an object without a valid apiVersion and kind is not read", GapKind.Error);
            }
        }

        return null;
    }

    /// <summary>True when the key starts a line, or stands in quotes anywhere in JSON.</summary>
    private static bool HasKey(string text, string key, bool isJson)
    {
        for (var at = text.IndexOf(key, StringComparison.Ordinal); at >= 0; at = text.IndexOf(key, at + key.Length, StringComparison.Ordinal))
        {
            var isQuoted = at > 0 && text[at - 1] == '"';
            var before = text.AsSpan(0, isQuoted ? at - 1 : at);
            var lead = before[(before.LastIndexOf('\n') + 1)..].TrimStart("- ");
            var after = text.AsSpan(at + key.Length);
            after = isQuoted && after.StartsWith("\"") ? after[1..] : after;
            if (after.TrimStart(' ').StartsWith(':') && (isJson ? isQuoted : lead.IsEmpty))
            {
                return true;
            }
        }

        return false;
    }
}
