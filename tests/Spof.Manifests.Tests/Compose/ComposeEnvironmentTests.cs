namespace Spof.Manifests.Tests.Compose;

public class ComposeEnvironmentTests
{
    [Fact]
    public void The_service_wins_over_env_files_and_a_later_file_over_an_earlier_one()
    {
        var scan = ComposeScan.Of(
            ("compose.yaml", """
                services:
                  api:
                    image: api
                    env_file: [one.env, { path: two.env, format: raw }]
                    environment: { A: service }
                """),
            ("one.env", "A=one\nB=one\nC=one\n"),
            ("two.env", "B=two\n"));

        Assert.Equal(
            [("A", "service"), ("B", "two"), ("C", "one")],
            scan.Service("api").Containers[0].Environment.Select(e => (e.Key, e.Plain!)));
        Assert.Equal([false, true, true], scan.Service("api").Containers[0].Environment.Select(e => e.IsFromList));
        Assert.Equal(
            ["compose.yaml:4 env_file: two.env", "two.env:1 B"],
            scan.Setting("api", "B").Evidence.Select(e => $"{e.At} {e.Text}"));
    }

    [Fact]
    public void Variables_of_the_project_replace_and_their_place_is_a_hop()
    {
        var scan = ComposeScan.Of(
            ("compose.yaml", "services:\n  api:\n    image: api\n    environment:\n      - Orders__Url=http://${ORDERS_HOST}:80\n      - MODE\n      - SHELL_ONLY\n"),
            (".env", "ORDERS_HOST=orders\nMODE=fast\n"));

        var url = scan.Setting("api", "Orders__Url");
        Assert.Equal("orders", Assert.Single(url.Endpoints).Host);
        Assert.Equal(["compose.yaml:5", ".env:1"], url.Evidence.Select(e => e.At.ToString()));
        Assert.Equal("fast", scan.Setting("api", "MODE").Plain);
        Assert.Contains("shell", scan.Setting("api", "SHELL_ONLY").UnknownReason);
    }

    [Fact]
    public void A_variable_that_nobody_sets_makes_the_value_unknown()
    {
        var setting = ComposeScan.Of("services:\n  api:\n    image: api\n    environment: { URL: 'http://${HOST_NAME}:80' }\n").Setting("api", "URL");

        Assert.Empty(setting.Endpoints);
        Assert.Null(setting.Plain);
        Assert.Equal("variable 'HOST_NAME' has no default and no file sets it", setting.UnknownReason);
    }

    [Fact]
    public void A_connection_string_tells_its_host_although_the_password_is_not_known()
    {
        var scan = ComposeScan.Of("""
            services:
              api:
                image: api
                environment:
                  ConnectionStrings__Db: "Server=db;Database=Orders;User Id=sa;Password=${DB_PASSWORD}"
                  ConnectionStrings__Other: "Server=${DB_HOST};Database=Orders"
            """);

        var known = scan.Setting("api", "ConnectionStrings__Db");
        Assert.Equal(("db", "Orders"), (known.Endpoints[0].Host, known.Endpoints[0].Database));
        Assert.Null(known.UnknownReason);
        Assert.Contains("DB_HOST", scan.Setting("api", "ConnectionStrings__Other").UnknownReason);
    }

    [Fact]
    public void No_secret_reaches_the_model()
    {
        var scan = ComposeScan.Of(
            ("compose.yaml", """
                services:
                  db:
                    image: mysql
                    environment:
                      MYSQL_ROOT_PASSWORD: hunter2-root
                      SA_PASSWORD: ${SA_PASSWORD}
                      URL: postgres://admin:hunter2-url@db:5432/shop
                      ConnectionStrings__Db: Server=db;User Id=sa;Password=hunter2-conn
                    command: ["mysqld", "--password=hunter2-flag", "-p", "hunter2-short", "-phunter2-glued"]
                    build: { context: ., args: { TOKEN: hunter2-arg } }
                    healthcheck: { test: "mysqladmin -phunter2-check ping" }
                    labels: { secret: hunter2-label }
                  cache:
                    image: redis
                    command: redis-server --requirepass hunter2-redis
                    entrypoint: ["sh", "-c", "redis-server --requirepass hunter2-shell --masterauth=hunter2-auth"]
                    env_file: cache.env
                  broken:
                    image: x
                    environment: ["hunter2-line no equals sign"]
                """),
            (".env", "SA_PASSWORD=hunter2-env\n"),
            ("cache.env", "REDIS_PASSWORD=hunter2-file\nAPI_TOKEN='hunter2-open\n"),
            ("Dockerfile", "FROM mysql\nARG TOKEN=hunter2-default\nENV DB_PASSWORD=hunter2-image\nRUN echo hunter2-run\n"));

        Assert.DoesNotContain("hunter2-", scan.Json, StringComparison.Ordinal);
        Assert.Equal("compose.yaml:20", scan.Gap("neither a name").At.ToString());
        Assert.Equal("db", Assert.Single(scan.Setting("db", "URL").Endpoints).Host);
    }
}
