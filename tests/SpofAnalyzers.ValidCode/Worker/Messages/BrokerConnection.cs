using RabbitMQ.Client;

namespace Harbor.Worker.Messages;

/// <summary>One connection to whichever broker of the cluster answers; it finds another one when that is lost.</summary>
public sealed class BrokerConnection(IConfiguration configuration) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private IConnection? _connection;

    public async Task<IChannel> ChannelAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _connection ??= await Factory().CreateConnectionAsync(Brokers(), cancellationToken);
        }
        finally
        {
            _gate.Release();
        }

        return await _connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }
    }

    private ConnectionFactory Factory() => new()
    {
        UserName = configuration["Rabbit:User"] ?? "",
        Password = configuration["Rabbit:Password"] ?? "",
        AutomaticRecoveryEnabled = true,
        TopologyRecoveryEnabled = true,
    };

    private List<AmqpTcpEndpoint> Brokers() => [.. (configuration["Rabbit:Hosts"] ?? "").Split(',').Select(h => new AmqpTcpEndpoint(h))];
}
