using System.Diagnostics;
using System.Text.Json;

namespace Spof.Manifests.Tests.Scanning;

public sealed class ManifestReaderTests
{
    private static string Pod(string name) => $"apiVersion: v1\nkind: Pod\nmetadata: {{ name: {name} }}\nspec: {{ containers: [ {{ name: m, image: i }} ] }}\n";

    private static string[] Pods(Model.ManifestModel model) => [.. model.Targets.SelectMany(t => t.Workloads).Select(w => w.Name)];

    [Fact]
    public void Manifests_are_found_in_every_folder_and_listed_as_inputs()
    {
        using var tree = new TempTree(("deploy/a.yaml", Pod("a")), ("b.yml", Pod("b")), ("c.json", """{ "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "c" }, "spec": { "containers": [ { "image": "i" } ] } }"""), ("readme.md", Pod("d")));

        var model = tree.Read();

        Assert.Equal(["a", "b", "c"], Pods(model));
        Assert.Equal(["b.yml", "c.json", "deploy/a.yaml"], model.Inputs.Select(i => i.Path));
        Assert.Empty(model.Gaps);
    }

    [Theory]
    [InlineData(".git/a.yaml")]
    [InlineData("src/bin/a.yaml")]
    [InlineData("obj/a.yaml")]
    [InlineData("web/node_modules/x/a.yaml")]
    [InlineData("packages/a.yaml")]
    public void Folders_that_hold_no_source_are_passed_over(string path)
    {
        using var tree = new TempTree((path, Pod("a")));

        Assert.Empty(tree.Read().Targets);
    }

    [Fact]
    public void Patterns_choose_the_files()
    {
        using var tree = new TempTree(("prod/a.yaml", Pod("a")), ("dev/b.yaml", Pod("b")), ("dev/keep/c.yaml", Pod("c")));

        Assert.Equal(["a"], Pods(tree.Read(o => o with { Exclude = ["dev/"] })));
        Assert.Equal(["b", "c"], Pods(tree.Read(o => o with { Include = ["dev/**"] })));
        Assert.Equal(["a", "b"], Pods(tree.Read(o => o with { Exclude = ["c.yaml"] })));
        Assert.Equal(["b"], Pods(tree.Read(o => o with { Include = ["*/b.y?ml"] })));
        Assert.Equal(["a", "b", "c"], Pods(tree.Read(o => o with { Exclude = ["d"] })));
    }

    [Fact]
    public void The_same_tree_gives_the_same_model_byte_for_byte()
    {
        using var tree = new TempTree([.. Enumerable.Range(0, 40).Select(i => ($"d{i % 7}/{i}.yaml", Pod("p" + i % 20)))]);

        Assert.Equal(JsonSerializer.Serialize(tree.Read()), JsonSerializer.Serialize(tree.Read()));
    }

    [Fact]
    public void A_link_out_of_the_root_is_not_followed_and_told()
    {
        using var tree = new TempTree(("a.yaml", Pod("a")));
        TempTree.Write(Path.Combine(tree.Outside, "b.yaml"), Pod("b"));
        File.CreateSymbolicLink(Path.Combine(tree.Root, "file.yaml"), Path.Combine(tree.Outside, "b.yaml"));
        Directory.CreateSymbolicLink(Path.Combine(tree.Root, "folder"), tree.Outside);

        var model = tree.Read();

        Assert.Equal(["a"], Pods(model));
        Assert.Equal(["file.yaml", "folder"], model.Gaps.Select(g => g.At.Path));
    }

    [Fact]
    public void A_pipe_is_told_and_not_opened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in the file system.");
        using var tree = new TempTree(("a.yaml", Pod("a")), ("empty.yaml", ""));
        Process.Start("mkfifo", Path.Combine(tree.Root, "pipe.yaml")).WaitForExit();
        File.CreateSymbolicLink(Path.Combine(tree.Root, "link.yaml"), Path.Combine(tree.Root, "pipe.yaml"));

        var model = tree.Read();

        Assert.Equal(["a"], Pods(model));
        Assert.Equal(
            [("link.yaml", "File cannot be read: it cannot be opened."), ("pipe.yaml", "File cannot be read: it cannot be opened.")],
            model.Gaps.Select(g => (g.At.Path, g.Reason)));
    }

    [Fact]
    public void A_folder_that_links_to_its_parent_ends()
    {
        using var tree = new TempTree(("x/a.yaml", Pod("a")));
        Directory.CreateSymbolicLink(Path.Combine(tree.Root, "x", "loop"), tree.Root);

        Assert.Equal(["a"], Pods(tree.Read()));
    }

    [Fact]
    public void Binary_and_large_files_are_gaps()
    {
        using var tree = new TempTree(("a.yaml", "apiVersion: v1\0"), ("b.yaml", Pod("b") + new string('#', 2000)), ("c.png", "\0\0"));

        var model = tree.Read(o => o with { MaxFileSize = 1000 });

        Assert.Empty(model.Targets);
        Assert.Equal(["a.yaml", "b.yaml"], model.Gaps.Select(g => g.At.Path));
    }

    [Fact]
    public void A_broken_document_is_an_error_and_the_others_are_read()
    {
        using var tree = new TempTree(("a.yaml", Pod("a") + "---\nkind: [\n---\n" + Pod("b")));

        var model = tree.Read();

        Assert.Equal(["a", "b"], Pods(model));
        Assert.True(Assert.Single(model.Gaps).IsError);
    }

    [Fact]
    public void A_manifest_that_is_broken_from_the_start_is_an_error()
    {
        using var tree = new TempTree(("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {\n"));

        Assert.True(Assert.Single(tree.Read().Gaps).IsError);
    }

    [Theory]
    [InlineData("alias")]
    [InlineData("deep")]
    [InlineData("duplicate")]
    [InlineData("tab")]
    public void Hostile_manifests_are_errors_and_no_crash(string attack)
    {
        var text = attack switch
        {
            "alias" => "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 11).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n")),
            "deep" => "x: " + new string('[', 100_000) + "\n",
            "duplicate" => "metadata: { name: a, name: b }\n",
            _ => "metadata:\n\tname: a\n",
        };
        using var tree = new TempTree(("a.yaml", "apiVersion: v1\nkind: Pod\n" + text));

        Assert.Contains(tree.Read().Gaps, g => g.IsError);
    }

    [Theory]
    [InlineData("infra/main.tf", "resource \"x\" \"y\" {}", "infra", "Terraform")]
    [InlineData("infra/main.bicep", "param x string", "infra", "Bicep")]
    [InlineData("chart/Chart.yaml", "apiVersion: v2\nname: x\n", "chart", "Helm chart")]
    [InlineData("k/kustomization.yaml", "resources: [ a.yaml ]\n", "k/kustomization.yaml", "Kustomize")]
    [InlineData("k/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n", "k/kustomization.yaml", "Kustomize")]
    [InlineData("stack.yaml", "AWSTemplateFormatVersion: '2010-09-09'\n", "stack.yaml", "CloudFormation")]
    [InlineData("arm.json", "{ \"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\" }", "arm.json", "ARM")]
    [InlineData("aspire-manifest.json", "{ }", "aspire-manifest.json", "Aspire manifest")]
    [InlineData("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: { name: \"{{ .Release.Name }}\" }\n", "a.yaml", "Helm template")]
    public void Formats_that_are_not_read_are_listed(string path, string text, string at, string format)
    {
        using var tree = new TempTree((path, text));

        var gap = Assert.Single(tree.Read().Gaps);
        Assert.Equal(at, gap.At.Path);
        Assert.StartsWith("not read by this version: " + format, gap.Reason, StringComparison.Ordinal);
        Assert.False(gap.IsError);
    }

    [Fact]
    public void A_folder_of_Terraform_is_one_gap()
    {
        using var tree = new TempTree(("infra/main.tf", ""), ("infra/variables.tf", ""), ("other/main.tf", ""));

        Assert.Equal(["infra", "other"], tree.Read().Gaps.Select(g => g.At.Path));
    }

    [Fact]
    public void Templates_of_CloudFormation_are_listed_once_per_folder_with_their_number()
    {
        const string Template = "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n";
        using var tree = new TempTree(
            ("net/vpc.yaml", Template), ("net/old.template", "{ \"Resources\": { \"A\": { \"Type\": \"AWS::EC2::VPC\" } } }"), ("main.yml", Template),
            ("mail/welcome.template", "Dear customer"));

        Assert.Equal(
            [("main.yml", "not read by this version: CloudFormation"), ("net", "not read by this version: CloudFormation (2 templates)")],
            tree.Read().Gaps.Select(g => (g.At.Path, g.Reason)));
    }

    [Fact]
    public void A_project_of_the_Azure_Developer_CLI_is_listed()
    {
        using var tree = new TempTree(("azure.yaml", "name: todo\nservices: { api: { project: src/api } }\n"), ("other/azure.yaml", "color: azure\n"));

        Assert.Equal("azure.yaml", Assert.Single(tree.Read().Gaps).At.Path);
    }

    [Fact]
    public void A_proxy_configuration_that_no_container_uses_is_listed_and_one_that_is_mounted_is_not()
    {
        const string Site = "server { listen 80; location / { proxy_pass http://api; } }\n";
        using var tree = new TempTree(
            ("compose.yaml", "services:\n  web: { image: nginx, volumes: [ './used.conf:/etc/nginx/conf.d/default.conf' ] }\n  api: { image: api }\n"),
            ("used.conf", Site), ("web/default.conf.template", Site), ("lb/haproxy.cfg", "listen a\n  bind *:80\n  server b b:80\n"),
            ("app.conf", "colour = blue\n"), ("letter.template", "Dear customer"));

        Assert.Equal(
            [
                ("lb/haproxy.cfg", "no container in the scanned manifests is seen to use this haproxy configuration"),
                ("web/default.conf.template", "no container in the scanned manifests is seen to use this nginx configuration"),
            ],
            tree.Read().Gaps.Select(g => (g.At.Path, g.Reason)));
    }

    [Fact]
    public void Templates_of_a_chart_are_not_read_as_manifests()
    {
        using var tree = new TempTree(
            ("chart/Chart.yaml", "apiVersion: v2\nname: x\n"), ("chart/templates/plain.yaml", Pod("a")), ("chart/templates/sub/x.yaml", Pod("b")),
            ("chart/templates/t.yaml", "{{- if .Values.x }}\napiVersion: v1\nkind: Pod\n{{- end }}\n"), ("chartered/templates/c.yaml", Pod("c")));

        var model = tree.Read();

        Assert.Equal(["c"], Pods(model));
        Assert.Equal("chart", Assert.Single(model.Gaps).At.Path);
    }

    [Fact]
    public void A_chart_is_one_gap_with_all_that_it_holds()
    {
        const string Chart = "apiVersion: v2\nname: x\n";
        const string Envoy = "static_resources:\n  clusters: []\n";
        using var tree = new TempTree(
            ("shop/Chart.yaml", Chart), ("shop/envoy.yaml", Envoy), ("shop/charts/orders/Chart.yaml", Chart), ("shopping/envoy.yaml", Envoy));

        Assert.Equal(["shop", "shopping/envoy.yaml"], tree.Read().Gaps.Select(g => g.At.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Patches_of_a_kustomization_are_not_read_as_second_definitions()
    {
        using var tree = new TempTree(
            ("base/a.yaml", Pod("a")), ("overlay/patch.yaml", Pod("a")), ("overlay/kustomization.yaml", "resources: [ ../base ]\npatches: [ { path: ./patch.yaml } ]\npatchesStrategicMerge: [ ../outside/none.yaml ]\n"));

        Assert.Empty(Assert.Single(tree.Read().Targets[0].Workloads).Variants);
    }

    [Theory]
    [InlineData("annotations: { summary: \"{{ $labels.instance }} is down\" }")]
    [InlineData("x: \"{{ inputs.parameters.name }}\"")]
    public void Markup_that_is_data_does_not_make_a_template(string field)
    {
        using var tree = new TempTree(("a.yaml", $"apiVersion: v1\nkind: Pod\nmetadata: {{ name: a, {field} }}\nspec: {{ containers: [ {{ name: m, image: i, args: [ '--format={{{{.Name}}}}' ] }} ] }}\n"));

        var model = tree.Read();

        Assert.Equal(["a"], Pods(model));
        Assert.Empty(model.Gaps);
    }

    [Theory]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  replicas: {{ .Values.replicas }}\n")]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  {{- include \"labels\" . | nindent 2 }}\n")]
    [InlineData("apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { template: { spec: { containers: [ { image: \"{{ .Values.image }}\" } ] } } }\n")]
    public void Unrendered_values_make_a_template(string text)
    {
        using var tree = new TempTree(("a.yaml", text));

        var model = tree.Read();

        Assert.Empty(model.Targets);
        Assert.Equal("not read by this version: Helm template, not rendered", Assert.Single(model.Gaps).Reason);
    }

    [Theory]
    [InlineData(".github/workflows/ci.yml", "on: push\njobs: { build: { runs-on: x } }\n")]
    [InlineData("azure-pipelines.yml", "trigger: [ main ]\n")]
    [InlineData("data.json", "{ \"kind\": \"x\" }")]
    [InlineData("azds.yaml", "kind: helm-release\napiVersion: 1.1\n")]
    public void Other_files_are_passed_over(string path, string text)
    {
        using var tree = new TempTree((path, text));

        var model = tree.Read();

        Assert.Empty(model.Gaps);
        Assert.Empty(model.Inputs);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_an_error_of_the_caller() =>
        Assert.Throws<DirectoryNotFoundException>(() => ManifestReader.Read(new ManifestReaderOptions { Root = "no-such-folder" }));

    [Fact]
    public void A_scan_can_be_cancelled()
    {
        using var tree = new TempTree(("a.yaml", Pod("a")));

        Assert.ThrowsAny<OperationCanceledException>(() => ManifestReader.Read(new ManifestReaderOptions { Root = tree.Root }, new CancellationToken(canceled: true)));
    }
}
