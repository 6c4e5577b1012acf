using Microsoft.CodeAnalysis;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Corpus.Shapes;

/// <summary>One of the twenty-four weaknesses: a program that has it, and a twin that looks alike and must stay silent.</summary>
/// <param name="Folder">Folder below <c>Shapes</c> with <c>Weak.cs</c>, <c>Twin.cs</c> and, where both read settings, <c>appsettings.json</c>.</param>
/// <param name="Weakness">What is weak.</param>
/// <param name="Rules">The rules that must report the weak program, and no other may.</param>
/// <param name="Harmless">Why the twin is harmless.</param>
internal sealed record Shape(string Folder, string Weakness, string[] Rules, string Harmless)
{
    public Task<IReadOnlyList<Diagnostic>> WeakAsync() => RunAsync("Weak.cs");

    public Task<IReadOnlyList<Diagnostic>> TwinAsync() => RunAsync("Twin.cs");

    private async Task<IReadOnlyList<Diagnostic>> RunAsync(string file)
    {
        var folder = Checkout.Folder("tests", "SpofAnalyzers.Corpus", "Shapes", Folder);
        var settings = Path.Combine(folder, "appsettings.json");
        var test = new RuleTest
        {
            Analyzer = AllRules.Analyzers[0],
            Others = AllRules.Analyzers.RemoveAt(0),
            AdditionalFiles = File.Exists(settings) ? [("appsettings.json", await File.ReadAllTextAsync(settings))] : [],
        };
        return await test.RunAsync(await File.ReadAllTextAsync(Path.Combine(folder, file)));
    }
}
