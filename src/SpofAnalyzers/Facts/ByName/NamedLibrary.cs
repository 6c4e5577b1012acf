
namespace SpofAnalyzers.Facts;

/// <summary>What shows that a file means a library when it writes the name of one of its members.</summary>
/// <param name="Words">Words in the ids of packages that are the library or bring it.</param>
/// <param name="Namespaces">Namespaces of the library alone; one of them, or one below, is imported by files that speak to it.</param>
internal sealed record NamedLibrary(IReadOnlyCollection<string> Words, IReadOnlyCollection<string> Namespaces)
{
    public static NamedLibrary Grpc { get; } = new(["Grpc"], ["Grpc.Net"]);

    public static NamedLibrary Refit { get; } = new(["Refit"], ["Refit"]);

    public static NamedLibrary HttpFactory { get; } = new(["Microsoft.Extensions.Http"], []);

    private static NamedLibrary SqlServer { get; } = new(["SqlServer", "SqlClient"], ["Microsoft.Data.SqlClient", "System.Data.SqlClient"]);

    private static NamedLibrary PostgreSql { get; } = new(["Npgsql", "PostgreSql"], ["Npgsql"]);

    private static NamedLibrary MySql { get; } = new(["MySql"], ["MySqlConnector", "MySql.Data", "MySql.EntityFrameworkCore", "Pomelo.EntityFrameworkCore.MySql"]);

    private static NamedLibrary Redis { get; } = new(["Redis"], ["StackExchange.Redis"]);

    private static NamedLibrary RabbitMq { get; } = new(["RabbitMQ"], ["RabbitMQ.Client", "MassTransit"]);

    private static NamedLibrary MongoDb { get; } = new(["MongoDB"], ["MongoDB.Driver"]);

    private static NamedLibrary Kafka { get; } = new(["Kafka"], ["Confluent.Kafka"]);

    private static NamedLibrary Elasticsearch { get; } = new(["Elastic"], ["Elastic.Clients.Elasticsearch"]);

    private static NamedLibrary OpenSearch { get; } = new(["OpenSearch"], ["OpenSearch.Client"]);

    private static NamedLibrary ServiceBus { get; } = new(["ServiceBus"], ["Azure.Messaging.ServiceBus"]);

    private static NamedLibrary AzureStorage { get; } = new(["Storage", "Tables"], ["Azure.Storage", "Azure.Data.Tables"]);

    private static NamedLibrary Cosmos { get; } = new(["Cosmos"], ["Microsoft.Azure.Cosmos"]);

    private static NamedLibrary Amazon { get; } = new(["AWSSDK"], ["Amazon"]);

    private static NamedLibrary Nats { get; } = new(["NATS."], ["NATS"]);

    private static NamedLibrary Memcached { get; } = new(["Memcached"], ["Enyim.Caching"]);

    public static NamedLibrary Of(StoreTechnology technology) => technology switch
    {
        StoreTechnology.SqlServer => SqlServer,
        StoreTechnology.PostgreSql => PostgreSql,
        StoreTechnology.MySql => MySql,
        StoreTechnology.Redis => Redis,
        StoreTechnology.RabbitMq => RabbitMq,
        StoreTechnology.MongoDb => MongoDb,
        StoreTechnology.Kafka => Kafka,
        StoreTechnology.Elasticsearch => Elasticsearch,
        StoreTechnology.OpenSearch => OpenSearch,
        StoreTechnology.ServiceBus => ServiceBus,
        StoreTechnology.AzureStorage => AzureStorage,
        StoreTechnology.Cosmos => Cosmos,
        StoreTechnology.Nats => Nats,
        StoreTechnology.Memcached => Memcached,
        _ => Amazon,
    };
}
