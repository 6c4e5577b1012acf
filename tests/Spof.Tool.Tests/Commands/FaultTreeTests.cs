using System.Text.Json;

namespace Spof.Tool.Tests.Commands;

public sealed class FaultTreeTests : IDisposable
{
    private const string Model = """
        <opsa-mef name="shop">
          <define-fault-tree name="shop">
            <define-gate name="down"><or><basic-event name="database"/><gate name="web"/></or></define-gate>
            <define-gate name="web"><atleast min="2"><basic-event name="web-1"/><basic-event name="web-2"/><basic-event name="web-3"/></atleast></define-gate>
          </define-fault-tree>
          <model-data>
            <define-basic-event name="database"><float value="0.001"/></define-basic-event>
            <define-basic-event name="web-1"><float value="0.01"/></define-basic-event>
            <define-basic-event name="web-2"><float value="0.01"/></define-basic-event>
            <define-basic-event name="web-3"><float value="0.01"/></define-basic-event>
          </model-data>
        </opsa-mef>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("spof-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Cut_sets_probability_and_importances_are_printed()
    {
        var (code, text, _) = await RunAsync(Model);
        Assert.Equal(0, code);
        Assert.Equal("""
            Fault tree shop, top event down
            2 gates, 4 basic events

            Minimal cut sets: 4
              order 1                      1
              order 2                      3

            All of them
              1   database
              2   web-1, web-2
              2   web-1, web-3
              2   web-2, web-3

            Probability of the top event  0.001297702

            Importance
              event     probability   Birnbaum  criticality  Fussell-Vesely        RAW        RRW
              database        0.001     0.9997       0.7704          0.7706      770.6      4.355
              web-1            0.01    0.01978       0.1524          0.1609      16.09       1.18
              web-2            0.01    0.01978       0.1524          0.1609      16.09       1.18
              web-3            0.01    0.01978       0.1524          0.1609      16.09       1.18

            """, text);
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

    private Task<(int Code, string Out, string Error)> RunAsync(string model, params string[] args)
    {
        var file = Path.Combine(_folder, "model.xml");
        File.WriteAllText(file, model);
        return Shop.RunAsync(["faulttree", file, .. args]);
    }
}
