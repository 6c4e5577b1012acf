using Spof.Model;
using Spof.Tool.Settings;

namespace Spof.Tool.Tests.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public void Everything_that_can_be_stated_is_read()
    {
        var settings = SettingsReader.Read("spof.yml", """
            version: 1
            system: shop
            inputs:
              environment: staging
              manifests: { include: ["deploy/**"], exclude: ["**/old/**"] }
            entryPoints:
              - name: checkout
                match: { node: "k8s:shop/Ingress/web", path: "/checkout*" }
                tier: 0
                owner: team-checkout
                target: 99.95
            nodes:
              - match: "k8s:shop/StatefulSet/db"
                replicas: 2
                failover: automatic
                domains: { zone: [a, b] }
              - { match: "host:api.stripe.com", fallback: queue }
            links:
              - { from: "code:Orders", to: "k8s:shop/Service/cache", strength: soft, reason: "cache miss falls through" }
              - { from: "code:Orders", to: "host:metrics.acme.io", strength: none }
            rules:
              SPOF7001: { level: warning }
              "SPOF70*": { level: none }
            gate: { failOn: warning, coverage: 80 }
            """);

        Assert.Equal(("shop", "staging"), (settings.System, settings.Environment));
        Assert.Equal(["deploy/**"], settings.Include);
        var entry = Assert.Single(settings.EntryPoints);
        Assert.Equal(("checkout", "/checkout*", 0, 99.95), (entry.Name, entry.Path, entry.Tier, entry.Target));
        Assert.Equal(7, entry.At.Line);
        Assert.Equal((2, FailoverKind.Automatic), (settings.Nodes[0].Replicas, settings.Nodes[0].Failover));
        Assert.Equal(["a", "b"], settings.Nodes[0].Domains[DomainKind.Zone]);
        Assert.Equal(FallbackKind.Queue, settings.Nodes[1].Fallback);
        Assert.Equal([Strength.Soft, null], settings.Links.Select(l => l.Strength));
        Assert.Equal([FindingLevel.Warning, FindingLevel.None], settings.Rules.Select(r => r.Level));
        Assert.Equal((FindingLevel.Warning, 80), (settings.FailOn, settings.CoverageGate));
    }

    [Theory]
    [InlineData("entrypoints: []", "spof.yml:1: unknown key 'entrypoints'; did you mean 'entryPoints'?")]
    [InlineData("version: 2", "spof.yml:1: this version of the tool reads 'version: 1'")]
    [InlineData("gate: { failOn: eror }", "spof.yml:1: one of none, note, warning, error is expected")]
    [InlineData("gate: { failOn: 2 }", "spof.yml:1: one of none, note, warning, error is expected")]
    [InlineData("gate:\n  coverage: 120", "spof.yml:2: a number from 0 to 100 is expected")]
    [InlineData("nodes:\n  - replicas: 2", "spof.yml:2: 'match' is missing")]
    [InlineData("links: {}", "spof.yml:1: a list is expected")]
    [InlineData("entryPoints:\n  - { name: x }", "spof.yml:2: an entry point needs 'match'")]
    [InlineData("rules: [a]", "spof.yml:1: a mapping from a rule id, or a family such as 'SPOF70*', to 'level' is expected")]
    [InlineData("rules:\n  SPOF7091: { level: none }", "spof.yml:2: there is no rule 'SPOF7091'; did you mean 'SPOF7001'?")]
    [InlineData("rules:\n  \"SPOF6*\": { level: none }", "spof.yml:2: there is no rule 'SPOF6*'; did you mean 'SPOF7060'?")]
    [InlineData("rules: { SPOF7001: {} }", "spof.yml:1: 'SPOF7001' needs 'level'")]
    [InlineData("nodes:\n  - { match: db, replicas: 2.5 }", "spof.yml:2: a whole number from 1 to 1000000 is expected")]
    [InlineData("nodes:\n  - { match: db, ignore: maybe }", "spof.yml:2: true or false is expected")]
    [InlineData("nodes:\n  - { match: [db] }", "spof.yml:2: a text is expected")]
    [InlineData("nodes:\n  - { match: db, fallback: redis }", "spof.yml:2: one of none, cache, queue, alternate is expected")]
    [InlineData("system: [shop]", "spof.yml:1: a text is expected")]
    [InlineData("- system: shop", "spof.yml:1: a mapping with the keys version, system, inputs, entryPoints, nodes, links, rules, gate is expected")]
    [InlineData("system: a\n---\nsystem: b", "spof.yml:3: one document is expected")]
    [InlineData("rules: { SPOF7001: error }", "spof.yml:1: a mapping with the keys level is expected")]
    public void A_wrong_key_or_value_is_an_error_with_its_line(string text, string message)
    {
        Assert.Equal(message, Assert.Throws<SettingsException>(() => SettingsReader.Read("spof.yml", text)).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("version: 1")]
    public void An_empty_file_changes_nothing(string text)
    {
        var settings = SettingsReader.Read("spof.yml", text);
        Assert.Equal((0, 0, 0, null), (settings.EntryPoints.Length, settings.Nodes.Length, settings.Rules.Length, settings.FailOn));
    }

    [Fact]
    public void Broken_YAML_is_an_error_with_its_line() =>
        Assert.StartsWith("spof.yml:2: ", Assert.Throws<SettingsException>(() => SettingsReader.Read("spof.yml", "version: 1\nsystem: a: b")).Message, StringComparison.Ordinal);
}
