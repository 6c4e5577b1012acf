using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddSignalR().AddStackExchangeRedis(builder.Configuration.GetConnectionString("Backplane")!);
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapHub<PriceHub>("/prices");
app.MapPost("/prices/{sku}", async (string sku, decimal price, IHubContext<PriceHub> hub) => await hub.Clients.All.SendAsync("price", sku, price));
app.Run();

public sealed class PriceHub : Hub
{
    public Task Watch(string sku) => Groups.AddToGroupAsync(Context.ConnectionId, sku);
}
