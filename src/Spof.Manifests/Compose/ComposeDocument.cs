using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Compose;

/// <summary>One or more Compose files laid over each other, with their includes and extensions resolved.</summary>
/// <param name="Root">The merged document; every node knows the file it stands in.</param>
/// <param name="Files">Files that were used, in the order of reading.</param>
/// <param name="Definitions">Every place that defines a service, by service, in the order of reading.</param>
internal sealed record ComposeDocument(
    YamlNode Root, IReadOnlyList<string> Files, IReadOnlyDictionary<string, List<SourcePosition>> Definitions)
{
    public IReadOnlyList<YamlEntry> Services => Root["services"]?.Entries ?? [];

    /// <summary>Names of services that have neither an image nor a build, so that Compose would refuse them.</summary>
    public IEnumerable<string> Incomplete() =>
        Services.Where(s => s.Value["image"] is null && s.Value["provider"] is null && !IsBuilt(s.Value["build"])).Select(s => s.Key);

    /// <summary>Names of services that others need and that are not defined.</summary>
    public IEnumerable<string> Undefined()
    {
        var names = Services.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        return Services.SelectMany(s => Needs(s.Value)).Where(n => !names.Contains(n)).Distinct(StringComparer.Ordinal);
    }

    /// <summary>A build with arguments alone only adds to the build of another file.</summary>
    private static bool IsBuilt(YamlNode? build) =>
        build is not null
        && (build is not YamlMapping || (build["context"] ?? build["dockerfile"] ?? build["dockerfile_inline"]) is not null);

    private static IEnumerable<string> Needs(YamlNode service)
    {
        foreach (var entry in service["depends_on"] is { } needed ? ComposeMerge.NamedList(needed).Entries : [])
        {
            if (entry.Value["required"]?.Boolean != false)
            {
                yield return entry.Key;
            }
        }

        foreach (var link in service["links"]?.Items ?? [])
        {
            if (link.Text is { } text)
            {
                yield return text.Split(':')[0];
            }
        }

        if (service["network_mode"]?.Text is { } mode && mode.StartsWith("service:", StringComparison.Ordinal))
        {
            yield return mode["service:".Length..];
        }
    }
}
