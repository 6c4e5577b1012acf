using System.Text;
using RabbitMQ.Client;

namespace Harbor.Worker.Messages;

public sealed class ChargePublisher(BrokerConnection broker)
{
    private const string Queue = "charges";

    public async Task PublishAsync(string body, CancellationToken cancellationToken)
    {
        await using var channel = await broker.ChannelAsync(cancellationToken);
        await channel.QueueDeclareAsync(
            Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellationToken);
        await channel.BasicPublishAsync("", Queue, mandatory: true, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(body), cancellationToken);
    }
}
