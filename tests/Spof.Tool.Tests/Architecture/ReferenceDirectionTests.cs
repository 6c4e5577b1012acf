using System.Xml.Linq;

namespace Spof.Tool.Tests.Architecture;

/// <summary>Data flows one way: read → link → analyse → report. Nothing below knows what is above.</summary>
public sealed class ReferenceDirectionTests
{
    /// <summary>What each room may use, as <c>docs/architecture.md</c> draws it.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["SpofAnalyzers"] = [],
        ["SpofAnalyzers.CodeFixes"] = ["SpofAnalyzers"],
        ["SpofAnalyzers.Package"] = ["SpofAnalyzers", "SpofAnalyzers.CodeFixes"],
        ["SpofAnalyzers.Annotations"] = [],
        ["Spof.Model"] = [],
        ["Spof.Code"] = ["SpofAnalyzers", "Spof.Model"],
        ["Spof.Manifests"] = ["Spof.Model"],
        ["Spof.Linking"] = ["Spof.Model"],
        ["Spof.Analysis"] = ["Spof.Model"],
        ["Spof.Reporting"] = ["Spof.Model", "Spof.Analysis"],
        ["Spof.Tool"] = ["Spof.Model", "Spof.Code", "Spof.Manifests", "Spof.Linking", "Spof.Analysis", "Spof.Reporting"],
    };

    private static readonly string[] ProjectFiles = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories);

    [Fact]
    public void Every_room_is_drawn() =>
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), ProjectFiles.Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal));

    [Fact]
    public void References_run_only_in_the_drawn_direction()
    {
        foreach (var file in ProjectFiles)
        {
            var room = Path.GetFileNameWithoutExtension(file);
            var used = XDocument.Load(file).Descendants("ProjectReference")
                .Where(r => r.Attribute("OutputItemType")?.Value != "Analyzer")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
            Assert.All(used, other => Assert.True(Allowed[room].Contains(other), $"{room} may not use {other}"));
        }
    }

    [Fact]
    public void The_analysis_and_the_reports_read_no_files()
    {
        foreach (var room in new[] { "Spof.Model", "Spof.Linking", "Spof.Analysis", "Spof.Reporting" })
        {
            var sources = Directory.GetFiles(Path.Combine(Repository.Root, "src", room), "*.cs", SearchOption.AllDirectories)
                .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
            Assert.All(sources, f => Assert.DoesNotContain("File.", File.ReadAllText(f).Replace("ConfigurationFile.", "", StringComparison.Ordinal), StringComparison.Ordinal));
        }
    }
}
