using Spof.Manifests.EnvFiles;

namespace Spof.Manifests.Tests.EnvFiles;

public class EnvFileReaderTests
{
    [Fact]
    public void Names_values_quotes_and_comments_are_read_as_Compose_does()
    {
        var file = EnvFileReader.Read(".env", """
            # comment
            PLAIN=value # comment
            export EXPORTED=yes
            COLON: value
            HASH=a#b
            SINGLE='literal $PLAIN # kept'
            DOUBLE="with ${PLAIN}\nand more"
            EMPTY=
            """);

        Assert.Equal(
            [
                ("PLAIN", "value"), ("EXPORTED", "yes"), ("COLON", "value"), ("HASH", "a#b"), ("SINGLE", "literal $PLAIN # kept"),
                ("DOUBLE", "with value\nand more"), ("EMPTY", ""),
            ],
            file.Variables.Select(v => (v.Name, v.Text)));
        Assert.Empty(file.Gaps);
    }

    [Fact]
    public void A_variable_knows_its_line_and_shows_no_value()
    {
        var variable = Assert.Single(EnvFileReader.Read("app/.env", "\n\n  KEY=hunter2\n").Variables);

        Assert.Equal("app/.env:3", variable.At.At.ToString());
        Assert.Equal(3, variable.At.At.Column);
        Assert.Equal("KEY", variable.At.Text);
    }

    [Fact]
    public void Lines_after_a_value_over_several_lines_keep_their_numbers()
    {
        var file = EnvFileReader.Read(".env", "A=\"one\ntwo\nthree\"\nB=x\n");

        Assert.Equal(("one\ntwo\nthree", 4), (file.Variables[0].Text, file.Variables[1].At.At.Line));
    }

    [Fact]
    public void A_bare_name_comes_from_the_shell_and_is_unknown() =>
        Assert.Contains("shell", Assert.Single(EnvFileReader.Read(".env", "TOKEN\n").Variables).UnknownReason);

    [Fact]
    public void A_line_that_is_no_assignment_is_a_gap_and_the_others_are_read()
    {
        var file = EnvFileReader.Read(".env", "this is no assignment\nA=1\n=2\nB='open\n");

        Assert.Equal(["A", "B"], file.Variables.Select(v => v.Name));
        Assert.Equal([1, 3, 4], file.Gaps.Select(g => g.At.Line));
        Assert.DoesNotContain(file.Gaps, g => g.Reason.Contains("this is no", StringComparison.Ordinal));
    }

    [Fact]
    public void Raw_files_keep_quotes_and_dollar_signs() =>
        Assert.Equal("\"$X\" # y", Assert.Single(EnvFileReader.Read("raw.env", "A=\"$X\" # y", isRaw: true).Variables).Text);

    [Fact]
    public void A_binary_file_is_a_gap()
    {
        var file = EnvFileReader.Read(".env", "A=1\0\u0001");

        Assert.Empty(file.Variables);
        Assert.True(Assert.Single(file.Gaps).IsError);
    }

    [Fact]
    public void Windows_line_ends_are_not_part_of_values() =>
        Assert.Equal(["1", "2"], EnvFileReader.Read(".env", "A=1\r\nB=2\r\n").Variables.Select(v => v.Text));
}
