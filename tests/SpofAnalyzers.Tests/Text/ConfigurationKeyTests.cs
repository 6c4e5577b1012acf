using Spof.Text;

namespace SpofAnalyzers.Tests.Text;

public sealed class ConfigurationKeyTests
{
    [Theory]
    [InlineData("ConnectionStrings__Main", "ConnectionStrings:Main")]
    [InlineData("SQLCONNSTR_Main", "ConnectionStrings:Main")]
    [InlineData("customconnstr_Main", "ConnectionStrings:Main")]
    [InlineData("services__inventory__http__0", "services:inventory:http:0")]
    [InlineData("Redis:Endpoint", "Redis:Endpoint")]
    public void Spellings_of_a_key_are_one(string name, string expected) => Assert.Equal(expected, ConfigurationKey.Normalize(name));

    [Fact]
    public void Case_does_not_matter() => Assert.True(ConfigurationKey.AreEqual("connectionstrings__main", "ConnectionStrings:Main"));

    [Theory]
    [InlineData("DB_HOST", true)]
    [InlineData("Redis:EndPoint", true)]
    [InlineData("RabbitMq:HostName", true)]
    [InlineData("Kafka:BootstrapServers:0", true)]
    [InlineData("PaymentUrl", true)]
    [InlineData("ASPNETCORE_ENVIRONMENT", false)]
    [InlineData("Database", false)]
    [InlineData("Ghost", false)]
    public void The_last_word_says_whether_a_bare_word_is_a_host(string key, bool expected) =>
        Assert.Equal(expected, ConfigurationKey.SaysHost(key));

    [Theory]
    [InlineData("AllowedHosts", true)]
    [InlineData("Kestrel:Endpoints:Http:Url", true)]
    [InlineData("ASPNETCORE_URLS", true)]
    [InlineData("Cors:AllowedOrigins:0", true)]
    [InlineData("Auth:Issuer", true)]
    [InlineData("Payments:BaseUrl", false)]
    [InlineData("Auth:Authority", false)]
    public void Listeners_origins_and_identifiers_are_no_endpoints(string key, bool expected) =>
        Assert.Equal(expected, ConfigurationKey.IsNeverEndpoint(key));

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", true)]
    [InlineData("ZIPKIN", true)]
    [InlineData("Jaeger:AgentHost", true)]
    [InlineData("Zip:Kind", false)]
    [InlineData("ORDERS_URL", false)]
    public void Addresses_of_trace_collectors_are_known_by_their_key(string key, bool expected) =>
        Assert.Equal(expected, ConfigurationKey.IsTelemetry(key));
}
