namespace Spof.Tool.Tests.Commands;

public sealed class VerbosityTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Minimal_is_the_verdict_and_one_line_a_finding()
    {
        var (_, text, _) = await _shop.ScanAsync("-v", "minimal");
        Assert.Contains("ERROR  SPOF7001  web  stops: web  deploy/app.yaml:5\n", text, StringComparison.Ordinal);
        Assert.Contains("single points of failure", text, StringComparison.Ordinal);
        Assert.DoesNotContain("fix  ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diagnostic_adds_files_and_links_on_stdout_and_times_on_stderr()
    {
        var (_, detailed, quietError) = await _shop.ScanAsync("-v", "detailed");
        var (_, diagnostic, error) = await _shop.ScanAsync("-v", "diag");
        Assert.StartsWith(detailed, diagnostic, StringComparison.Ordinal);
        Assert.Contains("read        deploy/app.yaml (", diagnostic, StringComparison.Ordinal);
        var words = string.Join(' ', diagnostic.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("link k8s: k8s:shop/Deployment/web → k8s:shop/StatefulSet/orders-db (hard, read and write, request) config deploy/app.yaml:", words, StringComparison.Ordinal);
        Assert.Contains("time: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("time: ", quietError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_level_means_diagnostic() =>
        Assert.Contains("time: ", (await _shop.ScanAsync("-v")).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("-q")]
    [InlineData("--quiet")]
    [InlineData("-vq")]
    public async Task Quiet_prints_nothing_when_there_is_nothing_to_act_on(string quiet)
    {
        _shop.Write("spof.yml", "rules: { \"SPOF*\": { level: none } }");
        Assert.Equal((0, "", ""), await _shop.ScanAsync(quiet));
    }
}
