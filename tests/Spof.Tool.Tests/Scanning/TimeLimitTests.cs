using Spof.Tool.Scanning;

namespace Spof.Tool.Tests.Scanning;

public sealed class TimeLimitTests
{
    private static async Task<int> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 1;
    }

    [Fact]
    public async Task Work_that_does_not_end_is_given_up_and_says_so()
    {
        var given = await Assert.ThrowsAsync<TimeLimitReached>(() => TimeLimit.RunAsync(1, NeverAsync, TestContext.Current.CancellationToken));

        Assert.Equal("the time limit of 1 s was reached; nothing is written", given.Message);
    }

    [Fact]
    public async Task A_user_who_stops_the_work_reaches_no_limit()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        Assert.IsNotType<TimeLimitReached>(await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TimeLimit.RunAsync(600, NeverAsync, stopped.Token)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(600)]
    public async Task Work_that_ends_in_time_gives_its_result(int? seconds) =>
        Assert.Equal(7, await TimeLimit.RunAsync(seconds, _ => Task.FromResult(7), TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("soon")]
    public async Task A_limit_that_is_no_positive_number_is_a_wrong_option(string limit)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        Assert.Equal(2, await CommandLine.RunAsync(["scan", "--time-limit", limit], output, error, TestContext.Current.CancellationToken));
    }
}
