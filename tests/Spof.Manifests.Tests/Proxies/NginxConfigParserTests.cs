using Spof.Manifests.Proxies;
using Spof.Manifests.Proxies.Nginx;

namespace Spof.Manifests.Tests.Proxies;

public class NginxConfigParserTests
{
    [Fact]
    public void Upstreams_servers_and_locations_become_routes()
    {
        var routes = Parse("""
            user nginx;
            events { worker_connections 1024; }
            http {
                upstream orders {
                    least_conn;
                    server orders-1:8080 weight=3;
                    server orders-2:8080 max_fails=3;
                    server orders-3:8080 backup;
                    server orders-4:8080 down;
                }
                server {
                    listen 80 default_server;
                    server_name shop.local;
                    location / { root /usr/share/nginx/html; }
                    location /orders/ { proxy_pass http://orders/; }
                    location = /grpc { grpc_pass grpc://pricing:5000; }
                    location ~ \.php$ { fastcgi_pass php:9000; }
                }
            }
            """);

        Assert.Equal(
            [
                "#/orders/ -> orders-1:8080, orders-2:8080, orders-3:8080*",
                "#/grpc -> grpc://pricing:5000",
                @"#~ \.php$ -> php:9000",
            ],
            routes.Lines());
        Assert.All(routes.Routes, r => Assert.Equal((80, "shop.local", "compose:shop/web"), (r.ListenPort, r.Host, r.ViaWorkloadId)));
        Assert.Equal([80], routes.OwnPorts);
        Assert.Equal((15, 9), (routes.Routes[0].At.At.Line, routes.Routes[0].At.At.Column));
        Assert.Equal(6, routes.Routes[0].Backends[0].At.At.Line);
        Assert.Empty(routes.Gaps);
        Assert.Empty(routes.Unknowns);
    }

    [Fact]
    public void Comments_and_quoted_braces_are_no_syntax()
    {
        var routes = Parse("""
            server {
                # location /old { proxy_pass http://old; }
                add_header X "a { b; } # c";
                location '/a b' { proxy_pass "http://api"; }
            }
            """);

        Assert.Equal(["#/a b -> http://api"], routes.Lines());
        Assert.Empty(routes.Gaps);
    }

    [Fact]
    public void A_template_takes_its_hosts_from_the_environment_of_the_container()
    {
        var routes = Parse(
            "server { listen ${PORT}; location /api/ { proxy_pass http://${CATALOGUE_HOST}:8080/; } location /u { proxy_pass http://${USER_HOST}/; } }",
            environment: new() { ["CATALOGUE_HOST"] = "catalogue", ["PORT"] = "8080" });

        Assert.Equal(["#/api/ -> http://catalogue:8080", "#/u -> "], routes.Lines());
        Assert.Equal(8080, routes.Routes[0].ListenPort);
        Assert.Equal("variable 'USER_HOST' has no default and no file sets it", Assert.Single(routes.Unknowns).Reason);
    }

    [Fact]
    public void A_variable_that_is_set_to_a_constant_is_followed_and_any_other_one_is_unknown()
    {
        var routes = Parse("""
            server {
                resolver 127.0.0.11;
                set $upstream http://api:8080;
                location /a { proxy_pass $upstream; }
                location /b { set $host_b b; proxy_pass http://$host_b:81$request_uri; }
                location /c { proxy_pass http://$arg_backend; }
            }
            """);

        Assert.Equal(["#/a -> http://api:8080", "#/b -> http://b:81", "#/c -> "], routes.Lines());
        var unknown = Assert.Single(routes.Unknowns);
        Assert.Equal("backends of compose:shop/web#/c", unknown.What);
        Assert.Contains("variable of nginx", unknown.Reason);
    }

    [Fact]
    public void A_fallback_for_gateway_errors_is_a_backup()
    {
        var routes = Parse("""
            server {
                location / { proxy_pass http://main; error_page 502 503 = @spare; }
                location @spare { proxy_pass http://spare; }
                location /static { try_files $uri @app; }
                location @app { proxy_pass http://app; }
                location /own { proxy_pass http://own; error_page 404 = @spare; }
            }
            """);

        Assert.Equal(["#/ -> http://main, http://spare*", "#/static -> http://app", "#/own -> http://own"], routes.Lines());
    }

    [Fact]
    public void A_stream_server_is_one_route()
    {
        var routes = Parse("stream { upstream db { server db1:5432; server db2:5432 backup; } server { listen 5432; proxy_pass db; } }");

        Assert.Equal(["#:5432 -> db1:5432, db2:5432*"], routes.Lines());
    }

    [Fact]
    public void The_same_path_of_two_servers_gives_two_ids()
    {
        var routes = Parse("""
            server { listen 80; server_name a.local; location / { proxy_pass http://a; } }
            server { listen 80; server_name b.local; location / { proxy_pass http://b; } }
            """);

        Assert.Equal(["#a.local:80/ -> http://a", "#b.local:80/ -> http://b"], routes.Lines());
    }

    [Fact]
    public void A_server_on_two_ports_has_no_single_port()
    {
        var route = Assert.Single(Parse("server { listen 80; listen [::]:80; listen 443 ssl; location / { proxy_pass http://a; } }").Routes);

        Assert.Null(route.ListenPort);
    }

    [Fact]
    public void Passing_to_a_socket_file_stays_inside_the_container()
    {
        var routes = Parse("upstream app { server unix:/tmp/app.sock; } server { listen 8000; location / { proxy_pass http://app; } }");

        Assert.Empty(routes.Routes);
        Assert.Equal([8000], routes.OwnPorts);
        Assert.Empty(routes.Unknowns);
    }

    [Fact]
    public void Includes_are_followed_and_positions_are_those_of_the_included_file()
    {
        var routes = Parse(
            "http { include /etc/nginx/mime.types; include conf.d/*.conf; include missing.conf; }",
            includes: new() { ["conf.d/*.conf"] = "server {\n location / { proxy_pass http://api; }\n}" });

        var route = Assert.Single(routes.Routes);
        Assert.Equal("conf.d/*.conf:2", route.At.At.ToString());
        Assert.Contains("included file is not", Assert.Single(routes.Gaps).Reason);
    }

    [Fact]
    public void A_file_that_includes_itself_is_a_gap()
    {
        var routes = Parse("include a.conf;", includes: new() { ["a.conf"] = "include b.conf;", ["b.conf"] = "include a.conf;" });

        Assert.Contains("includes itself", Assert.Single(routes.Gaps).Reason);
    }

    [Theory]
    [InlineData("server { location / { proxy_pass http://a; }", "no closing brace")]
    [InlineData("server { } }", "without an opening one")]
    [InlineData("server { listen 80 }", "not ended by ';'")]
    [InlineData("proxy_pass", "not ended by ';'")]
    public void Broken_syntax_is_a_gap_and_the_rest_is_read(string text, string reason) =>
        Assert.Contains(Parse(text).Gaps, g => g.IsError && g.Reason.Contains(reason, StringComparison.Ordinal));

    [Fact]
    public void A_hundred_thousand_open_blocks_do_not_crash() =>
        Assert.Contains(Parse(string.Concat(Enumerable.Repeat("a {", 100_000))).Gaps, g => g.Reason.Contains("nest deeper", StringComparison.Ordinal));

    [Fact]
    public void A_variable_that_doubles_itself_stays_short()
    {
        var text = string.Join('\n', Enumerable.Range(1, 64).Select(i => $"set $v{i} \"$v{i - 1}x$v{i - 1}\";"));

        Assert.Empty(Parse($"server {{ set $v0 a; {text} location / {{ proxy_pass http://$v64; }} }}").Gaps);
    }

    [Fact]
    public void Lua_blocks_are_passed_over() =>
        Assert.Equal(["#/b -> http://b"], Parse("""
            server {
                location /a { content_by_lua_block { if x then ngx.say("{}") end } }
                location /b { proxy_pass http://b; }
            }
            """).Lines());

    [Theory]
    [InlineData("nginx.conf", "http {\n}", true)]
    [InlineData("default.conf", "server {\n}", true)]
    [InlineData("default.conf.template", "  server {\n}", true)]
    [InlineData("redis.conf", "port 6379\n# server { }", false)]
    [InlineData("nginx.conf", "[Unit]\nDescription=http", false)]
    [InlineData("appsettings.json", "server {", false)]
    public void Only_files_of_nginx_are_claimed(string fileName, string text, bool expected) =>
        Assert.Equal(expected, new NginxConfigParser().Claims(fileName, text));

    private static ProxyRoutes Parse(
        string text, Dictionary<string, string>? environment = null, Dictionary<string, string>? includes = null) =>
        ProxyText.Parse(new NginxConfigParser(), text, "nginx.conf", environment, includes);
}
