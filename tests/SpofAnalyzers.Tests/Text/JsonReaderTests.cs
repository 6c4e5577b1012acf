using Spof.Text;

namespace SpofAnalyzers.Tests.Text;

public sealed class JsonReaderTests
{
    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_accepted()
    {
        var result = JsonReader.Parse("\uFEFF" + """
            // file
            {
              "A": { "B": 1, /* two
                lines */ "C": [ true, null, ], },
            }
            """);
        Assert.Null(result.Error);
        Assert.Equal(["A:B=1", "A:C:0=true", "A:C:1="], JsonSettings.Flatten(result.Root!).Select(s => $"{s.Key}={s.Value}"));
    }

    [Fact]
    public void Keys_and_values_know_their_place()
    {
        const string text = """
            {
              "ConnectionStrings": {
                "Main": "Host=pg"
              }
            }
            """;
        var setting = Assert.Single(JsonSettings.Flatten(JsonReader.Parse(text).Root!));
        Assert.Equal((3, 5), (setting.KeyAt.Line, setting.KeyAt.Column));
        Assert.Equal((3, 13), (setting.ValueAt.Line, setting.ValueAt.Column));
        Assert.Equal("\"Host=pg\"", text.Substring(setting.ValueAt.Offset, setting.ValueLength));
    }

    [Fact]
    public void The_first_column_after_a_byte_order_mark_is_one() =>
        Assert.Equal((1, 1), (JsonReader.Parse("\uFEFF{}").Root!.At.Line, JsonReader.Parse("\uFEFF{}").Root!.At.Column));

    [Fact]
    public void Escapes_are_decoded() =>
        Assert.Equal("a\"\\/\n\u00e9", JsonReader.Parse("""["a\"\\\/\n\u00e9"]""").Root!.Items[0].Text);

    [Theory]
    [InlineData("", "value is expected", 1, 1)]
    [InlineData("{ \"a\" 1 }", "':' is expected", 1, 7)]
    [InlineData("{\n \"a\": 1 \"b\": 2 }", "',' or '}' is expected", 2, 9)]
    [InlineData("[1, 2", "',' or ']' is expected", 1, 6)]
    [InlineData("[\"a", "string does not end", 1, 4)]
    [InlineData("[\"a\nb\"]", "does not end on its line", 1, 4)]
    [InlineData("[nope]", "value is expected", 1, 2)]
    [InlineData("{} x", "after the end", 1, 4)]
    [InlineData("[\"\\q\"]", "escape", 1, 3)]
    [InlineData("[1] /* x", "comment does not end", 1, 5)]
    public void Broken_text_gives_an_error_with_its_place(string text, string reason, int line, int column)
    {
        var result = JsonReader.Parse(text);
        Assert.Null(result.Root);
        Assert.Contains(reason, result.Error!.Reason, StringComparison.Ordinal);
        Assert.Equal((line, column), (result.Error.At.Line, result.Error.At.Column));
    }

    [Fact]
    public void Depth_is_limited() =>
        Assert.Contains("nested deeper", JsonReader.Parse(new string('[', 5000)).Error!.Reason, StringComparison.Ordinal);

    [Fact]
    public void The_last_of_two_equal_names_wins() =>
        Assert.Equal("2", JsonReader.Parse("""{"a":1,"a":2}""").Root!["a"]!.Text);
}
