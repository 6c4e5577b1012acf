namespace SpofAnalyzers.Package.Tests;

/// <summary><c>dotnet format</c> finds the packaged fixes as an IDE does.</summary>
[Collection(nameof(ConsumerBuild))]
public sealed class FormatTests(ConsumerBuild build)
{
    [Fact]
    public async Task Dotnet_format_applies_the_packaged_fix()
    {
        var run = await DotNet.RunAsync(
            build.Root, build.Packages, "format", "analyzers", Path.Combine("Fixed", "Fixed.csproj"), "--diagnostics", "SPOF3006", "--severity", "warn", "--no-restore");
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(
            Consumer.Service.Replace("new HttpClient()", "new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) })", StringComparison.Ordinal),
            await File.ReadAllTextAsync(Path.Combine(build.Root, "Fixed", "Program.cs"), TestContext.Current.CancellationToken));
    }
}
