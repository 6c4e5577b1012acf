using Spof.Model;

namespace Spof.Tool.Tests.Samples;

public sealed class SiblingTests
{
    [Fact]
    public async Task Both_samples_are_judged_with_their_code_when_the_folder_above_them_is_scanned()
    {
        var together = await Scanned.SamplesAsync();
        foreach (var sample in new[] { "FragileShop", "ResilientShop" })
        {
            var alone = await Scanned.SampleAsync(sample);
            var target = together.System.Targets.Single(t => t.Role == TargetRole.Judged && t.Id.Contains(sample, StringComparison.Ordinal));
            Assert.Empty(target.Unlinked);
            Assert.Equal(alone.System.Targets.Single(t => t.Role == TargetRole.Judged).Coverage, target.Coverage);
            Assert.Equal(
                alone.Findings.Where(f => f.TargetRole == TargetRole.Judged && f.Class is not null).Select(Told).Order(),
                together.Findings.Where(f => f.TargetId == target.Id && f.Class is not null).Select(Told).Order());
        }

        static string Told(Finding finding) => $"{finding.RuleId} {finding.Level} {finding.NodeName}";
    }
}
