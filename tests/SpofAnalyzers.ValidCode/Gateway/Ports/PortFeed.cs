using NATS.Client.Core;

namespace Harbor.Gateway.Ports;

public sealed record PortState(string Port, bool IsOpen);

/// <summary>Listens until it is stopped, and begins again after a pause when the connection is lost.</summary>
public sealed class PortFeed(NatsConnection nats, ILogger<PortFeed> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var message in nats.SubscribeAsync<PortState>("ports.>", cancellationToken: stoppingToken))
                {
                    logger.LogInformation("{Port} is open: {IsOpen}", message.Data?.Port, message.Data?.IsOpen);
                }
            }
            catch (NatsException failure)
            {
                logger.LogWarning(failure, "The feed is interrupted");
                await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken);
            }
        }
    }
}
