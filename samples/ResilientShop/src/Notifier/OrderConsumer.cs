using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Notifier;

public sealed record OrderChanged(Guid OrderId, string Customer, decimal Total, string Status);

public sealed record Mail(string To, string Subject, string Text);

/// <summary>Turns each change of an order into a mail to the customer and hands it to the company's mail gateway, which reads the queue <c>mail.outgoing</c>.</summary>
public sealed class OrderConsumer(IConfiguration configuration, ILogger<OrderConsumer> logger) : BackgroundService
{
    private const string Incoming = "orders.changed";
    private const string Outgoing = "mail.outgoing";
    private const string Heartbeat = "/tmp/heartbeat";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var factory = new ConnectionFactory
        {
            HostName = configuration.GetValue<string>("RabbitMq:Host")!,
            UserName = configuration.GetValue("RabbitMq:UserName", ConnectionFactory.DefaultUser)!,
            Password = configuration.GetValue("RabbitMq:Password", ConnectionFactory.DefaultPass)!,
            AutomaticRecoveryEnabled = true,
        };

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ConsumeAsync(factory, stoppingToken);
            }
            catch (Exception e) when (e is BrokerUnreachableException or AlreadyClosedException or OperationInterruptedException)
            {
                logger.LogWarning(e, "The broker is away; trying again in {Pause}", Pause);
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    private async Task ConsumeAsync(ConnectionFactory factory, CancellationToken stoppingToken)
    {
        await using var connection = await factory.CreateConnectionAsync("notifier", stoppingToken);
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), stoppingToken);

        foreach (var queue in (string[])[Incoming, Outgoing])
            await channel.QueueDeclareAsync(
                queue, durable: true, exclusive: false, autoDelete: false,
                new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: stoppingToken);
        await channel.BasicQosAsync(prefetchSize: 0, prefetchCount: 16, global: false, stoppingToken);

        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            var order = JsonSerializer.Deserialize<OrderChanged>(delivery.Body.Span)!;
            var properties = new BasicProperties { Persistent = true, MessageId = delivery.BasicProperties.MessageId, ContentType = "application/json" };
            await channel.BasicPublishAsync(
                exchange: "", routingKey: Outgoing, mandatory: true, properties, JsonSerializer.SerializeToUtf8Bytes(Write(order)), stoppingToken);
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false, stoppingToken);
        };
        await channel.BasicConsumeAsync(Incoming, autoAck: false, consumer, stoppingToken);

        // The probes of the deployment look at the age of this file.
        while (connection.IsOpen)
        {
            await File.WriteAllTextAsync(Heartbeat, "", stoppingToken);
            await Task.Delay(Pause, stoppingToken);
        }
    }

    private static Mail Write(OrderChanged order) => new(order.Customer, $"Your order {order.OrderId}", order.Status switch
    {
        "Paid" => $"Thank you. Your order of {order.Total:F2} EUR is paid and on its way.",
        "PaymentDeclined" => "Your card was declined, so we have cancelled your order.",
        _ => $"Thank you. We have your order of {order.Total:F2} EUR and will confirm the payment shortly.",
    });
}
