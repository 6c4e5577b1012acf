using System.Text;
using Spof.Manifests.Yaml;

namespace Spof.Manifests.Tests.Yaml;

public sealed class YamlReaderTests
{
    private static YamlFile Read(string text) => YamlReader.Read("a.yaml", text);

    private static YamlNode One(string text)
    {
        var file = Read(text);
        Assert.Empty(file.Errors);
        return Assert.Single(file.Documents);
    }

    [Fact]
    public void A_node_knows_its_line_and_column_counted_from_one()
    {
        var root = One("a: 1\nspec:\n  replicas: 3\n");

        var replicas = root.Find("spec", "replicas");

        Assert.Equal(3, replicas?.Integer);
        Assert.Equal(("a.yaml", 3, 13), (replicas!.At.Path, replicas.Line, replicas.Column));
        Assert.Equal(3, root["spec"]!.Entries[0].KeyAt.Line);
    }

    [Fact]
    public void Lookup_in_something_that_is_no_mapping_gives_null()
    {
        var root = One("a: [1, 2]\nb: text\n");

        Assert.Null(root["a"]?["x"]);
        Assert.Null(root.Find("b", "x", "y"));
        Assert.Empty(root["b"]!.Items);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("False", false)]
    [InlineData("yes", null)]
    [InlineData("on", null)]
    [InlineData("\"true\"", null)]
    public void Booleans_are_those_of_the_core_schema(string text, bool? expected) => Assert.Equal(expected, One("a: " + text)["a"]!.Boolean);

    [Theory]
    [InlineData("12", 12)]
    [InlineData("-3", -3)]
    [InlineData("0x1F", 31)]
    [InlineData("0o17", 15)]
    [InlineData("017", 17)]
    [InlineData("\"80\"", 80)]
    [InlineData("1.5", null)]
    [InlineData("99999999999", null)]
    [InlineData("0o777777777777", null)]
    [InlineData("http", null)]
    public void Integers_are_those_of_the_core_schema(string text, int? expected) => Assert.Equal(expected, One("a: " + text)["a"]!.Integer);

    [Theory]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("")]
    public void A_null_has_no_text(string text)
    {
        var node = One("a: " + text)["a"]!;

        Assert.True(node.IsNull);
        Assert.Null(node.Text);
    }

    [Fact]
    public void A_quoted_empty_string_is_no_null() => Assert.Equal("", One("a: ''")["a"]!.Text);

    [Fact]
    public void Tags_are_kept() => Assert.Equal("!Ref", One("a: !Ref Bucket")["a"]!.Tag);

    [Fact]
    public void An_alias_stands_where_the_alias_stands_and_has_the_content_of_its_anchor()
    {
        var root = One("a: &x\n  k: v\nb: *x\n");

        Assert.Equal("v", root.Find("b", "k")?.Text);
        Assert.Equal(3, root["b"]!.Line);
        Assert.Equal(1, root["b"]!.AliasOf?.Line);
        Assert.Null(root["a"]!.AliasOf);
    }

    [Fact]
    public void Merge_keys_are_applied_and_own_keys_win()
    {
        var root = One("""
            base: &base { image: a, replicas: 1 }
            other: &other { replicas: 2, tag: t }
            app:
              <<: [*base, *other]
              image: b
            """);

        var app = root["app"]!;

        Assert.Equal("b", app["image"]?.Text);
        Assert.Equal(1, app["replicas"]?.Integer);
        Assert.Equal("t", app["tag"]?.Text);
        Assert.Equal(["image", "replicas", "tag"], app.Entries.Select(e => e.Key));
    }

    [Fact]
    public void A_quoted_merge_key_is_an_ordinary_key() => Assert.NotNull(One("a: { '<<': { b: 1 } }").Find("a", "<<"));

    [Fact]
    public void A_duplicate_key_is_an_error_and_the_rest_is_kept()
    {
        var file = Read("a: 1\nb: 2\na: 3\nc: 4\n");

        var error = Assert.Single(file.Errors);
        Assert.Equal((3, 1), (error.At.Line, error.At.Column));
        Assert.Equal(["a=3", "b=2", "c=4"], file.Documents[0].Entries.Select(e => $"{e.Key}={e.Value.Text}"));
    }

    [Fact]
    public void Documents_before_and_after_a_broken_one_are_kept_with_their_lines()
    {
        var file = Read("a: 1\n---\nb: [1, 2\n---\nc: 3\n---\nd: 4\n");

        Assert.Equal(["a", "c", "d"], file.Documents.Select(d => d.Entries[0].Key));
        Assert.Equal([1, 5, 7], file.Documents.Select(d => d.Line));
        Assert.Single(file.Errors);
    }

    [Fact]
    public void Only_the_first_hundred_broken_documents_are_told_apart()
    {
        var file = Read(string.Concat(Enumerable.Repeat("---\na: [\n", 100_000)));

        Assert.Equal(YamlReader.BreakLimit + 1, file.Errors.Count);
        Assert.Contains("the rest of the file is not read", file.Errors[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_documents_are_left_out() => Assert.Single(Read("---\n---\n# nothing\n---\na: 1\n---\n").Documents);

    [Fact]
    public void A_tab_as_indentation_is_an_error_with_its_position()
    {
        var file = Read("x: 1\na:\n\tb: 1\n");

        Assert.Equal(2, Assert.Single(file.Errors).At.Line);
    }

    [Fact]
    public void An_error_message_does_not_quote_the_file() =>
        Assert.All(Read("password: *s3cr3t\n---\n@s3cr3t: 1\n").Errors, e => Assert.DoesNotContain("s3cr3t", e.Message));

    [Fact]
    public void JSON_indented_with_tabs_is_read()
    {
        var root = One("{\n\t\"kind\": \"Service\",\n\t\"spec\": {\n\t\t\"ports\": [ { \"port\": 80 } ]\n\t}\n}\n");

        Assert.Equal(80, root.Find("spec", "ports")!.Items[0]["port"]?.Integer);
        Assert.Equal(4, root.Find("spec", "ports")!.Line);
    }

    [Fact]
    public void Nesting_of_100_000_levels_is_an_error()
    {
        var file = Read(new string('[', 100_000));

        Assert.Contains("deeper", Assert.Single(file.Errors).Message, StringComparison.Ordinal);
        Assert.Empty(file.Documents);
    }

    [Fact]
    public void A_bomb_of_aliases_is_an_error()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 12; level++)
        {
            text.Append($"a{level}: &a{level} [").AppendJoin(", ", Enumerable.Repeat($"*a{level - 1}", 10)).Append("]\n");
        }

        var file = Read(text.ToString());

        Assert.Contains("nodes", Assert.Single(file.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_chain_of_merged_aliases_is_an_error_and_no_overflow()
    {
        var text = new StringBuilder("a0: &a0 { k: v }\n");
        for (var level = 1; level < 5_000; level++)
        {
            text.Append($"a{level}: &a{level}\n  <<: *a{level - 1}\n");
        }

        Assert.Contains("aliases nest", Assert.Single(Read(text.ToString()).Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_to_its_own_mapping_is_an_error() => Assert.Single(Read("a: &a\n  b: *a\n").Errors);

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("a: \u0001")]
    [InlineData("%YAML 9.9\n---\na: 1")]
    [InlineData("? [a, b]\n: 1\n")]
    [InlineData("\"unterminated")]
    [InlineData("a: {{ .Values.x }}")]
    [InlineData("!!]")]
    [InlineData(":\t{\na")]
    public void Odd_input_never_throws(string text) => Assert.NotNull(Read(text));
}
