using Spof.Code.Tests.Harness;
using Spof.Model;

namespace Spof.Code.Tests;

/// <summary>Calls that do not bind are told by their names where imports, packages and arguments agree, and only then.</summary>
public sealed class NameMatchTests
{
    private const string Start = "var builder = WebApplication.CreateBuilder(args);\n";

    private static Repository Web(string program, params string[] packages) => new Repository()
        .With("Shop.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>{string.Concat(packages.Select(p => $"<PackageReference Include=\"{p}\" Version=\"1.0.0\" />"))}</ItemGroup>
            </Project>
            """)
        .With("Program.cs", program);

    private static string Show(CodeDependency dependency) =>
        $"{dependency.Technology} {dependency.Name} {dependency.Address.Key ?? string.Join(',', dependency.Address.Endpoints)} {dependency.Evidence[0].How}";

    private static (int Candidates, int Bound, int MatchedByName) Calls(CodeModel model) =>
        (model.Projects[0].Load.Candidates, model.Projects[0].Load.Bound, model.Projects[0].Load.MatchedByName);

    private static async Task<CodeModel> Read(string program, params string[] packages)
    {
        using var repository = Web(program, packages);
        return await repository.ReadAsync();
    }

    [Theory]
    [InlineData("builder.AddRabbitMQClient(\"bus\");", "Aspire.RabbitMQ.Client.Next", "RabbitMq bus ConnectionStrings:bus Inferred")]
    [InlineData("builder.Services.AddAWSService<IAmazonSQS>();", "AWSSDK.SQS.Next", "Sqs Sqs  Inferred")]
    [InlineData("builder.AddMongoDBClient(\"catalog\");", "Aspire.MongoDB.Driver", "MongoDb catalog ConnectionStrings:catalog Inferred")]
    [InlineData("builder.AddKafkaProducer<string, string>(\"events\");", "Aspire.Confluent.Kafka", "Kafka events ConnectionStrings:events Inferred")]
    [InlineData("builder.Services.AddDbContext<Db>(o => o.UseMongoDB(builder.Configuration[\"Mongo:Url\"], \"shop\"));", "MongoDB.EntityFrameworkCore", "MongoDb Db Mongo:Url Inferred")]
    [InlineData("builder.Services.AddAzureClients(c => c.AddBlobServiceClient(builder.Configuration.GetSection(\"Files\")));", "Microsoft.Extensions.Azure.Storage", "AzureStorage Files Files Inferred")]
    [InlineData("builder.AddMySqlDataSource(\"db\");", "Acme.MySql", "MySql db ConnectionStrings:db Inferred")]
    [InlineData("builder.AddKeyedNpgsqlDataSource(\"db\");", "Acme.Npgsql", "PostgreSql db ConnectionStrings:db Inferred")]
    [InlineData("builder.Services.AddDbContext<Db>(o => o.UseMySQL(builder.Configuration.GetConnectionString(\"Shop\")));", "Acme.MySql", "MySql Db ConnectionStrings:Shop Inferred")]
    [InlineData("builder.Services.AddStackExchangeRedisCache(o => o.Configuration = builder.Configuration[\"Redis:Host\"]);", "Acme.Redis", "Redis Redis Redis:Host Inferred")]
    [InlineData("builder.Services.AddSignalR().AddStackExchangeRedis(\"redis:6379\");", "Acme.Redis", "Redis Redis redis:6379 Inferred")]
    [InlineData("builder.Services.AddGrpcClient<Basket.BasketClient>(o => { o.Address = new Uri(builder.Configuration[\"Urls:Basket\"]); });", "Acme.Grpc", "Grpc BasketClient Urls:Basket Inferred")]
    [InlineData("builder.Services.AddRefitClient<IStock>().ConfigureHttpClient(c => c.BaseAddress = new Uri(\"https://stock.example.org\"));", "Acme.Refit", "Http IStock https://stock.example.org Inferred")]
    [InlineData("builder.Services.AddHttpClient(\"pay\", c => { c.BaseAddress = new Uri(\"https://pay.example.org\"); c.Nowhere(); });", "Acme.Other", "Http pay https://pay.example.org Inferred")]
    [InlineData("builder.AddModule().AddHttpClient<IStock, Stock>(c => c.BaseAddress = new Uri(\"https://stock.example.org\"));", "Acme.Other", "Http IStock https://stock.example.org Inferred")]
    [InlineData("await Missing.HttpClients.Rates.GetAsync(\"https://rates.example.org/today\");", "Acme.Other", "Http Program https://rates.example.org/today Inferred")]
    public async Task A_call_that_does_not_bind_is_told_by_its_name_and_less_sure(string statement, string package, string expected)
    {
        var model = await Read(Start + statement, package);
        Assert.Equal(expected, Show(Assert.Single(model.Projects[0].Dependencies)));
        var (candidates, bound, matched) = Calls(model);
        Assert.Equal((1, candidates), (matched, bound + matched));
        Assert.DoesNotContain(model.Gaps, g => g.Reason.Contains("could not be understood", StringComparison.Ordinal));
        Assert.Empty(model.Findings);
    }

    [Theory]
    [InlineData("using StackExchange.Redis;", "ConnectionMultiplexer.Connect(builder.Configuration[\"Redis:Host\"])", "Redis Redis Redis:Host Inferred")]
    [InlineData("", "StackExchange.Redis.ConnectionMultiplexer.Connect(\"redis:6379\")", "Redis Redis redis:6379 Inferred")]
    [InlineData("using MongoDB.Driver;", "new MongoClient(builder.Configuration.GetConnectionString(\"Catalog\"))", "MongoDb Catalog ConnectionStrings:Catalog Inferred")]
    [InlineData("using Confluent.Kafka;", "new ProducerBuilder<string, string>(new ProducerConfig { BootstrapServers = \"kafka:9092\" }).Build()", "Kafka Kafka kafka:9092 Inferred")]
    [InlineData("using Elastic.Clients.Elasticsearch;", "new ElasticsearchClient(new ElasticsearchClientSettings(new Uri(\"http://search:9200\")))", "Elasticsearch Elasticsearch http://search:9200 Inferred")]
    [InlineData("using Azure.Messaging.ServiceBus;", "new ServiceBusClient(\"Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=n;SharedAccessKey=S3cr3t\")", "ServiceBus ServiceBus sb://acme.servicebus.windows.net Inferred")]
    [InlineData("using Amazon.SQS;", "new AmazonSQSClient()", "Sqs Sqs  Inferred")]
    [InlineData("using NATS.Client.Core;", "new NatsConnection(new NatsOpts { Url = builder.Configuration[\"Nats:Url\"] })", "Nats Nats Nats:Url Inferred")]
    [InlineData("using RabbitMQ.Client;", "new ConnectionFactory { HostName = \"rabbit\" }", "RabbitMq RabbitMq rabbit Inferred")]
    [InlineData("using MySql.Data.MySqlClient;", "new MySqlConnection(\"Server=db;Database=shop\")", "MySql MySql db (database shop) Inferred")]
    [InlineData("using Npgsql;", "NpgsqlDataSource.Create(\"Host=db\")", "PostgreSql PostgreSql db Inferred")]
    [InlineData("using Grpc.Net.Client;", "GrpcChannel.ForAddress(\"https://prices.example.org\")", "Grpc Program https://prices.example.org Inferred")]
    [InlineData("using Refit;", "RestService.For<IStock>(\"https://stock.example.org\")", "Http IStock https://stock.example.org Inferred")]
    public async Task A_type_of_a_library_is_known_by_its_import_or_its_full_name(string import, string expression, string expected)
    {
        var model = await Read($"{import}\n{Start}var made = {expression};");
        var dependency = Assert.Single(model.Projects[0].Dependencies);
        Assert.Equal(expected, Show(dependency));
        Assert.DoesNotContain("S3cr3t", dependency.ToString() + string.Concat(dependency.Evidence), StringComparison.Ordinal);
        Assert.DoesNotContain(model.Gaps, g => g.Reason.Contains("could not be understood", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("var made = ConnectionMultiplexer.Connect(\"redis:6379\");")]
    [InlineData("var made = new MySqlConnection(\"Server=db\");")]
    [InlineData("var made = new ConnectionFactory { HostName = \"rabbit\" };")]
    [InlineData("var made = GrpcChannel.ForAddress(\"https://prices.example.org\");")]
    [InlineData("builder.Services.AddGrpcClient<Basket.BasketClient>(o => o.Address = new Uri(\"http://basket\"));")]
    [InlineData("builder.Services.AddDbContext<Db>(o => o.UseMySQL(\"Server=db\"));")]
    public async Task A_name_alone_proves_nothing_and_is_counted(string statement)
    {
        var model = await Read(Start + statement);
        Assert.Empty(model.Projects[0].Dependencies);
        Assert.Equal((1, 0, 0), Calls(model));
        Assert.Contains(model.Gaps, g => g.Reason.StartsWith("1 of 1 calls", StringComparison.Ordinal) && g.Reason.Contains("not even by their names", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("using Acme.Data;", "var made = new MySqlConnection(\"Server=db\");", "MySql.Data.Entity.Unknown")]
    [InlineData("using Acme.Caching;", "var made = ConnectionMultiplexer.Connect(\"redis:6379\");", "Acme.Redis")]
    [InlineData("using Redis = Acme.Caching;", "var made = Acme.Caching.ConnectionMultiplexer.Connect(\"redis:6379\");", "Acme.Redis")]
    [InlineData("using StackExchange.Redis;", "var made = Acme.Caching.ConnectionMultiplexer.Connect(\"redis:6379\");", "Acme.Redis")]
    public async Task An_unknown_type_of_another_namespace_is_none_of_the_library(string import, string statement, string package)
    {
        var model = await Read($"{import}\n{Start}{statement}", package);
        Assert.Empty(model.Projects[0].Dependencies);
        Assert.Equal((1, 0, 0), Calls(model));
    }

    [Theory]
    [InlineData("using MySql.Data.MySqlClient;", "new MySqlConnection(\"Server=db\")", "class MySqlConnection(string text) { public string Text => text; }", 1)]
    [InlineData("using MySql.Data.MySqlClient;", "new MySqlConnection(\"Server=db\", 1)", "class MySqlConnection(string text) { public string Text => text; }", 0)]
    [InlineData("using Grpc.Net.Client;", "GrpcChannel.ForAddress(\"https://a.example.org\")", "static class GrpcChannel { public static string ForAddress(string text) => text; }", 1)]
    [InlineData("using Grpc.Net.Client;", "GrpcChannel.ForAddress(\"https://a.example.org\", 1)", "static class GrpcChannel { public static string ForAddress(string text) => text; }", 0)]
    public async Task An_own_type_of_the_same_name_is_none_of_the_library_whether_the_call_binds_or_not(string import, string expression, string type, int bound)
    {
        var model = await Read($"{import}\n{Start}var made = {expression};\n{type}", "Acme.MySql", "Acme.Grpc");
        Assert.Empty(model.Projects[0].Dependencies);
        Assert.Equal((1, bound, 0), Calls(model));
    }

    [Theory]
    [InlineData("own.UseMySQL(\"Server=db\", 1, 2);")]
    [InlineData("own.AddGrpcClient<int>(o => o.Address = new Uri(\"http://basket\"), 1);")]
    [InlineData("own.AddRabbitMQClient(1);")]
    public async Task A_receiver_that_is_known_to_be_something_else_is_no_match(string statement)
    {
        var model = await Read($$"""
            {{Start}}
            var own = new Own();
            {{statement}}
            class Own { public void UseMySQL(string text) { } public void AddGrpcClient<T>() { } }
            """, "Acme.MySql", "Acme.Grpc", "Acme.RabbitMQ");
        Assert.Empty(model.Projects[0].Dependencies);
        Assert.Equal((1, 0, 0), Calls(model));
    }

    [Fact]
    public async Task A_health_check_of_a_store_is_no_connection_of_the_same_name()
    {
        var model = await Read(Start + "builder.Services.AddHealthChecks().AddSqlServer(builder.Configuration[\"Db\"]);", "AspNetCore.HealthChecks.SqlServer");
        Assert.Empty(model.Projects[0].Dependencies);
    }

    [Theory]
    [InlineData("x.UsingRabbitMq((c, cfg) => cfg.Host(\"rabbit\", h => { }));", 1)]
    [InlineData("x.UsingActiveMq((c, cfg) => cfg.Host(\"rabbit\", h => { }));", 0)]
    [InlineData("x.UsingRabbitMq((c, cfg) => cfg.Host(h => { }));", 0)]
    public async Task A_host_of_MassTransit_is_told_by_the_transport_around_it(string statement, int connections)
    {
        var model = await Read($"using MassTransit;\n{Start}builder.Services.AddMassTransit(x => {{ {statement} }});", "Acme.Bus");
        Assert.Equal(connections, model.Projects[0].Dependencies.Length);
    }

    [Theory]
    [InlineData("configuration[\"Redis:Host\"]", "Redis Carts Redis:Host Inferred")]
    [InlineData("configuration.GetConnectionString(\"Cache\")!", "Redis Carts ConnectionStrings:Cache Inferred")]
    [InlineData("context.Services.GetConfiguration()[\"Redis:Host\"]", "Redis Carts Redis:Host Inferred")]
    [InlineData("context.Items[\"Redis:Host\"]", "Redis Carts  Inferred")]
    public async Task A_key_is_read_off_a_configuration_that_is_not_known_either(string value, string expected)
    {
        var model = await Read(Start, "Acme.Redis");
        Assert.Empty(model.Projects[0].Dependencies);
        using var repository = Web(Start, "Acme.Redis").With("Module.cs", $$"""
            using Acme.Modules;
            using StackExchange.Redis;
            class Carts : AcmeModule
            {
                public override void Configure(ModuleContext context)
                {
                    var configuration = context.Services.GetConfiguration();
                    var redis = ConnectionMultiplexer.Connect({{value}});
                }
            }
            """);
        Assert.Equal(expected, Show(Assert.Single((await repository.ReadAsync()).Projects[0].Dependencies)));
    }

    [Fact]
    public async Task What_runs_in_development_only_stays_out()
    {
        var model = await Read(Start + "if (builder.Environment.IsDevelopment()) { builder.AddRabbitMQClient(\"bus\"); }", "Acme.RabbitMQ");
        Assert.Empty(model.Projects[0].Dependencies);
        Assert.Equal((1, 0, 1), Calls(model));
    }

    [Fact]
    public async Task What_happens_when_a_call_told_by_its_name_fails_is_not_known()
    {
        var model = await Read(Start + "try { await Missing.HttpClients.Rates.GetAsync(\"https://rates.example.org/today\"); } catch { }");
        var dependency = Assert.Single(model.Projects[0].Dependencies);
        Assert.Equal(Strength.Unknown, dependency.Strength);
        Assert.Contains("told by their names", Assert.Single(dependency.Unknowns).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("await Missing.Cache.GetAsync(\"rates\");")]
    [InlineData("await Missing.Cache.GetAsync(builder.Configuration[\"Rates\"]);")]
    public async Task A_request_of_something_unknown_needs_an_address_in_full(string statement) =>
        Assert.Empty((await Read(Start + "var http = new HttpClient();\n" + statement)).Projects[0].Dependencies.Where(d => d.Evidence[0].How == Certainty.Inferred));

    [Fact]
    public async Task Calls_through_a_client_whose_construction_does_not_bind_are_its_calls()
    {
        var model = await Read(Start + "var http = new HttpClient(new Missing.Handler(), 1, 2) { BaseAddress = new Uri(\"https://a.example.org\") };\nawait http.GetStringAsync(\"/x\");");
        var dependency = Assert.Single(model.Projects[0].Dependencies);
        Assert.Equal(("Http Program https://a.example.org Inferred", Strength.Hard, Access.Read), (Show(dependency), dependency.Strength, dependency.Access));
    }

    [Fact]
    public async Task A_connection_of_the_framework_needs_no_package_on_NET_Framework()
    {
        using var repository = new Repository()
            .With("Old.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net48</TargetFramework></PropertyGroup></Project>")
            .With("Orders.cs", """
                using System.Data.SqlClient;
                public class Orders { public void Load() { using (var connection = new SqlConnection("Server=db;Database=shop")) { connection.Open(); } } }
                """);
        Assert.Equal("SqlServer Orders db (database shop) Declared", Show(Assert.Single((await repository.ReadAsync()).Projects[0].Dependencies)));
    }
}
