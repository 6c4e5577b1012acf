using System.Text;
using System.Text.RegularExpressions;

namespace Spof.Tool.Tests.Samples;

/// <summary>
/// A folder that holds a marker in every place where people put secrets. <c>hunterNN</c> is a password and <c>joeNN</c> an account that only
/// their places give away; <c>Zq7HiddenNNKp4Wm9Xt2Rb</c> is a token that its shape gives away.
/// </summary>
internal sealed partial class SecretTree : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spof-secrets-");

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static readonly (string Path, string Text)[] Files =
    [
        ("Web/Web.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Npgsql" Version="9.0.0" />
                <PackageReference Include="StackExchange.Redis" Version="2.8.0" />
                <PackageReference Include="RabbitMQ.Client" Version="7.0.0" />
              </ItemGroup>
            </Project>
            """),
        ("Web/Program.cs", """
            using System.Net;
            using System.Net.Http.Headers;
            using Npgsql;
            using RabbitMQ.Client;
            using StackExchange.Redis;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient("bot", c => c.BaseAddress = new Uri("https://api.telegram.org/bot123456:hunter01/"));
            builder.Services.AddHttpClient("chat", c => { c.BaseAddress = new Uri("https://hooks.slack.com/services/T000/B000/hunter02"); });
            builder.Services.AddHttpClient("auth", c => c.DefaultRequestHeaders.Add("Authorization", "Basic hunter03"));
            builder.Services.AddSingleton(_ => new NpgsqlConnection("Host=db01.acme.io;Username=joe04;Password=hunter04;Database=orders"));
            builder.Services.AddSingleton(_ => ConnectionMultiplexer.Connect("cache.acme.io:6379,user=joe05,password=hunter05"));
            builder.Services.AddSingleton(_ => new ConnectionFactory { HostName = "mq.acme.io", UserName = "joe06", Password = "hunter06" });
            builder.Services.AddHttpClient<Caller>();
            var app = builder.Build();
            app.MapGet("/", (Caller caller) => caller.CallAsync());
            app.Run();

            public sealed class Caller(HttpClient http)
            {
                public async Task CallAsync()
                {
                    await http.PostAsync("https://discord.com/api/webhooks/123/hunter07", null);
                    await http.GetAsync("https://joe08:hunter08@api.acme.io/v1/orders");
                    await http.GetAsync("https://api.stripe.com/v1/charges?code=hunter09");
                    await http.GetAsync("https://api.stripe.com/v1/Zq7Hidden10Kp4Wm9Xt2Rb/charges");
                    await new HttpClient(new HttpClientHandler { Credentials = new NetworkCredential("joe11", "hunter11") }).GetAsync("https://api.stripe.com/v1");
                    using var message = new HttpRequestMessage(HttpMethod.Get, "https://api.twilio.com/x") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", "hunter12") } };
                    await http.SendAsync(message);
                    http.DefaultRequestHeaders.Add("X-Api-Key", "hunter13"); await http.GetAsync("https://api.sendgrid.com/v3");
                    using var connection = new NpgsqlConnection("Server=db02.acme.io;User ID=joe14;Pwd=hunter14"); await connection.OpenAsync();
                }
            }
            """),
        ("Web/appsettings.json", $$"""
            {
              "ConnectionStrings": {
                "Sql": "Data Source=sql.acme.io;User ID=joe15;Password=hunter15;Initial Catalog=o",
                "Mongo": "mongodb://joe16:hunter16@mongo.acme.io/orders?authSource=admin",
                "Blob": "DefaultEndpointsProtocol=https;AccountName=acct;AccountKey=hunter17;EndpointSuffix=core.windows.net",
                "Bus": "Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=hunter18",
                "Ora": "Data Source=joe19/hunter19@ora.acme.io:1521/orcl"
              },
              "Hook": "https://hooks.slack.com/services/T1/B1/hunter20",
              "Bot": { "Url": "https://api.telegram.org/bot123456:hunter21/sendMessage", "Token": "hunter22", "UserName": "joe22" },
              "Jwt": { "Key": "hunter23", "Sample": "eyJhbGciOiJIUzI1NiJ9.Zq7Hidden24Kp4Wm9Xt2Rb.sig" },
              "ReverseProxy": {
                "Routes": { "r": { "ClusterId": "c", "Match": { "Path": "/in/Zq7Hidden25Kp4Wm9Xt2Rb/{**rest}" } } },
                "Clusters": { "c": { "Destinations": { "d": { "Address": "http://joe26:hunter26@api:8080/Zq7Hidden27Kp4Wm9Xt2Rb" } } } }
              }
            }
            """),
        ("Web/Dockerfile", """
            FROM joe28:hunter28@registry.acme.io/aspnet:10.0
            ARG TOKEN=hunter29
            ENV DB_PASSWORD=hunter30 DB_URL=postgres://joe30:hunter30@pg.acme.io/o
            LABEL secret=hunter31
            RUN curl -H "Authorization: Bearer hunter32" https://api.acme.io
            HEALTHCHECK CMD curl -u joe33:hunter33 http://localhost/
            ENTRYPOINT ["dotnet", "Web.dll", "--api-key", "hunter34", "--user=joe34"]
            """),
        (".env", "REDIS_PASSWORD=hunter35\nPG=Host=pg2.acme.io;Username=joe35;Password=hunter35\nHOOK=https://discord.com/api/webhooks/5/hunter36\n"),
        ("docker-compose.yml", """
            name: shop
            services:
              web:
                build: { context: ./Web, args: { TOKEN: hunter37 } }
                ports: [ "8080:8080" ]
                env_file: [ .env ]
                environment:
                  ConnectionStrings__Sql: "Server=sql2.acme.io;User Id=joe38;Password=hunter38"
                  ConnectionStrings__Redis: "redis:6379,password=hunter39"
                  CALLBACK: "https://joe40:hunter40@cb.acme.io/x?sig=hunter41"
                  PROXY: "${PG}"
                  SEQ_APIKEY: hunter42
                labels: { "traefik.basicauth": "joe43:hunter43", "com.acme.token": "hunter44" }
                depends_on: [ redis, edge ]
              redis:
                image: joe45:hunter45@registry.acme.io/redis:7
                command: redis-server --requirepass hunter46
                healthcheck: { test: [ "CMD", "redis-cli", "-a", "hunter47", "ping" ] }
              mysql:
                image: mysql:8
                command: [ "mysqld", "-phunter48", "--init=CREATE USER joe48 IDENTIFIED BY 'x'" ]
                environment: [ "MYSQL_ROOT_PASSWORD=hunter49", "MYSQL_USER=joe49" ]
              edge:
                image: nginx
                ports: [ "80:80" ]
                volumes: [ "./edge.conf:/etc/nginx/conf.d/default.conf" ]
              lb:
                image: haproxy
                ports: [ "81:81" ]
                volumes: [ "./haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg" ]
              caddy:
                image: caddy
                ports: [ "82:82" ]
                volumes: [ "./Caddyfile:/etc/caddy/Caddyfile" ]
              envoy:
                image: envoyproxy/envoy
                ports: [ "83:83" ]
                volumes: [ "./envoy.yaml:/etc/envoy/envoy.yaml" ]
              remote: { build: "https://joe50:hunter50@git.acme.io/x.git" }
              file: { image: a, env_file: "https://joe51:hunter51@git.acme.io/x.env" }
            """),
        ("edge.conf", """
            server {
              listen 80;
              location / { proxy_pass http://joe52:hunter52@web:8080; }
              location /in/Zq7Hidden53Kp4Wm9Xt2Rb { proxy_pass http://web:8080/Zq7Hidden54Kp4Wm9Xt2Rb; proxy_set_header Authorization "Basic hunter55"; }
              location /x?token=hunter56 { proxy_pass http://web:8080; }
            }
            """),
        ("haproxy.cfg", """
            userlist people
              user joe57 insecure-password hunter57
            frontend web
              bind *:81
              acl in path_beg /in/Zq7Hidden58Kp4Wm9Xt2Rb
              use_backend app if in
              default_backend app
            backend app
              http-request set-header Authorization "Basic hunter59"
              server one web:8080 check
            """),
        ("Caddyfile", ":82 {\n  basic_auth { joe60 hunter60 }\n  reverse_proxy /in/Zq7Hidden61Kp4Wm9Xt2Rb http://joe62:hunter62@web:8080\n}\n"),
        ("envoy.yaml", """
            static_resources:
              listeners:
                - address: { socket_address: { address: 0.0.0.0, port_value: 83 } }
                  filter_chains:
                    - filters:
                        - typed_config:
                            route_config: { virtual_hosts: [ { domains: [ "*" ], routes: [ { match: { prefix: "/in/Zq7Hidden63Kp4Wm9Xt2Rb" }, route: { cluster: web } } ] } ] }
              clusters:
                - name: web
                  load_assignment: { endpoints: [ { lb_endpoints: [ { endpoint: { address: { socket_address: { address: web, port_value: 8080 } } } } ] } ] }
            """),
        ("k8s/web.yaml", $$"""
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: web, annotations: { token: hunter64, note: "user=joe64;password=hunter64" } }
            spec:
              replicas: 1
              selector: { matchLabels: { app: web } }
              template:
                metadata: { labels: { app: web }, annotations: { "vault/token": hunter65 } }
                spec:
                  containers:
                    - name: web
                      image: joe66:hunter66@registry.acme.io/web:1
                      command: [ "sh", "-c", "curl -u joe67:hunter67 http://a; dotnet Web.dll --password hunter67 --user joe67" ]
                      args: [ "--token", "hunter68", "--url=https://joe68:hunter68@x.acme.io/bot123456:hunter69/y?z=hunter69" ]
                      readinessProbe: { httpGet: { path: "/health?token=hunter70", port: 80 } }
                      livenessProbe: { httpGet: { path: "/Zq7Hidden71Kp4Wm9Xt2Rb", port: 80, httpHeaders: [ { name: Authorization, value: "Bearer hunter71" } ] } }
                      env:
                        - { name: PGPASSWORD, value: hunter72 }
                        - { name: DB_USER, value: joe72 }
                        - { name: ConnectionStrings__Sql, value: "Server=db;Uid=joe73;Pwd=hunter73" }
                        - { name: HOOK_URL, value: "https://hooks.slack.com/services/T/B/hunter74" }
                        - { name: API_URL, value: "https://api.telegram.org/bot123456:hunter75/send" }
                        - { name: Mongo, valueFrom: { secretKeyRef: { name: keys, key: mongo } } }
                      envFrom: [ { configMapRef: { name: settings } }, { secretRef: { name: keys } } ]
                      volumeMounts: [ { name: proxy, mountPath: /etc/nginx/conf.d } ]
                  volumes: [ { name: proxy, configMap: { name: proxy } } ]
            ---
            apiVersion: v1
            kind: Secret
            metadata: { name: keys }
            data: { mongo: {{Base64("mongodb://joe76:hunter76@mongo.acme.io/x")}}, plain: {{Base64("hunter77")}} }
            stringData: { url: "https://joe78:hunter78@s.acme.io/", other: hunter79 }
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: settings }
            data: { KAFKA: "kafka:9092", SASL: "username=joe80 password=hunter80", JAAS: "org.Plain required username=\"joe81\" password=\"hunter81\";" }
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: proxy }
            data:
              default.conf: |
                server { listen 80; location /in/Zq7Hidden82Kp4Wm9Xt2Rb { proxy_pass http://joe82:hunter82@db:80/; } }
            ---
            apiVersion: v1
            kind: Service
            metadata: { name: web }
            spec: { type: LoadBalancer, selector: { app: web }, ports: [ { port: 80 } ] }
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: { name: db }
            spec:
              selector: { matchLabels: { app: db } }
              template: { metadata: { labels: { app: db } }, spec: { containers: [ { name: db, image: "postgres:17", env: [ { name: POSTGRES_PASSWORD, value: hunter83 } ] } ] } }
            ---
            apiVersion: v1
            kind: Service
            metadata: { name: db }
            spec: { selector: { app: db }, ports: [ { port: 5432 } ] }
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: { name: web, annotations: { "nginx.ingress.kubernetes.io/auth-secret": hunter84 } }
            spec:
              rules:
                - http:
                    paths:
                      - { path: "/x?token=hunter85", backend: { service: { name: web, port: { number: 80 } } } }
                      - { path: "/x?token=hunter86", backend: { service: { name: db, port: { number: 80 } } } }
                      - { path: "/bot123456:hunter87/in", backend: { service: { name: web, port: { number: 80 } } } }
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: { name: web }
            spec:
              parentRefs: [ { name: gw } ]
              rules:
                - { matches: [ { path: { value: "/in/Zq7Hidden88Kp4Wm9Xt2Rb" } }, { path: { value: "/in/Zq7Hidden89Kp4Wm9Xt2Rb" } } ], backendRefs: [ { name: web, port: 80 } ] }
            """),
        ("k8s/broken.yaml", "apiVersion: v1\nkind: Secret\ndata: { password: hunter90\n  [\n"),
        ("Broken/Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\"><PropertyGroup><Password>hunter91</Pass></PropertyGroup></Project>"),
    ];

    public SecretTree()
    {
        foreach (var (path, text) in Files)
        {
            var full = Path.Combine(Root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }
    }

    public string Root => _folder.FullName;

    /// <summary>Every marker that a file holds, and the markers in Base64 as the file holds them.</summary>
    public static IReadOnlyList<string> Markers { get; } =
    [
        .. Files.SelectMany(f => Marker().Matches(f.Text)).Select(m => m.Value).Append("joe76").Append("hunter76").Append("hunter77")
            .Append(Base64("hunter77")).Append(Base64("mongodb://joe76:hunter76@mongo.acme.io/x")).Distinct(StringComparer.Ordinal),
    ];

    public void Dispose() => _folder.Delete(recursive: true);

    [GeneratedRegex(@"(hunter|joe|Zq7Hidden)\d\d")]
    private static partial Regex Marker();
}
