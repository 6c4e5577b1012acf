using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>
/// Reads NetworkPolicies: who may call whom, where labels name both sides. A rule without peers, an address range and a selector of
/// everything allow calls without hinting at one.
/// </summary>
internal sealed class NetworkPolicyReader(ObjectSet objects, PodIndex pods)
{
    private readonly PolicyPeers _peers = new(objects, pods);
    private readonly Dictionary<(string From, string To), TrafficDeclaration> _traffic = [];

    public IEnumerable<TrafficDeclaration> Traffic => _traffic.Values;

    /// <summary>One for each policy that names pods of its own namespace which no workload has.</summary>
    public List<Gap> Gaps { get; } = [];

    public void Read()
    {
        foreach (var policy in objects.OfKind("NetworkPolicy"))
        {
            Read(policy);
        }
    }

    private void Read(KubernetesObject policy)
    {
        var selector = policy.Spec?["podSelector"];
        if (_peers.Named(policy.Namespace, selector) is not { } subjects)
        {
            return;
        }

        if (subjects.IsEmpty)
        {
            NoteMissing(policy, selector!);
            return;
        }

        YamlNode? missing = null;
        foreach (var (isCaller, peer) in Peers(policy, "Ingress", "from").Concat(Peers(policy, "Egress", "to")))
        {
            var named = _peers.NamedBy(peer, policy.Namespace);
            if (named is [] && peer["namespaceSelector"] is null)
            {
                missing ??= peer;
            }

            foreach (var other in named ?? [])
            {
                foreach (var subject in subjects)
                {
                    Add(policy, peer, isCaller ? (other, subject) : (subject, other));
                }
            }
        }

        if (missing is not null)
        {
            NoteMissing(policy, missing["podSelector"]!);
        }
    }

    /// <summary>Peers of the rules of one direction, where the policy is about that direction.</summary>
    private static IEnumerable<(bool IsCaller, YamlNode Peer)> Peers(KubernetesObject policy, string direction, string side)
    {
        var types = policy.Spec?["policyTypes"]?.Items;
        return types is { Count: > 0 } && types.All(t => t.Text != direction)
            ? []
            : (policy.Spec?[direction.ToLowerInvariant()]?.Items ?? []).SelectMany(r => r[side]?.Items ?? []).Select(p => (side == "from", p));
    }

    private void Add(KubernetesObject policy, YamlNode peer, (string From, string To) pair)
    {
        if (pair.From == pair.To)
        {
            return;
        }

        var text = $"NetworkPolicy {policy.Name} lets {NameOf(pair.From)} call {NameOf(pair.To)}";
        _traffic.TryAdd(pair, new TrafficDeclaration(pair.From, pair.To, new Evidence(EvidenceLayer.Manifest, peer.At, text)));
    }

    private void NoteMissing(KubernetesObject policy, YamlNode selector) => Gaps.Add(new Gap(
        selector.At, $"NetworkPolicy '{policy.Name}' names pods that no workload in the scanned files has.", GapKind.Note));

    private static string NameOf(string id) => id[(id.LastIndexOf('/') + 1)..];
}
