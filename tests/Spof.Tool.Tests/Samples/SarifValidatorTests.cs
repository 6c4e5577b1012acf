using System.Diagnostics;
using System.Text.Json;
using Spof.Reporting;

namespace Spof.Tool.Tests.Samples;

/// <summary>
/// The public SARIF validator with its code-scanning rules. It runs where SPOF_SARIF_MULTITOOL names the program
/// (<c>.ci/run</c> installs it); it exits with 0 whatever it finds, so the errors in its output are counted.
/// </summary>
public sealed class SarifValidatorTests
{
    [Theory]
    [InlineData("FragileShop")]
    [InlineData("ResilientShop")]
    public async Task The_public_validator_finds_no_error_with_the_code_scanning_rules_on(string sample)
    {
        var program = Environment.GetEnvironmentVariable("SPOF_SARIF_MULTITOOL");
        Assert.SkipWhen(string.IsNullOrEmpty(program), "SPOF_SARIF_MULTITOOL names no validator.");

        var folder = Directory.CreateTempSubdirectory("spof-sarif-").FullName;
        try
        {
            var input = Path.Combine(folder, "spof.sarif");
            var output = Path.Combine(folder, "validation.sarif");
            await using (var stream = File.Create(input))
            {
                SarifReport.Write(stream, await Scanned.SampleAsync(sample), new SarifOptions("0.1.0", 1, ReadFile: p => File.ReadAllText(Path.Combine(Repository.Sample(sample), p))));
            }

            var start = new ProcessStartInfo(program!, ["validate", input, "-o", output, "--log", "ForceOverwrite", "--rule-kind", "Sarif;Gh", "--level", "Error;Warning"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var validator = Process.Start(start)!;
            await Task.WhenAll(validator.StandardOutput.ReadToEndAsync(), validator.StandardError.ReadToEndAsync(), validator.WaitForExitAsync());
            using var result = JsonDocument.Parse(await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken));
            var errors = result.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                .Where(r => !r.TryGetProperty("kind", out var kind) || kind.GetString() == "fail")
                .Where(r => !r.TryGetProperty("level", out var level) || level.GetString() is "error" or "warning")
                .Select(r => r.GetProperty("ruleId").GetString() + " " + r.GetProperty("message").GetRawText());
            Assert.Empty(errors);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
