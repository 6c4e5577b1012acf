using Spof.Manifests.EnvFiles;
using Spof.Model;

namespace Spof.Manifests.Tests.EnvFiles;

public class InterpolationTests
{
    private static readonly Dictionary<string, string> Set = new() { ["HOST"] = "db", ["PORT"] = "5432", ["EMPTY"] = "" };

    [Theory]
    [InlineData("$HOST:$PORT", "db:5432")]
    [InlineData("tcp://${HOST}:${PORT}/x", "tcp://db:5432/x")]
    [InlineData("${NOBODY:-fallback}", "fallback")]
    [InlineData("${NOBODY-fallback}", "fallback")]
    [InlineData("${EMPTY:-fallback}", "fallback")]
    [InlineData("${EMPTY-fallback}", "")]
    [InlineData("${HOST:-fallback}", "db")]
    [InlineData("${NOBODY:-${HOST}}", "db")]
    [InlineData("${NOBODY:-${NOBODY2:-${PORT}}}", "5432")]
    [InlineData("${HOST:?must be set}", "db")]
    [InlineData("${HOST:+set}", "set")]
    [InlineData("${EMPTY:+set}", "")]
    [InlineData("pa$$word", "pa$word")]
    [InlineData("$$HOST", "$HOST")]
    [InlineData("100$ and $1", "100$ and $1")]
    [InlineData("${NOBODY:-}", "")]
    [InlineData("no variable", "no variable")]
    public void A_variable_is_replaced_by_its_value_or_its_default(string text, string expected)
    {
        var result = Expand(text);

        Assert.Null(result.UnknownReason);
        Assert.Equal(expected, result.Text);
    }

    [Theory]
    [InlineData("http://${NOBODY}:80", "http://${NOBODY}:80")]
    [InlineData("$NOBODY", "${NOBODY}")]
    [InlineData("${NOBODY:?set it}", "${NOBODY}")]
    [InlineData("${NOBODY:+other}", "${NOBODY}")]
    [InlineData("${NOBODY:-${NOBODY2}}", "${NOBODY2}")]
    public void A_variable_that_nobody_sets_is_unknown_and_never_empty(string text, string kept)
    {
        var result = Expand(text);

        Assert.Contains("no file sets it", result.UnknownReason);
        Assert.Equal(kept, result.Text);
    }

    [Theory]
    [InlineData("${")]
    [InlineData("${}")]
    [InlineData("${HOST")]
    [InlineData("${HOST!x}")]
    public void A_reference_that_is_not_well_formed_is_unknown(string text) =>
        Assert.Equal("a variable reference is not well formed", Expand(text).UnknownReason);

    [Fact]
    public void The_places_of_the_variables_are_kept_once_each() =>
        Assert.Equal(["HOST", "PORT"], Expand("${HOST}${HOST}${PORT}").Hops.Select(h => h.Text));

    [Fact]
    public void In_a_Dockerfile_a_backslash_keeps_the_dollar_sign() =>
        Assert.Equal("$HOST is db", Interpolation.Expand(@"\$HOST is $HOST", Lookup, DollarEscape.Backslash).Text);

    [Fact]
    public void Deep_nesting_ends_as_unknown()
    {
        var text = string.Concat(Enumerable.Repeat("${A:-", 20_000)) + "x" + new string('}', 20_000);

        Assert.Contains("nested more than", Expand(text).UnknownReason);
    }

    [Fact]
    public void A_value_that_grows_without_bound_ends_as_unknown()
    {
        var lines = Enumerable.Range(1, 60).Select(i => $"V{i}=${{V{i - 1}}}${{V{i - 1}}}").Prepend("V0=0123456789");
        var file = EnvFileReader.Read(".env", string.Join('\n', lines));

        Assert.Contains("longer than", file.Variables[^1].UnknownReason);
        Assert.True(file.Variables[^1].Text.Length <= 64 * 1024);
    }

    private static InterpolatedText Expand(string text) => Interpolation.Expand(text, Lookup);

    private static Variable? Lookup(string name) => Set.TryGetValue(name, out var value)
        ? new Variable(name, value, null, new Evidence(EvidenceLayer.Manifest, new SourcePosition(".env", 1), name))
        : null;
}
