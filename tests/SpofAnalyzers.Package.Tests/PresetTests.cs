using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SpofAnalyzers.Rules;

namespace SpofAnalyzers.Package.Tests;

/// <summary>
/// The presets follow from the descriptors of the rules. With <c>SPOF_WRITE_PRESETS=1</c> the test writes them, otherwise it compares.
/// </summary>
public sealed class PresetTests
{
    private static readonly string[] Flagships = ["SPOF1001", "SPOF2001", "SPOF3001", "SPOF4001"];

    private static readonly DiagnosticDescriptor[] Rules =
    [
        .. typeof(DefaultRulesAnalyzer).Assembly.GetTypes()
            .Where(t => t.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null && !t.IsAbstract)
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)
            .Where(a => a is not DiagnosticSuppressor)
            .SelectMany(a => a.SupportedDiagnostics)
            .DistinctBy(d => d.Id)
            .OrderBy(d => d.Id, StringComparer.Ordinal),
    ];

    /// <summary>What each preset says about a rule; null where it says nothing.</summary>
    private static readonly Dictionary<string, Func<DiagnosticDescriptor, string?>> Presets = new(StringComparer.Ordinal)
    {
        ["none"] = _ => "none",
        ["minimal"] = rule => Flagships.Contains(rule.Id) ? "default" : "none",
        ["default"] = _ => null,
        // "default" keeps the severity that the rule chooses for the case, and takes it out of what is set for a whole category.
        ["recommended"] = rule => rule.IsEnabledByDefault ? "default" : "none",
        ["strict"] = rule => rule.IsEnabledByDefault ? "warning" : "none",
        ["strict-errors"] = rule => rule.IsEnabledByDefault ? "error" : "none",
    };

    public static TheoryData<string> Names => [.. Presets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_preset_follows_from_the_rules(string name)
    {
        var path = Path.Combine(Checkout.Root, "src", "SpofAnalyzers.Package", "build", "presets", name + ".globalconfig");
        var expected = Text(name, Presets[name]);
        if (Environment.GetEnvironmentVariable("SPOF_WRITE_PRESETS") == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == expected,
            $"{name}.globalconfig does not follow from the rules; run this test once with SPOF_WRITE_PRESETS=1 and commit what it writes.");
    }

    [Fact]
    public void The_flagship_rules_exist_and_warn() =>
        Assert.All(Flagships, id => Assert.Contains(Rules, r => r.Id == id && r.IsEnabledByDefault && r.DefaultSeverity == DiagnosticSeverity.Warning));

    [Fact]
    public void No_other_preset_is_shipped() =>
        Assert.Equal(
            Presets.Keys.Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.Combine(Checkout.Root, "src", "SpofAnalyzers.Package", "build", "presets")).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    private static string Text(string name, Func<DiagnosticDescriptor, string?> severity)
    {
        var text = new StringBuilder("is_global = true\n# Below every file of the user.\nglobal_level = -1\n");
        text.Append("# SpofAnalysisMode ").Append(name).Append("; written by PresetTests.\n");
        foreach (var rule in Rules.Where(r => severity(r) is not null))
        {
            text.Append("dotnet_diagnostic.").Append(rule.Id).Append(".severity = ").Append(severity(rule)).Append('\n');
        }

        return text.ToString();
    }
}
