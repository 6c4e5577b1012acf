using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof1003Tests
{
    private static SettingsTest Rule { get; } = new("SPOF1003");

    [Theory]
    [InlineData("ConnectionStrings:Orders", "Host=10.20.0.5;Database=orders")]
    [InlineData("ConnectionStrings:Orders", "Server=sql-2;Database=orders;Trusted_Connection=True")]
    [InlineData("ConnectionStrings:Orders", "Server=sql01.corp,1433;Initial Catalog=orders")]
    [InlineData("ConnectionStrings:Cache", "redis01:6379,abortConnect=false")]
    [InlineData("Erp:BaseUrl", "https://web3.corp/erp")]
    [InlineData("Erp:BaseUrl", "http://192.168.4.20:8080")]
    [InlineData("RabbitMq:HostName", "mq02")]
    [InlineData("RabbitMq:Uri", "amqp://shop:secret@rabbit1.internal:5672")]
    [InlineData("Kafka:BootstrapServers", "kafka-0.kafka.shop.svc.cluster.local:9092")]
    [InlineData("Smtp:Host", "10.20.0.25")]
    [InlineData("Elastic:Nodes:0", "http://es01.lan:9200")]
    [InlineData("Sap:Server", "redis07")]
    public Task A_value_that_means_one_machine_is_reported(string key, string value) => Rule.VerifyAsync(("appsettings.Production.json", Spof1002Tests.Json(key, value, true)));

    [Theory]
    [InlineData("ConnectionStrings:Orders", "Host=orders-db;Database=orders")]
    [InlineData("ConnectionStrings:Orders", "Host=pg01,pg02;Database=orders")]
    [InlineData("ConnectionStrings:Orders", "Server=sql01;Failover Partner=sql02;Initial Catalog=orders")]
    [InlineData("ConnectionStrings:Orders", "Server=listener01.corp;MultiSubnetFailover=true;Initial Catalog=orders")]
    [InlineData("ConnectionStrings:Orders", "mongodb://mongo01,mongo02/orders")]
    [InlineData("ConnectionStrings:Cache", "redis01:6379,redis02:6379")]
    [InlineData("ConnectionStrings:Orders", "Host=postgres16;Database=orders")]
    [InlineData("ConnectionStrings:Cache", "redis7:6379")]
    [InlineData("Erp:BaseUrl", "http://oauth2.corp")]
    [InlineData("Erp:BaseUrl", "https://api-v2.corp")]
    [InlineData("Erp:BaseUrl", "https://login2.vendor.com")]
    [InlineData("Erp:BaseUrl", "http://localhost:5000")]
    [InlineData("Storage:Endpoint", "https://s3.corp")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://10.20.0.5:80")]
    [InlineData("Cors:Origins:0", "http://10.20.0.5")]
    [InlineData("AllowedHosts", "web01")]
    [InlineData("Jwt:Issuer", "http://10.20.0.5")]
    [InlineData("App:SelfUrl", "http://10.20.0.5")]
    [InlineData("App:PublicUrl", "http://web01")]
    [InlineData("IpRateLimiting:IpWhitelist:0", "10.20.0.5")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector01:4317")]
    [InlineData("HealthChecksUI:HealthChecks:0:Uri", "http://10.20.0.5/hc")]
    [InlineData("App:Version", "10.20.0.5")]
    [InlineData("App:Name", "web01")]
    [InlineData("ReverseProxy:Clusters:orders:Destinations:a:Address", "http://web01")]
    public Task Others_are_not(string key, string value) => Rule.VerifyAsync(("appsettings.Production.json", Spof1002Tests.Json(key, value, false)));

    [Fact]
    public Task The_files_of_developers_and_tests_are_no_evidence() => Rule.VerifyAsync(
        ("appsettings.Development.json", Spof1002Tests.Json("Erp:BaseUrl", "http://web01", false)), ("appsettings.Test.json", Spof1002Tests.Json("Erp:BaseUrl", "http://web02", false)));

    [Fact]
    public Task A_base_value_that_every_deployment_replaces_does_not_count() => Rule.VerifyAsync(
        ("appsettings.json", Spof1002Tests.Json("Erp:BaseUrl", "http://web01", false)), ("appsettings.Production.json", Spof1002Tests.Json("Erp:BaseUrl", "http://erp", false)));

    [Fact]
    public Task A_base_value_that_a_deployment_keeps_counts() => Rule.VerifyAsync(
        ("appsettings.json", Spof1002Tests.Json("Erp:BaseUrl", "http://web01", true)), ("appsettings.Production.json", Spof1002Tests.Json("Mail:Host", "relay", false)));

    [Theory]
    [InlineData("""{ "Elastic": { "Nodes": [ "http://es01:9200", "http://es02:9200" ] } }""")]
    [InlineData("""{ "Erp": { "Url1": "http://web01", "Url2": "http://web02" } }""")]
    [InlineData("""{ "Erp": { "Url": "http://web01", "FallbackUrl": "http://web02" } }""")]
    [InlineData("""{ "Erp": { "PrimaryUrl": "http://web01", "SecondaryUrl": "http://web02" } }""")]
    public Task Several_places_are_an_alternative(string json) => Rule.VerifyAsync(("appsettings.json", json));

    [Fact]
    public Task Comments_and_trailing_commas_do_not_hide_it() => Rule.VerifyAsync(("appsettings.json", """
        {
          // the old machine
          "Erp": { "BaseUrl": [|"http://web01/"|], },
        }
        """));

    [Fact]
    public Task Allowed_hosts_and_ignored_connections_are_not_reported() =>
        new SettingsTest("SPOF1003") { Options = ["spof.allowed_hosts = erp-vip1.corp", "spof.connection_names_ignored = Legacy"] }.VerifyAsync(
            ("appsettings.json", """{ "Erp": { "Url": "http://erp-vip1.corp" }, "ConnectionStrings": { "Legacy": "Host=10.0.0.9" } }"""));

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("{ \"Erp\": { \"Url\": ")]
    [InlineData("[1, 2, { \"Url\": \"http://web01\" }")]
    public Task Broken_files_are_silent(string text) => Rule.VerifyAsync(("appsettings.json", text));
}
