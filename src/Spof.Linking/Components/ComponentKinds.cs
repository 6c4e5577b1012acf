using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>Knows what a component is from its image, its client library or its port, in this order.</summary>
internal static class ComponentKinds
{
    private const string AdminInterface = "admin interface";
    private const string Dashboard = "dashboard";
    private const string LogServer = "log server";
    private const string MetricsExporter = "metrics exporter";
    private const string MetricsServer = "metrics server";
    private const string TelemetryCollector = "telemetry collector";
    private const string TestMailServer = "test mail server";
    private const string TraceServer = "trace server";

    /// <summary>True for kinds that hold state: never an entry point, and copies need evidence of replication to count.</summary>
    public static bool IsStore(this ComponentKind kind) => kind
        is ComponentKind.Database or ComponentKind.Cache or ComponentKind.Broker or ComponentKind.ObjectStore
        or ComponentKind.SearchEngine or ComponentKind.Coordination or ComponentKind.SecretStore;

    /// <summary>True for what logs, traces and metrics are sent to: its loss stops no sender.</summary>
    public static bool TakesTelemetry(Component component) => component is { Kind: ComponentKind.Workload, Technology: LogServer or TraceServer or MetricsServer or TelemetryCollector };

    /// <summary>True for tools of those who run the system; its users do not miss them.</summary>
    public static bool IsForOperators(Component component) => TakesTelemetry(component)
        || component is { Kind: ComponentKind.Workload, Technology: AdminInterface or Dashboard or MetricsExporter or TestMailServer };

    /// <summary>Kind and technology of an image by the last part of its name; null for images of the owner.</summary>
    public static (ComponentKind Kind, string Technology)? OfImage(string image)
    {
        var name = ImageName.Last(image);
        foreach (var (part, kind, technology) in Images)
        {
            if (HasWord(name, part))
            {
                return (kind, technology);
            }
        }

        return null;
    }

    /// <summary>
    /// Kind and technology of the server that a command line starts; null for scripts, flags and everything else. An image that holds
    /// several servers (that of Patroni: PostgreSQL, etcd and HAProxy) is told apart by its command alone.
    /// </summary>
    public static (ComponentKind Kind, string Technology)? OfCommand(ImmutableArray<string> arguments)
    {
        if (arguments.IsEmpty)
        {
            return null;
        }

        var program = arguments[0].AsSpan(arguments[0].LastIndexOf('/') + 1);
        foreach (var (name, kind, technology) in Programs)
        {
            if (program.Equals(name, StringComparison.Ordinal))
            {
                return (kind, technology);
            }
        }

        return null;
    }

    /// <summary>Kind and technology of a name that is the product's own, such as a service called <c>mongodb</c>.</summary>
    public static (ComponentKind Kind, string Technology)? OfName(string name)
    {
        foreach (var (part, kind, technology) in Images)
        {
            if (name.Equals(part, StringComparison.OrdinalIgnoreCase))
            {
                return (kind, technology);
            }
        }

        return null;
    }

    public static (ComponentKind Kind, string Technology)? OfClient(Technology technology) => technology switch
    {
        Technology.SqlServer => (ComponentKind.Database, "SQL Server"),
        Technology.PostgreSql => (ComponentKind.Database, "PostgreSQL"),
        Technology.MySql => (ComponentKind.Database, "MySQL"),
        Technology.Redis => (ComponentKind.Cache, "Redis"),
        Technology.RabbitMq => (ComponentKind.Broker, "RabbitMQ"),
        Technology.MongoDb => (ComponentKind.Database, "MongoDB"),
        Technology.Kafka => (ComponentKind.Broker, "Kafka"),
        Technology.Elasticsearch => (ComponentKind.SearchEngine, "Elasticsearch"),
        Technology.OpenSearch => (ComponentKind.SearchEngine, "OpenSearch"),
        Technology.ServiceBus => (ComponentKind.Broker, "Azure Service Bus"),
        Technology.AzureStorage => (ComponentKind.ObjectStore, "Azure Storage"),
        Technology.Cosmos => (ComponentKind.Database, "Azure Cosmos DB"),
        Technology.Sqs => (ComponentKind.Broker, "Amazon SQS"),
        Technology.Sns => (ComponentKind.Broker, "Amazon SNS"),
        Technology.S3 => (ComponentKind.ObjectStore, "Amazon S3"),
        Technology.DynamoDb => (ComponentKind.Database, "Amazon DynamoDB"),
        Technology.Nats => (ComponentKind.Broker, "NATS"),
        Technology.Memcached => (ComponentKind.Cache, "memcached"),
        _ => null,
    };

    public static (ComponentKind Kind, string Technology)? OfPort(int port) => port switch
    {
        5432 => (ComponentKind.Database, "PostgreSQL"),
        3306 => (ComponentKind.Database, "MySQL"),
        1433 => (ComponentKind.Database, "SQL Server"),
        1521 => (ComponentKind.Database, "Oracle"),
        27017 => (ComponentKind.Database, "MongoDB"),
        9042 => (ComponentKind.Database, "Cassandra"),
        6379 => (ComponentKind.Cache, "Redis"),
        11211 => (ComponentKind.Cache, "memcached"),
        5672 => (ComponentKind.Broker, "RabbitMQ"),
        9092 => (ComponentKind.Broker, "Kafka"),
        2379 => (ComponentKind.Coordination, "etcd"),
        _ => null,
    };

    private static readonly (string Program, ComponentKind Kind, string Technology)[] Programs =
    [
        ("haproxy", ComponentKind.LoadBalancer, "HAProxy"),
        ("pgbouncer", ComponentKind.LoadBalancer, "PgBouncer"),
        ("pgpool", ComponentKind.LoadBalancer, "Pgpool-II"),
        ("nginx", ComponentKind.Gateway, "nginx"),
        ("envoy", ComponentKind.Gateway, "Envoy"),
        ("traefik", ComponentKind.Gateway, "Traefik"),
        ("postgres", ComponentKind.Database, "PostgreSQL"),
        ("mysqld", ComponentKind.Database, "MySQL"),
        ("mariadbd", ComponentKind.Database, "MariaDB"),
        ("mongod", ComponentKind.Database, "MongoDB"),
        ("redis-server", ComponentKind.Cache, "Redis"),
        ("valkey-server", ComponentKind.Cache, "Valkey"),
        ("memcached", ComponentKind.Cache, "memcached"),
        ("rabbitmq-server", ComponentKind.Broker, "RabbitMQ"),
        ("nats-server", ComponentKind.Broker, "NATS"),
        ("etcd", ComponentKind.Coordination, "etcd"),
        ("consul", ComponentKind.Coordination, "Consul"),
    ];

    // The first match wins: exporters, dashboards and operators of a store are not the store.
    private static readonly (string Part, ComponentKind Kind, string Technology)[] Images =
    [
        ("exporter", ComponentKind.Workload, MetricsExporter),
        ("kube-state-metrics", ComponentKind.Workload, MetricsExporter),
        ("heapster", ComponentKind.Workload, MetricsServer),
        ("alertmanager", ComponentKind.Workload, MetricsServer),
        ("commander", ComponentKind.Workload, AdminInterface),
        ("pgadmin", ComponentKind.Workload, AdminInterface),
        ("pgadmin4", ComponentKind.Workload, AdminInterface),
        ("adminer", ComponentKind.Workload, AdminInterface),
        ("phpmyadmin", ComponentKind.Workload, AdminInterface),
        ("operator", ComponentKind.Workload, "operator"),
        ("portainer", ComponentKind.Workload, AdminInterface),
        ("redisinsight", ComponentKind.Workload, AdminInterface),
        ("grafana", ComponentKind.Workload, Dashboard),
        ("kibana", ComponentKind.Workload, Dashboard),
        ("mailhog", ComponentKind.Workload, TestMailServer),
        ("mailpit", ComponentKind.Workload, TestMailServer),
        ("maildev", ComponentKind.Workload, TestMailServer),
        ("smtp4dev", ComponentKind.Workload, TestMailServer),
        ("seq", ComponentKind.Workload, LogServer),
        ("logstash", ComponentKind.Workload, LogServer),
        ("fluentd", ComponentKind.Workload, LogServer),
        ("fluent-bit", ComponentKind.Workload, LogServer),
        ("loki", ComponentKind.Workload, LogServer),
        ("jaeger", ComponentKind.Workload, TraceServer),
        ("jaegertracing", ComponentKind.Workload, TraceServer),
        ("zipkin", ComponentKind.Workload, TraceServer),
        ("prometheus", ComponentKind.Workload, MetricsServer),
        ("opentelemetry-collector", ComponentKind.Workload, TelemetryCollector),
        ("haproxy", ComponentKind.LoadBalancer, "HAProxy"),
        ("nginx", ComponentKind.Gateway, "nginx"),
        ("traefik", ComponentKind.Gateway, "Traefik"),
        ("envoy", ComponentKind.Gateway, "Envoy"),
        ("kong", ComponentKind.Gateway, "Kong"),
        ("pgbouncer", ComponentKind.LoadBalancer, "PgBouncer"),
        ("pgpool", ComponentKind.LoadBalancer, "Pgpool-II"),
        ("patroni", ComponentKind.Database, "PostgreSQL (Patroni)"),
        ("spilo", ComponentKind.Database, "PostgreSQL (Patroni)"),
        ("postgres", ComponentKind.Database, "PostgreSQL"),
        ("postgresql", ComponentKind.Database, "PostgreSQL"),
        ("postgis", ComponentKind.Database, "PostgreSQL"),
        ("timescaledb", ComponentKind.Database, "PostgreSQL"),
        ("mysql", ComponentKind.Database, "MySQL"),
        ("mariadb", ComponentKind.Database, "MariaDB"),
        ("mssql", ComponentKind.Database, "SQL Server"),
        ("azure-sql-edge", ComponentKind.Database, "SQL Server"),
        ("mongo", ComponentKind.Database, "MongoDB"),
        ("mongodb", ComponentKind.Database, "MongoDB"),
        ("cassandra", ComponentKind.Database, "Cassandra"),
        ("cockroach", ComponentKind.Database, "CockroachDB"),
        ("neo4j", ComponentKind.Database, "Neo4j"),
        ("rethinkdb", ComponentKind.Database, "RethinkDB"),
        ("couchdb", ComponentKind.Database, "CouchDB"),
        ("influxdb", ComponentKind.Database, "InfluxDB"),
        ("redis", ComponentKind.Cache, "Redis"),
        ("valkey", ComponentKind.Cache, "Valkey"),
        ("garnet", ComponentKind.Cache, "Garnet"),
        ("memcached", ComponentKind.Cache, "memcached"),
        ("hazelcast", ComponentKind.Cache, "Hazelcast"),
        ("rabbitmq", ComponentKind.Broker, "RabbitMQ"),
        ("kafka", ComponentKind.Broker, "Kafka"),
        ("nats", ComponentKind.Broker, "NATS"),
        ("activemq", ComponentKind.Broker, "ActiveMQ"),
        ("mosquitto", ComponentKind.Broker, "MQTT"),
        ("elasticsearch", ComponentKind.SearchEngine, "Elasticsearch"),
        ("opensearch", ComponentKind.SearchEngine, "OpenSearch"),
        ("solr", ComponentKind.SearchEngine, "Solr"),
        ("etcd", ComponentKind.Coordination, "etcd"),
        ("zookeeper", ComponentKind.Coordination, "ZooKeeper"),
        ("consul", ComponentKind.Coordination, "Consul"),
        ("minio", ComponentKind.ObjectStore, "MinIO"),
        ("azurite", ComponentKind.ObjectStore, "Azurite"),
        ("keycloak", ComponentKind.IdentityProvider, "Keycloak"),
        ("vault", ComponentKind.SecretStore, "Vault"),
    ];

    private static bool HasWord(string name, string word)
    {
        for (var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = name.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(name[at - 1])) && (end == name.Length || !char.IsLetterOrDigit(name[end])))
            {
                return true;
            }
        }

        return false;
    }
}
