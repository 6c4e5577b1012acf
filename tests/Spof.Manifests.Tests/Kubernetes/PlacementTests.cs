using Spof.Model;

namespace Spof.Manifests.Tests.Kubernetes;

public sealed class PlacementTests
{
    private static WorkloadDeclaration Read(string pod) => KubernetesText.ReadWorkload(KubernetesText.Deployment(pod: pod));

    [Theory]
    [InlineData("DoNotSchedule", true)]
    [InlineData("ScheduleAnyway", false)]
    public void A_spread_constraint_is_hard_only_when_the_scheduler_must_obey(string whenUnsatisfiable, bool isHard)
    {
        var spread = Assert.Single(Read($$"""
                  topologySpreadConstraints:
                  - { maxSkew: 2, minDomains: 3, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: {{whenUnsatisfiable}}, labelSelector: { matchLabels: { app: orders } } }
            """).Placement.Spread);

        Assert.Equal((DomainKind.Zone, 2, 3, isHard), (spread.Kind, spread.MaxSkew, spread.MinDomains, spread.IsHard));
    }

    [Theory]
    [InlineData("labelSelector: { matchLabels: { app: order } }")]
    [InlineData("maxSkew: 1")]
    public void A_spread_constraint_that_does_not_select_its_own_pods_spreads_nothing(string selector)
    {
        var workload = Read($$"""
                  topologySpreadConstraints:
                  - topologyKey: kubernetes.io/hostname
                    whenUnsatisfiable: DoNotSchedule
                    {{selector}}
            """);

        Assert.Empty(workload.Placement.Spread);
        Assert.Contains(workload.Unknowns, u => u.Reason.Contains("does not select", StringComparison.Ordinal));
    }

    [Fact]
    public void Expressions_select_too() => Assert.Single(Read("""
                  topologySpreadConstraints:
                  - topologyKey: kubernetes.io/hostname
                    labelSelector: { matchExpressions: [ { key: app, operator: In, values: [ a, orders ] }, { key: x, operator: DoesNotExist } ] }
            """).Placement.Spread);

    [Fact]
    public void Required_anti_affinity_with_itself_is_hard_and_preferred_is_not()
    {
        var spread = Read("""
                  affinity:
                    podAntiAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                      - { topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: orders } } }
                      preferredDuringSchedulingIgnoredDuringExecution:
                      - { weight: 1, podAffinityTerm: { topologyKey: failure-domain.beta.kubernetes.io/zone, labelSelector: { matchLabels: { app: orders } } } }
            """).Placement.Spread;

        Assert.Equal([(DomainKind.Host, true, null), (DomainKind.Zone, false, (int?)null)], spread.Select(s => (s.Kind, s.IsHard, s.MaxSkew)));
    }

    [Theory]
    [InlineData("labelSelector: { matchLabels: { app: payments } }")]
    [InlineData("namespaces: [ other ], labelSelector: { matchLabels: { app: orders } }")]
    public void Anti_affinity_with_other_pods_spreads_nothing(string term) => Assert.Empty(Read($$"""
                  affinity:
                    podAntiAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                      - { topologyKey: kubernetes.io/hostname, {{term}} }
            """).Placement.Spread);

    [Fact]
    public void A_node_selector_limits_zone_and_region()
    {
        var target = KubernetesText.Read(KubernetesText.Deployment(pod: """
                  nodeSelector:
                    topology.kubernetes.io/zone: eu-1a
                    topology.kubernetes.io/region: eu-1
                    disk: ssd
            """));

        var placement = target.Workloads[0].Placement;
        Assert.Equal(["eu-1a"], placement.Zones);
        Assert.Equal(["eu-1"], placement.Regions);
        Assert.Equal([DomainKind.Zone, DomainKind.Region], placement.LimitedBy.Select(l => l.Kind));
    }

    [Fact]
    public void Terms_of_a_node_affinity_are_alternatives() => Assert.Equal(["a", "b", "c"], Read("""
                  affinity:
                    nodeAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                        nodeSelectorTerms:
                        - matchExpressions: [ { key: topology.kubernetes.io/zone, operator: In, values: [ a, b ] } ]
                        - matchExpressions: [ { key: topology.kubernetes.io/zone, operator: In, values: [ b, c ] } ]
            """).Placement.Zones);

    [Fact]
    public void A_term_without_a_zone_lifts_the_limit() => Assert.Empty(Read("""
                  affinity:
                    nodeAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                        nodeSelectorTerms:
                        - matchExpressions: [ { key: topology.kubernetes.io/zone, operator: In, values: [ a ] } ]
                        - matchExpressions: [ { key: disk, operator: In, values: [ ssd ] } ]
            """).Placement.Zones);

    [Fact]
    public void A_preferred_node_affinity_limits_nothing() => Assert.Empty(Read("""
                  affinity:
                    nodeAffinity:
                      preferredDuringSchedulingIgnoredDuringExecution:
                      - { weight: 1, preference: { matchExpressions: [ { key: topology.kubernetes.io/zone, operator: In, values: [ a ] } ] } }
            """).Placement.Zones);

    [Theory]
    [InlineData("      nodeName: node-1")]
    [InlineData("      nodeSelector: { kubernetes.io/hostname: node-1 }")]
    public void A_named_node_pins_every_instance(string pod) => Assert.Equal("node-1", Read(pod).Placement.Host);

    [Fact]
    public void Two_possible_nodes_pin_nothing() => Assert.Null(Read("""
                  affinity:
                    nodeAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                        nodeSelectorTerms:
                        - matchExpressions: [ { key: kubernetes.io/hostname, operator: In, values: [ node-1, node-2 ] } ]
            """).Placement.Host);

    [Fact]
    public void Nothing_said_is_nothing_known()
    {
        var placement = Read("").Placement;

        Assert.Empty(placement.Spread);
        Assert.Empty(placement.Zones);
        Assert.Null(placement.Host);
    }
}
