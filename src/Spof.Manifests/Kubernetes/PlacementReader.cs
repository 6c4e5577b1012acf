using System.Collections.Immutable;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>Reads where the scheduler may or must put the instances of a pod template.</summary>
internal sealed class PlacementReader
{
    private readonly string _namespace;
    private readonly YamlNode? _labels;
    private readonly ImmutableArray<SpreadDeclaration>.Builder _spread = ImmutableArray.CreateBuilder<SpreadDeclaration>();
    private readonly ImmutableArray<LimitDeclaration>.Builder _limitedBy = ImmutableArray.CreateBuilder<LimitDeclaration>();
    private readonly List<Unknown> _unknowns = [];
    private readonly Dictionary<DomainKind, List<string>> _limits = [];

    private PlacementReader(string ns, YamlNode? labels)
    {
        _namespace = ns;
        _labels = labels;
    }

    /// <param name="ns">Namespace of the pods.</param>
    /// <param name="labels">Labels of the pods.</param>
    /// <param name="podSpec">Specification of the pods.</param>
    public static (PlacementDeclaration Placement, IReadOnlyList<Unknown> Unknowns) Read(string ns, YamlNode? labels, YamlNode podSpec)
    {
        var reader = new PlacementReader(ns, labels);
        reader.ReadSpread(podSpec["topologySpreadConstraints"]);
        reader.ReadAntiAffinity(podSpec.Find("affinity", "podAntiAffinity"));
        reader.ReadLimits(podSpec["nodeSelector"], podSpec.Find("affinity", "nodeAffinity"));
        if (podSpec["nodeName"] is { Text: { } node } at)
        {
            reader.Limit(DomainKind.Host, [node], at.At, $"nodeName: {node}");
        }

        return (reader.Result(), reader._unknowns);
    }

    /// <summary>The same from a resource that states the parts in places of its own.</summary>
    public static PlacementDeclaration Read(
        string ns, YamlNode? labels, YamlNode? spread, YamlNode? antiAffinity, YamlNode? nodeSelector, YamlNode? nodeAffinity)
    {
        var reader = new PlacementReader(ns, labels);
        reader.ReadSpread(spread);
        reader.ReadAntiAffinity(antiAffinity);
        reader.ReadLimits(nodeSelector, nodeAffinity);
        return reader.Result();
    }

    private void ReadLimits(YamlNode? nodeSelector, YamlNode? nodeAffinity)
    {
        ReadNodeSelector(nodeSelector);
        ReadNodeAffinity(nodeAffinity?["requiredDuringSchedulingIgnoredDuringExecution"]);
    }

    private PlacementDeclaration Result() => new()
    {
        Host = _limits.GetValueOrDefault(DomainKind.Host) is [var host] ? host : null,
        Zones = [.. _limits.GetValueOrDefault(DomainKind.Zone) ?? []],
        Regions = [.. _limits.GetValueOrDefault(DomainKind.Region) ?? []],
        Spread = _spread.ToImmutable(),
        LimitedBy = _limitedBy.ToImmutable(),
    };

    private void ReadSpread(YamlNode? constraints)
    {
        foreach (var constraint in constraints?.Items ?? [])
        {
            var key = constraint["topologyKey"]?.Text;
            if (Topology.KindOf(key) is not { } kind)
            {
                _unknowns.Add(new Unknown("placement", $"the topology key '{key}' of a spread constraint is not known", constraint.At));
            }
            else if (!LabelSelector.Matches(constraint["labelSelector"], _labels))
            {
                var reason = $"the spread constraint over '{key}' does not select the pods it stands on";
                _unknowns.Add(new Unknown("placement", reason, constraint.At));
            }
            else
            {
                var isHard = constraint["whenUnsatisfiable"]?.Text != "ScheduleAnyway";
                _spread.Add(new SpreadDeclaration(
                    kind, constraint["maxSkew"]?.Integer ?? 1, constraint["minDomains"]?.Integer, isHard,
                    Shown(constraint.At, $"topologyKey: {key}, whenUnsatisfiable: {(isHard ? "DoNotSchedule" : "ScheduleAnyway")}")));
            }
        }
    }

    private void ReadAntiAffinity(YamlNode? antiAffinity)
    {
        foreach (var term in antiAffinity?["requiredDuringSchedulingIgnoredDuringExecution"]?.Items ?? [])
        {
            AddAntiAffinity(term, isHard: true);
        }

        foreach (var weighted in antiAffinity?["preferredDuringSchedulingIgnoredDuringExecution"]?.Items ?? [])
        {
            if (weighted["podAffinityTerm"] is { } term)
            {
                AddAntiAffinity(term, isHard: false);
            }
        }
    }

    // A term about other pods keeps nothing apart among these.
    private void AddAntiAffinity(YamlNode term, bool isHard)
    {
        var key = term["topologyKey"]?.Text;
        var isOwnNamespace = term["namespaces"]?.Items is not { Count: > 0 } named || named.Any(n => n.Text == _namespace)
            || term["namespaceSelector"] is YamlMapping { Entries.Count: 0 };
        if (isOwnNamespace && LabelSelector.Matches(term["labelSelector"], _labels) && Topology.KindOf(key) is { } kind)
        {
            _spread.Add(new SpreadDeclaration(
                kind, null, null, isHard, Shown(term.At, $"podAntiAffinity {(isHard ? "required" : "preferred")}, topologyKey: {key}")));
        }
    }

    private void ReadNodeSelector(YamlNode? selector)
    {
        foreach (var pair in selector?.Entries ?? [])
        {
            if (Topology.KindOf(pair.Key) is { } kind && pair.Value.Text is { } value)
            {
                Limit(kind, [value], pair.KeyAt, $"nodeSelector {pair.Key}: {value}");
            }
        }
    }

    // Terms are alternatives, expressions of one term all hold; a term without a limit lifts the limit.
    private void ReadNodeAffinity(YamlNode? required)
    {
        var terms = required?["nodeSelectorTerms"]?.Items ?? [];
        foreach (var kind in (DomainKind[])[DomainKind.Host, DomainKind.Zone, DomainKind.Region])
        {
            var limits = terms.Select(t => LimitOf(t, kind)).ToList();
            if (limits.Count == 0 || limits.Exists(l => l is null))
            {
                continue;
            }

            var names = limits.SelectMany(l => l!).Distinct(StringComparer.Ordinal).ToList();
            Limit(kind, names, required!.At, $"nodeAffinity required, {kind.ToString().ToLowerInvariant()} in {string.Join(", ", names)}");
        }
    }

    private static List<string>? LimitOf(YamlNode term, DomainKind kind)
    {
        List<string>? limit = null;
        foreach (var expression in (term["matchExpressions"]?.Items ?? []).Concat(term["matchFields"]?.Items ?? []))
        {
            var key = expression["key"]?.Text;
            var isNodeName = key == "metadata.name" && kind == DomainKind.Host;
            if ((!isNodeName && Topology.KindOf(key) != kind) || expression["operator"]?.Text != "In")
            {
                continue;
            }

            var values = (expression["values"]?.Items ?? []).Select(v => v.Text).OfType<string>();
            limit = limit is null ? [.. values] : [.. limit.Intersect(values, StringComparer.Ordinal)];
        }

        return limit;
    }

    private void Limit(DomainKind kind, IEnumerable<string> names, SourcePosition at, string text)
    {
        _limits[kind] = _limits.TryGetValue(kind, out var known) ? [.. known.Intersect(names, StringComparer.Ordinal)] : [.. names];
        _limitedBy.Add(new LimitDeclaration(kind, Shown(at, text)));
    }

    private static Evidence Shown(SourcePosition at, string text) => new(EvidenceLayer.Manifest, at, text);
}
