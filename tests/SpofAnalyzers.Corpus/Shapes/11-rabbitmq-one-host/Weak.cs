using RabbitMQ.Client;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddHostedService<OrderConsumer>();
builder.Build().Run();

public sealed class OrderConsumer(ILogger<OrderConsumer> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var factory = new ConnectionFactory { HostName = "rabbit01.corp", AutomaticRecoveryEnabled = false };
        await using var connection = await factory.CreateConnectionAsync(stoppingToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var message = await channel.BasicGetAsync("orders", autoAck: false, stoppingToken);
            if (message is null)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
                continue;
            }

            logger.LogInformation("Order {Tag}", message.DeliveryTag);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, stoppingToken);
        }
    }
}
