using Microsoft.CodeAnalysis;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

/// <summary>Near misses: what decides between a finding and silence, and between the tiers.</summary>
public sealed class Spof4001Tests
{
    private const string Order = "public sealed record Order(Guid Id, string Customer, decimal Total);\n";

    /// <summary>The body of a singleton that every request can call.</summary>
    private static string Singleton(string members, string usings = "", string types = "") => usings + "\n" + """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<Book>();
        builder.Build().Run();

        """ + Order + types + "\npublic sealed class Book\n{\n" + members + "\n}\n";

    private const string Concurrent = "using System.Collections.Concurrent;";

    private static Task Verify(params string[] sources) => new RuleTest { Analyzer = new Spof4001Analyzer() }.VerifyAsync(sources);

    private static async Task<DiagnosticSeverity> Severity(params string[] sources) =>
        Assert.Single(await new RuleTest { Analyzer = new Spof4001Analyzer() }.RunAsync(sources)).Severity;

    // ---- registration -------------------------------------------------------------------------------------------------------------

    private static string Registered(string registration) => $$"""
        using Microsoft.Extensions.DependencyInjection.Extensions;

        var builder = WebApplication.CreateBuilder(args);
        {{registration}}
        builder.Build().Run();

        public sealed record Order(Guid Id, string Customer, decimal Total);

        public interface IBook;

        public sealed class RemoteBook : IBook;

        public sealed class Book : IBook
        {
            private readonly Dictionary<Guid, Order> {|SPOF4001:_orders|} = new();

            public static Book Create(IServiceProvider services) => new();

            public void Place(Order order) => _orders[order.Id] = order;
        }
        """;

    private static string Unmarked(string source) => source.Replace("{|SPOF4001:_orders|}", "_orders");

    [Theory]
    [InlineData("builder.Services.AddSingleton<Book>();")]
    [InlineData("builder.Services.AddSingleton<IBook, Book>();")]
    [InlineData("builder.Services.AddSingleton(typeof(Book));")]
    [InlineData("builder.Services.AddSingleton(typeof(IBook), typeof(Book));")]
    [InlineData("builder.Services.AddSingleton(new Book());")]
    [InlineData("builder.Services.AddSingleton<IBook>(new Book());")]
    [InlineData("builder.Services.AddSingleton(_ => new Book());")]
    [InlineData("builder.Services.AddSingleton<IBook>(_ => new Book());")]
    [InlineData("builder.Services.AddSingleton<IBook>(services => { var book = new Book(); return book; });")]
    [InlineData("builder.Services.AddSingleton<IBook>(Book.Create);")]
    [InlineData("builder.Services.AddSingleton<IBook>(services => ActivatorUtilities.CreateInstance<Book>(services));")]
    [InlineData("builder.Services.AddSingleton(typeof(IBook), _ => new Book());")]
    [InlineData("var book = new Book(); builder.Services.AddSingleton<IBook>(book);")]
    [InlineData("builder.Services.TryAddSingleton<Book>();")]
    [InlineData("builder.Services.TryAddSingleton<IBook, Book>();")]
    [InlineData("builder.Services.TryAddSingleton<IBook>(new Book());")]
    [InlineData("builder.Services.AddKeyedSingleton<IBook, Book>(\"main\");")]
    [InlineData("builder.Services.AddKeyedSingleton<IBook>(\"main\", (_, _) => new Book());")]
    [InlineData("builder.Services.TryAddKeyedSingleton<IBook, Book>(\"main\");")]
    [InlineData("builder.Services.Add(ServiceDescriptor.Singleton<IBook, Book>());")]
    [InlineData("builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IBook, Book>());")]
    [InlineData("builder.Services.Add(ServiceDescriptor.KeyedSingleton<IBook, Book>(\"main\"));")]
    [InlineData("builder.Services.Add(new ServiceDescriptor(typeof(IBook), typeof(Book), ServiceLifetime.Singleton));")]
    [InlineData("builder.Services.Add(ServiceDescriptor.Describe(typeof(IBook), typeof(Book), ServiceLifetime.Singleton));")]
    [InlineData("if (!builder.Environment.IsDevelopment()) { builder.Services.AddSingleton<IBook, Book>(); }")]
    [InlineData("builder.Services.AddSingleton<Book>().AddSingleton<IBook>(s => s.GetRequiredService<Book>());")]
    public Task Every_form_of_singleton_registration_is_read(string registration) => Verify(Registered(registration));

    [Theory]
    [InlineData("builder.Services.AddScoped<IBook, Book>();")]
    [InlineData("builder.Services.AddTransient<Book>();")]
    [InlineData("builder.Services.Add(new ServiceDescriptor(typeof(IBook), typeof(Book), ServiceLifetime.Scoped));")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.AddSingleton<IBook, Book>(); }")]
    [InlineData("if (!builder.Environment.IsDevelopment()) { } else { builder.Services.AddSingleton<IBook, Book>(); }")]
    [InlineData("if (builder.Configuration.GetValue<bool>(\"UseInMemoryBook\")) builder.Services.AddSingleton<IBook, Book>();")]
    [InlineData("switch (args[0]) { case \"InMemory\": builder.Services.AddSingleton<IBook, Book>(); break; }")]
    [InlineData("if (args.Length == 0) builder.Services.AddSingleton<IBook, Book>(); else builder.Services.AddSingleton<IBook, RemoteBook>();")]
    [InlineData("builder.Services.AddSingleton<IBook, RemoteBook>(); builder.Services.TryAddSingleton<IBook, Book>();")]
    [InlineData("builder.Services.AddSingleton<IBook, RemoteBook>();")]
    public Task A_type_that_is_not_decidedly_a_singleton_is_not_reported(string registration) => Verify(Unmarked(Registered(registration)));

    [Fact]
    public Task Autofac_single_instances_are_singletons() => Verify("""
        public sealed record Order(Guid Id, decimal Total);

        public interface IBook;

        public sealed class Book : IBook
        {
            private readonly Dictionary<Guid, Order> [|_orders|] = new();

            public void Place(Order order) => _orders[order.Id] = order;
        }

        public sealed class Other : IBook
        {
            private readonly Dictionary<Guid, Order> _orders = new();

            public void Place(Order order) => _orders[order.Id] = order;
        }

        public interface IRegistrationBuilder
        {
            IRegistrationBuilder As<T>();

            IRegistrationBuilder SingleInstance();

            IRegistrationBuilder InstancePerDependency();
        }

        public interface ContainerBuilder
        {
            IRegistrationBuilder RegisterType<T>();
        }

        public static class ShopModule
        {
            public static void Load(ContainerBuilder builder)
            {
                builder.RegisterType<Book>().As<IBook>().SingleInstance();
                builder.RegisterType<Other>().As<IBook>().InstancePerDependency();
            }
        }
        """);

    [Fact]
    public Task Attributes_of_registration_generators_count() => Verify("""
        public sealed class SingletonAttribute : Attribute;

        public sealed class ServiceAttribute(ServiceLifetime lifetime) : Attribute
        {
            public ServiceLifetime Lifetime { get; } = lifetime;
        }

        public sealed record Order(Guid Id, decimal Total);

        [Singleton]
        public sealed class First
        {
            private readonly Dictionary<Guid, Order> [|_orders|] = new();

            public void Place(Order order) => _orders[order.Id] = order;
        }

        [Service(ServiceLifetime.Singleton)]
        public sealed class Second
        {
            private readonly Dictionary<Guid, Order> [|_orders|] = new();

            public void Place(Order order) => _orders[order.Id] = order;
        }

        [Service(ServiceLifetime.Scoped)]
        public sealed class Third
        {
            private readonly Dictionary<Guid, Order> _orders = new();

            public void Place(Order order) => _orders[order.Id] = order;
        }
        """);

    // ---- memo or state ------------------------------------------------------------------------------------------------------------

    [Fact]
    public Task GetOrAdd_with_a_factory_is_a_memo() => Verify(Singleton("""
        private readonly ConcurrentDictionary<string, Order> _byCustomer = new();

        public Order For(string customer) => _byCustomer.GetOrAdd(customer, c => Build(c));

        public void Forget(string customer) => _byCustomer.TryRemove(customer, out _);

        private static Order Build(string customer) => new(Guid.Empty, customer, 0);
        """, Concurrent));

    [Fact]
    public Task GetOrAdd_followed_by_a_change_of_the_item_is_state() => Verify(Singleton("""
        private readonly ConcurrentDictionary<string, Session> [|_sessions|] = new();

        public void Touch(string token, Order order)
        {
            var session = _sessions.GetOrAdd(token, t => new Session(t));
            session.Last = order;
        }
        """, Concurrent, """
        public sealed class Session(string token)
        {
            public string Token { get; } = token;

            public Order? Last { get; set; }
        }
        """));

    [Fact]
    public Task A_method_that_keeps_its_argument_changes_the_item() => Verify(Singleton("""
        private readonly ConcurrentDictionary<string, Basket> [|_baskets|] = new();
        private readonly ConcurrentDictionary<string, Meterage> _meters = new();

        public void Add(string user, Order order) => _baskets.GetOrAdd(user, _ => new Basket()).Put(order);

        public void Record(string route, double seconds) => _meters.GetOrAdd(route, _ => new Meterage()).Record(seconds);
        """, Concurrent, """
        public sealed class Basket
        {
            private readonly List<Order> _orders = [];

            public void Put(Order order) => _orders.Add(order);
        }

        public sealed class Meterage
        {
            private double _total;

            public void Record(double seconds) => _total += seconds;
        }
        """));

    [Fact]
    public Task GetOrAdd_with_the_callers_value_is_an_insertion() => Verify(Singleton("""
        private readonly ConcurrentDictionary<Guid, Order> [|_orders|] = new();

        public Order First(Order order) => _orders.GetOrAdd(order.Id, order);
        """, Concurrent));

    [Fact]
    public Task A_value_computed_from_the_key_alone_is_a_memo() => Verify(Singleton("""
        private readonly Dictionary<string, Order> _samples = new();

        public Order Sample(string customer)
        {
            if (!_samples.ContainsKey(customer))
            {
                _samples[customer] = new Order(Guid.Empty, customer, 0);
            }

            return _samples[customer];
        }
        """));

    [Fact]
    public Task A_value_with_content_beyond_the_key_is_state() => Verify(Singleton("""
        private readonly Dictionary<string, Order> [|_last|] = new();

        public Order Remember(string customer, decimal total)
        {
            if (!_last.ContainsKey(customer))
            {
                _last[customer] = new Order(Guid.Empty, customer, total);
            }

            return _last[customer];
        }
        """));

    [Fact]
    public Task A_key_of_type_Type_is_metadata_and_a_string_key_is_not() => Verify(Singleton("""
        private readonly ConcurrentDictionary<Type, Order> _byType = new();
        private readonly ConcurrentDictionary<string, Order> [|_byName|] = new();

        public void Put(Type type, Order order)
        {
            _byType[type] = order;
            _byName[type.Name] = order;
        }
        """, Concurrent));

    // ---- copies -------------------------------------------------------------------------------------------------------------------

    private const string Repository = """
        public interface IOrderRepository
        {
            Task<Order> GetAsync(Guid id);

            Task<List<Order>> ListAsync();

            Task AddAsync(Order order);
        }

        public interface IOrderEvents
        {
            Task PublishAsync(Order order);
        }

        public interface IMailSender
        {
            Task SendAsync(string to, Order order);
        }
        """;

    [Fact]
    public Task Reads_from_a_repository_are_copies() => Verify(Singleton("""
        private readonly ConcurrentDictionary<Guid, Order> _orders = new();
        private readonly IOrderRepository _repository;

        public Book(IOrderRepository repository) => _repository = repository;

        public async Task WarmAsync(Guid id)
        {
            var order = await _repository.GetAsync(id);
            _orders[order.Id] = order;
        }

        public async Task RefreshAsync()
        {
            foreach (var order in await _repository.ListAsync())
            {
                _orders[order.Id] = order;
            }
        }

        public void Forget(Guid id) => _orders.TryRemove(id, out _);
        """, Concurrent, Repository));

    [Fact]
    public Task A_list_that_is_cleared_and_filled_again_is_a_copy() => Verify(Singleton("""
        private readonly List<Order> _orders = new();
        private List<Order> _swapped = new();
        private readonly IOrderRepository _repository;

        public Book(IOrderRepository repository) => _repository = repository;

        public int Count => _orders.Count + _swapped.Count;

        public async Task RefreshAsync()
        {
            var orders = await _repository.ListAsync();
            _orders.Clear();
            _orders.AddRange(orders);
            _swapped = orders;
        }
        """, "", Repository));

    [Theory]
    [InlineData("await repository.AddAsync(order);")]
    [InlineData("await File.AppendAllTextAsync(\"orders.log\", order.ToString());")]
    [InlineData("await SaveAsync(order);")]
    [InlineData("await cache.SetAsync(order.Id.ToString(), [1], new Microsoft.Extensions.Caching.Distributed.DistributedCacheEntryOptions());")]
    [InlineData("await redis.StringSetAsync(order.Id.ToString(), order.Customer);")]
    public Task Code_that_also_writes_to_a_store_is_write_through(string write) => Verify(WrittenThrough(write, "_orders"));

    [Theory]
    [InlineData("await mails.SendAsync(order.Customer, order);")]
    [InlineData("await Task.Yield();")]
    [InlineData("await http.PostAsJsonAsync(\"metrics\", order);")]
    [InlineData("await response.WriteAsync(\"ok\");")]
    public Task Code_that_only_tells_others_is_no_write_through(string write) => Verify(WrittenThrough(write, "[|_orders|]"));

    private static string WrittenThrough(string write, string member) => Singleton($$"""
        private readonly ConcurrentDictionary<Guid, Order> {{member}} = new();

        public async Task Place(Order order, IOrderRepository repository, IMailSender mails, HttpClient http, HttpResponse response,
            Microsoft.Extensions.Caching.Distributed.IDistributedCache cache, StackExchange.Redis.IDatabase redis)
        {
            {{write}}
            _orders[order.Id] = order;
        }

        public void Close(Guid id) => _orders.TryRemove(id, out _);

        private static Task SaveAsync(Order order) => Task.FromResult(order);
        """, Concurrent, Repository);

    [Fact]
    public Task A_private_step_of_a_method_that_persists_is_write_through() => Verify(Singleton("""
        private readonly ConcurrentDictionary<Guid, Order> _orders = new();

        public async Task Place(Order order, IOrderRepository repository)
        {
            await repository.AddAsync(order);
            Keep(order);
        }

        private void Keep(Order order) => _orders[order.Id] = order;
        """, Concurrent, Repository));

    [Fact]
    public Task Reads_through_a_service_are_copies_and_methods_of_a_message_are_not() => Verify(Singleton("""
        private readonly Dictionary<Guid, Order> _known = new();
        private readonly Dictionary<Guid, Order> [|_received|] = new();

        public void Refresh(Catalog catalog, string customer)
        {
            foreach (var order in catalog.GetOrders(customer))
            {
                _known[order.Id] = order;
            }
        }

        public void Receive(Delivery delivery)
        {
            foreach (var order in delivery.GetOrders())
            {
                _received[order.Id] = order;
            }
        }
        """, "", """
        public interface ICatalogClient
        {
            IEnumerable<Order> Query(string customer);
        }

        public sealed class Catalog(ICatalogClient client)
        {
            public IEnumerable<Order> GetOrders(string customer) => client.Query(customer);
        }

        public sealed record Delivery(List<Order> Orders)
        {
            public IEnumerable<Order> GetOrders() => Orders;
        }
        """));

    [Fact]
    public Task What_selects_items_of_a_store_is_no_part_of_them() => Verify(Singleton("""
        private readonly Dictionary<Guid, Order> _orders = new();

        public void Refresh(Shop shop, string customer)
        {
            foreach (var order in shop.Orders.Where(o => o.Customer == customer))
            {
                _orders[order.Id] = order;
            }
        }
        """, "using Microsoft.EntityFrameworkCore;", """
        public sealed class Shop : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
        }
        """));

    // ---- start-up or run time -----------------------------------------------------------------------------------------------------

    [Fact]
    public Task Filling_at_start_is_no_runtime_insertion() => Verify(Singleton("""
        private readonly Dictionary<Guid, Order> _orders = new();

        public Book(IConfiguration configuration)
        {
            foreach (var section in configuration.GetChildren())
            {
                Load(new Order(Guid.NewGuid(), section.Key, 0));
            }
        }

        private void Load(Order order) => _orders[order.Id] = order;
        """));

    [Fact]
    public Task Filling_at_start_and_later_is() => Verify(Singleton("""
        private readonly Dictionary<Guid, Order> [|_orders|] = new();

        public Book(IConfiguration configuration) => Put(new Order(Guid.NewGuid(), configuration["Customer"]!, 0));

        public void Place(Order order) => Put(order);

        private void Put(Order order) => _orders[order.Id] = order;
        """));

    [Fact]
    public Task A_hosted_service_that_preloads_in_StartAsync_fills_at_start() => Verify("""
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddHostedService<Preload>();
        builder.Build().Run();

        public sealed record Order(Guid Id, decimal Total);

        public interface IFeed
        {
            IEnumerable<Order> Orders { get; }
        }

        public sealed class Preload(IFeed feed) : IHostedService
        {
            private readonly Dictionary<Guid, Order> _orders = [];

            public Task StartAsync(CancellationToken cancellationToken)
            {
                Fill(feed.Orders);
                return Task.CompletedTask;
            }

            public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

            private void Fill(IEnumerable<Order> orders)
            {
                foreach (var order in orders)
                {
                    _orders.Add(order.Id, order);
                }
            }
        }
        """);

    [Fact]
    public Task Top_level_code_is_start_up_and_its_handlers_are_not() => Verify("""
        var app = WebApplication.CreateBuilder(args).Build();
        foreach (var name in args)
        {
            Known.AtStart.Add(new Tenant(name));
        }

        app.MapPost("/tenants", Create);
        app.Run();

        static IResult Create(Tenant tenant)
        {
            Known.Later.Add(tenant);
            return Results.Ok();
        }

        public sealed record Tenant(string Name);

        internal static class Known
        {
            internal static readonly List<Tenant> AtStart = [];
            internal static readonly List<Tenant> [|Later|] = [];
        }
        """);

    [Fact]
    public Task Handlers_of_development_are_not_run_time() => Verify("""
        var app = WebApplication.CreateBuilder(args).Build();
        if (app.Environment.IsDevelopment())
        {
            app.MapPost("/debug/tenants", (Tenant tenant) => Known.Tenants.Add(tenant));
        }

        app.Run();

        public sealed record Tenant(string Name);

        internal static class Known
        {
            internal static readonly List<Tenant> Tenants = [];
        }
        """);

    [Fact]
    public Task Options_that_are_set_by_a_fluent_method_are_configuration() => Verify("""
        public sealed record Endpoint(string Path, string Policy);

        public sealed class EndpointPolicies
        {
            private readonly Dictionary<string, Endpoint> _byPath = new();

            public EndpointPolicies Allow(Endpoint endpoint)
            {
                _byPath[endpoint.Path] = endpoint;
                return this;
            }

            public Endpoint? Find(string path) => _byPath.GetValueOrDefault(path);
        }

        public static class Registration
        {
            public static void AddPolicies(IServiceCollection services) => services.AddSingleton(new EndpointPolicies());
        }
        """);

    // ---- tiers --------------------------------------------------------------------------------------------------------------------

    [Fact]
    public async Task Insertion_without_removal_is_info() => Assert.Equal(DiagnosticSeverity.Info, await Severity(Singleton("""
        private readonly Dictionary<Guid, Order> _orders = new();

        public void Place(Order order) => _orders.Add(order.Id, order);
        """)));

    [Theory]
    [InlineData("public Book() => _orders.Remove(Guid.Empty);")]
    [InlineData("public void Dispose() => _orders.Clear();")]
    [InlineData("public void Reset() => _orders.Clear();")]
    public async Task Removal_only_in_the_constructor_or_of_everything_is_no_removal(string member) =>
        Assert.Equal(DiagnosticSeverity.Info, await Severity(Singleton("""
            private readonly Dictionary<Guid, Order> _orders = new();

            public void Place(Order order) => _orders.Add(order.Id, order);

            """ + member)));

    [Theory]
    [InlineData("public void Close(Guid id) => _orders.Remove(id);")]
    [InlineData("public void Change(Guid id, string customer) => _orders[id] = _orders[id] with { Customer = customer };")]
    public async Task Removal_or_update_makes_a_keyed_map_tier_A(string member) =>
        Assert.Equal(DiagnosticSeverity.Warning, await Severity(Singleton("""
            private readonly Dictionary<Guid, Order> _orders = new();

            public void Place(Order order) => _orders.Add(order.Id, order);

            """ + member)));

    [Theory]
    [InlineData("Dictionary<(string Tenant, int Number), Order>", "(order.Customer, 1)", DiagnosticSeverity.Warning)]
    [InlineData("Dictionary<OrderNumber, Order>", "new OrderNumber(1)", DiagnosticSeverity.Warning)]
    [InlineData("Dictionary<long, Order>", "1", DiagnosticSeverity.Warning)]
    [InlineData("Dictionary<decimal, Order>", "order.Total", DiagnosticSeverity.Info)]
    public async Task The_key_must_identify(string type, string key, DiagnosticSeverity severity) =>
        Assert.Equal(severity, await Severity(Singleton($$"""
            private readonly {{type}} _orders = new();

            public void Place(Order order) => _orders[{{key}}] = order;

            public void Close(Order order) => _orders.Remove({{key}});
            """, "", "public readonly record struct OrderNumber(int Value);")));

    [Fact]
    public async Task A_queue_that_no_hosted_service_drains_is_tier_A() => Assert.Equal(DiagnosticSeverity.Warning, await Severity(Singleton("""
        private readonly ConcurrentQueue<Order> _waiting = new();

        public void Place(Order order) => _waiting.Enqueue(order);

        public Order? Next() => _waiting.TryDequeue(out var order) ? order : null;
        """, Concurrent)));

    [Fact]
    public Task A_pool_makes_what_it_does_not_hold() => Verify(Singleton("""
        private readonly ConcurrentBag<Page> _pages = new();

        public Page Take() => _pages.TryTake(out var page) ? page : new Page();

        public void Return(Page page) => _pages.Add(page);
        """, Concurrent, "public sealed class Page { public List<string> Lines { get; } = []; }"));

    [Fact]
    public async Task A_buffer_of_log_lines_is_info() => Assert.Equal(DiagnosticSeverity.Info, await Severity("""
        using System.Collections.Concurrent;

        public sealed record LogLine(string Category, string Text);

        public sealed class FileLoggerProvider : ILoggerProvider
        {
            private static readonly ConcurrentQueue<LogLine> Lines = new();

            public ILogger CreateLogger(string categoryName) => Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

            public void Write(LogLine line) => Lines.Enqueue(line);

            public LogLine? Next() => Lines.TryDequeue(out var line) ? line : null;

            public void Dispose()
            {
            }
        }
        """));

    [Fact]
    public async Task A_map_that_only_factories_fill_is_info() => Assert.Equal(DiagnosticSeverity.Info, await Severity(Singleton("""
        private readonly ConcurrentDictionary<Guid, Ticket> _tickets = new();

        public Ticket For(Order order) => _tickets.GetOrAdd(order.Id, _ => new Ticket(order));

        public void Close(Guid id) => _tickets.TryRemove(id, out _);
        """, Concurrent, "public sealed record Ticket(Order Order);")));

    [Fact]
    public async Task A_ring_buffer_of_the_last_items_is_info() => Assert.Equal(DiagnosticSeverity.Info, await Severity(Singleton("""
        private readonly ConcurrentQueue<Order> _latest = new();

        public void Seen(Order order)
        {
            _latest.Enqueue(order);
            while (_latest.Count > 100)
            {
                _latest.TryDequeue(out _);
            }
        }
        """, Concurrent)));

    [Fact]
    public Task Changed_configuration_and_files_are_loaded_again_after_a_restart() => Verify(Singleton("""
        private readonly Dictionary<string, Rule> _rules = new();
        private readonly Dictionary<string, Rule> _files = new();

        public void Watch(IOptionsMonitor<RuleOptions> options, FileSystemWatcher watcher)
        {
            options.OnChange(changed =>
            {
                foreach (var rule in changed.Rules)
                {
                    _rules[rule.Name] = rule;
                }
            });
            watcher.Changed += (_, e) => _files[e.Name!] = LoadRule(e.FullPath);
        }

        private static Rule LoadRule(string path) => new(File.ReadAllText(path));
        """, "using Microsoft.Extensions.Options;", """
        public sealed record Rule(string Name);

        public sealed class RuleOptions
        {
            public List<Rule> Rules { get; set; } = [];
        }
        """));

    [Fact]
    public Task A_batch_of_a_hosted_service_is_accepted_work() => Verify("""
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddHostedService<Batcher>();
        builder.Build().Run();

        public sealed record Reading(string Sensor, double Value);

        public interface IReadings
        {
            Reading Consume(CancellationToken token);
        }

        public interface ISink
        {
            Task WriteAsync(IReadOnlyList<Reading> readings);
        }

        public sealed class Batcher(IReadings readings, ISink sink) : BackgroundService
        {
            private readonly List<Reading> _batch = [];

            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                while (!stoppingToken.IsCancellationRequested)
                {
                    _batch.Add(readings.Consume(stoppingToken));
                    if (_batch.Count == 100)
                    {
                        await HandOnAsync();
                    }
                }
            }

            private async Task HandOnAsync()
            {
                await sink.WriteAsync(_batch);
                _batch.Clear();
            }
        }
        """);

    [Fact]
    public async Task A_harmless_element_lowers_the_tier_too() => Assert.Equal(DiagnosticSeverity.Info, await Severity(Singleton("""
        private readonly Dictionary<string, ClientStatistics> _clients = new();

        public void Put(string client, ClientStatistics statistics) => _clients[client] = statistics;

        public void Remove(string client) => _clients.Remove(client);
        """, "", "public sealed record ClientStatistics(string Client, int Requests);")));

    [Fact]
    public async Task What_is_known_of_a_live_connection_is_info_whoever_it_is_kept_by() => Assert.Equal(DiagnosticSeverity.Info, await Severity(Singleton("""
        private readonly Dictionary<int, ConnectionDetail> _users = new();

        public void Connected(int user, string name, string connection)
        {
            if (_users.TryGetValue(user, out var known))
            {
                known.Ids.Add(connection);
            }
            else
            {
                _users.Add(user, new ConnectionDetail(name, new List<string> { connection }));
            }
        }

        public void Disconnected(int user) => _users.Remove(user);
        """, "", "public sealed record ConnectionDetail(string Name, List<string> Ids);")));

    [Theory]
    [InlineData("OrderThrottle")]
    [InlineData("OrderCache")]
    [InlineData("QueueMonitor")]
    public async Task A_harmless_name_lowers_the_tier_and_hides_nothing(string name) =>
        Assert.Equal(DiagnosticSeverity.Info, await Severity(Singleton("""
            private readonly Dictionary<Guid, Order> _orders = new();

            public void Place(Order order) => _orders[order.Id] = order;

            public void Close(Guid id) => _orders.Remove(id);
            """).Replace("Book", name)));

    [Fact]
    public async Task A_registry_that_only_other_projects_fill_is_info() => Assert.Equal(DiagnosticSeverity.Info, await Severity("""
        public sealed record Handler(string Message, string Queue);

        public static class Handlers
        {
            private static readonly Dictionary<string, Handler> ByMessage = new();

            public static void Register(Handler handler) => ByMessage[handler.Message] = handler;

            public static void Remove(string message) => ByMessage.Remove(message);
        }
        """));

    // ---- content ------------------------------------------------------------------------------------------------------------------

    [Fact]
    public Task Numbers_count_when_counted_per_key() => Verify(Singleton("""
        private readonly Dictionary<string, int> [|_stock|] = new();
        private readonly Dictionary<string, int> _sizes = new();
        private static int _requests;
        private static long _bytes;

        public void Take(string sku, int n) => _stock[sku] -= n;

        public void Note(string sku, int size) => _sizes[sku] = size;

        public void Count(int bytes, ILogger logger)
        {
            Interlocked.Increment(ref _requests);
            Interlocked.Add(ref _bytes, bytes);
            logger.LogInformation("{Requests} {Bytes}", _requests, _bytes);
        }
        """));

    [Fact]
    public Task Handles_and_services_are_no_content() => Verify(Singleton("""
        private readonly Dictionary<string, Connection> _connections = new();
        private readonly Dictionary<string, Plugin> _plugins = new();
        private readonly Dictionary<string, State> _states = new();
        private readonly Dictionary<string, (Order Order, TaskCompletionSource Done)> _waiting = new();
        private readonly Dictionary<string, Action<Order>> _handlers = new();

        public void Put(string key, Connection connection, Plugin plugin, State state, Order order, TaskCompletionSource done, Action<Order> handler)
        {
            _connections[key] = connection;
            _plugins[key] = plugin;
            _states[key] = state;
            _waiting[key] = (order, done);
            _handlers[key] = handler;
        }

        public void Remove(string key)
        {
            _connections.Remove(key);
            _plugins.Remove(key);
            _states.Remove(key);
            _waiting.Remove(key);
            _handlers.Remove(key);
        }
        """, "", """
        public sealed class Connection : IDisposable
        {
            public void Dispose()
            {
            }
        }

        public sealed record Plugin(string Name, ILogger Logger);

        public enum State
        {
            On,
            Off,
        }
        """));

    [Fact]
    public Task Content_is_found_inside_tuples_lists_and_structs() => Verify(Singleton("""
        private readonly Dictionary<string, (Order Order, DateTime At)> [|_pairs|] = new();
        private readonly Dictionary<string, List<Order>> [|_lists|] = new();
        private readonly Dictionary<string, Position?> [|_positions|] = new();
        private readonly List<KeyValuePair<string, Order>> [|_entries|] = new();
        private readonly Order?[] [|_slots|] = new Order?[10];

        public void Put(string key, int slot, Order order, Position position)
        {
            _pairs[key] = (order, DateTime.UtcNow);
            _lists[key] = [order];
            _positions[key] = position;
            _entries.Add(new(key, order));
            _slots[slot] = order;
        }
        """, "", "public readonly record struct Position(double Latitude, double Longitude);"));

    [Fact]
    public Task A_static_variable_that_decides_is_state() => Verify("""
        public sealed record Campaign(string Name);

        public sealed class Campaigns
        {
            private static Campaign? [|_running|];
            private static Campaign? _remembered;
            private static Campaign? _made;

            public static Campaign Default => _made ??= new Campaign("none");

            public bool Start(Campaign campaign)
            {
                _remembered = campaign;
                if (_running is not null)
                {
                    return false;
                }

                _running = campaign;
                return true;
            }

            public string? Name => _remembered?.ToString() + _made;
        }
        """.Replace("_remembered?.", "_remembered!."));

    [Fact]
    public Task Messages_that_are_consumed_come_from_outside() => Verify("""
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddHostedService<Tracker>();
        builder.Build().Run();

        public sealed record Position(string Ship, double Latitude);

        public interface IConsumer
        {
            Position Consume(CancellationToken token);
        }

        public sealed class Tracker(IConsumer consumer) : BackgroundService
        {
            private readonly Dictionary<string, Position> [|_positions|] = new();

            protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
                () =>
                {
                    while (!stoppingToken.IsCancellationRequested)
                    {
                        var position = consumer.Consume(stoppingToken);
                        _positions[position.Ship] = position;
                    }
                },
                stoppingToken);
        }
        """);

    // ---- shapes of code -----------------------------------------------------------------------------------------------------------

    [Fact]
    public Task Partial_types_in_two_files_are_judged_as_one() => Verify(
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<Book>();
        builder.Build().Run();

        public sealed partial class Book
        {
            private readonly Dictionary<Guid, Order> [|_orders|] = new();
        }
        """,
        """
        public sealed record Order(Guid Id, decimal Total);

        public sealed partial class Book
        {
            public void Place(Order order) => _orders[order.Id] = order;

            public void Close(Guid id) => _orders.Remove(id);
        }
        """);

    [Fact]
    public Task Nested_types_and_records_are_owners_too() => Verify("""
        public sealed record Order(Guid Id, decimal Total);

        public sealed class Desk
        {
            private static readonly Dictionary<Guid, Order> [|Shared|] = new();

            public sealed class Counter
            {
                public void Place(Order order) => Shared[order.Id] = order;
            }

            private sealed record Drawer(string Name)
            {
                public static readonly List<Order> [|Orders|] = [];

                public void Put(Order order) => Orders.Add(order);
            }
        }
        """);

    [Fact]
    public Task Stores_are_followed_through_generic_base_types() => Verify("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<OrderStore>();
        builder.Services.AddSingleton<NameStore>();
        builder.Services.AddSingleton(typeof(IStore<>), typeof(OpenStore<>));
        builder.Services.AddSingleton<ClosedStore<Order>>();
        builder.Build().Run();

        public sealed record Order(Guid Id, decimal Total);

        public interface IStore<T>;

        public abstract class Store<T>
        {
            protected Dictionary<Guid, T> [|Items|] { get; } = new();

            public void Put(Guid id, T item) => Items[id] = item;
        }

        public sealed class OrderStore : Store<Order>;

        public sealed class NameStore : Store<string>;

        public sealed class OpenStore<T> : IStore<T>
        {
            private readonly Dictionary<Guid, T> _items = new();

            public void Put(Guid id, T item) => _items[id] = item;
        }

        public sealed class ClosedStore<T> : IStore<T>
        {
            private readonly Dictionary<Guid, T> [|_items|] = new();

            public void Put(Guid id, T item) => _items[id] = item;
        }
        """);

    [Fact]
    public Task Aliases_collection_expressions_and_primary_constructors_are_read() => Verify("""
        using Orders = System.Collections.Generic.Dictionary<System.Guid, Order>;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(new Book(new(), TimeProvider.System));
        builder.Build().Run();

        public sealed record Order(Guid Id, DateTimeOffset At);

        public sealed class Book(Orders orders, TimeProvider clock)
        {
            private readonly Orders [|_orders|] = orders;
            private readonly List<Order> [|_all|] = [];

            public void Place(Guid id, Order template)
            {
                var order = template with { At = clock.GetUtcNow() };
                _orders[id] = order;
                _all.AddRange([order]);
            }
        }
        """);

    [Fact]
    public Task Locks_null_checks_and_conditional_access_do_not_hide_a_use() => Verify(Singleton("""
        private Dictionary<Guid, Order>? [|_orders|];

        public void Open() => _orders = new();

        public void Place(Order order)
        {
            lock (this)
            {
                _orders?.Add(order.Id, order);
            }
        }
        """));

    [Fact]
    public Task A_container_that_is_made_on_first_use_is_filled_all_the_same() => Verify(Singleton("""
        private List<Order>? [|_orders|];
        private Dictionary<string, List<Order>> [|_byCustomer|] = new();

        public void Place(Order order)
        {
            (_orders ??= []).Add(order);
            _byCustomer[order.Customer] = [order];
        }
        """));

    [Fact]
    public Task Public_members_are_followed_into_other_types() => Verify(
        """
        public static class Board
        {
            public static readonly Dictionary<Guid, Order> [|Orders|] = new();
            public static readonly Dictionary<Guid, Order> Untouched = new();
        }
        """,
        """
        public sealed record Order(Guid Id, decimal Total);

        public sealed class Desk
        {
            public void Place(Order order) => Board.Orders[order.Id] = order;

            public Order? Find(Guid id) => Board.Untouched.GetValueOrDefault(id);
        }
        """);

    // ---- exempt code --------------------------------------------------------------------------------------------------------------

    [Fact]
    public Task Generated_files_are_skipped() => Verify("""
        // <auto-generated/>
        #nullable enable
        public sealed record Order(Guid Id, decimal Total);

        public static class Board
        {
            private static readonly Dictionary<Guid, Order> Orders = new();

            public static void Place(Order order) => Orders[order.Id] = order;
        }
        """);

    [Fact]
    public Task A_program_without_host_container_or_web_server_is_silent() => new RuleTest
    {
        Analyzer = new Spof4001Analyzer(),
        References = ReferenceBag.FrameworkOnly,
    }.VerifyAsync("""
        using System;
        using System.Collections.Generic;

        public sealed record Order(Guid Id, decimal Total);

        public static class Board
        {
            private static readonly Dictionary<Guid, Order> Orders = new();

            public static void Place(Order order) => Orders[order.Id] = order;

            public static void Close(Guid id) => Orders.Remove(id);
        }
        """);

    [Fact]
    public Task Grains_keep_their_state_with_the_cluster() => Verify("""
        public sealed record Order(Guid Id, decimal Total);

        public sealed class OrderGrain : Orleans.Grain
        {
            private static readonly Dictionary<Guid, Order> Orders = new();

            public void Place(Order order) => Orders[order.Id] = order;
        }

        namespace Orleans
        {
            public abstract class Grain;
        }
        """);

    private static readonly string Board = Singleton("""
        private readonly List<Order> {|SPOF4001:_orders|} = new();

        public void Place(Order order) => _orders.Add(order);
        """);

    [Theory]
    [InlineData("SPOF4001.types_ignored = Book")]
    [InlineData("SPOF4001.types_ignored = Cart, Order")]
    [InlineData("SPOF4001.min_tier = A")]
    [InlineData("spof.application_kind = client")]
    [InlineData("build_property.IsTestProject = true")]
    public Task Options_switch_it_off(string option) =>
        new RuleTest { Analyzer = new Spof4001Analyzer(), Options = [option] }.VerifyAsync(Unmarked(Board));

    [Fact]
    public async Task A_critical_type_is_a_warning_whatever_its_shape()
    {
        await Verify(Board);
        Assert.Equal(DiagnosticSeverity.Info, await Severity(Board));
        var listed = new RuleTest { Analyzer = new Spof4001Analyzer(), Options = ["SPOF4001.types_critical = Order"] };
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(await listed.RunAsync(Board)).Severity);
    }

    [Theory]
    [InlineData("Shop.Tests")]
    [InlineData("Shop.Benchmarks")]
    public async Task Test_and_benchmark_projects_are_exempt(string assembly) =>
        Assert.Empty(await new RuleTest { Analyzer = new Spof4001Analyzer(), AssemblyName = assembly }.RunAsync(Board));

    // ---- the message --------------------------------------------------------------------------------------------------------------

    [Fact]
    public async Task The_message_names_container_element_and_both_sites()
    {
        var found = Assert.Single(await new RuleTest { Analyzer = new Spof4001Analyzer() }.RunAsync(Singleton("""
            private readonly Dictionary<Guid, Order> _orders = new();

            public void Place(Order order) => _orders[order.Id] = order;

            public void Close(Guid id) => _orders.Remove(id);
            """)));
        Assert.Equal(
            "'Book._orders' (Dictionary<Guid, Order>) is the only copy of Order: added in 'Place', removed in 'Close'; "
            + "it is lost when this process stops, and a second instance does not see it",
            found.GetMessage());
        Assert.Equal(2, found.AdditionalLocations.Count);
        Assert.Equal(("map", "A"), (found.Properties["stateShape"], found.Properties["stateTier"]));
    }

    [Fact]
    public async Task A_suppressed_member_is_silent() => Assert.Empty(await new RuleTest { Analyzer = new Spof4001Analyzer() }.RunAsync(Singleton("""
        [System.Diagnostics.CodeAnalysis.SuppressMessage("Reliability", "SPOF4001", Justification = "Orders are read again from the market at start.")]
        private readonly Dictionary<Guid, Order> _orders = new();

        public void Place(Order order) => _orders[order.Id] = order;
        """)));

    // ---- figures ------------------------------------------------------------------------------------------------------------------

    private static string Counting(string type, string more, string mark) => $$"""
        using System.Collections.Concurrent;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<{{type}}>();
        var app = builder.Build();
        app.MapPost("/hit/{page}", (string page, {{type}} counts) => counts.Hit(page));
        app.Run();

        public sealed class {{type}}
        {
            private readonly ConcurrentDictionary<string, int> {{mark}} = new();

            public void Hit(string page) => _counts.AddOrUpdate(page, 1, (_, n) => n + 1);

            public KeyValuePair<string, int>[] Snapshot() => _counts.ToArray();
        {{more}}
        }
        """;

    [Fact]
    public Task Figures_that_are_only_shown_are_no_state() => Verify(Counting("PageStatistics", "", "_counts"));

    [Fact]
    public Task Figures_that_decide_are_state() =>
        Verify(Counting("PageStatistics", "    public bool IsBusy(string page) => _counts.TryGetValue(page, out var n) && n > 100;", "[|_counts|]"));

    [Fact]
    public Task A_count_that_nobody_calls_a_figure_is_state() => Verify(Counting("Presence", "", "[|_counts|]"));
}
