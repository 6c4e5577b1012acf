using Spof.Model;

namespace Spof.Manifests.Tests.Scanning;

/// <summary>What is certainly a manifest and cannot be read is an error; broken text that is none is not.</summary>
public sealed class BrokenFilesTests
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [ { name: m, image: i } ] }\n";

    private static Gap OnlyGap(params (string Path, string Text)[] files)
    {
        using var tree = new TempTree(files);
        return Assert.Single(tree.Read().Gaps);
    }

    [Theory]
    [InlineData("docker-compose.yml")]
    [InlineData("compose.yaml")]
    [InlineData("deploy/docker-compose.prod.yaml")]
    [InlineData("docker-compose.override.yml")]
    public void A_Compose_file_with_a_syntax_error_is_an_error_at_its_line(string path)
    {
        var gap = OnlyGap((path, "services:\n  web:\n    image: nginx\n  broken: [\n"));

        Assert.True(gap.IsError);
        Assert.Equal(path, gap.At.Path);
        Assert.InRange(gap.At.Line, 4, 5);
        Assert.Contains("syntax error", gap.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("services: [ a ]\n", 1, "'services' is not a mapping")]
    [InlineData("name: shop\nservices: nginx\n", 2, "'services' is not a mapping")]
    [InlineData("name: shop\nservices:\n", 2, "no service is defined")]
    [InlineData("services: {}\n", 1, "no service is defined")]
    [InlineData("- web\n- api\n", 1, "is no mapping")]
    [InlineData("", 1, "the file is empty")]
    [InlineData("# only a comment\n", 1, "the file is empty")]
    public void A_Compose_file_without_services_is_an_error(string text, int line, string reason)
    {
        var gap = OnlyGap(("docker-compose.yml", text));

        Assert.True(gap.IsError);
        Assert.Equal(line, gap.At.Line);
        Assert.StartsWith("Compose: ", gap.Reason, StringComparison.Ordinal);
        Assert.Contains(reason, gap.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{a: ")]
    [InlineData("services: {a: ")]
    public void A_Compose_file_of_20_000_nested_maps_is_an_error(string open)
    {
        var gap = OnlyGap(("compose.yaml", string.Concat(Enumerable.Repeat(open, 20_000)) + new string('}', 20_000)));

        Assert.True(gap.IsError);
    }

    [Fact]
    public void A_part_of_a_Compose_project_that_defines_only_volumes_is_listed_and_no_error()
    {
        var gap = OnlyGap(("docker-compose.volumes.yml", "version: '3'\nvolumes: { data: {} }\n"));

        Assert.False(gap.IsError);
        Assert.Contains("defines no services", gap.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_of_a_Compose_file_is_listed_as_not_rendered()
    {
        var gap = OnlyGap(("docker-compose.yml", "services:\n{{ range .Services }}\n  {{ .Name }}:\n    image: x\n{{ end }}\n"));

        Assert.False(gap.IsError);
        Assert.Contains("not rendered", gap.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workflow_with_the_name_of_a_Compose_file_is_no_error()
    {
        var gap = OnlyGap((".github/workflows/docker-compose.yml", "name: ci\non: push\njobs: { build: { runs-on: x } }\n"));

        Assert.False(gap.IsError);
    }

    [Fact]
    public void A_broken_Compose_file_does_not_hide_the_others_of_its_folder()
    {
        using var tree = new TempTree(
            ("docker-compose.yml", "services: {\n"), ("docker-compose.prod.yml", "services:\n  web: { image: nginx }\n"));

        var model = tree.Read();

        Assert.Equal(["web"], model.Targets.SelectMany(t => t.Workloads).Select(w => w.Name));
        Assert.Equal("docker-compose.yml", Assert.Single(model.Gaps, g => g.IsError).At.Path);
    }

    [Theory]
    [InlineData("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: [\n")]
    [InlineData("a.yaml", "\"apiVersion\": v1\n\"kind\": Pod\nmetadata: [\n")]
    [InlineData("a.yaml", "- apiVersion: v1\n  kind: Pod\n  metadata: [\n")]
    [InlineData("a.json", "{\n  \"apiVersion\": \"v1\",\n  \"kind\": \"Pod\",\n  \"metadata\": [\n")]
    [InlineData("a.json", "{ \"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": [")]
    [InlineData("a.yaml", "color: blue\n---\napiVersion: v1\nkind: Pod\nmetadata: [\n")]
    public void A_broken_file_with_the_header_of_an_object_is_an_error(string path, string text)
    {
        var gap = OnlyGap((path, text));

        Assert.True(gap.IsError);
        Assert.Equal(path, gap.At.Path);
    }

    [Theory]
    [InlineData("kind: Deployment\nmetadata: { name: a }\nspec: { replicas: 1 }\n")]
    [InlineData("apiVersion: apps/v1\nkind: 7\nmetadata: { name: a }\nspec: { template: { spec: { containers: [ { image: i } ] } } }\n")]
    public void An_object_without_a_readable_header_is_an_error(string text)
    {
        var gap = OnlyGap(("a.yaml", text));

        Assert.True(gap.IsError);
        Assert.Contains("apiVersion and kind", gap.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_YAML_beside_manifests_is_listed_and_no_error()
    {
        var gap = OnlyGap(("deploy/a.yaml", Pod), ("deploy/b.yaml", "spec: [\n"));

        Assert.False(gap.IsError);
        Assert.Equal("deploy/b.yaml", gap.At.Path);
    }

    [Theory]
    [InlineData("test/data/bad.yaml", "a: [\n")]
    [InlineData("i18n/en.yml", "hello: \"x\n")]
    [InlineData("deploy/settings.json", "{ // comment\n \"a\": 1 }")]
    [InlineData("docs/data.json", "{ \"kind\": \"page\", ")]
    public void Broken_text_elsewhere_is_passed_over(string path, string text)
    {
        using var tree = new TempTree(("deploy/a.yaml", Pod), (path, text));

        Assert.Empty(tree.Read().Gaps);
    }

    [Theory]
    [InlineData("k/kustomization.yaml", "resources: [ a.yaml\npatches: [\n")]
    [InlineData("chart/Chart.yaml", "apiVersion: v2\nname: [\n")]
    public void A_broken_kustomization_or_chart_is_an_error(string path, string text)
    {
        using var tree = new TempTree((path, text));

        var gap = Assert.Single(tree.Read().Gaps, g => g.IsError);

        Assert.Equal(path, gap.At.Path);
        Assert.Contains("YAML: ", gap.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nginx", "/etc/nginx/conf.d/default.conf", "site.conf", "server {\n  listen 80;\n  location / { proxy_pass http://api }\n")]
    [InlineData("haproxy", "/usr/local/etc/haproxy/haproxy.cfg", "haproxy.cfg", "listen web\n  bind *:80\n  server one\n")]
    [InlineData("envoyproxy/envoy", "/etc/envoy/envoy.yaml", "envoy.yaml", "static_resources:\n  listeners: [\n")]
    [InlineData("caddy", "/etc/caddy/Caddyfile", "Caddyfile", "example.org {\n  reverse_proxy api:80\n")]
    public void A_broken_configuration_of_a_proxy_is_an_error(string image, string target, string path, string text)
    {
        using var tree = new TempTree(
            (path, text), ("compose.yaml", $"services:\n  web: {{ image: {image}, volumes: [ './{path}:{target}' ] }}\n  api: {{ image: api }}\n"));

        Assert.Contains(tree.Read().Gaps, g => g.IsError && g.At.Path == path);
    }
}
