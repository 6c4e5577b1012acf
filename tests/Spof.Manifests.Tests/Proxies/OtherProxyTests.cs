using Spof.Manifests.Proxies.Caddy;
using Spof.Manifests.Proxies.Envoy;
using Spof.Manifests.Proxies.Yarp;

namespace Spof.Manifests.Tests.Proxies;

public class OtherProxyTests
{
    [Fact]
    public void Envoy_version_3_with_priorities_and_weights()
    {
        var routes = ProxyText.Parse(new EnvoyConfigParser(), """
            static_resources:
              listeners:
              - address: { socket_address: { address: 0.0.0.0, port_value: 10000 } }
                filter_chains:
                - filters:
                  - name: envoy.filters.network.http_connection_manager
                    typed_config:
                      route_config:
                        virtual_hosts:
                        - domains: ["api.local"]
                          routes:
                          - match: { prefix: /orders }
                            route: { cluster: orders }
                          - match: { path: /health }
                            direct_response: { status: 200 }
                          - match: { safe_regex: { regex: "/v[0-9]+" } }
                            route: { weighted_clusters: { clusters: [ { name: orders, weight: 90 }, { name: canary, weight: 10 } ] } }
                          - match: { prefix: / }
                            route: { cluster_header: x-cluster }
              - address: { socket_address: { address: 0.0.0.0, port_value: 5432 } }
                filter_chains:
                - filters:
                  - typed_config: { cluster: nobody }
              clusters:
              - name: orders
                load_assignment:
                  endpoints:
                  - lb_endpoints:
                    - endpoint: { address: { socket_address: { address: orders-1, port_value: 80 } } }
                  - priority: 1
                    lb_endpoints:
                    - endpoint: { address: { socket_address: { address: orders-2, port_value: 80 } } }
              - name: canary
                load_assignment:
                  endpoints:
                  - lb_endpoints:
                    - endpoint: { address: { socket_address: { address: canary, port_value: 80 } } }
            """, "envoy.yaml");

        Assert.Equal(
            [
                "#/orders -> orders-1:80, orders-2:80*", "#/v[0-9]+ -> orders-1:80, orders-2:80*, canary:80", "#/ -> ", "#:5432 -> ",
            ],
            routes.Lines());
        Assert.Equal(
            ["the route takes its cluster from the request", "there is no cluster 'nobody' in the file"], routes.Unknowns.Select(u => u.Reason));
        Assert.Equal([10000], routes.OwnPorts);
        Assert.Equal("api.local", routes.Routes[0].Host);
        Assert.Equal(12, routes.Routes[0].At.At.Line);
    }

    [Fact]
    public void Envoy_that_a_control_plane_feeds_is_told()
    {
        var routes = ProxyText.Parse(new EnvoyConfigParser(), "static_resources: {}\ndynamic_resources: { cds_config: {} }\n", "envoy.yaml");

        Assert.Contains("control plane", Assert.Single(routes.Gaps).Reason);
    }

    [Fact]
    public void Caddy_sites_matchers_and_upstreams()
    {
        var routes = ProxyText.Parse(new CaddyConfigParser(), """
            {
                email admin@shop.local
            }
            (common) {
                header X 1
            }
            shop.local {
                import common
                @admin path /admin/*
                reverse_proxy @admin admin:8080
                reverse_proxy /api/* api-1:80 api-2:80
                handle_path /files/* {
                    reverse_proxy {
                        to {$FILES_HOST}:80 {$SPARE_HOST:spare}:80
                        lb_policy first
                    }
                }
                file_server
            }
            :8080 {
                reverse_proxy http://web
            }
            """, "Caddyfile", new() { ["FILES_HOST"] = "files" });

        Assert.Equal(
            ["#/admin/* -> admin:8080", "#/api/* -> api-1:80, api-2:80", "#/files/* -> files:80, spare:80", "#:8080 -> http://web"],
            routes.Lines());
        Assert.Equal([443], routes.OwnPorts);
    }

    [Fact]
    public void Caddy_with_one_site_needs_no_braces() =>
        Assert.Equal(["#:80 -> api:5000"], ProxyText.Parse(new CaddyConfigParser(), ":80\n\nreverse_proxy api:5000\n", "Caddyfile").Lines());

    [Theory]
    [InlineData("}")]
    [InlineData("{")]
    [InlineData("a {\n reverse_proxy {")]
    [InlineData("a {\n @m {")]
    [InlineData("handle {\n")]
    public void Broken_Caddyfiles_never_throw(string text) => Assert.NotNull(ProxyText.Parse(new CaddyConfigParser(), text, "Caddyfile"));

    [Fact]
    public void Yarp_routes_lead_to_destinations_and_variables_replace_addresses()
    {
        var routes = ProxyText.Parse(new YarpConfigParser(), """
            {
              // comments are allowed
              "ReverseProxy": {
                "Routes": {
                  "orders": { "ClusterId": "orders", "Match": { "Path": "/orders/{**rest}", "Hosts": [ "shop.local" ] } },
                  "lost": { "ClusterId": "nobody", "Match": { "Path": "/lost" } },
                  "empty": { "ClusterId": "empty", "Match": { "Path": "/empty" } }
                },
                "Clusters": {
                  "orders": { "Destinations": { "d1": { "Address": "http://localhost:5001" }, "d2": { "Address": "http://orders-2:80/" } } },
                  "empty": { "Destinations": {} }
                }
              }
            }
            """, "appsettings.json", new() { ["ReverseProxy__Clusters__orders__Destinations__d1__Address"] = "http://orders-1:80" });

        Assert.Equal(["#/orders/{**rest} -> http://orders-1:80, http://orders-2:80", "#/lost -> ", "#/empty -> "], routes.Lines());
        Assert.Equal("compose.yaml", routes.Routes[0].Backends[0].At.At.Path);
        Assert.Equal(2, routes.Unknowns.Length);
        Assert.Equal(("shop.local", 5), (routes.Routes[0].Host, routes.Routes[0].At.At.Line));
    }

    [Fact]
    public void Appsettings_without_a_gateway_are_not_claimed() =>
        Assert.False(new YarpConfigParser().Claims("appsettings.json", """{ "ConnectionStrings": { } }"""));
}
