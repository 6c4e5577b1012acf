using Spof.Text;

namespace SpofAnalyzers.Tests.Text;

public sealed class EndpointParserTests
{
    [Theory]
    [InlineData("https://api.stripe.com", "https://api.stripe.com")]
    [InlineData("https://api.stripe.com/v1/charges?x=1#f", "https://api.stripe.com/v1/charges")]
    [InlineData("https+http://basket-api", "https+http://basket-api")]
    [InlineData("HTTP://Basket-API:8080/", "http://basket-api:8080")]
    [InlineData("http://[fd00::1]:8080/x", "http://fd00::1:8080/x")]
    [InlineData("amqp://guest:guest@rabbit:5672/vhost", "amqp://rabbit:5672/vhost")]
    [InlineData("amqp://u:p@a:5672,amqps://u:p@b:5671", "amqp://a:5672 amqps://b:5671")]
    [InlineData("redis://:secret@cache:6379/2", "redis://cache:6379 db 2")]
    [InlineData("mongodb://u:p@m1:27017,m2:27018/shop?replicaSet=rs0", "mongodb://m1:27017 db shop mongodb://m2:27018 db shop")]
    [InlineData("nats://a:4222,nats://b:4222", "nats://a:4222 nats://b:4222")]
    [InlineData("nats://a:4222,b:4222", "nats://a:4222 nats://b:4222")]
    [InlineData("postgres://u:p%40ss@pg:5432/orders?sslmode=require", "postgres://pg:5432 db orders")]
    [InlineData("jdbc:postgresql://a:5432,b:5433/orders", "postgresql://a:5432 db orders postgresql://b:5433 db orders")]
    [InlineData("jdbc:sqlserver://sql\\prod:1433;databaseName=Orders;user=sa;password=x", "sqlserver://sql db Orders")]
    [InlineData("jdbc:oracle:thin:@//ora:1521/XE", "oracle://ora:1521")]
    [InlineData("tcp://10.0.0.1:6379", "tcp://10.0.0.1:6379")]
    [InlineData("http://+:8080;http://*:8081", "http://0.0.0.0:8080 http://0.0.0.0:8081")]
    [InlineData("http://${API_HOST:-api}:8080/x", "http://${api_host:-api}:8080/x")]
    [InlineData("https://hooks.slack.com/services/T024BE7LD/B0/x8JDs7vJ2kP0aQw93Zk1Lm4N", "https://hooks.slack.com/services/***")]
    public void Uris_give_their_hosts(string value, string expected)
    {
        var parsed = EndpointParser.Parse(value);
        Assert.Equal(AddressForm.Uri, parsed.Form);
        Assert.Equal(expected, Show(parsed));
    }

    [Theory]
    [InlineData("file:///etc/x.json")]
    [InlineData("s3://bucket/key")]
    [InlineData("unix:///var/run/x.sock")]
    [InlineData("/var/lib/data")]
    [InlineData("C:\\data\\x.db")]
    [InlineData("12:30:00")]
    [InlineData("postgres:16")]
    [InlineData("a/b")]
    [InlineData("Hello, world!")]
    [InlineData("a=b;c=d")]
    [InlineData("")]
    public void Other_values_name_no_endpoint(string value) => Assert.Empty(EndpointParser.Parse(value).Endpoints);

    [Theory]
    [InlineData("Server=sql01.corp.contoso.com,1433;Database=Orders;User Id=sa;Password=x;Encrypt=true", "SqlServer", "sql01.corp.contoso.com:1433 db Orders")]
    [InlineData("Data Source=tcp:srv1.database.windows.net,1433;Initial Catalog=o;Integrated Security=true", "SqlServer", "srv1.database.windows.net:1433 db o")]
    [InlineData("Server=sql\\PROD,1444;Database=o;Trusted_Connection=True", "SqlServer", "sql:1444 db o")]
    [InlineData("Server=(localdb)\\MSSQLLocalDB;Database=o", "SqlServer", "(localdb) db o")]
    [InlineData("Data Source=.;Initial Catalog=o", "SqlServer", ". db o")]
    [InlineData("Server=a;Failover Partner=b;Database=d", "SqlServer", "a db d b db d")]
    [InlineData("Host=pg1,pg2:5433;Port=5432;Database=o;Username=u;Password=p", "PostgreSql", "pg1:5432 db o pg2:5433 db o")]
    [InlineData("Host=/var/run/postgresql;Username=u", "PostgreSql", "")]
    [InlineData("Server=pg;Port=5432;User Id=u;Password=p", "PostgreSql", "pg:5432")]
    [InlineData("Server=m1,m2;Port=3306;Uid=u;Pwd=p;Database=o", "MySql", "m1:3306 db o m2:3306 db o")]
    [InlineData("server=(address=m1:3306,priority=100),(address=m2:3307);uid=u", "MySql", "m1:3306 m2:3307")]
    [InlineData("host=rabbit1:5672,rabbit2;virtualHost=/;username=u;password=p", "RabbitMq", "rabbit1:5672 rabbit2")]
    [InlineData("Endpoint=sb://bus.servicebus.windows.net/;SharedAccessKeyName=n;SharedAccessKey=k=;EntityPath=q", "ServiceBus", "sb://bus.servicebus.windows.net db q")]
    [InlineData("AccountEndpoint=https://a.documents.azure.com:443/;AccountKey=k==;", "Cosmos", "https://a.documents.azure.com:443")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=acc;AccountKey=k==;EndpointSuffix=core.windows.net", "Storage", "https://acc.blob.core.windows.net")]
    [InlineData("UseDevelopmentStorage=true", "Storage", "localhost")]
    [InlineData("Data Source=shop.db", "Sqlite", "")]
    [InlineData("Data Source=:memory:", "Sqlite", "")]
    [InlineData("Filename=x.db", "LiteDb", "")]
    [InlineData("Data Source=(DESCRIPTION=(ADDRESS_LIST=(FAILOVER=on)(ADDRESS=(PROTOCOL=TCP)(HOST=o1)(PORT=1521))(ADDRESS=(HOST=o2)(PORT=1522)))(CONNECT_DATA=(SERVICE_NAME=XE)))", "Oracle", "o1:1521 db XE o2:1522 db XE")]
    [InlineData("Server=db.corp;Database=x;User Id=u;Password='a;b=c'", "Unknown", "db.corp db x")]
    [InlineData("InstrumentationKey=0;IngestionEndpoint=https://westeurope-1.in.applicationinsights.azure.com/", "Unknown", "https://westeurope-1.in.applicationinsights.azure.com")]
    public void Connection_strings_give_provider_and_hosts(string value, string provider, string expected)
    {
        var parsed = EndpointParser.Parse(value);
        Assert.Equal(AddressForm.ConnectionString, parsed.Form);
        Assert.Equal(provider, parsed.Provider.ToString());
        Assert.Equal(expected, Show(parsed));
    }

    [Fact]
    public void A_comma_is_a_port_for_Sql_Server_and_the_next_host_for_PostgreSql()
    {
        Assert.Equal("a:5432", Show(EndpointParser.Parse("Server=a,5432", ConnectionProvider.SqlServer)));
        Assert.Equal("a b", Show(EndpointParser.Parse("Server=a,b", ConnectionProvider.PostgreSql)));
    }

    [Theory]
    [InlineData("cache:6379,password=pw,abortConnect=false", "cache:6379", "abortConnect=false")]
    [InlineData("r1:6379,r2:6379,serviceName=mymaster,ssl=true", "r1:6379 r2:6379", "serviceName=mymaster")]
    [InlineData("c.redis.cache.windows.net:6380,password=pw==,ssl=True", "c.redis.cache.windows.net:6380", "")]
    [InlineData("cache,defaultDatabase=3,user=u,password=p", "cache db 3", "")]
    public void Redis_strings_give_hosts_and_options(string value, string hosts, string options)
    {
        var parsed = EndpointParser.Parse(value);
        Assert.Equal(AddressForm.RedisConfiguration, parsed.Form);
        Assert.Equal(hosts, Show(parsed));
        Assert.Equal(options, string.Join(" ", parsed.Options));
    }

    [Theory]
    [InlineData("kafka1:9092,kafka2:9092", "kafka1:9092 kafka2:9092")]
    [InlineData("redis:6379", "redis:6379")]
    [InlineData("basket-api:8080/health", "basket-api:8080")]
    [InlineData("[::1]:6379", "::1:6379")]
    public void Hosts_with_ports_are_endpoints(string value, string expected)
    {
        var parsed = EndpointParser.Parse(value);
        Assert.Equal(AddressForm.HostAndPort, parsed.Form);
        Assert.Equal(expected, Show(parsed));
    }

    [Fact]
    public void A_bare_word_is_only_a_candidate() => Assert.Equal(AddressForm.Word, EndpointParser.Parse("postgres").Form);

    [Theory]
    [InlineData("Server=a;MultiSubnetFailover=yes;ApplicationIntent=ReadOnly", "applicationIntent=readOnly multiSubnetFailover")]
    [InlineData("Server=a;Multi Subnet Failover=False;Encrypt=true", "multiSubnetFailover=false")]
    [InlineData("Host=a,b;Target Session Attributes=read-write;Load Balance Hosts=true", "loadBalanceHosts targetSessionAttributes=read-write")]
    [InlineData("Server=a,b;Port=3306;Load Balance=FailOver;DNS Check Interval=30", "dnsCheckInterval=30 loadBalance=failover")]
    [InlineData("mongodb://a/?directConnection=true&replicaSet=rs0", "directConnection replicaSet=rs0")]
    [InlineData("mongodb+srv://c.mongodb.net/db", "srv")]
    public void Failover_options_have_one_spelling(string value, string expected) =>
        Assert.Equal(expected, string.Join(" ", EndpointParser.Parse(value).Options));

    [Fact]
    public void Keywords_ignore_case_and_spaces_and_drop_credentials()
    {
        var keywords = EndpointParser.Parse("server=a;User ID=sa;PASSWORD=p;Connect Timeout=5").Keywords;
        Assert.Equal("5", keywords["connecttimeout"]);
        Assert.Null(keywords["password"]);
        Assert.Null(keywords["userid"]);
        Assert.True(keywords.Has("password"));
    }

    internal static string Show(ParsedAddress parsed) => string.Join(" ", parsed.Endpoints.Select(e =>
        (e.Scheme is null ? "" : e.Scheme + "://") + e.Host + (e.Port is { } p ? ":" + p : "") + e.Path + (e.Database is null ? "" : " db " + e.Database)));
}
