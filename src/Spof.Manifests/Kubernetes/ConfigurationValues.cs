using System.Text;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>One value of a ConfigMap or Secret. The text of a Secret is for parsing in memory and must not be kept.</summary>
/// <param name="Key">Key in the object.</param>
/// <param name="Text">The value; null when it is binary or no valid base64.</param>
/// <param name="IsSecret">True when it comes from a Secret.</param>
/// <param name="At">Where the value stands.</param>
/// <param name="FirstLine">Position of the first line of the text; null when the text is not written as it is (base64).</param>
/// <param name="Evidence">The key, without the value.</param>
internal sealed record ConfigurationValue(
    string Key, string? Text, bool IsSecret, SourcePosition At, SourcePosition? FirstLine, Evidence Evidence);

/// <summary>Looks up the values of ConfigMaps and Secrets.</summary>
internal sealed class ConfigurationValues(ObjectSet objects)
{
    private readonly Dictionary<(string, string, string), IReadOnlyList<ConfigurationValue>?> _read = [];

    /// <summary>All values of an object in the order of the file; null when no manifest declares it.</summary>
    /// <param name="kind">ConfigMap or Secret.</param>
    /// <param name="ns">Namespace.</param>
    /// <param name="name">Name.</param>
    public IReadOnlyList<ConfigurationValue>? Of(string kind, string ns, string name)
    {
        if (!_read.TryGetValue((kind, ns, name), out var values))
        {
            _read[(kind, ns, name)] = values = objects.Find(kind, ns, name) is { } found ? Read(found) : null;
        }

        return values;
    }

    private static List<ConfigurationValue> Read(KubernetesObject source)
    {
        var isSecret = source.Kind == "Secret";
        var values = new Dictionary<string, ConfigurationValue>(StringComparer.Ordinal);
        foreach (var entry in source.Node["binaryData"]?.Entries ?? [])
        {
            values[entry.Key] = Value(source, entry, null, isSecret, isVerbatim: false);
        }

        foreach (var entry in source.Node["data"]?.Entries ?? [])
        {
            values[entry.Key] = Value(source, entry, isSecret ? Decode(entry.Value) : TextOf(entry.Value), isSecret, isVerbatim: !isSecret);
        }

        foreach (var entry in source.Node["stringData"]?.Entries ?? [])
        {
            values[entry.Key] = Value(source, entry, TextOf(entry.Value), isSecret, isVerbatim: true);
        }

        return [.. values.Values];
    }

    private static ConfigurationValue Value(KubernetesObject source, YamlEntry entry, string? text, bool isSecret, bool isVerbatim)
    {
        var at = entry.Value.At;
        var firstLine = entry.Value is YamlScalar { IsBlock: true } ? at with { Line = at.Line + 1, Column = 1 } : at;
        var shown = $"{source.Kind} {source.Name}, key {entry.Key}";
        var evidence = new Evidence(EvidenceLayer.Manifest, entry.KeyAt, shown, Certainty.Resolved);
        return new ConfigurationValue(entry.Key, text, isSecret, at, isVerbatim ? firstLine : null, evidence);
    }

    private static string? TextOf(YamlNode node) => (node as YamlScalar)?.Value;

    private static string? Decode(YamlNode node)
    {
        if (node is not YamlScalar scalar)
        {
            return null;
        }

        var bytes = new byte[scalar.Value.Length];
        return Convert.TryFromBase64String(scalar.Value, bytes, out var length) && !bytes.AsSpan(0, length).Contains((byte)0)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }
}
