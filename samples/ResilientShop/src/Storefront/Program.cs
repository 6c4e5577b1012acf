using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using StackExchange.Redis;
using Storefront;

var builder = WebApplication.CreateBuilder(args);

// Connected at the first use, and tried again after a failure: the storefront starts without the cache.
var cache = builder.Configuration.GetConnectionString("Cache")!;
var redis = new Lazy<IConnectionMultiplexer>(() => ConnectionMultiplexer.Connect(cache), LazyThreadSafetyMode.PublicationOnly);

builder.Services.AddStackExchangeRedisCache(options =>
    options.ConnectionMultiplexerFactory = () => Task.FromResult(redis.Value));
builder.Services.AddDataProtection()
    .SetApplicationName("storefront")
    .PersistKeysToStackExchangeRedis(() => redis.Value.GetDatabase(), "storefront:keys");
builder.Services.AddSession(options =>
{
    options.Cookie.Name = "shop.session";
    options.IOTimeout = TimeSpan.FromSeconds(2);
});
builder.Services.AddSingleton<Carts>();

// The page is drawn without what fails, so these clients do not retry: they wait a little longer than the services behind them
// may need, and stop asking while those are down.
builder.Services.AddHttpClient<CatalogueClient>(client => client.BaseAddress = new Uri(builder.Configuration["Services:Catalogue"]!))
    .AddResilienceHandler("catalogue", pipeline => pipeline
        .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions())
        .AddTimeout(TimeSpan.FromSeconds(5)));

builder.Services.Configure<OrdersOptions>(builder.Configuration.GetSection("Orders"));
builder.Services.AddHttpClient<OrdersClient>((services, client) =>
        client.BaseAddress = new Uri(services.GetRequiredService<IOptions<OrdersOptions>>().Value.BaseUrl))
    .AddResilienceHandler("orders", pipeline => pipeline
        .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions())
        .AddTimeout(TimeSpan.FromSeconds(10)));

builder.Services.AddHealthChecks();
builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));

var app = builder.Build();

app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
app.MapHealthChecks("/health/ready");

app.MapGet("/", async (string? customer, CatalogueClient catalogue, OrdersClient orders, CancellationToken cancellation) => new
{
    Products = await catalogue.GetProductsAsync(cancellation),
    RecentOrders = customer is null ? [] : await orders.GetRecentAsync(customer, cancellation),
});

// Only these paths open a session; the home page needs neither a cookie nor the cache.
app.UseWhen(context => context.Request.Path.StartsWithSegments("/viewed"), viewed => viewed.UseSession());
app.MapGet("/viewed", (HttpContext http) => http.Session.GetViewed());
app.MapPut("/viewed/{productId:guid}", (Guid productId, HttpContext http) => http.Session.AddViewed(productId));

// The browser sends the lines of the cart to /orders itself and removes the cart when the order is placed.
app.MapPost("/carts/{id:guid}/lines", (Guid id, CartLine line, Carts carts, CancellationToken cancellation) =>
    carts.AddAsync(id, line, cancellation));
app.MapGet("/carts/{id:guid}", async (Guid id, Carts carts, CancellationToken cancellation) =>
    await carts.FindAsync(id, cancellation) is { } cart ? Results.Ok(cart) : Results.NotFound());
app.MapDelete("/carts/{id:guid}", (Guid id, Carts carts, CancellationToken cancellation) => carts.RemoveAsync(id, cancellation));

app.Run();
