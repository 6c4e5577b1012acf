namespace Spof.Tool.Scanning;

/// <summary>Gives work up after a time.</summary>
internal static class TimeLimit
{
    /// <param name="seconds">The time; null for none.</param>
    /// <param name="work">What to do; it stops when its token asks for it.</param>
    /// <param name="cancellationToken">The user's own wish to stop.</param>
    /// <exception cref="TimeLimitReached">The work was not done in time.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public static async Task<T> RunAsync<T>(int? seconds, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (seconds is not { } limit)
        {
            return await work(cancellationToken);
        }

        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(TimeSpan.FromSeconds(limit));
        try
        {
            return await work(limited.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeLimitReached(limit);
        }
    }
}
