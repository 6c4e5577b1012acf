using System.Text;
using System.Text.Json;
using Spof.Manifests.Proxies;
using Spof.Model;

namespace Spof.Manifests.Tests.Kubernetes;

public sealed class EnvironmentTests
{
    private const string Settings = """
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: settings, namespace: shop }
        data:
          REDIS_HOST: cache
          Catalog__Url: http://catalog:8080
        """;

    private static string Secret(string data) => $"""
        apiVersion: v1
        kind: Secret
        metadata: {"{"} name: db, namespace: shop {"}"}
        {data}
        """;

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static Setting[] Read(string container, params string[] others) =>
        [.. KubernetesText.ReadWorkload([KubernetesText.Deployment(container: container), .. others]).Containers[0].Environment];

    [Fact]
    public void A_literal_value_is_parsed_and_its_line_is_kept()
    {
        var setting = Assert.Single(Read("        env:\n        - name: Catalog__Url\n          value: http://catalog:8080"));

        Assert.Equal(("Catalog__Url", "catalog", 8080), (setting.Key, setting.Endpoints[0].Host, setting.Endpoints[0].Port));
        var hop = Assert.Single(setting.Evidence);
        Assert.Equal((17, "env Catalog__Url"), (hop.At.Line, hop.Text));
    }

    [Fact]
    public void A_key_of_a_ConfigMap_is_followed_in_two_hops()
    {
        var setting = Assert.Single(Read("        env: [ { name: REDIS_HOST, valueFrom: { configMapKeyRef: { name: settings, key: REDIS_HOST } } } ]", Settings));

        Assert.Equal("cache", setting.Endpoints[0].Host);
        Assert.Equal(["env REDIS_HOST", "ConfigMap settings, key REDIS_HOST"], setting.Evidence.Select(e => e.Text));
        Assert.Equal([Certainty.Declared, Certainty.Resolved], setting.Evidence.Select(e => e.How));
        Assert.Equal(("1.yaml", 5), (setting.Evidence[1].At.Path, setting.Evidence[1].At.Line));
    }

    [Theory]
    [InlineData("configMapKeyRef: { name: absent, key: a }", "ConfigMap 'absent' is not in the scanned files")]
    [InlineData("configMapKeyRef: { name: settings, key: a }", "ConfigMap 'settings' has no key 'a'")]
    [InlineData("secretKeyRef: { name: absent, key: a }", "Secret 'absent' is not in the scanned files")]
    [InlineData("fieldRef: { fieldPath: status.podIP }", "the value is the pod's status.podIP, known when it runs")]
    [InlineData("resourceFieldRef: { resource: limits.cpu }", "the value is known when the pod runs")]
    public void A_value_that_is_not_there_is_unknown_with_the_reason(string from, string reason) =>
        Assert.Equal(reason, Assert.Single(Read($"        env: [ {{ name: X, valueFrom: {{ {from} }} }} ]", Settings)).UnknownReason);

    [Fact]
    public void The_namespace_of_the_pod_is_known() =>
        Assert.Equal("shop", Assert.Single(Read("        env: [ { name: NS, valueFrom: { fieldRef: { fieldPath: metadata.namespace } } } ]")).Plain);

    [Fact]
    public void EnvFrom_takes_every_key_with_its_prefix_and_env_stands_above_it()
    {
        var settings = Read("        envFrom: [ { prefix: APP_, configMapRef: { name: settings } } ]\n        env: [ { name: APP_REDIS_HOST, value: other } ]", Settings);

        Assert.Equal(["APP_REDIS_HOST", "APP_Catalog__Url"], settings.Select(s => s.Key));
        Assert.Equal("other", settings[0].Endpoints[0].Host);
        Assert.Equal([false, true], settings.Select(s => s.IsFromList));
    }

    [Fact]
    public void EnvFrom_of_an_absent_object_is_unknown_unless_it_is_optional()
    {
        Assert.Contains(
            KubernetesText.ReadWorkload(KubernetesText.Deployment(container: "        envFrom: [ { secretRef: { name: absent } } ]")).Unknowns,
            u => u.Reason == "Secret 'absent' is not in the scanned files");
        Assert.Empty(KubernetesText.ReadWorkload(KubernetesText.Deployment(container: "        envFrom: [ { secretRef: { name: absent, optional: true } } ]")).Unknowns);
    }

    [Fact]
    public void References_are_replaced_as_the_kubelet_does_it()
    {
        var settings = Read("""
                    env:
                    - { name: HOST, value: orders-db }
                    - { name: URL, value: "http://$(HOST):8080/$(PATH_PREFIX)" }
                    - { name: ESCAPED_HOST, value: "$$(HOST)" }
                    - { name: LATE_URL, value: "http://$(LATE)/" }
                    - { name: LATE, value: late }
            """);

        Assert.Equal("orders-db", settings[1].Endpoints.FirstOrDefault()?.Host);
        Assert.DoesNotContain(settings[2].Endpoints, e => e.Host.Contains("orders-db", StringComparison.Ordinal));
        Assert.DoesNotContain(settings[3].Endpoints, e => e.Host == "late");
    }

    [Fact]
    public void Variables_of_Services_are_known_to_references()
    {
        var target = KubernetesText.Read(
            KubernetesText.Deployment(container: "        env: [ { name: URL, value: 'http://$(ORDERS_DB_SERVICE_HOST):$(ORDERS_DB_SERVICE_PORT)' } ]"),
            "apiVersion: v1\nkind: Service\nmetadata: { name: orders-db, namespace: shop }\nspec: { type: ExternalName, externalName: x.test, ports: [ { port: 81 } ] }\n");

        Assert.Equal(new EndpointAddress("orders-db", 81, "http"), target.Workloads[0].Containers[0].Environment[0].Endpoints[0]);
    }

    [Theory]
    [InlineData("data", true)]
    [InlineData("stringData", false)]
    public void A_Secret_gives_hosts_and_is_dropped(string field, bool isEncoded)
    {
        const string Connection = "Host=orders-db;Port=5432;Database=orders;Username=app;Password=hunter2-Hunter2";
        var model = KubernetesText.ReadAll(
            KubernetesText.Deployment(container: "        env: [ { name: ConnectionStrings__Orders, valueFrom: { secretKeyRef: { name: db, key: cs } } } ]"),
            Secret($"{field}:\n  cs: {(isEncoded ? Base64(Connection) : Connection)}"));

        var setting = model.Targets[0].Workloads[0].Containers[0].Environment[0];
        Assert.Equal(("orders-db", 5432, "orders"), (setting.Endpoints[0].Host, setting.Endpoints[0].Port, setting.Endpoints[0].Database));
        AssertNowhere(model, "hunter2", Base64(Connection));
    }

    [Fact]
    public void Secrets_reach_the_model_by_no_way()
    {
        const string Word = "s3cr3tW0rdXYZ";
        var model = KubernetesText.ReadAll(
            KubernetesText.Deployment(
                container: """
                        envFrom: [ { secretRef: { name: db } } ]
                        env:
                        - { name: A, value: "amqp://app:$(plain)@mq:5672/" }
                        - { name: B, value: "$(plain)" }
                        - { name: DB_PASSWORD, value: s3cr3tW0rdXYZ }
                        args: [ "--password", "s3cr3tW0rdXYZ", "--url=http://u:s3cr3tW0rdXYZ@h/" ]
                        volumeMounts: [ { name: s, mountPath: /app } ]
                """,
                pod: "      volumes: [ { name: s, secret: { secretName: db } } ]"),
            Secret($"stringData:\n  plain: {Word}\n  url: amqp://app:{Word}@rabbitmq:5672/\n  appsettings.secrets.json: '{{ \"Jwt\": {{ \"Key\": \"{Word}\" }} }}'\ndata:\n  encoded: {Base64(Word)}\n  broken: '***{Word}'"));

        Assert.NotEmpty(model.Targets[0].Workloads[0].Containers[0].Environment);
        AssertNowhere(model, Word, Base64(Word));
    }

    [Fact]
    public void A_password_from_a_Secret_does_not_hide_the_host()
    {
        var settings = Read("""
                    env:
                    - { name: PASS, valueFrom: { secretKeyRef: { name: absent, key: p } } }
                    - { name: BROKER_URL, value: "amqp://app:$(PASS)@rabbitmq:5672/" }
            """);

        Assert.Equal("rabbitmq", settings[1].Endpoints[0].Host);
    }

    [Fact]
    public void A_mounted_overlay_of_the_environment_wins_over_the_base_and_lines_are_kept()
    {
        var workload = KubernetesText.ReadWorkload(
            KubernetesText.Deployment(
                container: "        volumeMounts: [ { name: c, mountPath: /app/config } ]\n        env: [ { name: Redis__Host, value: from-env } ]",
                pod: "      volumes: [ { name: c, configMap: { name: files } } ]"),
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: files, namespace: shop }
            data:
              appsettings.json: '{ "Catalog": { "Url": "http://base:1" }, "Other": { "Url": "http://other:2" } }'
              appsettings.Production.json: |
                {
                  // comments are allowed
                  "Redis": { "Host": "from-file" },
                  "Catalog": { "Url": "http://catalog:8080" }
                }
              appsettings.Development.json: |
                { "Catalog": { "Url": "http://localhost" } }
            """);

        var settings = workload.Containers[0].Environment.ToDictionary(s => s.Key);
        Assert.Equal(["Catalog:Url", "Other:Url", "Redis__Host"], settings.Keys);
        Assert.Equal("catalog", settings["Catalog:Url"].Endpoints[0].Host);
        Assert.Equal(("1.yaml", 10), (settings["Catalog:Url"].Evidence[1].At.Path, settings["Catalog:Url"].Evidence[1].At.Line));
    }

    [Fact]
    public void A_mounted_proxy_file_is_handed_to_its_parser_with_its_place()
    {
        var parser = new RecordingParser();

        var model = KubernetesText.ReadAll(
            [parser],
            KubernetesText.Deployment("proxy", pod: "      volumes: [ { name: c, configMap: { name: nginx, items: [ { key: main, path: nginx.conf } ] } } ]", container: "        volumeMounts: [ { name: c, mountPath: /etc/nginx } ]"),
            "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: nginx, namespace: shop }\ndata:\n  main: |\n    events {}\n  other: x\n");

        var source = Assert.Single(parser.Sources);
        Assert.Equal(("/etc/nginx/nginx.conf", "events {}\n", "shop", "k8s:shop/Deployment/proxy"), (source.FileName, source.Text, source.Scope, source.WorkloadId));
        Assert.Equal(("1.yaml", 6), (source.Origin.Path, source.Origin.Line));
        Assert.Single(model.Targets[0].Routes);
    }

    [Fact]
    public void A_mounted_nginx_proxy_leads_to_its_backends_through_included_files_and_variables()
    {
        var target = KubernetesText.Read(
            KubernetesText.Deployment(
                "proxy", pod: "      volumes: [ { name: c, configMap: { name: nginx } } ]",
                container: "        env: [ { name: ORDERS_HOST, value: orders } ]\n        volumeMounts: [ { name: c, mountPath: /etc/nginx/conf.d } ]"),
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: nginx, namespace: shop }
            data:
              shop.conf: |
                server {
                  listen 80;
                  location /orders { proxy_pass http://orders:8080; }
                }
            """);

        var route = Assert.Single(target.Routes);
        Assert.Equal(("k8s:shop/Deployment/proxy", 80, "orders", "shop"), (route.ViaWorkloadId, route.ListenPort, route.Backends[0].Address.Host, route.Backends[0].Scope));
        Assert.Equal(("1.yaml", 8), (route.Backends[0].At.At.Path, route.Backends[0].At.At.Line));
    }

    [Fact]
    public void A_main_proxy_file_is_read_with_what_it_includes_and_not_twice()
    {
        var parser = new RecordingParser();
        KubernetesText.ReadAll(
            [parser],
            KubernetesText.Deployment(
                "proxy", pod: "      volumes: [ { name: c, configMap: { name: nginx } } ]",
                container: "        env: [ { name: HOST, value: orders }, { name: P, valueFrom: { fieldRef: { fieldPath: status.podIP } } } ]\n        volumeMounts: [ { name: c, mountPath: /etc/nginx } ]"),
            "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: nginx, namespace: shop }\ndata: { nginx.conf: a, other.conf: b, list.txt: c }\n");

        var source = Assert.Single(parser.Sources);
        Assert.Equal(["/etc/nginx/nginx.conf", "/etc/nginx/other.conf"], source.Include!("*.conf").Select(f => f.FileName));
        Assert.Equal("orders", source.Environment!("HOST")?.Text);
        Assert.False(source.Environment("P")!.IsKnown);
        Assert.Null(source.Environment("ABSENT"));
    }

    private static void AssertNowhere(ManifestModel model, params string[] secrets)
    {
        var json = JsonSerializer.Serialize(model);
        Assert.All(secrets, s => Assert.DoesNotContain(s, json, StringComparison.OrdinalIgnoreCase));
    }

    private sealed class RecordingParser : IProxyConfigParser
    {
        public List<ProxyConfigSource> Sources { get; } = [];

        public string Format => "test";

        public bool Claims(string fileName, string text) => fileName.EndsWith(".conf", StringComparison.Ordinal);

        public ProxyRoutes Parse(ProxyConfigSource source)
        {
            Sources.Add(source);
            var at = new Evidence(EvidenceLayer.Manifest, source.Origin, "test");
            return new ProxyRoutes([new RouteDeclaration { Id = source.WorkloadId + "#/", At = at }], []);
        }
    }

    [Theory]
    [InlineData("args: [ \"--Services:Inventory=http://inventory\" ]")]
    [InlineData("args: [ --Services:Inventory, \"http://inventory\" ]")]
    [InlineData("args: [ \"/Services:Inventory=http://inventory\" ]")]
    [InlineData("command: [ dotnet, Orders.dll ]\n        args: [ \"--Services__Inventory=http://$(HOST)\" ]\n        env: [ { name: HOST, value: inventory } ]")]
    public void Configuration_on_the_command_line_is_a_setting_that_comes_last(string container)
    {
        var settings = KubernetesText.ReadWorkload(KubernetesText.Deployment(container: "        " + container)).Containers[0].Environment;

        Assert.Equal("inventory", Assert.Single(settings[^1].Endpoints).Host);
    }

    [Theory]
    [InlineData("command: [ dotnet, Orders.dll ]\n        args: [ \"--Inventory=http://inventory\" ]", 1)]
    [InlineData("args: [ \"--Inventory=http://inventory\" ]", 0)]
    [InlineData("command: [ dotnet, Orders.dll ]\n        args: [ \"--urls=http://+:80\" ]", 0)]
    [InlineData("args: [ \"--web.listen-address=:9090\", /etc/x:y, \"a b:c=d\" ]", 0)]
    public void A_key_without_sections_counts_only_where_the_program_is_known_to_be_one_of_NET(string container, int count) =>
        Assert.Equal(count, KubernetesText.ReadWorkload(KubernetesText.Deployment(container: "        " + container)).Containers[0].Environment.Length);

    [Fact]
    public void A_password_on_the_command_line_does_not_reach_the_model()
    {
        var container = KubernetesText.ReadWorkload(KubernetesText.Deployment(
            container: "        args: [ \"--ConnectionStrings:Pg=Host=db;Password=hunter2x\" ]")).Containers[0];

        Assert.Equal("db", Assert.Single(container.Environment[0].Endpoints).Host);
        Assert.DoesNotContain("hunter2x", System.Text.Json.JsonSerializer.Serialize(container), StringComparison.Ordinal);
    }
}
