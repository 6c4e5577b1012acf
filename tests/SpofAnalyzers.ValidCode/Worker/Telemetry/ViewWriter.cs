namespace Harbor.Worker.Telemetry;

public sealed class ViewWriter(ViewBuffer buffer, ILogger<ViewWriter> logger) : BackgroundService
{
    private static int _written;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var view in buffer.Reader.ReadAllAsync(stoppingToken))
        {
            logger.LogDebug("{Page}, view {Number} of this process", view.Page, Interlocked.Increment(ref _written));
        }
    }
}
