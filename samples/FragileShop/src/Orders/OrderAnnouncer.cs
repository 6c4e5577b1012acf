using System.Text.Json;
using RabbitMQ.Client;

namespace Orders;

public sealed record OrderPlaced(Guid OrderId, string Customer, decimal Total);

/// <summary>Tells the rest of the company about a new order. One channel with publisher confirms, used by one caller at a time.</summary>
public sealed class OrderAnnouncer(IConfiguration configuration) : IAsyncDisposable
{
    private const string Queue = "orders.placed";

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

    public async Task AnnounceAsync(OrderPlaced order, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            var channel = await OpenAsync(cancellation);
            var properties = new BasicProperties { Persistent = true, MessageId = order.OrderId.ToString(), ContentType = "application/json" };
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
