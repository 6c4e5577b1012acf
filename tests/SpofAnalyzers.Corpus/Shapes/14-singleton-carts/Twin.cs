using System.Text.Json;
using Microsoft.Extensions.Caching.Distributed;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddStackExchangeRedisCache(options => options.Configuration = builder.Configuration.GetConnectionString("Carts"));
builder.Services.AddSingleton<ICartStore, SharedCartStore>();
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapPost("/carts/{user}", async (string user, Cart cart, ICartStore carts) => await carts.SaveAsync(user, cart));
app.Run();

public sealed record Cart(List<string> Skus);

public interface ICartStore
{
    Task SaveAsync(string user, Cart cart);
}

public sealed class SharedCartStore(IDistributedCache cache) : ICartStore
{
    public Task SaveAsync(string user, Cart cart) => cache.SetStringAsync("cart:" + user, JsonSerializer.Serialize(cart));
}

/// <summary>Stands in for the shared store where tests build the application; nothing here registers it.</summary>
public sealed class MemoryCartStore : ICartStore
{
    private readonly Dictionary<string, Cart> _carts = new();

    public Task SaveAsync(string user, Cart cart)
    {
        _carts[user] = cart;
        return Task.CompletedTask;
    }
}
