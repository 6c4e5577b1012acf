using System.Text;
using System.Text.RegularExpressions;
using Spof.Model;
using Spof.Model.Json;
using Spof.Reporting;

namespace Spof.Tool.Tests.Samples;

/// <summary>No secret of a connection string, a Secret or a variable reaches any output.</summary>
public sealed partial class SecrecyTests
{
    [Theory]
    [InlineData("FragileShop", 3)]
    [InlineData("ResilientShop", 3)]
    public async Task No_password_of_a_sample_reaches_an_output(string sample, int least)
    {
        var folder = Repository.Sample(sample);
        var secrets = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".yml" or ".yaml" or ".json" or ".env" && !f.Contains("obj", StringComparison.Ordinal))
            .SelectMany(f => Password().Matches(File.ReadAllText(f)).Select(m => m.Groups["value"].Value))
            .Where(v => v.Length > 3 && v != "name")
            .Distinct()
            .ToArray();
        Assert.True(secrets.Length >= least, $"The sample holds only {secrets.Length} passwords: {string.Join(", ", secrets)}");

        var outputs = Outputs(await Scanned.SampleAsync(sample));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, outputs, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_secret_or_account_reaches_an_output_from_any_place_of_a_tree()
    {
        using var tree = new SecretTree();

        var assessment = await Scanned.FolderAsync(tree.Root);
        var outputs = Outputs(assessment);

        // What holds the markers was read and is shown.
        Assert.Equal(["compose:shop", "k8s"], assessment.System.Targets.Select(t => t.Id).Order(StringComparer.Ordinal));
        Assert.All(
            ["host:api.telegram.org", "host:hooks.slack.com", "host:discord.com", "db01.acme.io", "cache.acme.io", "mq.acme.io", "mongo.acme.io", "k8s:default/Ingress/web#/x~2"],
            shown => Assert.Contains(shown, outputs, StringComparison.Ordinal));
        Assert.Empty(SecretTree.Markers.Where(m => outputs.Contains(m, StringComparison.Ordinal)).Select(m => Around(outputs, m)));
    }

    private static string Around(string text, string marker)
    {
        var at = text.IndexOf(marker, StringComparison.Ordinal);
        return text[Math.Max(0, at - 150)..Math.Min(text.Length, at + marker.Length + 20)];
    }

    private static string Outputs(Assessment assessment)
    {
        using var json = new MemoryStream();
        SpofJson.Write(json, assessment);
        using var sarif = new MemoryStream();
        SarifReport.Write(sarif, assessment, new SarifOptions("0.1.0", 1));
        using var text = new StringWriter();
        new TextReport(text, assessment, "0.1.0", TextDetail.Diagnostic).Write();
        foreach (var finding in assessment.Findings)
        {
            new FindingReport(text, assessment, finding).Write();
        }

        return Encoding.UTF8.GetString(json.ToArray()) + Encoding.UTF8.GetString(sarif.ToArray()) + text;
    }

    [GeneratedRegex("""(?i)(password|pwd|api[-_]?key|secret)["']?\s*[=:]\s*["']?(?<value>[A-Za-z0-9][A-Za-z0-9_\-.!]+)""")]
    private static partial Regex Password();
}
