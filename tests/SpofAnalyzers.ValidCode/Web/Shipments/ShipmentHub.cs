using Microsoft.AspNetCore.SignalR;

namespace Harbor.Web.Shipments;

public sealed class ShipmentHub : Hub
{
    public Task Follow(string number) => Groups.AddToGroupAsync(Context.ConnectionId, number);
}

public sealed class ShipmentNotifier(IHubContext<ShipmentHub> hub)
{
    public Task MovedAsync(string number, string port) => hub.Clients.Group(number).SendAsync("moved", port);
}
