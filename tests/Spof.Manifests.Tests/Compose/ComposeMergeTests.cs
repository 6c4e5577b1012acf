using Spof.Model;

namespace Spof.Manifests.Tests.Compose;

public class ComposeMergeTests
{
    [Fact]
    public void An_override_adds_replaces_and_joins_by_the_rules_of_Compose()
    {
        var scan = ComposeScan.Of(
            ("compose.yaml", """
                services:
                  api:
                    image: shop/api:1
                    command: ["serve", "--fast"]
                    environment:
                      - A=base
                      - B=base
                    ports: ["8080:80"]
                    depends_on: [db]
                    volumes: ["data:/data", "./old.conf:/etc/app.conf"]
                  db:
                    image: postgres:16
                volumes:
                  data:
                """),
            ("compose.override.yaml", """
                services:
                  api:
                    image: shop/api:2
                    command: run
                    environment:
                      B: override
                      C: override
                    ports: ["8080:80", "9090:90"]
                    depends_on:
                      cache: { condition: service_healthy }
                    volumes: ["./new.conf:/etc/app.conf"]
                  cache:
                    image: redis:7
                """));

        var api = scan.Service("api");
        var container = api.Containers[0];
        Assert.Equal("shop/api:2", container.Image);
        Assert.Equal(["run"], container.Arguments);
        Assert.Equal([("A", "base"), ("B", "override"), ("C", "override")], container.Environment.Select(e => (e.Key, e.Plain!)));
        Assert.Equal(["compose.yaml", "compose.override.yaml", "compose.override.yaml"], container.Environment.Select(e => e.Evidence[0].At.Path));
        Assert.Equal([80, 90], container.Ports);
        Assert.Equal(
            [("compose:shop/db", StartCondition.Started), ("compose:shop/cache", StartCondition.Healthy)],
            api.DependsOn.Select(d => (d.TargetId, d.Condition)));
        Assert.Equal([("data", VolumeKind.Host), ("./new.conf", VolumeKind.Configuration)], api.Volumes.Select(v => (v.Name, v.Kind)));
        Assert.Equal(["compose:shop/api#:8080", "compose:shop/api#:9090"], scan.Target.Exposures.Select(e => e.Id));
        Assert.Equal("compose.yaml:2", api.At.At.ToString());
        Assert.Equal("compose.override.yaml:2", Assert.Single(api.Variants).At.ToString());
        Assert.Equal("compose.override.yaml:3", container.ImageAt!.At.ToString());
        Assert.Equal(3, scan.Target.Workloads.Length);
        Assert.Contains("compose.yaml, compose.override.yaml", Assert.Single(scan.Target.Domains).At.Text);
    }

    [Fact]
    public void Reset_removes_and_override_replaces()
    {
        var scan = ComposeScan.Of(
            ("compose.yaml", """
                services:
                  api:
                    image: api
                    ports: ["8080:80"]
                    environment: { A: a, B: b }
                    depends_on: [db]
                  db: { image: postgres, ports: ["5432:5432"] }
                """),
            ("compose.override.yaml", """
                services:
                  api:
                    depends_on: !reset []
                    environment: { A: !reset null }
                    ports: !override ["9090:80"]
                  db:
                    ports: !reset []
                """));

        Assert.Empty(scan.Service("api").DependsOn);
        Assert.Equal(["B"], scan.Service("api").Containers[0].Environment.Select(e => e.Key));
        Assert.Equal(9090, Assert.Single(scan.Target.Exposures).Port);
    }

    [Fact]
    public void An_empty_value_in_the_override_leaves_the_base_as_it_is() =>
        Assert.Equal("api", ComposeScan.Of(
            ("compose.yaml", "services:\n  api:\n    image: api\n"),
            ("compose.override.yaml", "services:\n  api:\n    image:\n")).Service("api").Containers[0].Image);

    [Fact]
    public void Anchors_and_merge_keys_are_applied()
    {
        var scan = ComposeScan.Of("""
            x-common: &common
              restart: always
              environment: &env { A: common }
            services:
              one:
                <<: *common
                image: one
              two:
                <<: *common
                image: two
                environment:
                  <<: *env
                  B: own
            """);

        Assert.All(scan.Target.Workloads, w => Assert.Equal(SelfRepair.OnExit, w.Repair));
        Assert.Equal(["A"], scan.Service("one").Containers[0].Environment.Select(e => e.Key));
        Assert.Equal(["A", "B"], scan.Service("two").Containers[0].Environment.Select(e => e.Key).Order());
    }

    [Fact]
    public void A_service_extends_another_one_of_the_file_or_of_another_file()
    {
        var scan = ComposeScan.Of(
            ("compose.yaml", """
                services:
                  base:
                    image: app:1
                    environment: { A: base, B: base }
                  worker:
                    extends: base
                    environment: { B: worker }
                  web:
                    extends: { file: common/services.yaml, service: site }
                    ports: ["80:80"]
                """),
            ("common/services.yaml", """
                services:
                  site:
                    build: ./site
                    env_file: site.env
                """),
            ("common/site.env", "SITE=yes\n"),
            ("common/site/Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nENTRYPOINT [\"dotnet\", \"Site.dll\"]\n"));

        Assert.Equal([("A", "base"), ("B", "worker")], scan.Service("worker").Containers[0].Environment.Select(e => (e.Key, e.Plain!)));
        var web = scan.Service("web").Containers[0];
        Assert.Equal(("common/site", "common/site/Dockerfile", "Site"), (web.Build!.Context, web.Build.Dockerfile, web.Build.EntryAssembly));
        Assert.Equal("yes", Assert.Single(web.Environment).Plain);
        Assert.Empty(scan.Model.Gaps);
    }

    [Fact]
    public void Included_files_are_part_of_the_project_and_no_project_of_their_own()
    {
        var scan = ComposeScan.Of(
            ("compose.yaml", "include:\n  - infra/compose.yaml\nservices:\n  api: { image: api, depends_on: [db] }\n"),
            ("infra/compose.yaml", "services:\n  db:\n    image: postgres:${PG_VERSION}\n    volumes: ['./conf:/etc/pg']\n"),
            ("infra/.env", "PG_VERSION=16\n"),
            ("infra/conf/pg.conf", "x"));

        Assert.Equal("compose:shop", scan.Target.Id);
        Assert.Equal("postgres:16", scan.Service("db").Containers[0].Image);
        Assert.Equal(VolumeKind.Configuration, Assert.Single(scan.Service("db").Volumes).Kind);
        Assert.Equal("compose:shop/db", Assert.Single(scan.Service("api").DependsOn).TargetId);
    }

    [Fact]
    public void Cyclic_includes_and_extends_are_gaps()
    {
        var scan = ComposeScan.Of(
            ("compose.yaml", "include: [other/compose.yaml]\nservices:\n  a: { image: a, extends: b }\n  b: { image: b, extends: a }\n"),
            ("other/compose.yaml", "include: [../compose.yaml]\nservices:\n  c: { image: c }\n"));

        Assert.Contains(scan.Model.Gaps, g => g.IsError && g.Reason.Contains("include leads back", StringComparison.Ordinal));
        Assert.Contains(scan.Model.Gaps, g => g.IsError && g.Reason.Contains("extends leads back", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("include: [../../etc/compose.yaml]\nservices: { a: { image: a } }", "outside of the scanned folder")]
    [InlineData("include: [missing.yaml]\nservices: { a: { image: a } }", "'missing.yaml' is not in the scanned folder")]
    [InlineData("include: ['${WHERE}/x.yaml']\nservices: { a: { image: a } }", "variable 'WHERE' has no default")]
    [InlineData("services: { a: { image: a, extends: { file: /etc/x.yaml, service: s } } }", "outside of the scanned folder")]
    [InlineData("services: { a: { image: a, extends: nobody } }", "'nobody' is not defined")]
    [InlineData("services: { a: { image: a, env_file: ../secret.env } }", "outside of the scanned folder")]
    [InlineData("services: { a: { image: a, env_file: missing.env } }", "'missing.env' is not in the scanned folder")]
    [InlineData("services: { a: { image: a, depends_on: [nobody] } }", "that is not defined")]
    [InlineData("services: { a: { restart: always } }", "neither image nor build")]
    [InlineData("services: { a: text, b: { image: b } }", "'a' is no map")]
    [InlineData("services: { a: { build: ./app } }", "'app/Dockerfile' is not in the scanned folder")]
    public void What_cannot_be_followed_is_a_gap(string compose, string reason) => Assert.NotNull(ComposeScan.Of(compose).Gap(reason));

    [Fact]
    public void Dockerfiles_that_are_not_there_are_told_once_for_each_file()
    {
        var gap = Assert.Single(ComposeScan.Of("services: { a: { build: ./a }, b: { build: ./b }, c: { build: ./a } }").Model.Gaps);

        Assert.EndsWith("2 Dockerfiles are not in the scanned folder; what the images run is not known: 'a/Dockerfile', 'b/Dockerfile'", gap.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_env_file_that_is_not_required_may_be_missing() =>
        Assert.Empty(ComposeScan.Of("services: { a: { image: a, env_file: [ { path: missing.env, required: false } ] } }").Model.Gaps);

    [Fact]
    public void A_service_whose_profile_is_not_active_is_left_out_and_listed()
    {
        const string Compose = "services:\n  api: { image: api }\n  tools: { image: tools, profiles: [debug] }\n";

        var without = ComposeScan.Of(Compose);
        Assert.Equal(["api"], without.Target.Workloads.Select(w => w.Name));
        Assert.Equal("compose.yaml:3", without.Gap("profile 'debug' is not active").At.ToString());

        var active = ComposeScan.Of(("compose.yaml", Compose), (".env", "COMPOSE_PROFILES=debug\n"));
        Assert.Equal(2, active.Target.Workloads.Length);
    }

    [Theory]
    [InlineData("services:\n  a:\n   image: a\n  a: [\n")]
    [InlineData("services: { a: { image: [x], ports: {}, environment: 5, depends_on: 7, volumes: text, networks: [[]], build: [] } }")]
    [InlineData("services: { a: { image: a, deploy: x, healthcheck: y, command: {}, entrypoint: [ {} ] } }")]
    [InlineData("services: { a: { image: a, ports: [ '::', ':', '1:2:3:4:5', {}, '${', '99999999999:1' ] } }")]
    [InlineData("services: { a: { image: a, volumes: [ ':', '::', {}, { type: bind }, 'C:\\x:C:\\y' ] } }")]
    [InlineData("services: { a: { image: a, extra_hosts: [ 'x', 'y:', '=z' ], links: [ ':', '' ] } }")]
    [InlineData("include: { a: b }\nservices: { a: { image: a, extends: [] } }")]
    [InlineData("networks: !reset null\nservices: !override { a: { image: a } }\nname: []")]
    public void Odd_shapes_never_throw(string compose) => Assert.NotNull(ComposeScan.Of(compose).Json);
}
