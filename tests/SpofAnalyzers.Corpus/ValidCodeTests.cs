using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Corpus;

/// <summary>The build of <c>SpofAnalyzers.ValidCode</c> is the test; this one sees that no rule is forgotten there.</summary>
public sealed class ValidCodeTests
{
    [Fact]
    public void Every_rule_is_an_error_in_the_healthy_services()
    {
        var lines = File.ReadAllLines(Path.Combine(Checkout.Folder("tests", "SpofAnalyzers.ValidCode"), ".globalconfig"));
        Assert.Equal(AllRules.ById.Keys.Select(id => $"dotnet_diagnostic.{id}.severity = error"), lines.Where(l => l.StartsWith("dotnet_diagnostic.", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_rule_is_silenced_in_the_healthy_services() =>
        Assert.DoesNotContain(
            Directory.GetFiles(Checkout.Folder("tests", "SpofAnalyzers.ValidCode"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText),
            text => text.Contains("disable SPOF", StringComparison.Ordinal) || text.Contains("SuppressMessage", StringComparison.Ordinal) || text.Contains("AcceptSpof", StringComparison.Ordinal));
}
