using Spof.Code.Tests.Harness;

namespace Spof.Code.Tests;

public sealed class ProgressTests
{
    private sealed class Steps : List<CodeProgress>, IProgress<CodeProgress>
    {
        public void Report(CodeProgress value) => Add(value);
    }

    [Fact]
    public void The_one_that_began_first_of_those_still_running_is_named()
    {
        var steps = new Steps();
        var progress = new ProjectProgress(steps, 3);

        progress.Run("slow", () => progress.Run("later", () => progress.Run("quick", () => { })));

        Assert.Equal([new(1, 3, "quick", "slow"), new(2, 3, "later", "slow"), new(3, 3, "slow", null)], steps);
    }

    [Fact]
    public async Task Each_project_is_told_once_also_one_without_facts()
    {
        using var repository = new Repository().With("A/A.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""").With("B/B.csproj", """<Project Sdk="MSTest.Sdk/3.8.0" />""");
        var steps = new Steps();

        await new CodeReader().ReadAsync(new CodeReaderOptions { RootPath = repository.Root, PackageFolders = [repository.Packages] }, steps, TestContext.Current.CancellationToken);

        Assert.Equal(["A/A.csproj", "B/B.csproj"], steps.Select(s => s.Project).Order(StringComparer.Ordinal));
        Assert.Equal([(1, 2), (2, 2)], steps.Select(s => (s.Done, s.Total)));
    }
}
