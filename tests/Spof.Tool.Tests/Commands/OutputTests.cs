namespace Spof.Tool.Tests.Commands;

public sealed class OutputTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task A_link_stays_a_link_and_the_file_behind_it_is_replaced()
    {
        var (real, link) = (_shop.Path("out/real.json"), _shop.Path("link.json"));
        _shop.Write("out/real.json", "old");
        File.CreateSymbolicLink(link, real);
        await _shop.ScanAsync("-o", link);

        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.StartsWith("{", await File.ReadAllTextAsync(real, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal([real], Directory.GetFiles(_shop.Path("out")));
    }

    [Fact]
    public async Task A_link_to_a_file_that_is_not_there_yet_makes_it()
    {
        File.CreateSymbolicLink(_shop.Path("link.json"), _shop.Path("new.json"));
        await _shop.ScanAsync("-o", _shop.Path("link.json"));
        Assert.True(File.Exists(_shop.Path("new.json")));
        Assert.NotNull(new FileInfo(_shop.Path("link.json")).LinkTarget);
    }

    [Fact]
    public async Task A_device_is_written_to_and_stays_a_device()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Devices are files on Linux.");
        var (code, _, error) = await _shop.ScanAsync("-o", "json=/dev/null");
        Assert.Equal(1, code);
        Assert.Contains("gate:", error, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo("/dev/null").Length);
        Assert.Empty(Directory.GetFiles("/dev", "*.partial"));
    }

    [Theory]
    [InlineData("json=", "names no file")]
    [InlineData("", "names no file")]
    [InlineData("json=.", "is a folder")]
    [InlineData("/no/such/folder/out.json", "the folder of '/no/such/folder/out.json' does not exist")]
    public async Task An_output_that_names_no_file_is_a_failure_before_the_scan(string output, string message)
    {
        var (code, text, error) = await _shop.ScanAsync("-o", output);
        Assert.Equal((2, ""), (code, text));
        Assert.StartsWith("spof: ", error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain("internal error", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_file_format_on_stdout_the_text_for_people_goes_to_stderr()
    {
        var (_, json, error) = await _shop.ScanAsync("-o", "json=-");
        using var parsed = System.Text.Json.JsonDocument.Parse(json);
        Assert.Contains("single points of failure", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json=-", "sarif=-")]
    [InlineData("json=-", "--format=sarif")]
    public async Task Two_outputs_on_stdout_are_refused(string first, string second)
    {
        string[] args = second.StartsWith('-') ? ["-o", first, second] : ["-o", first, "-o", second];
        var (code, text, error) = await _shop.ScanAsync(args);
        Assert.Equal((2, ""), (code, text));
        Assert.Contains("only one output can go to stdout", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_when_one_output_cannot_be()
    {
        _shop.Write("blocked", "");
        var (code, text, _) = await _shop.ScanAsync("-o", _shop.Path("blocked/out.json"));
        Assert.Equal((2, ""), (code, text));
    }
}
