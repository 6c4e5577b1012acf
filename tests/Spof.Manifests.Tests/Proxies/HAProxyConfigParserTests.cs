using Spof.Manifests.Proxies;
using Spof.Manifests.Proxies.HAProxy;

namespace Spof.Manifests.Tests.Proxies;

public class HAProxyConfigParserTests
{
    [Fact]
    public void A_listener_with_servers_is_a_route_and_one_without_is_none()
    {
        var routes = Parse("""
            global
                maxconn 100
            defaults
                mode tcp
            listen stats
                bind *:7000
                stats enable
            listen batman
                bind *:5000
                option httpchk
                default-server inter 3s fall 3
                server pg1 pg1:5432 maxconn 100 check port 8008
                server pg2 pg2:5432 check backup   # spare
                server old old:5432 disabled
            """);

        Assert.Equal(["#:5000 -> pg1:5432, pg2:5432*"], routes.Lines());
        Assert.Equal((5000, "listen batman", 8), (routes.Routes[0].ListenPort, routes.Routes[0].At.Text, routes.Routes[0].At.At.Line));
        Assert.Equal([7000], routes.OwnPorts);
        Assert.Empty(routes.Gaps);
        Assert.Empty(routes.Unknowns);
    }

    [Fact]
    public void Frontends_lead_to_their_backends_by_path_and_host()
    {
        var routes = Parse("""
            frontend web
                bind :80
                acl is_api path_beg /api
                acl is_admin hdr(host) -i admin.local
                use_backend api if is_api
                use_backend admin if is_admin
                default_backend site
            backend api
                server a1 10.0.0.1:8080 check
                server a2 10.0.0.2:8080 check
            backend admin
                server adm admin:80
            backend site
                server-template web 3 _http._tcp.web.local:80 check
            """);

        Assert.Equal(
            ["#/api -> 10.0.0.1:8080, 10.0.0.2:8080", "#admin.local:80 -> admin:80", "#:80 -> _http._tcp.web.local:80"],
            routes.Lines());
        Assert.Equal(["/api", null, null], routes.Routes.Select(r => r.Path));
        Assert.Equal([null, "admin.local", null], routes.Routes.Select(r => r.Host));
    }

    [Fact]
    public void Servers_of_a_template_are_unknown_and_the_structure_is_kept()
    {
        var routes = Parse("""
            listen master
                bind *:5000
                option httpchk OPTIONS /master
            {{range gets "/members/*"}}    server {{base .Key}} {{$data := json .Value}}{{base (replace (index (split $data.conn_url "/") 2) "@" "" -1)}} maxconn 100 check port 8008
            {{end}}
            listen replicas
                bind *:5001
                server fixed pg:5432
            {{range gets "/members/*"}}    server x {{.Key}}
            {{end}}
            """, "haproxy.tmpl");

        Assert.Equal(["#:5000 -> ", "#:5001 -> pg:5432"], routes.Lines());
        Assert.Equal(2, routes.Unknowns.Length);
        Assert.All(routes.Unknowns, u => Assert.Contains("filled in by a template", u.Reason));
    }

    [Fact]
    public void A_backend_that_is_not_in_the_file_is_unknown()
    {
        var routes = Parse("frontend f\n  bind *:80\n  default_backend nobody\n");

        Assert.Equal(["#:80 -> "], routes.Lines());
        Assert.Contains("no backend 'nobody'", Assert.Single(routes.Unknowns).Reason);
    }

    [Fact]
    public void Addresses_come_from_the_environment_of_the_container()
    {
        var routes = ProxyText.Parse(
            new HAProxyConfigParser(), "listen l\n bind \"*:${PORT}\"\n server a \"${DB_HOST}:5432\"\n server b \"${OTHER}:5432\"\n",
            "haproxy.cfg", new() { ["PORT"] = "5000", ["DB_HOST"] = "db" });

        Assert.Equal(["#:5000 -> db:5432"], routes.Lines());
        Assert.Contains("'OTHER' has no default", Assert.Single(routes.Unknowns).Reason);
    }

    [Fact]
    public void A_listener_on_a_socket_file_or_several_ports_has_no_single_port()
    {
        var routes = Parse("listen a\n bind /run/x.sock\n bind *:80,*:81\n server s s:1\n");

        Assert.Null(Assert.Single(routes.Routes).ListenPort);
    }

    [Theory]
    [InlineData("haproxy.cfg", "frontend a\n", true)]
    [InlineData("lb.cfg", "defaults\nlisten a\n", true)]
    [InlineData("haproxy.cfg", "# frontend\nnothing", false)]
    [InlineData("setup.cfg", "[metadata]\nname = backend", false)]
    [InlineData("README.md", "backend x", false)]
    public void Only_files_of_HAProxy_are_claimed(string fileName, string text, bool expected) =>
        Assert.Equal(expected, new HAProxyConfigParser().Claims(fileName, text));

    [Theory]
    [InlineData("")]
    [InlineData("listen")]
    [InlineData("frontend\n bind\n server\n use_backend\n default_backend\n acl\n")]
    [InlineData("backend b\n server a\n server x :\n")]
    [InlineData("listen a\n bind \"unclosed\n server \\")]
    public void Broken_input_never_throws(string text) => Assert.NotNull(Parse(text));

    private static ProxyRoutes Parse(string text, string fileName = "haproxy.cfg") => ProxyText.Parse(new HAProxyConfigParser(), text, fileName);
}
