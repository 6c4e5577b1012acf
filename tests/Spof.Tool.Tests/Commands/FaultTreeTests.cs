using System.Text.Json;

namespace Spof.Tool.Tests.Commands;

public sealed class FaultTreeTests : IDisposable
{
    // The worked example of the page, so that what it shows is what the tool prints.
    private static readonly string Example = Section(File.ReadAllText(Path.Combine(Repository.Root, "docs", "analysis.md")).ReplaceLineEndings("\n"));
    private static readonly string Model = Block(Example, "xml");

    private readonly string _folder = Directory.CreateTempSubdirectory("spof-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_worked_example_is_printed_as_the_page_shows_it()
    {
        var (code, text, _) = await RunAsync(Model);
        Assert.Equal(0, code);
        Assert.Equal(Block(Example, "text"), text);
    }

    [Fact]
    public async Task What_is_asked_for_is_limited_by_order_number_and_top()
    {
        var (code, text, _) = await RunAsync(Model, "--order", "1", "--limit", "1", "--top", "web", "--no-probability");
        Assert.Equal(0, code);
        Assert.Equal("""
            Fault tree shop, top event web
            1 gate, 3 basic events

            Minimal cut sets up to order 1: 0

            Probability of the top event: none, not asked for

            """, text);
    }

    [Fact]
    public async Task Json_holds_counts_sets_and_importances()
    {
        var (code, text, _) = await RunAsync(Model, "--format", "json", "--limit", "2");
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(text);
        var sets = json.RootElement.GetProperty("minimalCutSets");
        Assert.Equal("4", sets.GetProperty("total").GetString());
        Assert.Equal(["1:1", "2:3"], sets.GetProperty("byOrder").EnumerateArray().Select(o => $"{o.GetProperty("order").GetInt32()}:{o.GetProperty("count").GetString()}"));
        Assert.Equal(["database", "web-1+web-2"], sets.GetProperty("listed").EnumerateArray().Select(s => string.Join('+', s.EnumerateArray().Select(e => e.GetString()))));
        Assert.Equal(0.001297702, json.RootElement.GetProperty("probability").GetDouble(), 1e-15);
        Assert.Equal(4, json.RootElement.GetProperty("importances").GetArrayLength());
    }

    [Fact]
    public async Task A_bad_file_is_a_failure_with_file_and_line()
    {
        var (code, text, error) = await RunAsync(Model.Replace("<or>", "<when>", StringComparison.Ordinal).Replace("</or>", "</when>", StringComparison.Ordinal));
        Assert.Equal((2, "", $"spof: {Path.Combine(_folder, "model.xml")}:3: <when> is not supported\n"), (code, text, error));
    }

    [Theory]
    [InlineData("--order", "0", "--order takes a number from 1")]
    [InlineData("--limit", "-1", "--limit takes a number from 0")]
    [InlineData("--top", "nothing", "there is no gate 'nothing'")]
    public async Task An_option_that_cannot_be_is_a_failure(string option, string value, string message)
    {
        var (code, _, error) = await RunAsync(Model, option, value);
        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_a_failure()
    {
        var (code, _, error) = await Shop.RunAsync("faulttree", Path.Combine(_folder, "gone.xml"));
        Assert.Equal(2, code);
        Assert.Contains("gone.xml", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_listed_when_nothing_is_asked_for_and_the_counts_stay()
    {
        var (code, text, _) = await RunAsync(Model, "--limit", "0");
        Assert.Equal(0, code);
        Assert.Contains("Minimal cut sets: 4", text, StringComparison.Ordinal);
        Assert.DoesNotContain("database", text, StringComparison.Ordinal);
    }

    private static string Section(string page) => page[page.IndexOf("\n## Fault trees\n", StringComparison.Ordinal)..];

    private static string Block(string text, string language)
    {
        var start = text.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private Task<(int Code, string Out, string Error)> RunAsync(string model, params string[] args)
    {
        var file = Path.Combine(_folder, "model.xml");
        File.WriteAllText(file, model);
        return Shop.RunAsync(["faulttree", file, .. args]);
    }
}
