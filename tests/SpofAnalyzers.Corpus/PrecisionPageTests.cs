using SpofAnalyzers.Corpus.Hosts;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Corpus;

public sealed class PrecisionPageTests
{
    [Fact]
    public async Task The_page_says_what_the_rules_do()
    {
        var file = Path.Combine(Checkout.Folder("docs"), "precision.md");
        var written = await PrecisionPage.WriteAsync();

        // Who has changed a rule or a verdict sets the variable once and reads the difference.
        if (Environment.GetEnvironmentVariable("SPOF_WRITE_EXPECTED") == "1")
        {
            await File.WriteAllTextAsync(file, written, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), written);
    }

    [Fact]
    public void Every_host_is_told() => Assert.All(HostVerdicts.All, c => Assert.Equal((c.Class, c.Hosts, 0), (c.Class, c.Right, c.Wrong)));
}
