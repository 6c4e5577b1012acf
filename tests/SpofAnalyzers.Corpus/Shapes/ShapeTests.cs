using Microsoft.CodeAnalysis;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Corpus.Shapes;

public sealed class ShapeTests
{
    public static TheoryData<string> Folders => [.. ShapeTable.All.Select(s => s.Folder)];

    [Theory, MemberData(nameof(Folders))]
    public async Task A_weak_program_is_reported_by_its_rules_and_by_no_other(string folder)
    {
        var shape = ShapeTable.All.Single(s => s.Folder == folder);
        var found = await shape.WeakAsync();
        Assert.True(shape.Rules.SequenceEqual(found.Select(d => d.Id).Distinct().Order(StringComparer.Ordinal)), Text(found));
    }

    [Theory, MemberData(nameof(Folders))]
    public async Task A_twin_is_silent_with_every_rule_on(string folder) =>
        Assert.Equal("", Text(await ShapeTable.All.Single(s => s.Folder == folder).TwinAsync()));

    [Fact]
    public void Every_folder_is_in_the_table_and_every_row_has_its_programs() =>
        Assert.Equal(
            Directory.GetDirectories(Checkout.Folder("tests", "SpofAnalyzers.Corpus", "Shapes"))
                .Where(d => File.Exists(Path.Combine(d, "Weak.cs")) && File.Exists(Path.Combine(d, "Twin.cs")))
                .Select(Path.GetFileName).Order(StringComparer.Ordinal),
            ShapeTable.All.Select(s => s.Folder));

    private static string Text(IEnumerable<Diagnostic> found) => string.Join("\n", found);
}
