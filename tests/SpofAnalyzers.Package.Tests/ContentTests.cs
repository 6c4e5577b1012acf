using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace SpofAnalyzers.Package.Tests;

/// <summary>What is in the package, to the file, and what the two assemblies need of their host.</summary>
public sealed class ContentTests(PackedPackage package)
{
    [Theory]
    [InlineData(
        "SpofAnalyzers",
        """
        README.md
        SpofAnalyzers.nuspec
        analyzers/dotnet/cs/SpofAnalyzers.CodeFixes.dll
        analyzers/dotnet/cs/SpofAnalyzers.dll
        build/SpofAnalyzers.props
        build/SpofAnalyzers.targets
        build/presets/default.globalconfig
        build/presets/minimal.globalconfig
        build/presets/none.globalconfig
        build/presets/recommended.globalconfig
        build/presets/strict-errors.globalconfig
        build/presets/strict.globalconfig
        buildTransitive/SpofAnalyzers.props
        buildTransitive/SpofAnalyzers.targets
        """)]
    [InlineData(
        "SpofAnalyzers.Annotations",
        """
        README.md
        SpofAnalyzers.Annotations.nuspec
        build/SpofAnalyzers.Annotations.targets
        src/AcceptSpofAttribute.cs
        """)]
    public void A_package_holds_exactly_these_files(string id, string expected)
    {
        var files = Directory.GetFiles(package.Content(id), "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(package.Content(id), f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("_rels/", StringComparison.Ordinal) && !f.StartsWith("package/", StringComparison.Ordinal) && f != "[Content_Types].xml")
            .Order(StringComparer.Ordinal);
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join("\n", files));
    }

    [Theory]
    [InlineData("SpofAnalyzers")]
    [InlineData("SpofAnalyzers.Annotations")]
    public void It_is_a_development_dependency_and_depends_on_nothing(string id)
    {
        var metadata = XDocument.Load(Path.Combine(package.Content(id), id + ".nuspec")).Root!.Elements().Single();
        Assert.Equal("true", Value("developmentDependency"));
        Assert.Equal(id, Value("id"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Null(Value("dependencies"));

        string? Value(string name) => metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value;
    }

    /// <summary>System.Memory is what Roslyn 4.8 itself needs, in that version; the fixes find the analyzers beside them.</summary>
    [Theory]
    [InlineData(
        "SpofAnalyzers.dll",
        "Microsoft.CodeAnalysis 4.8.0.0, Microsoft.CodeAnalysis.CSharp 4.8.0.0, System.Collections.Immutable 7.0.0.0, System.Memory 4.0.1.2, netstandard 2.0.0.0")]
    [InlineData(
        "SpofAnalyzers.CodeFixes.dll",
        "Microsoft.CodeAnalysis 4.8.0.0, Microsoft.CodeAnalysis.CSharp 4.8.0.0, Microsoft.CodeAnalysis.Workspaces 4.8.0.0, System.Collections.Immutable 7.0.0.0, System.Memory 4.0.1.2, netstandard 2.0.0.0")]
    public void An_assembly_needs_nothing_that_the_oldest_host_lacks(string name, string allowed)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(package.Content("SpofAnalyzers"), "analyzers", "dotnet", "cs", name)));
        var metadata = file.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
            .Select(r => metadata.GetString(r.Name) + " " + r.Version).Where(r => !r.StartsWith("SpofAnalyzers ", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(references);
        Assert.Empty(references.Except(allowed.Split(", ")));
    }

    /// <summary>What a rule asks with <c>BuildProperty</c> or <c>IsTrue</c> reaches it only when the package makes it visible.</summary>
    [Fact]
    public void Every_property_that_a_rule_asks_for_is_visible()
    {
        var visible = XDocument.Load(Path.Combine(package.Content("SpofAnalyzers"), "build", "SpofAnalyzers.props"))
            .Descendants("CompilerVisibleProperty").Select(p => p.Attribute("Include")!.Value).ToHashSet(StringComparer.Ordinal);
        var sources = Directory.GetFiles(Path.Combine(Checkout.Root, "src", "SpofAnalyzers", "Rules"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);
        var asked = sources.SelectMany(s => System.Text.RegularExpressions.Regex.Matches(s, "ptions\\.(?:BuildProperty|IsTrue)\\(\"(\\w+)\"\\)")).Select(m => m.Groups[1].Value)
            .Concat(["RepositoryUrl", "PackageProjectUrl"]).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string> { "IsTestProject", "OutputType", "RootNamespace" }, asked);
        Assert.Empty(asked.Except(visible));
    }
}
