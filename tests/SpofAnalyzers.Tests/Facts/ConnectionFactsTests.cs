using Microsoft.CodeAnalysis.CSharp;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Tests.Facts;

public sealed class ConnectionFactsTests
{
    private const string Head = """
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Caching.Distributed;
        using StackExchange.Redis;
        using RabbitMQ.Client;

        """;

    private const string Builder = Head + "var builder = WebApplication.CreateBuilder(args);\n";

    private const string Types = """

        class OrdersDb(DbContextOptions<OrdersDb> options) : DbContext(options);
        """;

    private static ConnectionFact Single(string source) => Assert.Single(new FactProbe(source).Connections);

    private static string Show(ConnectionFact f) => $"{f.Technology} {f.Name} {f.Address.Key ?? f.Address.Text ?? "?"}";

    [Theory]
    [InlineData("builder.Services.AddDbContext<OrdersDb>(o => o.UseNpgsql(builder.Configuration.GetConnectionString(\"Orders\")));", "PostgreSql OrdersDb ConnectionStrings:Orders")]
    [InlineData("builder.Services.AddDbContextPool<OrdersDb>((sp, o) => o.UseSqlServer(sp.GetRequiredService<IConfiguration>()[\"Db\"]));", "SqlServer OrdersDb Db")]
    [InlineData("builder.Services.AddSqlServer<OrdersDb>(builder.Configuration[\"Db\"]);", "SqlServer OrdersDb Db")]
    [InlineData("builder.Services.AddNpgsql<OrdersDb>(\"Host=pg\");", "PostgreSql OrdersDb Host=pg")]
    [InlineData("builder.Services.AddNpgsqlDataSource(builder.Configuration.GetConnectionString(\"Orders\")!);", "PostgreSql Orders ConnectionStrings:Orders")]
    [InlineData("var s = Npgsql.NpgsqlDataSource.Create(\"Host=pg\");", "PostgreSql PostgreSql Host=pg")]
    [InlineData("var s = new Npgsql.NpgsqlDataSourceBuilder(\"Host=pg\").Build();", "PostgreSql PostgreSql Host=pg")]
    [InlineData("using var c = new Microsoft.Data.SqlClient.SqlConnection(builder.Configuration[\"Sql:Main\"]);", "SqlServer Sql Sql:Main")]
    [InlineData("var c = new Microsoft.Data.SqlClient.SqlConnection(); c.ConnectionString = \"Server=a\";", "SqlServer SqlServer Server=a")]
    [InlineData("var b = new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { DataSource = \"db01.corp\" }; using var c = new Microsoft.Data.SqlClient.SqlConnection(b.ConnectionString);", "SqlServer SqlServer db01.corp")]
    [InlineData("var b = new Npgsql.NpgsqlConnectionStringBuilder(); b.Host = \"pg\"; var s = Npgsql.NpgsqlDataSource.Create(b);", "PostgreSql PostgreSql pg")]
    [InlineData("using var c = new MySqlConnector.MySqlConnection(\"Server=m\");", "MySql MySql Server=m")]
    [InlineData("var m = ConnectionMultiplexer.Connect(builder.Configuration[\"Redis:Endpoint\"]!);", "Redis Redis Redis:Endpoint")]
    [InlineData("var m = await ConnectionMultiplexer.ConnectAsync(\"cache:6379\");", "Redis Redis cache:6379")]
    [InlineData("builder.Services.AddStackExchangeRedisCache(o => o.Configuration = builder.Configuration.GetConnectionString(\"Cache\"));", "Redis Cache ConnectionStrings:Cache")]
    [InlineData("builder.Services.AddStackExchangeRedisCache(o => { o.ConfigurationOptions = ConfigurationOptions.Parse(\"cache:6379\"); });", "Redis Redis cache:6379")]
    [InlineData("var o = new ConfigurationOptions { EndPoints = { \"a:6379\", { \"b\", 6380 } } }; var m = ConnectionMultiplexer.Connect(o);", "Redis Redis a:6379,b:6380")]
    [InlineData("var f = new ConnectionFactory { HostName = builder.Configuration[\"Rabbit:Host\"]! };", "RabbitMq Rabbit Rabbit:Host")]
    [InlineData("var f = new ConnectionFactory(); f.Uri = new Uri(\"amqp://rabbit\");", "RabbitMq RabbitMq amqp://rabbit")]
    [InlineData("var f = new ConnectionFactory { Endpoint = new AmqpTcpEndpoint(\"rabbit\", 5672) };", "RabbitMq RabbitMq rabbit")]
    [InlineData("var f = new ConnectionFactory(); var c = await f.CreateConnectionAsync(new[] { \"r1\", \"r2\" });", "RabbitMq RabbitMq r1,r2")]
    [InlineData("var f = new ConnectionFactory(); var c = await f.CreateConnectionAsync(AmqpTcpEndpoint.ParseMultiple(builder.Configuration[\"Rabbit:Hosts\"]!));", "RabbitMq Rabbit Rabbit:Hosts")]
    public void Connections_know_technology_name_and_address(string body, string expected) =>
        Assert.Equal(expected, Show(Single(Builder + body + Types)));

    [Fact]
    public void A_repository_that_is_created_once_takes_its_argument() => Assert.Equal("SqlServer Repository ConnectionStrings:Orders", Show(Single(Builder + """
        builder.Services.AddScoped(_ => new Repository(builder.Configuration.GetConnectionString("Orders")!));
        class Repository(string connection)
        {
            public void M() { using Microsoft.Data.SqlClient.SqlConnection c = new(connection); }
        }
        """)));

    [Fact]
    public void A_repository_that_is_created_twice_does_not() => Assert.NotNull(Single(Builder + """
        var a = new Repository("Server=a"); Repository b = new("Server=b");
        class Repository(string connection) { public void M() { using var c = new Microsoft.Data.SqlClient.SqlConnection(connection); } }
        """).Address.UnknownReason);

    [Theory]
    [InlineData("builder.Services.AddDbContext<OrdersDb>(o => o.UseNpgsql());")]
    [InlineData("var m = Mine.Connect(\"x\"); static class Mine { public static object Connect(string configuration) => configuration; }")]
    [InlineData("var f = new Other.ConnectionFactory(); namespace Other { class ConnectionFactory { } }")]
    [InlineData("builder.Services.AddStackExchangeRedisCache(o => o.InstanceName = \"x\");")]
    public void Look_alikes_and_lazy_ones_are_no_connection(string body)
    {
        var source = body.Contains("class", StringComparison.Ordinal) ? Builder + body : Builder + body + Types;
        Assert.Empty(new FactProbe(source).Connections);
    }

    [Fact]
    public void A_data_source_that_a_context_uses_is_one_connection() => Assert.Equal("PostgreSql PostgreSql Host=pg", Show(Single(
        Builder + "var s = Npgsql.NpgsqlDataSource.Create(\"Host=pg\"); builder.Services.AddDbContext<OrdersDb>(o => o.UseNpgsql(s));" + Types)));

    [Fact]
    public void A_multiplexer_factory_of_the_cache_is_one_connection() => Assert.Equal("Redis Redis cache", Show(Single(
        Builder + "builder.Services.AddStackExchangeRedisCache(o => o.ConnectionMultiplexerFactory = async () => await ConnectionMultiplexer.ConnectAsync(\"cache\"));")));

    [Fact]
    public void Aspire_integrations_read_the_connection_string_of_their_name()
    {
        var fact = Single(Builder + """
            builder.AddNpgsqlDbContext<OrdersDb>("ordersdb");
            static class AspireEFPostgreSqlExtensions
            {
                public static void AddNpgsqlDbContext<T>(this IHostApplicationBuilder builder, string connectionName) { }
            }
            """ + Types);
        Assert.Equal("PostgreSql OrdersDb ConnectionStrings:ordersdb", Show(fact));
        Assert.Equal(["aspire", "retryOnFailure"], fact.Options);
    }

    [Fact]
    public void MassTransit_hosts_are_connections() => Assert.Equal("RabbitMq Rabbit Rabbit:Host", Show(Single(Builder + """
        Bus b = new(); b.Host(builder.Configuration["Rabbit:Host"]!, "/");
        class Bus { }
        static class RabbitMqHostConfigurationExtensions { public static void Host(this Bus bus, string host, string virtualHost) { } }
        """)));

    [Theory]
    [InlineData("builder.Services.AddDbContext<OrdersDb>(o => o.UseSqlServer(\"Server=a\", s => s.EnableRetryOnFailure(3)));", "retryOnFailure")]
    [InlineData("builder.Services.AddDbContext<OrdersDb>(o => o.UseAzureSql(\"Server=a\"));", "retryOnFailure managed")]
    [InlineData("builder.Services.AddMultiHostNpgsqlDataSource(\"Host=a,b\");", "multiHost")]
    [InlineData("var m = ConnectionMultiplexer.Connect(new ConfigurationOptions { EndPoints = { \"a\" }, AbortOnConnectFail = false });", "abortConnect=false")]
    [InlineData("var m = ConnectionMultiplexer.Connect(\"a\", o => o.AbortOnConnectFail = false);", "abortConnect=false")]
    [InlineData("var f = new ConnectionFactory { HostName = \"a\", AutomaticRecoveryEnabled = false };", "automaticRecovery=false")]
    [InlineData("var b = new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { DataSource = \"a\", MultiSubnetFailover = true }; var c = new Microsoft.Data.SqlClient.SqlConnection(b.ConnectionString);", "multiSubnetFailover")]
    [InlineData("var s = new Npgsql.NpgsqlDataSourceBuilder(\"Host=a,b\"); var d = s.BuildMultiHost();", "multiHost")]
    public void Failover_settings_in_code_are_options(string body, string expected) =>
        Assert.Equal(expected, string.Join(" ", Single(Builder + body + Types).Options));

    [Theory]
    [InlineData("var m = ConnectionMultiplexer.Connect(\"a\");", "Startup, Request")]
    [InlineData("builder.Services.AddSingleton<IConnectionMultiplexer>(ConnectionMultiplexer.Connect(\"a\"));", "Startup, Request")]
    [InlineData("builder.Services.AddSingleton<IConnectionMultiplexer>(sp => ConnectionMultiplexer.Connect(\"a\"));", "Request")]
    [InlineData("builder.Services.AddSingleton<IConnectionMultiplexer>(sp => ConnectionMultiplexer.Connect(\"a\")); var app = builder.Build(); var m = app.Services.GetRequiredService<IConnectionMultiplexer>();", "Startup, Request")]
    [InlineData("var m = ConnectionMultiplexer.Connect(new ConfigurationOptions { EndPoints = { \"a\" }, AbortOnConnectFail = false });", "Request")]
    [InlineData("var l = new Lazy<ConnectionMultiplexer>(() => ConnectionMultiplexer.Connect(\"a\"));", "Request")]
    [InlineData("builder.Services.AddRedis(); static class E { public static void AddRedis(this IServiceCollection s) => s.AddSingleton(ConnectionMultiplexer.Connect(\"a\")); }", "Startup, Request")]
    [InlineData("static class R { public static readonly ConnectionMultiplexer M = ConnectionMultiplexer.Connect(\"a\"); }", "Startup, Request")]
    [InlineData("using var c = new Microsoft.Data.SqlClient.SqlConnection(\"Server=a\");", "Startup")]
    [InlineData("class R { void M() { using var c = new Microsoft.Data.SqlClient.SqlConnection(\"Server=a\"); } }", "Request")]
    [InlineData("class W : BackgroundService { protected override Task ExecuteAsync(CancellationToken t) { using var c = new Microsoft.Data.SqlClient.SqlConnection(\"Server=a\"); return Task.CompletedTask; } }", "Background")]
    [InlineData("builder.Services.AddSingleton(new Store(\"a\")); class Store { readonly ConnectionMultiplexer _m; public Store(string host) { _m = ConnectionMultiplexer.Connect(host); } }", "Startup, Request")]
    [InlineData("var f = new ConnectionFactory { HostName = \"r\" }; builder.Services.AddSingleton(f);", "Request")]
    [InlineData("var f = new ConnectionFactory { HostName = \"r\" }; var c = await f.CreateConnectionAsync();", "Startup, Request")]
    public void The_phase_is_when_the_connection_is_needed(string body, string expected)
    {
        var isTypeOnly = body.StartsWith("static", StringComparison.Ordinal) || body.StartsWith("class", StringComparison.Ordinal);
        Assert.Equal(expected, Single("using System.Threading;\n" + (isTypeOnly ? Head : Builder) + body).Phase.ToString());
    }

    [Theory]
    [InlineData("app.Services.GetRequiredService<OrdersDb>().Database.Migrate();", "Startup, Request")]
    [InlineData("if (app.Environment.IsDevelopment()) app.Services.GetRequiredService<OrdersDb>().Database.Migrate();", "Request")]
    [InlineData("app.MapGet(\"/migrate\", (OrdersDb db) => db.Database.Migrate());", "Request")]
    public void A_migration_at_the_start_needs_the_database_then(string body, string expected) => Assert.Equal(expected, Single(
        Builder + "builder.Services.AddDbContext<OrdersDb>(o => o.UseNpgsql(\"Host=pg\")); var app = builder.Build();" + body + Types).Phase.ToString());

    private const string Sweeper = "class Sweeper(IServiceScopeFactory scopes) : BackgroundService { protected override async Task ExecuteAsync(System.Threading.CancellationToken t) "
        + "{ using var s = scopes.CreateScope(); await s.ServiceProvider.GetRequiredService<OrdersDb>().SaveChangesAsync(t); } }";

    [Theory]
    [InlineData("", Sweeper, "Background")]
    [InlineData("app.Services.GetRequiredService<OrdersDb>().Database.Migrate();", Sweeper, "Startup, Background")]
    [InlineData("app.MapGet(\"/\", (OrdersDb db) => db.SaveChanges());", Sweeper, "Request")]
    [InlineData("", Sweeper + "class Orders(OrdersDb db) { public int M() => db.SaveChanges(); }", "Request")]
    [InlineData("", "", "Request")]
    public void A_database_that_only_hosted_services_use_is_background_work(string body, string more, string expected) => Assert.Equal(expected, Single(
        Builder + "builder.Services.AddDbContext<OrdersDb>(o => o.UseNpgsql(\"Host=pg\")); var app = builder.Build();" + body + Types + more).Phase.ToString());

    [Theory]
    [InlineData("", "Background")]
    [InlineData("builder.Services.AddSession();", "Request")]
    [InlineData("builder.Build().MapGet(\"/\", (IDistributedCache c) => c.GetString(\"a\"));", "Request")]
    public void A_cache_that_only_hosted_services_use_is_background_work(string body, string expected) => Assert.Equal(expected, Single(Builder + $$"""
        builder.Services.AddStackExchangeRedisCache(o => o.Configuration = "cache:6379");
        {{body}}
        class Warmer(IDistributedCache cache) : BackgroundService
        {
            protected override async Task ExecuteAsync(System.Threading.CancellationToken t) => await cache.SetStringAsync("a", "b", t);
        }
        """).Phase.ToString());

    [Fact]
    public void In_a_library_other_programs_may_use_the_context_too() => Assert.Equal("Request", Single(Head + """
        static class Registrations { public static void Add(IServiceCollection s) => s.AddDbContext<OrdersDb>(o => o.UseNpgsql("Host=pg")); }
        """ + Types + Sweeper).Phase.ToString());

    private const string Cached = Builder + """
        builder.Services.AddStackExchangeRedisCache(o => o.Configuration = "cache:6379");
        class Prices(IDistributedCache cache)
        {
            public string? Read() { BODY }
        }
        """;

    [Theory]
    [InlineData("try { return cache.GetString(\"a\"); } catch (Exception) { return null; }", false)]
    [InlineData("try { return cache.GetString(\"a\"); } catch (RedisException) { return null; }", false)]
    [InlineData("try { return cache.GetString(\"a\"); } catch { throw; }", true)]
    [InlineData("string? a = null; try { a = cache.GetString(\"a\"); } catch { } return a ?? throw new InvalidOperationException();", true)]
    [InlineData("string? a = null; try { a = cache.GetString(\"a\"); } catch { } return a ?? \"none\";", false)]
    [InlineData("try { return cache.GetString(\"a\"); } catch (OperationCanceledException) { return null; }", true)]
    [InlineData("return cache.GetString(\"a\");", true)]
    [InlineData("return null;", null)]
    public void The_caller_of_a_cache_goes_on_only_when_every_use_is_handled(string body, bool? expected) =>
        Assert.Equal(expected, Single(Cached.Replace("BODY", body, StringComparison.Ordinal)).FailsCaller);

    [Theory]
    [InlineData("db.StringSet(\"a\", 1, flags: CommandFlags.FireAndForget);", false)]
    [InlineData("db.StringSet(\"a\", 1, flags: CommandFlags.FireAndForget | CommandFlags.DemandMaster);", false)]
    [InlineData("db.StringSet(\"a\", 1, flags: CommandFlags.DemandMaster);", true)]
    [InlineData("db.StringSet(\"a\", 1);", true)]
    public void Nobody_waits_for_a_command_that_is_fired_and_forgotten(string body, bool expected) => Assert.Equal(expected, Single(Builder + $$"""
        var multiplexer = ConnectionMultiplexer.Connect("cache:6379,abortConnect=false");
        class Prices(IDatabase db) { public void Write() { {{body}} } }
        """).FailsCaller);

    [Theory]
    [InlineData("db.SaveChanges(); return 1;", true)]
    [InlineData("return db.Set<Order>().Where(o => o.Id > 1).ToList().Count;", true)]
    [InlineData("try { db.SaveChanges(); return 1; } catch (Exception) { return 0; }", false)]
    [InlineData("return new System.Collections.Generic.List<int>().ToList().Count;", null)]
    public void A_context_fails_its_caller_when_one_use_has_no_handler(string body, bool? expected) => Assert.Equal(expected, Single("using System.Linq;\n" + Builder + $$"""
        builder.Services.AddDbContext<OrdersDb>(o => o.UseNpgsql("Host=pg"));
        class Order { public int Id { get; set; } }
        class Orders(OrdersDb db) { public int M() { {{body}} } }
        """ + Types).FailsCaller);

    [Theory]
    [InlineData("using var c = new Microsoft.Data.SqlClient.SqlConnection(\"Server=a\");", true)]
    [InlineData("try { using var c = new Microsoft.Data.SqlClient.SqlConnection(\"Server=a\"); } catch (Exception) { }", false)]
    [InlineData("Action a = () => { using var c = new Microsoft.Data.SqlClient.SqlConnection(\"Server=a\"); };", null)]
    public void A_connection_that_is_opened_on_the_spot_fails_its_caller(string body, bool? expected) =>
        Assert.Equal(expected, Single(Head + "class R { void M() { " + body + " } }").FailsCaller);

    [Fact]
    public void Settings_in_a_method_passed_by_name_are_options() => Assert.Equal(["retryOnFailure"], Single(Builder + """
        builder.Services.AddDbContext<OrdersDb>(o => o.UseSqlServer(builder.Configuration["Db"], Configure));
        static void Configure(Microsoft.EntityFrameworkCore.Infrastructure.SqlServerDbContextOptionsBuilder options) => options.EnableRetryOnFailure(15);
        """ + Types).Options);

    [Fact]
    public void Shapes_of_the_reference_applications_are_read()
    {
        var facts = new FactProbe(Head + """
            class Startup(IConfiguration configuration)
            {
                public IConfiguration Configuration { get; } = configuration;
                public void ConfigureServices(IServiceCollection services)
                {
                    services.Configure<BasketSettings>(Configuration);
                    services.AddSingleton(sp =>
                    {
                        var settings = sp.GetRequiredService<IOptions<BasketSettings>>().Value;
                        var options = ConfigurationOptions.Parse(settings.ConnectionString, true);
                        options.ResolveDns = true;
                        return ConnectionMultiplexer.Connect(options);
                    });
                    services.AddSingleton(sp =>
                    {
                        var factory = new ConnectionFactory() { HostName = Configuration["EventBusConnection"] };
                        if (!string.IsNullOrEmpty(Configuration["EventBusUserName"])) { factory.UserName = Configuration["EventBusUserName"]; }
                        return new Persistent(factory, 5);
                    });
                }
            }
            class BasketSettings { public string ConnectionString { get; set; } = ""; }
            class Persistent(IConnectionFactory factory, int retries) { public object M() => (factory, retries); }
            """).Connections;
        Assert.Equal(["Redis ConnectionString ConnectionString", "RabbitMq EventBusConnection EventBusConnection"], facts.Select(Show));
        Assert.All(facts, f => Assert.Equal(UsePhase.Request, f.Phase));
    }

    [Theory]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.AddDbContext<OrdersDb>(o => o.UseSqlServer(\"Server=a\")); }", true)]
    [InlineData("builder.Services.AddDbContext<OrdersDb>(o => { if (!builder.Environment.IsDevelopment()) o.UseSqlServer(\"Server=a\"); });", false)]
    [InlineData("builder.Services.AddDbContext<OrdersDb>(o => { if (builder.Environment.IsDevelopment()) o.UseSqlServer(\"Server=a\"); });", true)]
    public void Development_branches_are_known(string body, bool expected) => Assert.Equal(expected, Single(Builder + body + Types).IsDevelopmentOnly);

    [Fact]
    public void Design_time_factories_never_run_in_production() => Assert.True(Single(Head + """
        using Microsoft.EntityFrameworkCore.Design;
        class OrdersDb(DbContextOptions<OrdersDb> options) : DbContext(options);
        class Factory : IDesignTimeDbContextFactory<OrdersDb>
        {
            public OrdersDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<OrdersDb>().UseNpgsql("Host=db01.corp").Options);
        }
        """).IsDevelopmentOnly);

    [Fact]
    public void Counts_say_how_many_candidates_were_bound()
    {
        var probe = new FactProbe(Builder + "var m = ConnectionMultiplexer.Connect(\"a\");");
        var extracted = ConnectionFacts.Extract(probe.Context, [probe.Tree], TestContext.Current.CancellationToken);
        Assert.Equal((1, 1), (extracted.Candidates, extracted.Bound));
    }

    [Fact]
    public void A_name_is_no_fact_in_the_compiler_and_one_where_the_packages_are_told()
    {
        var probe = new FactProbe("class Empty;");
        var tree = CSharpSyntaxTree.ParseText(
            "using RabbitMQ.Client; class Made { object factory = new ConnectionFactory(1, 2, 3) { HostName = \"rabbit\" }; }",
            (CSharpParseOptions)probe.Tree.Options,
            cancellationToken: TestContext.Current.CancellationToken);
        var compiler = new FactContext(probe.Context.Compilation.AddSyntaxTrees(tree), ConfigurationView.Empty, FactOptions.Default);
        var tool = new FactContext(compiler.Compilation, ConfigurationView.Empty, FactOptions.Default) { PackagesReferenced = [] };

        var silent = ConnectionFacts.Extract(compiler, [tree], TestContext.Current.CancellationToken);
        var told = ConnectionFacts.Extract(tool, [tree], TestContext.Current.CancellationToken);

        Assert.Equal((0, 1, 0, 0), (silent.Facts.Count, silent.Candidates, silent.Bound, silent.MatchedByName));
        Assert.Equal((1, 1, 0, 1), (told.Facts.Count, told.Candidates, told.Bound, told.MatchedByName));
        Assert.True(told.Facts[0].IsMatchedByName);
    }
}
