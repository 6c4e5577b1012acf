namespace SpofAnalyzers.Corpus.Shapes;

/// <summary>The twenty-four weaknesses, which rules find them, and what a twin does instead.</summary>
internal static class ShapeTable
{
    public static IReadOnlyList<Shape> All { get; } =
    [
        new("01-client-per-call", "new `HttpClient` for each call to an address in the code", ["SPOF1001", "SPOF3001"], "address from options, client of the factory, last known value"),
        new("02-client-of-private-address", "named client of a private IP address", ["SPOF1002"], "logical name through service discovery"),
        new("03-typed-client-without-handler", "typed client of a configured third party, no handler", ["SPOF3001"], "resilience for all clients by default"),
        new("04-third-party-without-fallback", "payment client that retries and has no fallback", ["SPOF3002"], "charged later from a table"),
        new("05-infinite-timeout", "client that waits for ever", ["SPOF3007"], "time limits in the pipeline"),
        new("06-npgsql-one-host", "PostgreSQL data source of one host", ["SPOF2001"], "host list with target session attributes"),
        new("07-sqlclient-one-server", "SQL Server connection of one server", ["SPOF2001"], "listener with multi-subnet failover"),
        new("08-ef-without-retry", "EF Core context that does not retry", ["SPOF2003"], "retry on failure"),
        new("09-redis-one-endpoint", "Redis of one endpoint that must answer at the start", ["SPOF2008", "SPOF2009"], "three endpoints, connects later"),
        new("10-mongo-one-host", "MongoDB client of one host", ["SPOF2007"], "replica set"),
        new("11-rabbitmq-one-host", "RabbitMQ on one host without recovery", ["SPOF2013", "SPOF2014"], "endpoint list, recovery on"),
        new("12-kafka-one-broker", "Kafka producer with one broker that waits for the leader only", ["SPOF2013", "SPOF2016"], "several brokers, all replicas acknowledge"),
        new("13-static-sessions", "static map of sessions", ["SPOF4001"], "copy of what a database holds, read through"),
        new("14-singleton-carts", "singleton store of carts in memory", ["SPOF4001"], "memory store that nothing registers"),
        new("15-memory-cache-behind-sessions", "sessions over the memory cache", ["SPOF4003"], "memory cache in development only"),
        new("16-semaphore-guards-settlement", "semaphore of one process around a settlement", ["SPOF4010"], "semaphore around data of the process"),
        new("17-periodic-worker", "periodic worker without an owner", ["SPOF4009"], "worker that takes a lease"),
        new("18-state-in-local-files", "business data in files of the server", ["SPOF4011"], "temporary file, mounted share"),
        new("19-hub-without-backplane", "SignalR without backplane", ["SPOF4005"], "Redis backplane"),
        new("20-default-key-ring", "cookies with the default key ring", ["SPOF4004"], "shared keys"),
        new("21-orders-in-a-channel", "accepted orders in an unbounded channel", ["SPOF4002"], "outbox; buffer of page views that may drop"),
        new("22-remote-value-without-memory", "remote value parsed or thrown", ["SPOF3001"], "last known value"),
        new("23-no-health-endpoint", "web service without health endpoint", ["SPOF5001"], "mapped in shared defaults"),
        new("24-address-through-a-callback", "constant address set by a configure callback", ["SPOF1001"], "constant in a comment and a link to documentation"),
    ];
}
