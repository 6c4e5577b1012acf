using Spof.Code;
using Spof.Tool.Output;

namespace Spof.Tool.Tests.Output;

public sealed class ProgressLineTests
{
    private sealed class ManualClock : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds;

        public void Pass(int seconds) => _seconds += seconds;
    }

    private static readonly CodeProgress Step = new(3, 12, "Catalogue/Catalogue.csproj", "Orders/Orders.csproj");

    private static string Shown(bool isTerminal, bool enabled, params (int Seconds, CodeProgress Progress)[] steps)
    {
        var clock = new ManualClock();
        using var output = new StringWriter { NewLine = "\n" };
        using var line = new ProgressLine(output, enabled, everyStep: false, isTerminal, clock);
        foreach (var (seconds, progress) in steps)
        {
            clock.Pass(seconds);
            line.Report(progress);
        }

        return output.ToString();
    }

    [Fact]
    public void A_terminal_shows_how_many_are_done_and_the_one_that_takes_longest_in_one_line() =>
        Assert.Equal("\r\u001b[Kreading C#: 3 of 12 projects, still at Orders/Orders.csproj", Shown(true, true, (1, Step)));

    [Fact]
    public void The_last_project_leaves_none_to_wait_for() =>
        Assert.Equal("\r\u001b[Kreading C#: 12 of 12 projects", Shown(true, true, (1, new CodeProgress(12, 12, "A.csproj"))));

    [Fact]
    public void A_line_is_no_longer_than_a_terminal_is_wide()
    {
        var shown = Shown(true, true, (1, Step with { Slowest = new string('x', 200) }));
        Assert.Equal(79, shown.Length - "\r\u001b[K".Length);
        Assert.EndsWith("x…", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Elsewhere_a_plain_line_comes_every_ten_seconds_at_most()
    {
        var shown = Shown(false, true, [.. Enumerable.Range(1, 29).Select(i => (1, new CodeProgress(i, 30, "A.csproj", "B.csproj")))]);
        Assert.Equal("reading C#: 10 of 30 projects, still at B.csproj\nreading C#: 20 of 30 projects, still at B.csproj\n", shown);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_wants_the_answer_alone_and_who_waits_for_nothing_sees_none(bool isTerminal)
    {
        Assert.Equal("", Shown(isTerminal, enabled: false, (60, Step)));
        Assert.Equal("", Shown(isTerminal, enabled: true, (0, Step)));
    }

    [Fact]
    public void A_name_from_the_repository_moves_no_cursor() =>
        Assert.DoesNotContain("\u001b[31m", Shown(false, true, (10, Step with { Slowest = "\u001b[31mred.csproj" })), StringComparison.Ordinal);
}
