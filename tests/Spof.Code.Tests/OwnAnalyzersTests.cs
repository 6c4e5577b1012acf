using Spof.Code.Exact;

namespace Spof.Code.Tests;

/// <summary>Our own projects are compiled with our own rules, every one that is on by default as a warning; and warnings are errors here.</summary>
public sealed class OwnAnalyzersTests
{
    /// <summary>The analyzers cannot load themselves while they are built; the other two are packages without code of their own to judge.</summary>
    private static readonly string[] Exempt = ["SpofAnalyzers", "SpofAnalyzers.Package", "SpofAnalyzers.Annotations"];

    [Fact]
    public async Task Every_project_of_the_product_is_judged_by_the_strict_preset()
    {
        var root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", ".."));
        ProjectToEvaluate[] projects =
        [
            .. Directory.GetFiles(Path.Combine(root, "src"), "*.csproj", SearchOption.AllDirectories)
                .Where(p => !Exempt.Contains(Path.GetFileNameWithoutExtension(p))).Select(p => new ProjectToEvaluate(p, TargetFramework: null)),
        ];
        var invocations = (await DesignTimeBuild.RunAsync(projects, root, r => r.Invocations, TestContext.Current.CancellationToken)).Values.ToArray();

        Assert.True(projects.Length >= 8);
        Assert.Equal(projects.Select(p => p.Path).Order(StringComparer.Ordinal), invocations.Select(i => i.Project).Order(StringComparer.Ordinal));
        Assert.All(invocations, i =>
        {
            Assert.Single(i.Arguments, a => Names(a, "/analyzer:", "SpofAnalyzers.dll"));
            Assert.Single(i.Arguments, a => Names(a, "/analyzerconfig:", "strict.globalconfig"));
            Assert.Contains(i.Arguments, a => a.StartsWith("/warnaserror+", StringComparison.Ordinal));
        });
    }

    private static bool Names(string argument, string option, string file) =>
        argument.StartsWith(option, StringComparison.Ordinal) && Path.GetFileName(argument[option.Length..].Trim('"')) == file;
}
