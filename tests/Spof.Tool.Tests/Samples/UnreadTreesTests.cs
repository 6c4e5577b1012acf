namespace Spof.Tool.Tests.Samples;

/// <summary>Systems of formats that this version does not read: nothing is judged, and each folder is listed once.</summary>
public sealed class UnreadTreesTests
{
    [Theory]
    [InlineData("ecs-refarch-cloudformation", "CloudFormation", 4)]
    [InlineData("aws-cloudformation-templates", "CloudFormation", 11)]
    [InlineData("terraform-aws-rds", "Terraform", 19)]
    public async Task Each_folder_is_listed_once(string tree, string format, int folders)
    {
        var assessment = await Scanned.CorpusAsync(tree);

        Assert.Empty(assessment.System.Targets);
        Assert.Empty(assessment.Findings);
        Assert.All(assessment.System.Gaps, g => Assert.StartsWith("not read by this version: " + format, g.Reason, StringComparison.Ordinal));
        Assert.Equal(folders, assessment.System.Gaps.Select(g => g.At.Path).Distinct().Count());
        Assert.Equal(folders, assessment.System.Gaps.Length);
    }

    [Fact]
    public async Task An_Azure_project_is_listed_with_its_two_folders_of_Bicep()
    {
        var assessment = await Scanned.CorpusAsync("todo-csharp-sql");

        Assert.Equal(
            [
                ("azure.yaml", "not read by this version: Azure Developer CLI project"), ("infra", "not read by this version: Bicep"),
                ("infra/app", "not read by this version: Bicep (3 files)"),
            ],
            assessment.System.Gaps.Select(g => (g.At.Path, g.Reason)));
    }
}
