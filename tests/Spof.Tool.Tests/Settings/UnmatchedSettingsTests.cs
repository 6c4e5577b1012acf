using Spof.Tool.Tests.Commands;

namespace Spof.Tool.Tests.Settings;

/// <summary>What the user states and applies to nothing is told, because the verdict is not what it was meant to be.</summary>
public sealed class UnmatchedSettingsTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task A_match_without_a_hit_is_listed_with_its_line_and_what_may_be_meant()
    {
        _shop.Write("spof.yml", "nodes:\n  - { match: \"k8s:shop/Deployment/orders-db\", replicas: 2 }\n");
        var (code, text, _) = await _shop.ScanAsync();
        Assert.Equal(1, code);
        Assert.Contains("WARN   spof.yml:2  'nodes' match 'k8s:shop/Deployment/orders-db' matches nothing; did you mean 'k8s:shop/StatefulSet/orders-db'?\n", text, StringComparison.Ordinal);
        Assert.Contains(" 0 inputs not read", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_pass_when_strict()
    {
        _shop.Write("spof.yml", "rules: { \"SPOF*\": { level: none } }\nnodes: [{ match: nowhere, replicas: 2 }]");
        Assert.Equal(0, (await _shop.ScanAsync()).Code);
        Assert.Equal(4, (await _shop.ScanAsync("--strict")).Code);
    }

    [Fact]
    public async Task A_plain_name_is_enough()
    {
        _shop.Write("spof.yml", "nodes: [{ match: orders-db, replicas: 3, failover: automatic }, { match: web, replicas: 2 }]");
        var (code, text, _) = await _shop.ScanAsync();
        Assert.Contains("\n0 single points of failure", text, StringComparison.Ordinal);
        Assert.DoesNotContain("matches nothing", text, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task A_name_that_several_nodes_have_is_a_failure_that_names_them()
    {
        _shop.Write("deploy/other.yaml", Shop.Manifest.Replace("namespace: shop", "namespace: blog", StringComparison.Ordinal));
        _shop.Write("spof.yml", "nodes:\n  - { match: orders-db, replicas: 3 }");
        var (code, text, error) = await _shop.ScanAsync();
        Assert.Equal((2, ""), (code, text));
        Assert.Contains("spof: spof.yml:2: 'orders-db' fits several nodes of k8s: k8s:blog/StatefulSet/orders-db, k8s:shop/StatefulSet/orders-db", error, StringComparison.Ordinal);
    }
}
