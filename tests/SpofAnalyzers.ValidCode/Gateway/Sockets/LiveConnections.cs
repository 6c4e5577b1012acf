using System.Collections.Concurrent;
using System.Net.WebSockets;

namespace Harbor.Gateway.Sockets;

/// <summary>A connection belongs to the process that accepted it; a client whose replica is lost connects again.</summary>
public sealed class LiveConnections
{
    private readonly ConcurrentDictionary<Guid, WebSocket> _open = new();

    public Guid Add(WebSocket socket)
    {
        var id = Guid.NewGuid();
        _open[id] = socket;
        return id;
    }

    public void Remove(Guid id) => _open.TryRemove(id, out _);

    public async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        foreach (var socket in _open.Values.Where(s => s.State == WebSocketState.Open))
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
    }
}
