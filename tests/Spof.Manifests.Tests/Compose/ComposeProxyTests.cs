using Spof.Model;

namespace Spof.Manifests.Tests.Compose;

public class ComposeProxyTests
{
    [Fact]
    public void A_mounted_nginx_configuration_gives_routes_and_its_port_leads_to_them()
    {
        var scan = ComposeScan.Of(
            ("compose.yaml", """
                services:
                  gateway:
                    image: nginx:1.27
                    ports: ["80:80", "127.0.0.1:81:81"]
                    volumes: ["./nginx/nginx.conf:/etc/nginx/nginx.conf:ro", "./nginx/sites:/etc/nginx/conf.d"]
                  api: { image: api }
                """),
            ("nginx/nginx.conf", "http {\n  include /etc/nginx/mime.types;\n  include conf.d/*.conf;\n}\n"),
            ("nginx/sites/api.conf", "server {\n  listen 80;\n  location /api/ { proxy_pass http://api:8080; }\n}\n"),
            ("nginx/sites/readme.txt", "server { location /x { proxy_pass http://x; } }"));

        var route = Assert.Single(scan.Target.Routes);
        Assert.Equal(("compose:shop/gateway#/api/", "compose:shop/gateway", "nginx/sites/api.conf:3"), (route.Id, route.ViaWorkloadId, route.At.At.ToString()));
        Assert.Equal(("api", 8080, "shop"), (route.Backends[0].Address.Host, route.Backends[0].Address.Port, route.Backends[0].Scope));
        Assert.Equal((route.Id, route.Id, 80), Assert.Single(scan.Target.Exposures) is var e ? (e.Id, e.TargetId, e.Port!.Value) : default);
        Assert.Contains(scan.Model.Inputs, i => i is { Path: "nginx/sites/api.conf", Format: "nginx" });
        Assert.Empty(scan.Model.Gaps);
    }

    [Fact]
    public void A_template_that_the_Dockerfile_copies_takes_its_hosts_from_the_image_and_the_service()
    {
        var scan = ComposeScan.Of(
            ("compose.yaml", "services:\n  web:\n    build: web\n    ports: ['8080:8080']\n    environment: { USER_HOST: user-v2 }\n"),
            ("web/Dockerfile", "FROM nginx\nENV CATALOGUE_HOST=catalogue USER_HOST=user\nCOPY default.conf.template /etc/nginx/conf.d/\n"),
            ("web/default.conf.template", """
                server {
                  listen 8080;
                  location / { root /html; }
                  location /c/ { proxy_pass http://${CATALOGUE_HOST}:80/; }
                  location /u/ { proxy_pass http://${USER_HOST}:80/; }
                }
                """));

        Assert.Equal(["catalogue", "user-v2"], scan.Target.Routes.Select(r => r.Backends[0].Address.Host));
        Assert.Equal(
            ["compose:shop/web#/c/", "compose:shop/web#/u/", "compose:shop/web#:8080"], scan.Target.Exposures.Select(e => e.Id));
        Assert.Equal("compose:shop/web", scan.Target.Exposures[2].TargetId);
    }

    [Fact]
    public void A_configuration_inside_the_Compose_file_knows_its_line()
    {
        var scan = ComposeScan.Of("""
            services:
              lb:
                image: haproxy:3
                configs: [{ source: lb, target: /usr/local/etc/haproxy/haproxy.cfg }]
              a: { image: a }
            configs:
              lb:
                content: |
                  listen pg
                    bind *:5432
                    server a a:5432 check
            """);

        var route = Assert.Single(scan.Target.Routes);
        Assert.Equal("compose:shop/lb#:5432", route.Id);
        Assert.Equal("compose.yaml:11", route.Backends[0].At.At.ToString());
        Assert.Empty(scan.Target.Unknowns);
    }

    [Theory]
    [InlineData("./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro", "'nginx/default.conf' is missing")]
    [InlineData("./sites:/etc/nginx/conf.d", "'sites' is missing")]
    [InlineData("../nginx.conf:/etc/nginx/nginx.conf", "'../nginx.conf' is not part of the scanned folder")]
    [InlineData("generated:/etc/nginx/conf.d", "'generated' is not part of the scanned folder")]
    public void The_routes_of_a_proxy_whose_mounted_configuration_is_missing_are_unknown(string volume, string reason)
    {
        var scan = ComposeScan.Of($"services:\n  edge:\n    image: nginx:1.27\n    volumes:\n    - {volume}\n  web: {{ image: web }}\n");

        var unknown = Assert.Single(scan.Target.Unknowns);
        Assert.Equal("routes of compose:shop/edge", unknown.What);
        Assert.Equal($"the configuration of the proxy is not in the scanned files ({reason})", unknown.Reason);
        Assert.Equal("compose.yaml:5", $"{unknown.At!.Path}:{unknown.At.Line}");
        Assert.Equal(GapKind.Unread, scan.Gap("where the proxy forwards to").Kind);
    }

    [Fact]
    public void A_configuration_that_the_Dockerfile_copies_and_that_is_missing_leaves_the_routes_unknown()
    {
        var scan = ComposeScan.Of(
            ("compose.yaml", "services:\n  edge: { build: edge }\n"),
            ("edge/Dockerfile", "FROM nginx\nCOPY nginx.conf /etc/nginx/nginx.conf\nCOPY html /usr/share/nginx/html\n"));

        Assert.Equal("edge/Dockerfile", Assert.Single(scan.Target.Unknowns).At!.Path);
    }

    [Fact]
    public void Pages_certificates_and_empty_data_folders_decide_no_routes_and_another_missing_file_is_a_note()
    {
        var scan = ComposeScan.Of("""
            services:
              site:
                image: nginx
                volumes: ["./html:/usr/share/nginx/html", "./certs:/etc/nginx/certs", "logs:/var/log/nginx", "/var/run/docker.sock:/var/run/docker.sock"]
              db:
                image: postgres
                volumes: ["./my.conf:/etc/postgresql.conf", "./data:/var/lib/postgresql/data"]
            """);

        Assert.Empty(scan.Target.Unknowns);
        Assert.Equal(GapKind.Note, Assert.Single(scan.Model.Gaps).Kind);
    }

    [Fact]
    public void A_proxy_without_a_readable_configuration_is_unknown_and_plain_nginx_is_not()
    {
        var scan = ComposeScan.Of("services:\n  lb: { image: haproxy }\n  edge: { image: traefik:v3 }\n  site: { image: nginx }\n");

        Assert.Equal(["routes of compose:shop/lb", "routes of compose:shop/edge"], scan.Target.Unknowns.Select(u => u.What));
        Assert.Contains("container labels", scan.Target.Unknowns[1].Reason);
    }

    [Fact]
    public void A_gateway_of_YARP_is_read_from_the_settings_of_the_project_with_the_overlay_of_its_environment()
    {
        var scan = ComposeScan.Of(
            ("compose.yaml", "services:\n  gw: { build: { context: ., dockerfile: Gw/Dockerfile }, ports: ['80:8080'], environment: { ASPNETCORE_ENVIRONMENT: Docker } }\n"),
            ("Gw/Dockerfile", "FROM aspnet\nENTRYPOINT [\"dotnet\", \"Gw.dll\"]\n"),
            ("Gw/appsettings.json", """
                { "ReverseProxy": { "Routes": { "a": { "ClusterId": "a", "Match": { "Path": "/a" } } },
                  "Clusters": { "a": { "Destinations": { "d": { "Address": "http://localhost:5001" } } } } } }
                """),
            ("Gw/appsettings.Docker.json", """{ "ReverseProxy": { "Clusters": { "a": { "Destinations": { "d": { "Address": "http://orders:8080" } } } } } }"""));

        Assert.Equal("http://orders:8080", Assert.Single(scan.Target.Routes).Backends[0].Address.ToString());
        Assert.Equal("Gw/appsettings.Docker.json", scan.Target.Routes[0].Backends[0].At.At.Path);
        Assert.Equal(("compose:shop/gw#/a", 80), Assert.Single(scan.Target.Exposures) is var e ? (e.TargetId, e.Port!.Value) : default);
    }

    [Fact]
    public void An_application_that_copies_its_whole_folder_is_no_proxy()
    {
        var scan = ComposeScan.Of(
            ("compose.yaml", "services:\n  api: { build: ., ports: ['80:80'] }\n"),
            ("Dockerfile", "FROM aspnet\nCOPY . /app\nENTRYPOINT [\"dotnet\", \"Api.dll\"]\n"),
            ("nginx.conf", "server { location / { proxy_pass http://x; } }"));

        Assert.Empty(scan.Target.Routes);
    }
}
