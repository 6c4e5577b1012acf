using Spof.Text;

namespace SpofAnalyzers.Tests.Text;

public sealed class HealthProbeTests
{
    [Theory]
    [InlineData("OrdersUrlHC", true)]
    [InlineData("HealthChecksUI:HealthChecks:0:Uri", true)]
    [InlineData("ORDERS_HEALTH_CHECK_URL", true)]
    [InlineData("OrdersUrl", false)]
    [InlineData("HC", false)]
    [InlineData("Health:Url", false)]
    [InlineData("HealthRecords:BaseUrl", false)]
    [InlineData("Hcm:Url", false)]
    public void A_key_is_a_probe_only_when_it_speaks_of_checks(string key, bool expected) => Assert.Equal(expected, HealthProbe.IsKey(key));

    [Theory]
    [InlineData("/hc", true)]
    [InlineData("/basket/healthz", true)]
    [InlineData("/actuator/health", true)]
    [InlineData("/health/ready", true)]
    [InlineData("/Health-Check", true)]
    [InlineData("/health/patients", false)]
    [InlineData("/ready", false)]
    [InlineData("/", false)]
    [InlineData(null, false)]
    public void A_path_is_a_probe_only_when_it_ends_in_a_health_page(string? path, bool expected) => Assert.Equal(expected, HealthProbe.IsPath(path));
}
