using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Storefront;

var builder = WebApplication.CreateBuilder(args);

var redis = ConnectionMultiplexer.Connect(builder.Configuration.GetConnectionString("Cache")!);
builder.Services.AddSingleton<IConnectionMultiplexer>(redis);
builder.Services.AddSingleton<RecentlyViewed>();
builder.Services.AddSingleton<CartStore>();

builder.Services.AddHttpClient<CatalogueClient>(client =>
{
    client.BaseAddress = new Uri(builder.Configuration["Services:Catalogue"]!);
    client.Timeout = TimeSpan.FromSeconds(5);
});

builder.Services.Configure<OrdersOptions>(builder.Configuration.GetSection("Orders"));
builder.Services.AddHttpClient<OrdersClient>((services, client) =>
{
    client.BaseAddress = new Uri(services.GetRequiredService<IOptions<OrdersOptions>>().Value.BaseUrl);
    client.Timeout = TimeSpan.FromSeconds(10);
});

builder.Services.AddHealthChecks();

var app = builder.Build();

app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
app.MapHealthChecks("/health/ready");

app.MapGet("/", async (
    string? customer, CatalogueClient catalogue, OrdersClient orders, RecentlyViewed viewed, CancellationToken cancellation) => new
{
    Products = await catalogue.GetProductsAsync(cancellation),
    RecentOrders = customer is null ? [] : await orders.GetRecentAsync(customer, cancellation),
    RecentlyViewed = customer is null ? [] : await viewed.GetAsync(customer),
});
app.MapPut("/viewed/{customer}/{productId:guid}", (string customer, Guid productId, RecentlyViewed viewed) =>
    viewed.AddAsync(customer, productId));

// The browser sends the lines of the cart to /orders itself and removes the cart when the order is placed.
app.MapPost("/carts/{id:guid}/lines", (Guid id, CartLine line, CartStore carts) => carts.Add(id, line));
app.MapGet("/carts/{id:guid}", (Guid id, CartStore carts) => carts.Find(id) is { } cart ? Results.Ok(cart) : Results.NotFound());
app.MapDelete("/carts/{id:guid}", (Guid id, CartStore carts) => carts.Remove(id) ? Results.NoContent() : Results.NotFound());

app.Run();
