using Spof.Model;

namespace Spof.Manifests.Tests.Compose;

public class ComposeServiceTests
{
    [Theory]
    [InlineData("deploy: { replicas: 3 }", 3, "replicas: 3")]
    [InlineData("scale: 2", 2, "replicas: 2")]
    [InlineData("deploy: { replicas: '${N:-4}' }", 4, "replicas: 4")]
    [InlineData("deploy: { replicas: 0 }", 0, "replicas: 0")]
    [InlineData("restart: always", 1, "api:")]
    public void The_number_of_instances_is_declared_or_one(string line, int expected, string evidence)
    {
        var api = Api(line);

        Assert.Equal(Count.Exactly(expected), api.Instances);
        Assert.Equal(evidence, api.InstancesAt.Text);
    }

    [Theory]
    [InlineData("deploy: { replicas: '${N}' }", "variable 'N' has no default")]
    [InlineData("scale: many", "no whole number")]
    [InlineData("deploy: { mode: global }", "every node of the swarm")]
    public void A_number_that_is_not_known_is_unknown_with_the_reason(string line, string reason)
    {
        Assert.True(Api(line).Instances.IsUnknown);
        Assert.Contains(reason, Api(line).Instances.Reason);
    }

    [Theory]
    [InlineData("restart: always", SelfRepair.OnExit)]
    [InlineData("restart: unless-stopped", SelfRepair.OnExit)]
    [InlineData("restart: on-failure:3", SelfRepair.OnExit)]
    [InlineData("restart: 'no'", SelfRepair.None)]
    [InlineData("hostname: x", SelfRepair.None)]
    [InlineData("deploy: { restart_policy: { condition: any } }", SelfRepair.OnExit)]
    [InlineData("deploy: { restart_policy: { condition: none } }", SelfRepair.None)]
    [InlineData("deploy: { placement: { constraints: [node.role == worker] } }", SelfRepair.OnExitOrUnhealthy)]
    public void A_plain_engine_restarts_what_ended_if_told_so_and_never_what_is_unhealthy(string line, SelfRepair expected) =>
        Assert.Equal(expected, Api(line).Repair);

    [Fact]
    public void A_health_check_is_no_liveness_probe()
    {
        var container = Api("healthcheck: { test: [CMD, curl, localhost] }").Containers[0];

        Assert.True(container.HasReadinessProbe);
        Assert.False(container.HasLivenessProbe);
    }

    [Theory]
    [InlineData("healthcheck: { disable: true }")]
    [InlineData("healthcheck: { test: [NONE] }")]
    [InlineData("hostname: x")]
    public void Without_a_health_check_there_is_no_probe(string line) => Assert.False(Api(line).Containers[0].HasReadinessProbe);

    [Fact]
    public void Every_service_runs_on_the_one_host_of_the_project()
    {
        var scan = ComposeScan.Of("services:\n  a: { image: a }\n  b: { image: b, deploy: { replicas: 2 } }\n");

        Assert.All(scan.Target.Workloads, w => Assert.Equal(("shop", UpdateStyle.AllAtOnce), (w.Placement.Host, w.Update)));
        Assert.Equal(("domain:host/shop", DomainKind.Host), (Assert.Single(scan.Target.Domains).Id, scan.Target.Domains[0].Kind));
    }

    [Fact]
    public void What_a_swarm_places_has_no_known_host()
    {
        var api = Api("deploy: { replicas: 2, placement: { max_replicas_per_node: 1 } }");

        Assert.Null(api.Placement.Host);
        Assert.Equal(UpdateStyle.Rolling, api.Update);
        Assert.Contains(api.Unknowns, u => u.What == "host");
    }

    [Fact]
    public void A_service_that_others_wait_to_complete_is_a_job()
    {
        var scan = ComposeScan.Of("""
            services:
              api:
                image: api
                depends_on:
                  migrate: { condition: service_completed_successfully }
                  db: { condition: service_healthy, restart: true }
                  metrics: { condition: service_started, required: false }
              migrate: { image: migrate, depends_on: [db] }
              db: { image: postgres }
            """);

        Assert.Equal(WorkloadRole.Job, scan.Service("migrate").Role);
        Assert.Equal(WorkloadRole.Service, scan.Service("db").Role);
        Assert.Equal(
            [("compose:shop/migrate", StartCondition.Completed), ("compose:shop/db", StartCondition.Healthy)],
            scan.Service("api").DependsOn.Select(d => (d.TargetId, d.Condition)));
        Assert.Empty(scan.Model.Gaps);
    }

    [Theory]
    [InlineData("8080:80", 8080, 80)]
    [InlineData("0.0.0.0:8080:80/tcp", 8080, 80)]
    [InlineData("8000-8005:80-85", 8000, 80)]
    [InlineData("[::]:8080:80", 8080, 80)]
    [InlineData("192.168.0.5:8080:80", 8080, 80)]
    [InlineData("${PORT:-8080}:80", 8080, 80)]
    public void A_port_published_on_an_outside_address_is_exposed(string port, int hostPort, int containerPort)
    {
        var scan = ComposeScan.Of($"services:\n  api:\n    image: api\n    ports: ['{port}']\n");

        Assert.Equal((hostPort, "compose:shop/api", $"compose:shop/api#:{hostPort}"), Assert.Single(scan.Target.Exposures) is var e ? (e.Port!.Value, e.TargetId, e.Id) : default);
        Assert.Contains(containerPort, scan.Service("api").Containers[0].Ports);
    }

    [Theory]
    [InlineData("127.0.0.1:8080:80")]
    [InlineData("[::1]:8080:80")]
    [InlineData("127.0.0.1::80")]
    [InlineData("localhost:8080:80")]
    public void A_port_published_on_loopback_is_not_exposed(string port)
    {
        var scan = ComposeScan.Of($"services:\n  api:\n    image: api\n    ports: ['{port}']\n    expose: [9000]\n");

        Assert.Empty(scan.Target.Exposures);
        Assert.Equal([80, 9000], scan.Service("api").Containers[0].Ports);
    }

    [Fact]
    public void The_long_form_and_a_random_port_are_exposed_too()
    {
        var scan = ComposeScan.Of("""
            services:
              api:
                image: api
                ports:
                  - { target: 80, published: "8080", protocol: tcp }
                  - { target: 81, published: "8081", host_ip: 127.0.0.1 }
                  - "82"
                  - 22:22
            """);

        Assert.Equal(
            [("compose:shop/api#:8080", 8080), ("compose:shop/api#random:82", null), ("compose:shop/api#:22", (int?)22)],
            scan.Target.Exposures.Select(e => (e.Id, e.Port)));
    }

    [Fact]
    public void A_variable_for_the_address_leaves_the_exposure_unknown()
    {
        var scan = ComposeScan.Of("services:\n  api:\n    image: api\n    ports: ['${BIND}:8080:80', '${PORT}:81']\n");

        Assert.Equal("compose:shop/api#random:81", Assert.Single(scan.Target.Exposures).Id);
        Assert.Contains("which address", Assert.Single(scan.Target.Unknowns).Reason);
    }

    [Fact]
    public void A_service_answers_to_all_its_names()
    {
        var scan = ComposeScan.Of("""
            services:
              db:
                image: postgres
                container_name: shop-db
                hostname: ecommerce-db
                networks:
                  default: { aliases: [database, "store.local"] }
                  other:
              api: { image: api, links: ["db:legacy-db", "db"], networks: [other], extra_hosts: ["erp.local:10.1.2.3", "me:host-gateway"] }
              one: { image: x, networks: { default: { aliases: [pool] } } }
              two: { image: x, networks: { default: { aliases: [pool] } } }
            """);

        var db = Assert.Single(scan.Target.Names, n => n.Id == "compose:shop/db");
        Assert.Equal(("db", "shop"), (db.Name, db.Scope));
        Assert.Equal(["database", "ecommerce-db", "legacy-db", "shop-db", "store.local"], db.OtherNames);
        Assert.Equal(["compose:shop/one", "compose:shop/two"], Assert.Single(scan.Target.Names, n => n.Name == "pool").WorkloadIds);
        Assert.Equal("10.1.2.3", Assert.Single(scan.Target.Names, n => n.Name == "erp.local").External!.Host);
        Assert.DoesNotContain(scan.Target.Names, n => n.Name == "me");
        Assert.Equal("compose:shop/db", Assert.Single(scan.Service("api").DependsOn).TargetId);
    }

    [Fact]
    public void A_container_in_the_network_of_another_one_has_no_name_and_needs_it()
    {
        var scan = ComposeScan.Of("""
            services:
              api: { image: api }
              api-dapr: { image: daprio/daprd, network_mode: "service:api" }
              agent: { image: agent, network_mode: host }
            """);

        Assert.Equal(["api"], scan.Target.Names.Select(n => n.Name));
        Assert.Equal("compose:shop/api", Assert.Single(scan.Service("api-dapr").DependsOn).TargetId);
        Assert.Contains(scan.Service("agent").Unknowns, u => u.What == "published ports");
    }

    [Fact]
    public void Volumes_are_told_apart_by_where_they_live()
    {
        var scan = ComposeScan.Of(
            ("compose.yaml", """
                services:
                  db:
                    image: postgres
                    volumes:
                      - data:/var/lib/postgresql/data
                      - /srv/backup:/backup
                      - ./init:/docker-entrypoint-initdb.d
                      - ./pgdata:/pgdata
                      - /cache
                      - shared:/shared
                      - { type: bind, source: ./app.json, target: /app.json }
                      - { type: tmpfs, target: /run/lock }
                      - ${APPDATA:-./appdata}/keys:/keys:ro
                      - D:\logs:/logs
                      - /var/run/docker.sock:/var/run/docker.sock
                    tmpfs: /tmp:size=64m
                    configs: [{ source: settings, target: /etc/settings }]
                    secrets: [password]
                volumes:
                  data:
                  shared: { driver: local, driver_opts: { type: nfs, device: ":/export" } }
                configs: { settings: { content: "a=b" } }
                secrets: { password: { file: ./password.txt } }
                """),
            ("init/schema.sql", "create table t();"));

        Assert.Equal(
            [
                ("data", VolumeKind.Host), ("/srv/backup", VolumeKind.Host), ("./init", VolumeKind.Configuration), ("./pgdata", VolumeKind.Host),
                ("/cache", VolumeKind.Ephemeral), ("shared", VolumeKind.Claim), ("./app.json", VolumeKind.Configuration),
                ("/run/lock", VolumeKind.Ephemeral), ("./appdata/keys", VolumeKind.Configuration), (@"D:\logs", VolumeKind.Host),
                ("/var/run/docker.sock", VolumeKind.Configuration), ("/tmp", VolumeKind.Ephemeral), ("settings", VolumeKind.Configuration),
                ("password", VolumeKind.Configuration),
            ],
            scan.Service("db").Volumes.Select(v => (v.Name, v.Kind)));
    }

    [Fact]
    public void A_build_is_joined_with_its_Dockerfile()
    {
        var scan = ComposeScan.Of(
            ("deploy/compose.yaml", """
                services:
                  api:
                    build: { context: .., dockerfile: src/Api/Dockerfile, args: { CONFIG: Release } }
                  worker:
                    build: { context: .., dockerfile: src/Api/Dockerfile, target: worker }
                    command: ["--once"]
                  debug:
                    build: { context: .., dockerfile: src/Api/Dockerfile }
                    entrypoint: tail -f /dev/null
                  inline:
                    build:
                      dockerfile_inline: |
                        FROM mcr.microsoft.com/dotnet/aspnet:8.0
                        ENTRYPOINT ["dotnet", "Inline.dll"]
                """),
            ("src/Api/Dockerfile", """
                FROM mcr.microsoft.com/dotnet/aspnet:8.0 AS worker
                ENTRYPOINT ["dotnet", "Worker.dll"]
                FROM mcr.microsoft.com/dotnet/aspnet:8.0
                ENV ASPNETCORE_ENVIRONMENT=Production
                EXPOSE 8080
                HEALTHCHECK CMD curl localhost
                COPY src/Api/Api.csproj /src/
                RUN dotnet publish /src/Api.csproj
                ENTRYPOINT ["dotnet", "Api.dll"]
                """));

        var api = scan.Service("api").Containers[0];
        Assert.Equal(("", "src/Api/Dockerfile", "Api"), (api.Build!.Context, api.Build.Dockerfile, api.Build.EntryAssembly));
        Assert.Equal(["src/Api/Api.csproj"], api.Build.ProjectFiles);
        Assert.Equal("src/Api/Dockerfile:9", api.Build.EntryAt!.At.ToString());
        Assert.Equal("deploy/compose.yaml:3", api.Build.At.At.ToString());
        Assert.Equal([8080], api.Ports);
        Assert.True(api.HasReadinessProbe);
        Assert.Equal("Production", Assert.Single(api.Environment).Plain);

        var worker = scan.Service("worker").Containers[0];
        Assert.Equal("Worker", worker.Build!.EntryAssembly);
        Assert.Equal(["dotnet", "Worker.dll", "--once"], worker.Arguments);
        Assert.Null(scan.Service("debug").Containers[0].Build!.EntryAssembly);
        var inline = scan.Service("inline").Containers[0].Build!;
        Assert.Equal(("deploy/compose.yaml", "Inline", 14), (inline.Dockerfile, inline.EntryAssembly, inline.EntryAt!.At.Line));
        Assert.Empty(scan.Model.Gaps);
    }

    [Theory]
    [InlineData("https://github.com/shop/api.git#main", "not part of this repository")]
    [InlineData("../../elsewhere", "outside of the scanned folder")]
    [InlineData("${WHERE}", "variable 'WHERE'")]
    public void A_build_from_elsewhere_is_unknown(string context, string reason)
    {
        var api = ComposeScan.Of($"services:\n  api:\n    build: {context}\n").Service("api");

        Assert.Null(api.Containers[0].Build);
        Assert.Contains(reason, Assert.Single(api.Unknowns).Reason);
    }

    [Fact]
    public void Only_an_image_whose_name_is_hidden_is_unknown()
    {
        var scan = ComposeScan.Of("services:\n  a: { image: '${REPO}/web:${TAG}' }\n  b: { image: '${IMAGE}' }\n  c: { image: '${IMAGE}', build: . }\n");

        Assert.Equal("${REPO}/web:${TAG}", scan.Service("a").Containers[0].Image);
        Assert.Empty(scan.Service("a").Unknowns);
        Assert.Equal("image", Assert.Single(scan.Service("b").Unknowns).What);
        Assert.Empty(scan.Service("c").Unknowns);
    }

    private static WorkloadDeclaration Api(string line) => ComposeScan.Of($"services:\n  api:\n    image: api\n    {line}\n").Service("api");

    [Fact]
    public void Configuration_in_the_command_is_a_setting()
    {
        var scan = ComposeScan.Of("services:\n  orders:\n    image: orders\n    command: --Services:Inventory=http://inventory --Other:Host=${NOT_SET}x\n");

        Assert.Equal("inventory", Assert.Single(scan.Setting("orders", "Services:Inventory").Endpoints).Host);
    }
}
