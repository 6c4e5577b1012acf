namespace SpofAnalyzers.Tests.Rules;

/// <summary>The thirty-five examples of benign state, as programs.</summary>
internal static class Spof4001BenignCases
{
    public static IEnumerable<Spof4001Case> All { get; } =
    [
        new("N01", "properties by type with GetOrAdd", "benign: metadata", """
            using System.Collections.Concurrent;
            using System.Reflection;

            public static class Accessors
            {
                private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

                public static PropertyInfo[] Of(Type type) => Properties.GetOrAdd(type, t => t.GetProperties());
            }
            """),
        new("N02", "static regular expression", "benign: no container", """
            using System.Text.RegularExpressions;

            public static class Sku
            {
                private static readonly Regex Pattern = new("^[A-Z]{3}-[0-9]+$", RegexOptions.Compiled);

                public static bool IsValid(string text) => Pattern.IsMatch(text);
            }
            """),
        new("N03", "generated regular expression", "benign: no container", """
            using System.Text.RegularExpressions;

            public static partial class Sku
            {
                private static partial Regex Pattern();

                public static bool IsValid(string text) => Pattern().IsMatch(text);
            }

            public static partial class Sku
            {
                private static readonly Regex Made = new("^[A-Z]{3}-[0-9]+$");

                private static partial Regex Pattern() => Made;
            }
            """),
        new("N04", "frozen and immutable tables built in the static constructor", "benign: immutable", """
            using System.Collections.Frozen;
            using System.Collections.Immutable;

            public sealed record Country(string Code, string Name);

            public static class Countries
            {
                private static readonly FrozenDictionary<string, Country> ByCode;
                private static readonly ImmutableDictionary<string, Country> ByName;

                static Countries()
                {
                    Country[] all = [new("DE", "Germany"), new("FR", "France")];
                    ByCode = all.ToFrozenDictionary(c => c.Code);
                    ByName = all.ToImmutableDictionary(c => c.Name);
                }

                public static Country? Find(string text) => ByCode.TryGetValue(text, out var c) ? c : ByName.GetValueOrDefault(text);
            }
            """),
        new("N05", "table that is never written again", "benign: no runtime insertion", """
            public sealed record Mime(string Type, bool IsText);

            public static class MimeTypes
            {
                private static readonly Dictionary<string, Mime> ByExtension = new()
                {
                    [".html"] = new Mime("text/html", true),
                    [".png"] = new Mime("image/png", false),
                };

                public static Mime? Find(string extension) => ByExtension.GetValueOrDefault(extension);
            }
            """),
        new("N06", "lazy schema", "benign: lazy", """
            public sealed record Schema(string Text);

            public static class Schemas
            {
                private static readonly Lazy<Schema> Order = new(() => new Schema(File.ReadAllText("order.schema.json")));
                private static Schema? _invoice;

                public static Schema OrderSchema => Order.Value;

                public static Schema InvoiceSchema => _invoice ??= new Schema(File.ReadAllText("invoice.schema.json"));
            }
            """),
        new("N07", "static HTTP client", "benign: client", """
            public static class Rates
            {
                private static readonly HttpClient Client = new();
                private static readonly Dictionary<string, HttpClient> ByRegion = new();

                public static HttpClient For(string region)
                {
                    lock (ByRegion)
                    {
                        if (!ByRegion.TryGetValue(region, out var client))
                        {
                            ByRegion[region] = client = new HttpClient { BaseAddress = new Uri($"https://{region}.rates.internal") };
                        }

                        return client ?? Client;
                    }
                }
            }
            """),
        new("N08", "singleton connections", "benign: clients", """
            using Npgsql;
            using StackExchange.Redis;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect("cache"));
            builder.Services.AddSingleton<Connections>();
            builder.Build().Run();

            public sealed class Connections
            {
                private readonly Dictionary<string, NpgsqlDataSource> _byTenant = new();

                public NpgsqlDataSource For(string tenant, string connection)
                {
                    if (!_byTenant.TryGetValue(tenant, out var source))
                    {
                        _byTenant[tenant] = source = NpgsqlDataSource.Create(connection);
                    }

                    return source;
                }
            }
            """),
        new("N09", "options with reload", "benign: configuration", """
            using Microsoft.Extensions.Options;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Pricing>();
            builder.Build().Run();

            public sealed class PricingOptions
            {
                public decimal Vat { get; set; }
            }

            public sealed class Pricing(IOptionsMonitor<PricingOptions> options)
            {
                private PricingOptions _current = options.CurrentValue;

                public void Watch() => options.OnChange(changed => _current = changed);

                public decimal Gross(decimal net) => net * (1 + _current.Vat);
            }
            """),
        new("N10", "loggers, activity sources and meters", "benign: telemetry", """
            using System.Diagnostics;
            using System.Diagnostics.Metrics;

            public static class Telemetry
            {
                public static readonly ActivitySource Source = new("shop");
                private static readonly Meter Meter = new("shop");
                private static readonly Counter<long> Orders = Meter.CreateCounter<long>("orders");

                public static void Placed(string country) => Orders.Add(1, new KeyValuePair<string, object?>("country", country));
            }
            """),
        new("N11", "memory cache with a loader", "benign: cache", """
            using Microsoft.Extensions.Caching.Memory;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddMemoryCache();
            builder.Services.AddSingleton<Products>();
            builder.Build().Run();

            public sealed record Product(string Sku);

            public interface IProductRepository
            {
                Task<Product> GetAsync(string sku);
            }

            public sealed class Products(IMemoryCache cache, IProductRepository repository)
            {
                public Task<Product?> GetAsync(string sku) => cache.GetOrCreateAsync(sku, _ => repository.GetAsync(sku))!;
            }
            """),
        new("N12", "hand-written read-through cache", "benign: memo of a read", """
            using System.Collections.Concurrent;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Products>();
            builder.Build().Run();

            public sealed record Product(string Sku);

            public interface IProductRepository
            {
                Task<Product> GetAsync(string sku);
            }

            public sealed class Products(IProductRepository repository)
            {
                private readonly ConcurrentDictionary<string, Product> _bySku = new();

                public async Task<Product> GetAsync(string sku)
                {
                    if (_bySku.TryGetValue(sku, out var known))
                    {
                        return known;
                    }

                    var product = await repository.GetAsync(sku);
                    _bySku[sku] = product;
                    return product;
                }

                public void Forget(string sku) => _bySku.TryRemove(sku, out _);
            }
            """),
        new("N13", "lock striping", "benign: locks", """
            using System.Collections.Concurrent;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Locks>();
            builder.Build().Run();

            public sealed class NamedLock(string name)
            {
                public string Name { get; } = name;

                public SemaphoreSlim Gate { get; } = new(1);
            }

            public sealed class Locks
            {
                private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new();
                private readonly ConcurrentDictionary<string, NamedLock> _named = new();

                public SemaphoreSlim For(string key) => _gates.GetOrAdd(key, _ => new SemaphoreSlim(1));

                public void Enter(string key, NamedLock named) => _named[key] = named;

                public void Leave(string key) => _named.TryRemove(key, out _);
            }
            """),
        new("N14", "request coalescing", "benign: tasks", """
            using System.Collections.Concurrent;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Quotes>();
            builder.Build().Run();

            public sealed record Quote(string Symbol, decimal Price);

            public interface IQuoteSource
            {
                Task<Quote> FetchAsync(string symbol);
            }

            public sealed class Quotes(IQuoteSource source)
            {
                private readonly ConcurrentDictionary<string, Lazy<Task<Quote>>> _running = new();

                public async Task<Quote> GetAsync(string symbol)
                {
                    try
                    {
                        return await _running.GetOrAdd(symbol, s => new Lazy<Task<Quote>>(() => source.FetchAsync(s))).Value;
                    }
                    finally
                    {
                        _running.TryRemove(symbol, out _);
                    }
                }
            }
            """),
        new("N15", "handler registry filled at start", "benign: start-up only", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddShopModules();
            builder.Build().Run();

            public sealed record HandlerDescriptor(string Message, string Queue);

            public static class HandlerRegistry
            {
                private static readonly Dictionary<string, HandlerDescriptor> Handlers = new();

                public static void RegisterHandlerFor(string message, string queue) => Handlers[message] = new HandlerDescriptor(message, queue);

                public static HandlerDescriptor Find(string message) => Handlers[message];

                public static void Remove(string message) => Handlers.Remove(message);
            }

            public static class ShopModules
            {
                public static IServiceCollection AddShopModules(this IServiceCollection services)
                {
                    AddOrders("orders");
                    HandlerRegistry.RegisterHandlerFor("InvoicePaid", "invoices");
                    return services;
                }

                private static void AddOrders(string queue) => HandlerRegistry.RegisterHandlerFor("OrderPlaced", queue);
            }
            """),
        new("N16", "types found by scanning", "benign: metadata", """
            using System.Reflection;

            public static class Entities
            {
                private static readonly List<Type> Types = new();

                public static void Scan(Assembly assembly) => Types.AddRange(assembly.GetExportedTypes());
            }
            """),
        new("N17", "weak table", "benign: no owner of data", """
            using System.Runtime.CompilerServices;

            public sealed class Annotation(string text)
            {
                public string Text { get; } = text;
            }

            public static class Annotations
            {
                private static readonly ConditionalWeakTable<object, Annotation> ByTarget = new();

                public static void Annotate(object target, string text) => ByTarget.AddOrUpdate(target, new Annotation(text));
            }
            """),
        new("N18", "pools of buffers", "benign: pool", """
            using System.Buffers;
            using System.Collections.Concurrent;

            public static class Buffers
            {
                private static readonly ArrayPool<byte> Pool = ArrayPool<byte>.Create();
                private static readonly ConcurrentBag<byte[]> Spare = new();

                public static byte[] Rent(int size) => Spare.TryTake(out var spare) && spare.Length >= size ? spare : Pool.Rent(size);

                public static void Return(byte[] buffer) => Spare.Add(buffer);
            }
            """),
        new("N19", "ambient context", "benign: per flow or thread", """
            public sealed record Tenant(string Id);

            public static class Current
            {
                private static readonly AsyncLocal<Tenant?> Value = new();
                private static readonly ThreadLocal<List<Tenant>> Visited = new(() => []);

                [ThreadStatic]
                private static List<Tenant>? _stack;

                public static void Enter(Tenant tenant)
                {
                    Value.Value = tenant;
                    Visited.Value!.Add(tenant);
                    (_stack ??= []).Add(tenant);
                }
            }
            """),
        new("N20", "service locator", "benign: plumbing", """
            public static class Services
            {
                private static IServiceProvider? _provider;

                public static void Use(IServiceProvider provider)
                {
                    if (_provider is null)
                    {
                        _provider = provider;
                    }
                }
            }
            """),
        new("N21", "cancellation sources", "benign: handles", """
            using System.Collections.Concurrent;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Running>();
            builder.Build().Run();

            public sealed record RunningJob(Guid Id, CancellationTokenSource Cancellation);

            public sealed class Running
            {
                private readonly ConcurrentDictionary<Guid, CancellationTokenSource> _sources = new();
                private readonly ConcurrentDictionary<Guid, RunningJob> _jobs = new();

                public void Start(Guid id, CancellationTokenSource source)
                {
                    _sources[id] = source;
                    _jobs[id] = new RunningJob(id, source);
                }

                public void Stop(Guid id)
                {
                    _sources.TryRemove(id, out _);
                    _jobs.TryRemove(id, out _);
                }
            }
            """),
        new("N22", "debounce buffer of a notifier", "SPOF4001 B", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<LibraryChangeNotifier>();
            builder.Build().Run();

            public sealed record LibraryChange(Guid Item, string Kind);

            public sealed class LibraryChangeNotifier
            {
                private readonly Dictionary<Guid, LibraryChange> [|_changes|] = new();
                private Timer? _timer;

                public void Changed(LibraryChange change)
                {
                    lock (_changes)
                    {
                        _changes[change.Item] = change;
                        _timer ??= new Timer(_ => Flush(), null, 5000, Timeout.Infinite);
                    }
                }

                private void Flush()
                {
                    lock (_changes)
                    {
                        foreach (var item in _changes.Keys.ToArray())
                        {
                            _changes.Remove(item);
                        }
                    }
                }
            }
            """),
        new("N23", "live connections", "benign: bound to the node by nature", """
            using System.Collections.Concurrent;
            using System.Net.WebSockets;
            using Microsoft.AspNetCore.SignalR;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSignalR();
            builder.Services.AddSingleton<Sockets>();
            builder.Build().Run();

            public sealed record SocketClient(string User, WebSocket Socket);

            public sealed record ChatUser(string Name);

            public sealed class Sockets
            {
                private readonly ConcurrentDictionary<string, SocketClient> _clients = new();

                public void Add(SocketClient client) => _clients.TryAdd(client.User, client);

                public void Remove(string user) => _clients.TryRemove(user, out _);
            }

            public sealed class ChatHub : Hub
            {
                private static readonly ConcurrentDictionary<string, ChatUser> Users = new();

                public override Task OnConnectedAsync()
                {
                    Users[Context.ConnectionId] = new ChatUser(Context.User?.Identity?.Name ?? "guest");
                    return base.OnConnectedAsync();
                }

                public override Task OnDisconnectedAsync(Exception? exception)
                {
                    Users.TryRemove(Context.ConnectionId, out _);
                    return base.OnDisconnectedAsync(exception);
                }
            }
            """),
        new("N24", "process handles and file watchers", "benign: handles", """
            using System.Collections.Concurrent;
            using System.Diagnostics;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Encoders>();
            builder.Build().Run();

            public sealed class Encoding(Process process)
            {
                public Process Process { get; } = process;
            }

            public sealed class Encoders
            {
                private readonly ConcurrentDictionary<string, Encoding> _running = new();
                private readonly Dictionary<string, FileSystemWatcher> _watchers = new();

                public void Start(string id, Process process)
                {
                    _running[id] = new Encoding(process);
                    _watchers[id] = new FileSystemWatcher(id);
                }

                public void Stop(string id) => _running.TryRemove(id, out _);
            }
            """),
        new("N25", "names of enumeration values and cultures", "benign: metadata", """
            using System.Collections.Concurrent;
            using System.Globalization;

            public enum OrderStatus
            {
                Open,
                Paid,
            }

            public static class Names
            {
                private static readonly ConcurrentDictionary<OrderStatus, string> ByStatus = new();
                private static readonly Dictionary<string, OrderStatus> ByName = new();
                private static readonly ConcurrentDictionary<string, CultureInfo> Cultures = new();

                public static string Of(OrderStatus status) => ByStatus.GetOrAdd(status, s => s.ToString());

                public static void Alias(string name, OrderStatus status) => ByName[name] = status;

                public static CultureInfo Culture(string name) => Cultures.GetOrAdd(name, CultureInfo.GetCultureInfo);
            }
            """),
        new("N26", "compiled templates", "benign: memo", """
            using System.Collections.Concurrent;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Templates>();
            builder.Build().Run();

            public sealed record Template(string Name, string[] Parts)
            {
                public static Template Parse(string name, string text) => new(name, text.Split("{{"));
            }

            public sealed class Templates
            {
                private readonly ConcurrentDictionary<string, Template> _compiled = new();
                private readonly Dictionary<string, Template> _parsed = new();

                public Template Get(string name) => _compiled.GetOrAdd(name, n => Template.Parse(n, File.ReadAllText(n)));

                public Template Parse(string name, string text)
                {
                    if (!_parsed.TryGetValue(name, out var template))
                    {
                        template = Template.Parse(name, text);
                        _parsed[name] = template;
                    }

                    return template;
                }
            }
            """),
        new("N27", "counter for log text", "benign: number", """
            public static class Requests
            {
                private static int _counter;

                public static void Log(ILogger logger, string path) => logger.LogInformation("{Number}: {Path}", Interlocked.Increment(ref _counter), path);
            }
            """),
        new("N28", "warn-once set", "benign: strings", """
            using System.Collections.Concurrent;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Translations>();
            builder.Build().Run();

            public sealed class Translations(ILogger<Translations> logger)
            {
                private readonly ConcurrentDictionary<string, byte> _missingKeys = new();

                public string Get(string key)
                {
                    if (_missingKeys.TryAdd(key, 0))
                    {
                        logger.LogWarning("No translation of {Key}", key);
                    }

                    return key;
                }
            }
            """),
        new("N29", "circuit breaker inside a pipeline object", "benign: library state", """
            using System.Collections.Concurrent;
            using Polly;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Pipelines>();
            builder.Build().Run();

            public sealed class Pipelines
            {
                private readonly ConcurrentDictionary<string, ResiliencePipeline> _byHost = new();

                public ResiliencePipeline For(string host) => _byHost.GetOrAdd(host, _ => new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(2)).Build());
            }
            """),
        new("N30", "entity cache written through", "benign: backed", """
            using System.Collections.Concurrent;
            using Microsoft.EntityFrameworkCore;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Settings>();
            builder.Build().Run();

            public sealed record Setting(string Key, string Value);

            public sealed class SettingsContext(DbContextOptions<SettingsContext> options) : DbContext(options)
            {
                public DbSet<Setting> Settings => Set<Setting>();
            }

            public sealed class Settings(IDbContextFactory<SettingsContext> contexts)
            {
                private readonly ConcurrentDictionary<string, Setting> _byKey = new();

                public async Task SetAsync(Setting setting)
                {
                    await using var context = await contexts.CreateDbContextAsync();
                    context.Settings.Update(setting);
                    await context.SaveChangesAsync();
                    _byKey[setting.Key] = setting;
                }

                public void Forget(string key) => _byKey.TryRemove(key, out _);
            }
            """),
        new("N31", "throttles by time", "benign: times", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Reminders>();
            builder.Build().Run();

            public sealed class Reminders
            {
                private static DateTime _lastCleanup;
                private readonly Dictionary<Guid, DateTime> _lastSent = new();

                public bool MaySend(Guid user)
                {
                    if (_lastCleanup < DateTime.UtcNow.AddHours(-1))
                    {
                        _lastCleanup = DateTime.UtcNow;
                        _lastSent.Remove(user);
                    }

                    if (_lastSent.TryGetValue(user, out var last) && last > DateTime.UtcNow.AddMinutes(-5))
                    {
                        return false;
                    }

                    _lastSent[user] = DateTime.UtcNow;
                    return true;
                }
            }
            """),
        new("N32", "code that a generator wrote", "benign: exempt; exempt projects have tests of their own", """
            using System.Collections.Concurrent;

            public sealed record Tile(int X, int Y);

            [System.CodeDom.Compiler.GeneratedCode("tiles", "1.0")]
            public sealed class TileMap
            {
                private static readonly ConcurrentDictionary<Guid, Tile> Tiles = new();

                public void Put(Guid id, Tile tile) => Tiles[id] = tile;

                public void Remove(Guid id) => Tiles.TryRemove(id, out _);
            }
            """),
        new("N33", "channel inside one method", "benign: local", """
            using System.Threading.Channels;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Exporter>();
            builder.Build().Run();

            public sealed record Row(int Id);

            public sealed class Exporter
            {
                public async Task<int> ExportAsync(IEnumerable<Row> rows)
                {
                    var channel = Channel.CreateBounded<Row>(100);
                    var count = 0;
                    var consumer = Task.Run(async () =>
                    {
                        await foreach (var row in channel.Reader.ReadAllAsync())
                        {
                            count += row.Id;
                        }
                    });
                    foreach (var row in rows)
                    {
                        await channel.Writer.WriteAsync(row);
                    }

                    channel.Writer.Complete();
                    await consumer;
                    return count;
                }
            }
            """),
        new("N34", "unit of work in a scoped service", "benign: scoped", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddScoped<UnitOfWork>();
            builder.Build().Run();

            public sealed record Change(Guid Entity, string Field);

            public sealed class UnitOfWork
            {
                private readonly List<Change> _changes = [];
                private readonly Dictionary<Guid, Change> _byEntity = [];

                public void Track(Change change)
                {
                    _changes.Add(change);
                    _byEntity[change.Entity] = change;
                }

                public void Forget(Guid entity) => _byEntity.Remove(entity);
            }
            """),
        new("N35", "singleton that holds injected services", "benign: services", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Checkout>();
            builder.Build().Run();

            public interface IPayment
            {
                string Name { get; }
            }

            public sealed class Checkout(IEnumerable<IPayment> payments, ILogger<Checkout> logger)
            {
                private readonly Dictionary<string, IPayment> _byName = payments.ToDictionary(p => p.Name);
                private readonly ILogger _logger = logger;

                public IPayment Choose(string name)
                {
                    _logger.LogInformation("{Name}", name);
                    return _byName[name];
                }
            }
            """),
    ];
}
