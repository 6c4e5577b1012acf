using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Orders;

public sealed record OrderChanged(Guid OrderId, string Customer, decimal Total, string Status);

/// <summary>Tells the rest of the company about an order. One channel with publisher confirms, used by one caller at a time.</summary>
public sealed class OrderAnnouncer(IConfiguration configuration, ILogger<OrderAnnouncer> logger) : IAsyncDisposable
{
    private const string Queue = "orders.changed";

    private readonly ConnectionFactory _factory = new()
    {
        HostName = configuration.GetValue<string>("RabbitMq:Host")!,
        UserName = configuration.GetValue("RabbitMq:UserName", ConnectionFactory.DefaultUser)!,
        Password = configuration.GetValue("RabbitMq:Password", ConnectionFactory.DefaultPass)!,
        RequestedConnectionTimeout = TimeSpan.FromSeconds(2),
        ContinuationTimeout = TimeSpan.FromSeconds(4),
    };
    private readonly SemaphoreSlim _gate = new(1, 1);
    private IConnection? _connection;
    private IChannel? _channel;

    /// <returns>False when the broker did not take the message; the order stays open and is announced later.</returns>
    public async Task<bool> TryAnnounceAsync(OrderChanged order, CancellationToken cancellation)
    {
        try
        {
            await AnnounceAsync(order, cancellation);
            return true;
        }
        catch (Exception e) when (e is RabbitMQClientException or TimeoutException or IOException)
        {
            logger.LogWarning(e, "Order {OrderId} is not announced yet", order.OrderId);
            return false;
        }
    }

    private async Task AnnounceAsync(OrderChanged order, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            var channel = await OpenAsync(cancellation);
            var properties = new BasicProperties { Persistent = true, MessageId = $"{order.OrderId}:{order.Status}", ContentType = "application/json" };
            await channel.BasicPublishAsync(
                exchange: "", routingKey: Queue, mandatory: true, properties, JsonSerializer.SerializeToUtf8Bytes(order), cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<IChannel> OpenAsync(CancellationToken cancellation)
    {
        if (_channel is { IsOpen: true })
            return _channel;

        _connection ??= await _factory.CreateConnectionAsync("orders", cancellation);
        _channel = await _connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);
        await _channel.QueueDeclareAsync(
            Queue, durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellation);
        return _channel;
    }

    public async ValueTask DisposeAsync()
    {
        if (_channel is not null)
            await _channel.DisposeAsync();
        if (_connection is not null)
            await _connection.DisposeAsync();
        _gate.Dispose();
    }
}
