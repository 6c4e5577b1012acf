using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

/// <summary>Idiomatic files of healthy services: memory is used, and nothing is entrusted to it.</summary>
public sealed class Spof4001ValidCodeTests
{
    private static Task Silent(string source) => new RuleTest { Analyzer = new Spof4001Analyzer() }.VerifyAsync(source);

    [Fact]
    public Task Orders_kept_in_a_database() => Silent("""
        using Microsoft.EntityFrameworkCore;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDbContext<ShopContext>(o => o.UseNpgsql(builder.Configuration.GetConnectionString("Shop")));
        builder.Services.AddScoped<OrderService>();
        var app = builder.Build();
        app.MapPost("/orders", async (NewOrder order, OrderService orders) => Results.Created("/orders", await orders.PlaceAsync(order)));
        app.MapGet("/orders/{id}", async (Guid id, ShopContext context) => await context.Orders.FindAsync(id) is { } order ? Results.Ok(order) : Results.NotFound());
        app.Run();

        public sealed record NewOrder(string Customer, List<Line> Lines);

        public sealed record Line(string Sku, int Quantity);

        public sealed class Order
        {
            public Guid Id { get; set; }

            public required string Customer { get; set; }

            public List<OrderLine> Lines { get; } = [];
        }

        public sealed class OrderLine
        {
            public int Id { get; set; }

            public required string Sku { get; set; }
        }

        public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
        {
            public DbSet<Order> Orders => Set<Order>();
        }

        public sealed class OrderService(ShopContext context)
        {
            private readonly List<OrderLine> _lines = [];

            public async Task<Guid> PlaceAsync(NewOrder request)
            {
                _lines.AddRange(request.Lines.Select(l => new OrderLine { Sku = l.Sku }));
                var order = new Order { Id = Guid.NewGuid(), Customer = request.Customer };
                order.Lines.AddRange(_lines);
                context.Orders.Add(order);
                await context.SaveChangesAsync();
                return order.Id;
            }
        }
        """);

    [Fact]
    public Task Sessions_in_a_distributed_cache() => Silent("""
        using System.Text.Json;
        using Microsoft.Extensions.Caching.Distributed;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddStackExchangeRedisCache(o => o.Configuration = builder.Configuration.GetConnectionString("Redis"));
        builder.Services.AddSingleton<Sessions>();
        builder.Build().Run();

        public sealed record Session(string User, DateTimeOffset Since);

        public sealed class Sessions(IDistributedCache cache)
        {
            private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

            public Task PutAsync(string token, Session session) => cache.SetStringAsync(token, JsonSerializer.Serialize(session, Json));

            public async Task<Session?> FindAsync(string token) =>
                await cache.GetStringAsync(token) is { } text ? JsonSerializer.Deserialize<Session>(text, Json) : null;
        }
        """);

    [Fact]
    public Task Reference_data_refreshed_by_a_worker() => Silent("""
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddHttpClient<CountryClient>();
        builder.Services.AddSingleton<CountryTable>();
        builder.Services.AddHostedService<CountryRefresh>();
        builder.Build().Run();

        public sealed record Country(string Code, string Name);

        public sealed class CountryClient(HttpClient http)
        {
            public async Task<List<Country>> ListAsync(CancellationToken token) => await http.GetFromJsonAsync<List<Country>>("countries", token) ?? [];
        }

        public sealed class CountryTable
        {
            private volatile Dictionary<string, Country> _byCode = new();

            public Country? Find(string code) => _byCode.GetValueOrDefault(code);

            public void Replace(IEnumerable<Country> countries) => _byCode = countries.ToDictionary(c => c.Code);
        }

        public sealed class CountryRefresh(CountryClient client, CountryTable table) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
                do
                {
                    table.Replace(await client.ListAsync(stoppingToken));
                }
                while (await timer.WaitForNextTickAsync(stoppingToken));
            }
        }
        """);

    [Fact]
    public Task Request_handlers_found_by_type() => Silent("""
        using System.Collections.Concurrent;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<Mediator>();
        builder.Build().Run();

        public interface IRequest<T>;

        public interface IHandler<TRequest, T>
        {
            Task<T> HandleAsync(TRequest request);
        }

        public abstract class HandlerWrapper
        {
            public abstract Task<object?> HandleAsync(object request, IServiceProvider services);
        }

        public sealed class Mediator(IServiceProvider services)
        {
            private readonly ConcurrentDictionary<Type, HandlerWrapper> _wrappers = new();

            public Task<object?> SendAsync(object request) => _wrappers
                .GetOrAdd(request.GetType(), t => (HandlerWrapper)Activator.CreateInstance(typeof(Wrapper<>).MakeGenericType(t))!)
                .HandleAsync(request, services);

            private sealed class Wrapper<T> : HandlerWrapper
            {
                public override async Task<object?> HandleAsync(object request, IServiceProvider services) =>
                    await services.GetRequiredService<IHandler<T, object?>>().HandleAsync((T)request);
            }
        }
        """);

    [Fact]
    public Task Middleware_with_metrics_and_a_correlation_id() => Silent("""
        using System.Diagnostics;
        using System.Diagnostics.Metrics;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<RequestMetrics>();
        var app = builder.Build();
        app.UseMiddleware<Correlation>();
        app.Run();

        public sealed class RequestMetrics
        {
            private readonly Counter<long> _requests;
            private long _total;

            public RequestMetrics(IMeterFactory meters) => _requests = meters.Create("shop").CreateCounter<long>("requests");

            public void Add(string route)
            {
                Interlocked.Increment(ref _total);
                _requests.Add(1, new TagList { { "route", route } });
            }
        }

        public sealed class Correlation(RequestDelegate next, RequestMetrics metrics, ILogger<Correlation> logger)
        {
            private static long _last;

            public async Task InvokeAsync(HttpContext context)
            {
                context.Items["correlation"] = Interlocked.Increment(ref _last);
                metrics.Add(context.Request.Path);
                using (logger.BeginScope(new Dictionary<string, object?> { ["correlation"] = context.Items["correlation"] }))
                {
                    await next(context);
                }
            }
        }
        """);

    [Fact]
    public Task A_tenant_directory_with_read_through_and_expiry() => Silent("""
        using System.Collections.Concurrent;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<TenantDirectory>();
        builder.Build().Run();

        public sealed record Tenant(string Host, string Database);

        public interface ITenantCatalog
        {
            Task<Tenant?> FindByHostAsync(string host, CancellationToken token);
        }

        public sealed class TenantDirectory(ITenantCatalog catalog, TimeProvider clock)
        {
            private readonly ConcurrentDictionary<string, (Tenant Tenant, DateTimeOffset Until)> _known = new(StringComparer.OrdinalIgnoreCase);

            public async Task<Tenant?> FindAsync(string host, CancellationToken token)
            {
                if (_known.TryGetValue(host, out var entry) && entry.Until > clock.GetUtcNow())
                {
                    return entry.Tenant;
                }

                var tenant = await catalog.FindByHostAsync(host, token);
                if (tenant is not null)
                {
                    _known[host] = (tenant, clock.GetUtcNow().AddMinutes(5));
                }

                return tenant;
            }

            public void Forget(string host) => _known.TryRemove(host, out _);
        }
        """);

    [Fact]
    public Task A_consumer_that_publishes_through_the_broker() => Silent("""
        using System.Text;
        using System.Text.Json;
        using RabbitMQ.Client;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<IConnectionFactory>(_ => new ConnectionFactory { HostName = "queue" });
        builder.Services.AddSingleton<EventPublisher>();
        builder.Build().Run();

        public sealed record OrderPlaced(Guid Id, decimal Total);

        public sealed class EventPublisher(IConnectionFactory factory) : IAsyncDisposable
        {
            private readonly SemaphoreSlim _gate = new(1);
            private IConnection? _connection;

            public async Task PublishAsync(OrderPlaced placed, CancellationToken token)
            {
                await _gate.WaitAsync(token);
                try
                {
                    _connection ??= await factory.CreateConnectionAsync(token);
                }
                finally
                {
                    _gate.Release();
                }

                await using var channel = await _connection.CreateChannelAsync(cancellationToken: token);
                await channel.BasicPublishAsync("orders", "placed", Encoding.UTF8.GetBytes(JsonSerializer.Serialize(placed)), token);
            }

            public ValueTask DisposeAsync() => _connection?.DisposeAsync() ?? ValueTask.CompletedTask;
        }
        """);

    [Fact]
    public Task Feature_descriptions_registered_by_modules() => Silent("""
        var builder = WebApplication.CreateBuilder(args);
        var features = new FeatureCatalog();
        features.Declare(new Feature("checkout", "New checkout"));
        builder.Services.AddSingleton(features);
        builder.AddReporting(features);
        var app = builder.Build();
        app.MapGet("/features", (FeatureCatalog catalog) => catalog.All);
        app.Run();

        public sealed record Feature(string Name, string Description);

        public sealed class FeatureCatalog
        {
            private readonly Dictionary<string, Feature> _byName = new(StringComparer.OrdinalIgnoreCase);

            public IReadOnlyCollection<Feature> All => _byName.Values;

            public void Declare(Feature feature)
            {
                if (!_byName.TryAdd(feature.Name, feature))
                {
                    throw new InvalidOperationException($"Feature '{feature.Name}' is declared twice.");
                }
            }
        }

        public static class Reporting
        {
            public static WebApplicationBuilder AddReporting(this WebApplicationBuilder builder, FeatureCatalog features)
            {
                features.Declare(new Feature("reports", "Reports"));
                return builder;
            }
        }
        """);

    [Fact]
    public Task A_hub_that_routes_to_live_connections() => Silent("""
        using System.Collections.Concurrent;
        using Microsoft.AspNetCore.SignalR;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSignalR().AddStackExchangeRedis("cache");
        builder.Services.AddSingleton<Connections>();
        var app = builder.Build();
        app.MapHub<ShopHub>("/hub");
        app.Run();

        public static class Backplane
        {
            public static ISignalRServerBuilder AddStackExchangeRedis(this ISignalRServerBuilder builder, string connection) =>
                connection.Length == 0 ? throw new ArgumentException("empty", nameof(connection)) : builder;
        }

        public sealed class Connections
        {
            private readonly ConcurrentDictionary<string, HashSet<string>> _byUser = new();

            public void Add(string user, string connectionId)
            {
                var connections = _byUser.GetOrAdd(user, _ => []);
                lock (connections)
                {
                    connections.Add(connectionId);
                }
            }

            public void Remove(string user) => _byUser.TryRemove(user, out _);
        }

        public sealed class ShopHub(Connections connections) : Hub
        {
            public override async Task OnConnectedAsync()
            {
                connections.Add(Context.UserIdentifier ?? "guest", Context.ConnectionId);
                await base.OnConnectedAsync();
            }
        }
        """);

    [Fact]
    public Task Configuration_monitors_pools_and_generated_tables() => Silent("""
        using System.Buffers;
        using System.Collections.Frozen;
        using Microsoft.Extensions.Options;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.Configure<ShippingOptions>(builder.Configuration.GetSection("Shipping"));
        builder.Services.AddSingleton<Shipping>();
        builder.Build().Run();

        public sealed class Zone
        {
            public string Country { get; set; } = "";

            public decimal Price { get; set; }
        }

        public sealed class ShippingOptions
        {
            public List<Zone> Zones { get; set; } = [];
        }

        public sealed class Shipping
        {
            private static readonly string[] Free = ["DE", "AT"];
            private FrozenDictionary<string, Zone> _zones;

            public Shipping(IOptionsMonitor<ShippingOptions> options)
            {
                _zones = Index(options.CurrentValue);
                options.OnChange(changed => _zones = Index(changed));
            }

            public decimal PriceFor(string country) => Free.Contains(country) ? 0 : _zones.TryGetValue(country, out var zone) ? zone.Price : 20;

            public string Label(IReadOnlyList<Zone> zones)
            {
                var buffer = ArrayPool<Zone>.Shared.Rent(zones.Count);
                try
                {
                    for (var i = 0; i < zones.Count; i++)
                    {
                        buffer[i] = zones[i];
                    }

                    return string.Join(", ", buffer.Take(zones.Count).Select(z => z.Country));
                }
                finally
                {
                    ArrayPool<Zone>.Shared.Return(buffer);
                }
            }

            private static FrozenDictionary<string, Zone> Index(ShippingOptions options) => options.Zones.ToFrozenDictionary(z => z.Country);
        }
        """);
}
