var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddSingleton<CartStore>();
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapPost("/carts/{user}", (string user, Cart cart, CartStore carts) => carts.Save(user, cart));
app.MapDelete("/carts/{user}", (string user, CartStore carts) => carts.Remove(user));
app.Run();

public sealed record Cart(List<string> Skus);

public sealed class CartStore
{
    private readonly Dictionary<string, Cart> _carts = new();

    public void Save(string user, Cart cart)
    {
        lock (_carts)
        {
            _carts[user] = cart;
        }
    }

    public void Remove(string user)
    {
        lock (_carts)
        {
            _carts.Remove(user);
        }
    }
}
