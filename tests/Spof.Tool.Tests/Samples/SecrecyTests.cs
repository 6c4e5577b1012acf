using System.Text;
using System.Text.RegularExpressions;
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

        var assessment = await Scanned.SampleAsync(sample);
        using var json = new MemoryStream();
        SpofJson.Write(json, assessment);
        using var sarif = new MemoryStream();
        SarifReport.Write(sarif, assessment, new SarifOptions("0.1.0", 1));
        using var text = new StringWriter();
        new TextReport(text, assessment, "0.1.0", TextDetail.Detailed).Write();
        foreach (var finding in assessment.Findings)
        {
            new FindingReport(text, assessment, finding).Write();
        }

        var outputs = Encoding.UTF8.GetString(json.ToArray()) + Encoding.UTF8.GetString(sarif.ToArray()) + text;
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, outputs, StringComparison.Ordinal));
    }

    [GeneratedRegex("""(?i)(password|pwd|api[-_]?key|secret)["']?\s*[=:]\s*["']?(?<value>[A-Za-z0-9][A-Za-z0-9_\-.!]+)""")]
    private static partial Regex Password();
}
