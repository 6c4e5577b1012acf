using Spof.Model;

namespace Spof.Manifests.Tests.Kubernetes;

public sealed class NetworkPolicyTests
{
    private static readonly string[] Shop = [Workload("web"), Workload("orders"), Workload("orders-db"), Workload("mail", "post")];

    [Fact]
    public void A_rule_names_who_may_call_the_selected_pods()
    {
        var traffic = Assert.Single(Traffic(Policy("orders", """
              ingress:
              - from:
                - podSelector: { matchLabels: { app: web } }
                ports: [ { port: 80 } ]
            """)));

        Assert.Equal(("k8s:shop/Deployment/web", "k8s:shop/Deployment/orders"), (traffic.FromWorkloadId, traffic.ToWorkloadId));
        Assert.Equal("NetworkPolicy p lets web call orders", traffic.At.Text);
        Assert.Equal(("4.yaml", 8), (traffic.At.At.Path, traffic.At.At.Line));
    }

    [Fact]
    public void An_egress_rule_names_whom_the_selected_pods_may_call() => Assert.Equal(
        ["web>orders"],
        Pairs(Policy("web", "  egress: [ { to: [ { podSelector: { matchLabels: { app: orders } } } ] } ]")));

    [Fact]
    public void Both_ends_of_one_call_give_it_once() => Assert.Equal(
        ["web>orders"],
        Pairs(
            Policy("web", "  egress: [ { to: [ { podSelector: { matchLabels: { app: orders } } } ] } ]"),
            Policy("orders", "  ingress: [ { from: [ { podSelector: { matchLabels: { app: web } } } ] } ]").Replace("name: p", "name: q", StringComparison.Ordinal)));

    [Fact]
    public void Each_peer_and_each_value_of_a_selector_counts() => Assert.Equal(
        ["orders>orders-db", "web>orders-db"],
        Pairs(Policy("orders-db", "  ingress: [ { from: [ { podSelector: { matchExpressions: [ { key: app, operator: In, values: [ web, orders ] } ] } } ] } ]")));

    [Theory]
    [InlineData("  ingress: [ { } ]")]
    [InlineData("  ingress: [ { ports: [ { port: 80 } ] } ]")]
    [InlineData("  ingress: [ { from: [ ] } ]")]
    [InlineData("  ingress: [ { from: [ { podSelector: { } } ] } ]")]
    [InlineData("  ingress: [ { from: [ { podSelector: { matchLabels: } } ] } ]")]
    [InlineData("  ingress: [ { from: [ { namespaceSelector: { } } ] } ]")]
    [InlineData("  ingress: [ { from: [ { podSelector: { }, namespaceSelector: { } } ] } ]")]
    [InlineData("  ingress: [ { from: [ { podSelector: { matchExpressions: [ { key: app, operator: NotIn, values: [ mail ] } ] } } ] } ]")]
    [InlineData("  ingress: [ { from: [ { podSelector: { matchExpressions: [ { key: app, operator: Exists } ] } } ] } ]")]
    [InlineData("  ingress: [ { from: [ { ipBlock: { cidr: 10.0.0.0/8 } } ] } ]")]
    [InlineData("  policyTypes: [ Ingress ]")]
    public void What_allows_everything_or_nothing_hints_at_no_call(string rules) => Assert.Empty(Pairs(Policy("orders", rules)));

    [Theory]
    [InlineData("{ }")]
    [InlineData("{ matchLabels: }")]
    [InlineData("{ matchExpressions: [ { key: app, operator: DoesNotExist } ] }")]
    public void A_policy_about_every_pod_hints_at_no_call(string selector)
    {
        var model = Read(Policy("orders", "  ingress: [ { from: [ { podSelector: { matchLabels: { app: web } } } ] } ]")
            .Replace("{ matchLabels: { app: orders } }", selector, StringComparison.Ordinal));

        Assert.Empty(Assert.Single(model.Targets).Traffic);
        Assert.Empty(model.Gaps);
    }

    [Theory]
    [InlineData("Ingress", 0)]
    [InlineData("Egress", 1)]
    public void A_direction_that_the_policy_is_not_about_is_not_read(string type, int expected) => Assert.Equal(
        expected,
        Pairs(Policy("web", $"  policyTypes: [ {type} ]\n  egress: [ {"{"} to: [ {"{"} podSelector: {"{"} matchLabels: {"{"} app: orders {"}"} {"}"} {"}"} ] {"}"} ]")).Length);

    [Fact]
    public void A_pod_that_may_call_its_like_needs_no_other() =>
        Assert.Empty(Pairs(Policy("orders", "  ingress: [ { from: [ { podSelector: { matchLabels: { app: orders } } } ] } ]")));

    [Fact]
    public void Pods_of_the_same_labels_in_another_namespace_are_not_meant() =>
        Assert.Empty(Pairs(Policy("orders", "  ingress: [ { from: [ { podSelector: { matchLabels: { app: mail } } } ] } ]")));

    [Theory]
    [InlineData("{ matchLabels: { kubernetes.io/metadata.name: post } }")]
    [InlineData("{ matchLabels: { team: letters } }")]
    [InlineData("{ }")]
    public void Pods_of_another_namespace_are_found_by_what_is_known_of_it(string space) => Assert.Equal(
        ["mail>orders"],
        Pairs(
            "apiVersion: v1\nkind: Namespace\nmetadata: { name: post, labels: { team: letters } }",
            Policy("orders", "  ingress: [ { from: [ { namespaceSelector: SPACE, podSelector: { matchLabels: { app: mail } } } ] } ]")
                .Replace("SPACE", space, StringComparison.Ordinal)));

    [Theory]
    [InlineData("{ matchLabels: { team: letters } }")]
    [InlineData("{ matchLabels: { kubernetes.io/metadata.name: shop } }")]
    public void A_namespace_whose_labels_no_manifest_shows_is_not_guessed(string space)
    {
        var model = Read(Policy("orders", "  ingress: [ { from: [ { namespaceSelector: SPACE, podSelector: { matchLabels: { app: mail } } } ] } ]")
            .Replace("SPACE", space, StringComparison.Ordinal));

        Assert.Empty(Assert.Single(model.Targets).Traffic);
        Assert.Empty(model.Gaps);
    }

    [Theory]
    [InlineData("post", "mail>orders")]
    [InlineData("shop", null)]
    public void A_whole_namespace_stands_for_its_only_workload(string ns, string? expected) => Assert.Equal(
        expected,
        Pairs(Policy("orders", "  ingress: [ { from: [ { namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: NS } } } ] } ]")
            .Replace("NS", ns, StringComparison.Ordinal)).SingleOrDefault());

    [Fact]
    public void The_pods_that_an_operator_makes_are_found_by_their_resource() => Assert.Equal(
        ["orders>ledger"],
        Pairs(
            "apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: { name: ledger, namespace: shop }\nspec: { instances: 3 }",
            Policy("orders", "  egress: [ { to: [ { podSelector: { matchLabels: { cnpg.io/cluster: ledger } } } ] } ]")));

    [Theory]
    [InlineData("order", "web", 5)]
    [InlineData("orders", "wep", 7)]
    public void A_policy_about_pods_that_are_not_there_is_told(string subject, string peer, int line)
    {
        var model = Read(Policy(subject, $"  ingress:\n  - from: [ {"{"} podSelector: {"{"} matchLabels: {"{"} app: {peer} {"}"} {"}"} {"}"} ]"));

        Assert.Empty(Assert.Single(model.Targets).Traffic);
        var gap = Assert.Single(model.Gaps);
        Assert.Equal("NetworkPolicy 'p' names pods that no workload in the scanned files has.", gap.Reason);
        Assert.Equal(line, gap.At.Line);
    }

    [Fact]
    public void A_policy_of_another_vendor_is_told_as_not_read()
    {
        var model = Read(Policy("orders", "  ingress: [ { from: [ { podSelector: { matchLabels: { app: web } } } ] } ]")
            .Replace("networking.k8s.io/v1", "crd.projectcalico.org/v1", StringComparison.Ordinal));

        Assert.Empty(Assert.Single(model.Targets).Traffic);
        Assert.Contains("crd.projectcalico.org/v1 NetworkPolicy", Assert.Single(model.Gaps).Reason, StringComparison.Ordinal);
    }

    private static string Workload(string name, string ns = "shop") => KubernetesText.Deployment(name, ns);

    private static string Policy(string app, string rules) => $"""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {"{"} name: p, namespace: shop {"}"}
        spec:
          podSelector: {"{"} matchLabels: {"{"} app: {app} {"}"} {"}"}
        {rules}
        """;

    private static ManifestModel Read(params string[] files) => KubernetesText.ReadAll([.. Shop, .. files]);

    private static IEnumerable<TrafficDeclaration> Traffic(params string[] files) => Assert.Single(Read(files).Targets).Traffic;

    private static string[] Pairs(params string[] files) =>
        [.. Traffic(files).Select(t => $"{t.FromWorkloadId.Split('/')[^1]}>{t.ToWorkloadId.Split('/')[^1]}").Order(StringComparer.Ordinal)];
}
