using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace Spof.Model.Tests;

public sealed class SettingFactoryTests
{
    private static readonly ImmutableArray<Evidence> At = [new(EvidenceLayer.Config, new SourcePosition("appsettings.json", 3, 5), "\"Main\"")];

    [Fact]
    public void A_connection_string_gives_hosts_database_and_options()
    {
        var setting = SettingFactory.Create(
            "ConnectionStrings:Main", "Host=pg1,pg2;Port=5432;Database=orders;Username=u;Password=p;Target Session Attributes=primary", At);
        Assert.Equal([new("pg1", 5432, Database: "orders"), new("pg2", 5432, Database: "orders")], setting.Endpoints);
        Assert.Equal(["targetSessionAttributes=primary"], setting.Options);
        Assert.Equal("pg1:5432 (database orders), pg2:5432 (database orders) [targetSessionAttributes=primary]", setting.Display);
        Assert.Null(setting.Plain);
        Assert.Equal(At, setting.Evidence);
    }

    [Theory]
    [InlineData("DB_HOST", "orders-db", "orders-db")]
    [InlineData("Redis:Endpoint", "cache", "cache")]
    [InlineData("Payments", "https://api.stripe.com/v1", "https://api.stripe.com/v1")]
    [InlineData("REDIS", "cache:6379", "cache:6379")]
    [InlineData("ZIPKIN", "zipkin.jaeger.svc.cluster.local", "zipkin.jaeger.svc.cluster.local")]
    public void Endpoints_are_read_by_form_and_bare_hosts_by_key(string key, string raw, string expected) =>
        Assert.Equal(expected, Assert.Single(SettingFactory.Create(key, raw, At).Endpoints).ToString());

    [Theory]
    [InlineData("ASPNETCORE_ENVIRONMENT", "Production")]
    [InlineData("ASPNETCORE_URLS", "http://+:8080")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://localhost:5000")]
    [InlineData("Storage:RegionEndpoint", "eu-west-1")]
    [InlineData("ZIPKIN", "zipkin.jaeger.internal")]
    [InlineData("DB_PASSWORD", "zipkin.jaeger.svc")]
    [InlineData("ConnectionStrings:Database", "Data Source=discountdb")]
    [InlineData("POSTGRES_IMAGE", "postgres:1600")]
    [InlineData("DB_PASSWORD", "admin:1234")]
    [InlineData("Auth:Issuer", "https://login.contoso.com")]
    public void Other_values_have_no_endpoint(string key, string raw) => Assert.Empty(SettingFactory.Create(key, raw, At).Endpoints);

    [Theory]
    [InlineData("ASPNETCORE_ENVIRONMENT", "Production", "Production", "(not shown)")]
    [InlineData("DB_HOST", "orders-db", "orders-db", "orders-db")]
    [InlineData("Retries", "3", "3", "3")]
    [InlineData("Feature", "true", "true", "true")]
    [InlineData("Main", "", "", "(empty)")]
    [InlineData("Jwt:Key", "short", null, "(not shown)")]
    [InlineData("RabbitMq:UserName", "svc", null, "(not shown)")]
    [InlineData("POSTGRES_USER", "svc", null, "(not shown)")]
    [InlineData("Some", "x8JDs7vJ2kP0aQw93Zk1Lm4N", null, "(not shown)")]
    [InlineData("Some", "free text, with words!", null, "(not shown)")]
    public void Plain_text_is_kept_only_when_harmless(string key, string raw, string? plain, string display)
    {
        var setting = SettingFactory.Create(key, raw, At);
        Assert.Equal(plain, setting.Plain);
        Assert.Equal(display, setting.Display);
    }

    [Fact]
    public void A_secret_keeps_only_host_port_and_database()
    {
        var setting = SettingFactory.Create("url", "postgres://u:p@pg:5432/orders", At, isSecret: true);
        Assert.Equal(new EndpointAddress("pg", 5432, "postgres", null, "orders"), Assert.Single(setting.Endpoints));
        Assert.Null(SettingFactory.Create("name", "orders", At, isSecret: true).Plain);
    }

    [Fact]
    public void A_missing_value_says_why() =>
        Assert.Equal("not in the repository", SettingFactory.Missing("A", "not in the repository", At).UnknownReason);

    public static TheoryData<string, bool> Passwords => new()
    {
        { "hunter2correct", true }, { "p@ssw0rd!", true }, { "a/b/c:secretpart", true }, { "pa#ss?word", true }, { "p%40ssw%2Frd", true },
        { "x8JDs7vJ2kP0aQw93Zk1Lm4N==", true }, { "key=with=equals", true }, { "uni€code-größe", true }, { "two words here", false },
        { "comma,inside", false },
    };

    [Theory]
    [MemberData(nameof(Passwords))]
    public void No_password_survives_in_any_property(string password, bool fitsEverywhere)
    {
        string[] quoted =
        [
            $"Server=sql01,1433;Database=o;User Id=svcuser;Password={password};Encrypt=true",
            $"Host=pg;Username=svcuser;Password='{password}';Database=o",
            $"server=m;uid=svcuser;pwd=\"{password}\";port=3306",
            $"Endpoint=sb://b.servicebus.windows.net/;SharedAccessKeyName=n;SharedAccessKey={password}",
            $"AccountEndpoint=https://a.documents.azure.com:443/;AccountKey={password};",
            $"DefaultEndpointsProtocol=https;AccountName=acc;AccountKey={password};EndpointSuffix=core.windows.net",
            $"host=rabbit;virtualHost=/;username=svcuser;password={password}",
        ];
        string[] others =
        [
            $"amqp://svcuser:{password}@rabbit:5672/", $"mongodb://svcuser:{password}@m1:27017,m2:27017/db?replicaSet=rs0",
            $"postgres://svcuser:{password}@pg/orders", $"redis://:{password}@cache:6379", $"cache:6379,password={password},ssl=true",
            $"jdbc:sqlserver://sql:1433;databaseName=o;user=svcuser;password={password}",
            $"nats://svcuser:{password}@a:4222,nats://svcuser:{password}@b:4222", $"svcuser:{password}@host",
        ];
        string[] keys = ["ConnectionStrings:Main", "DATABASE_URL", "Bus", "DB_HOST", "connection"];
        foreach (var value in fitsEverywhere ? quoted.Concat(others) : quoted)
        {
            foreach (var key in keys)
            {
                AssertFree(SettingFactory.Create(key, value, At), password, value);
                AssertFree(SettingFactory.Create(key, value, At, isSecret: true), password, value);
            }
        }

        foreach (var key in new[] { "DB_PASSWORD", "Jwt:Key", "ApiKey", "CLIENT_SECRET", "Pwd", "passphrase" })
        {
            AssertFree(SettingFactory.Create(key, password, At), password, key);
        }
    }

    private static void AssertFree(Setting setting, string password, string value)
    {
        foreach (var text in Strings(setting))
        {
            Assert.False(text.Contains(password, StringComparison.OrdinalIgnoreCase), $"'{text}' shows the password of '{value}'");
            Assert.False(text.Contains("svcuser", StringComparison.OrdinalIgnoreCase), $"'{text}' shows the user of '{value}'");
        }
    }

    private static IEnumerable<string> Strings(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable items => items.Cast<object?>().SelectMany(Strings),
        _ when value.GetType().Namespace == typeof(Setting).Namespace && !value.GetType().IsEnum => value.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(p => Strings(p.GetValue(value))).Append(value.ToString()!),
        _ => [],
    };
}
