using System.Text.RegularExpressions;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Kubernetes.Kustomize;

/// <summary>One change that a kustomization makes to objects: an entry of <c>replicas</c>, or a patch.</summary>
/// <param name="Kustomization">Path of the kustomization.</param>
/// <param name="Kind">Kind of the objects, or null for every kind.</param>
/// <param name="Name">Name of the objects, a pattern when <paramref name="IsPattern"/>, or null for every name.</param>
/// <param name="IsPattern">True when kind and name are regular expressions, as a target states them.</param>
/// <param name="SetsReplicas">True when it sets, or may set, how many instances a workload runs.</param>
/// <param name="At">Where it stands.</param>
internal sealed record KustomizeChange(string Kustomization, string? Kind, string? Name, bool IsPattern, bool SetsReplicas, Evidence At)
{
    private static readonly TimeSpan MatchLimit = TimeSpan.FromMilliseconds(100);

    public static KustomizeChange OfReplicas(string kustomization, string name, YamlNode item)
    {
        var shown = item["count"]?.Integer is { } count ? $"replicas of {name}: {count}" : $"replicas of {name}";
        return new KustomizeChange(kustomization, null, name, false, true, new Evidence(EvidenceLayer.Manifest, item.At, shown));
    }

    /// <param name="kustomization">Path of the kustomization.</param>
    /// <param name="patch">The patch, merged by name or a list of JSON operations.</param>
    /// <param name="target">What the kustomization says it applies to; null when the patch names its object itself.</param>
    /// <param name="at">The entry of the kustomization.</param>
    /// <param name="isInline">True when the patch has no positions of its own.</param>
    public static IEnumerable<KustomizeChange> OfPatch(
        string kustomization, YamlFile patch, YamlNode? target, SourcePosition at, bool isInline = false)
    {
        var documents = patch.Documents.Where(d => d is YamlMapping or YamlSequence).ToList();
        if (documents.Count == 0 || patch.Errors.Count > 0)
        {
            yield return Change(at, "a patch that cannot be read", target, setsReplicas: true);
            yield break;
        }

        foreach (var document in documents)
        {
            var replicas = document is YamlSequence ? Operation(document) : Merged(document);
            var place = isInline ? at : (replicas ?? document).At;
            var kind = target is null ? document["kind"]?.Text : null;
            var name = target is null ? document.Find("metadata", "name")?.Text : null;
            var change = Change(place, replicas is null ? "patch" : "patch of the number of instances", target, replicas is not null);
            yield return target is null ? change with { Kind = kind, Name = name } : change;
        }

        KustomizeChange Change(SourcePosition place, string text, YamlNode? of, bool setsReplicas) => new(
            kustomization, of?["kind"]?.Text, of?["name"]?.Text, of is not null, setsReplicas, new Evidence(EvidenceLayer.Manifest, place, text));
    }

    /// <summary>True when it applies to an object of this kind with any of these names.</summary>
    public bool AppliesTo(string kind, string name, string renamed) =>
        (Kind is null || IsMeant(Kind, kind)) && (Name is null || IsMeant(Name, name) || IsMeant(Name, renamed));

    private bool IsMeant(string stated, string actual)
    {
        if (!IsPattern || stated == actual)
        {
            return stated == actual;
        }

        try
        {
            return Regex.IsMatch(actual, $"^(?:{stated})$", RegexOptions.CultureInvariant, MatchLimit);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or RegexMatchTimeoutException)
        {
            // A pattern that cannot be read may mean the object.
            return true;
        }
    }

    private static YamlNode? Merged(YamlNode patch) =>
        patch.Find("spec", "replicas") ?? patch.Find("spec", "parallelism") ?? patch["$patch"] ?? patch.Find("spec", "$patch");

    private static YamlNode? Operation(YamlNode operations) =>
        operations.Items.FirstOrDefault(o => o["path"]?.Text is null or "" or "/" or "/spec" or "/spec/replicas" or "/spec/parallelism");
}
