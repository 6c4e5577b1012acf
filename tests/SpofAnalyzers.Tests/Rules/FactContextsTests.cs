using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SpofAnalyzers.Facts;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed partial class FactContextsTests
{
    private static FactContext? Of(
        string[] options, OutputKind kind = OutputKind.ConsoleApplication, string assembly = "Contoso.Shop", MetadataReference[]? references = null)
    {
        var compilation = CSharpCompilation.Create(assembly, [CSharpSyntaxTree.ParseText("class A;")], references ?? [.. ReferenceBag.All],
            new CSharpCompilationOptions(kind));
        return FactContexts.Of(compilation, new AnalyzerOptions([], new Provider(options)));
    }

    private static PortableExecutableReference Fake(string assembly) =>
        (PortableExecutableReference)MetadataReference.CreateFromImage(Emit(assembly));

    private static byte[] Emit(string assembly)
    {
        using var stream = new MemoryStream();
        var result = CSharpCompilation.Create(assembly, [], ReferenceBag.FrameworkOnly, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(stream);
        Assert.True(result.Success);
        return stream.ToArray();
    }

    [Fact]
    public void A_hosted_executable_is_a_server() => Assert.Equal(ApplicationKind.Server, Of([])!.Options.ApplicationKind);

    [Fact]
    public void An_executable_without_host_is_a_tool() =>
        Assert.Equal(ApplicationKind.Tool, Of([], references: [.. ReferenceBag.FrameworkOnly])!.Options.ApplicationKind);

    [Fact]
    public void A_library_is_a_library() =>
        Assert.Equal(ApplicationKind.Library, Of([], OutputKind.DynamicallyLinkedLibrary)!.Options.ApplicationKind);

    [Theory]
    [InlineData("build_property.OutputType = WinExe")]
    [InlineData("build_property.UseMaui = true")]
    [InlineData("spof.application_kind = client")]
    [InlineData("build_property.IsTestProject = true")]
    public void Clients_and_tests_have_no_context(string option) => Assert.Null(Of([option]));

    [Theory]
    [InlineData("xunit.v3.core")]
    [InlineData("nunit.framework")]
    [InlineData("BenchmarkDotNet")]
    [InlineData("Microsoft.AspNetCore.Components.WebAssembly")]
    public void Their_frameworks_are_known_by_reference(string assembly) => Assert.Null(Of([], references: [.. ReferenceBag.All, Fake(assembly)]));

    [Theory]
    [InlineData("Contoso.Shop.Tests")]
    [InlineData("Contoso.Benchmarks")]
    public void Their_names_are_known(string assembly) => Assert.Null(Of([], assembly: assembly));

    [Fact]
    public void Own_domains_are_inferred_from_the_root_namespace_and_the_repository()
    {
        Assert.Equal(["contoso"], Of([])!.Options.Hosts.OwnDomains);
        Assert.Equal(["fabrikam.com", "contoso"], Of(["build_property.RepositoryUrl = https://git.fabrikam.com/x"])!.Options.Hosts.OwnDomains);
        Assert.Equal(["contoso"], Of(["build_property.RepositoryUrl = https://github.com/x/y"])!.Options.Hosts.OwnDomains);
        Assert.Empty(Of([], assembly: "Microsoft.Shop")!.Options.Hosts.OwnDomains);
    }

    [Fact]
    public void Lists_pairs_and_choices_are_read()
    {
        var options = Of(
        [
            "spof.internal_domains = corp.contoso.com; fabrikam.net", "spof.third_party_hosts = pay.bank.eu=payments, sms.eu",
            "spof.ignored_environments = Demo", "SPOF4001.min_tier = a", "spof.application_kind = library", "spof.allowed_hosts = x.eu",
        ])!.Options;
        Assert.Equal(["corp.contoso.com", "fabrikam.net"], options.Hosts.OwnDomains);
        Assert.Equal([new("pay.bank.eu", "payments"), new("sms.eu", "third party")], options.Hosts.ThirdPartyHosts);
        Assert.Equal(["Demo"], options.IgnoredEnvironments);
        Assert.Equal(StateTier.A, options.StateMinTier);
        Assert.Equal(ApplicationKind.Library, options.ApplicationKind);
        Assert.Contains("x.eu", options.AllowedHosts);
        Assert.Contains("169.254.169.254", options.AllowedHosts);
    }

    [Fact]
    public void Bad_values_fall_back()
    {
        var options = Of(["SPOF4001.min_tier = 7", "spof.application_kind = spaceship", "spof.ignored_environments ="])!.Options;
        Assert.Equal((StateTier.B, ApplicationKind.Server), (options.StateMinTier, options.ApplicationKind));
        Assert.Contains("Development", options.IgnoredEnvironments);
    }

    [Fact]
    public void The_rule_pages_name_the_options_that_are_read_and_no_other()
    {
        var read = typeof(OptionKeys).GetFields().Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal);
        var named = Directory.GetFiles(Checkout.Folder("docs", "rules"), "*.md").SelectMany(p => OptionKey().Matches(File.ReadAllText(p)))
            .Select(m => m.Groups["key"].Value).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(read, named);
    }

    /// <summary>In the first column of a table or at the start of a line of configuration.</summary>
    [GeneratedRegex(@"^(\| `)?(?<key>(spof|SPOF\d{4})\.[a-z_]+)(`| =)", RegexOptions.Multiline)]
    private static partial Regex OptionKey();

    private sealed class Provider(string[] lines) : AnalyzerConfigOptionsProvider
    {
        private readonly Values _values = new(lines.Select(l => l.Split('=', 2)).ToDictionary(p => p[0].Trim(), p => p[1].Trim(), StringComparer.OrdinalIgnoreCase));

        public override AnalyzerConfigOptions GlobalOptions => _values;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _values;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _values;

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        }
    }
}
