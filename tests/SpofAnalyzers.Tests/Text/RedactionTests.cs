using Spof.Text;

namespace SpofAnalyzers.Tests.Text;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("DB_PASSWORD")]
    [InlineData("Jwt:Key")]
    [InlineData("Stripe__ApiKey")]
    [InlineData("SharedAccessKey")]
    [InlineData("ClientSecret")]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("dbpassword")]
    [InlineData("Secrets:Anything")]
    [InlineData("Pwd")]
    public void Keys_that_speak_of_a_secret_are_secret(string key) => Assert.True(Redaction.IsSecretKey(key));

    [Theory]
    [InlineData("DB_HOST")]
    [InlineData("TokenLifetime")]
    [InlineData("TokenEndpoint")]
    [InlineData("KeyVaultName")]
    [InlineData("PartitionKey")]
    [InlineData("SecretName")]
    [InlineData("ConnectionStrings:Main")]
    [InlineData("Passenger")]
    [InlineData("ASPNETCORE_ENVIRONMENT")]
    public void Other_keys_are_not(string key) => Assert.False(Redaction.IsSecretKey(key));

    [Theory]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc")]
    [InlineData("ghp_16C7e42F292c6912E7710c838347Ae178B4a")]
    [InlineData("d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData("b7f3c9a0-1d2e-4f5a-8b6c-7d8e9f0a1b2c")]
    [InlineData("x8JDs7vJ2kP0aQw93Zk1Lm4N")]
    [InlineData("user:pw@host")]
    [InlineData("Password=x")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    public void Values_with_the_shape_of_a_secret_are_secret(string value) => Assert.True(Redaction.LooksSecret(value));

    [Theory]
    [InlineData("orders-db")]
    [InlineData("sql01.corp.contoso.com")]
    [InlineData("Production")]
    [InlineData("Microsoft.EntityFrameworkCore")]
    [InlineData("integrationtestenvironment")]
    [InlineData("mydb.cluster-c1x.us-east-1.rds.amazonaws.com")]
    [InlineData("/var/lib/postgresql/data")]
    [InlineData("2024-05-06T07:08:09")]
    [InlineData("")]
    public void Ordinary_values_are_not(string value) => Assert.False(Redaction.LooksSecret(value));

    [Theory]
    [InlineData("Host=pg;Username=u;Password=hunter2;Database=o", "Host=pg;Username=u;Password=***;Database=o")]
    [InlineData("Server=a;Pwd='x;y';Database=o", "Server=a;Pwd=***;Database=o")]
    [InlineData("amqp://guest:hunter2@rabbit:5672/x", "amqp://***@rabbit:5672/x")]
    [InlineData("redis://:hun/ter2@cache:6379", "redis://***@cache:6379")]
    [InlineData("cache:6379,password=hunter2,ssl=true", "cache:6379,password=***,ssl=true")]
    [InlineData("https://a.blob.core.windows.net/c?sv=1&sig=hunter2&se=3", "https://a.blob.core.windows.net/c?sv=1&sig=***&se=3")]
    [InlineData("\"ApiKey\": \"hunter2\",", "\"ApiKey\": ***,")]
    [InlineData("password: hunter2", "password: ***")]
    [InlineData("  - name: DB_HOST", "  - name: DB_HOST")]
    [InlineData("options.BaseAddress = new Uri(\"https://api.stripe.com/v1\");", "options.BaseAddress = new Uri(\"https://api.stripe.com/v1\");")]
    [InlineData("factory.Password = \"hunter2\";", "factory.Password = ***;")]
    [InlineData("--token hunter2 --verbose", "--token *** --verbose")]
    [InlineData("guest:hunter2@rabbit", "***@rabbit")]
    [InlineData("UseNpgsql(builder.Configuration.GetConnectionString(\"Orders\"))", "UseNpgsql(builder.Configuration.GetConnectionString(\"Orders\"))")]
    public void Text_is_shown_without_its_secrets(string text, string expected) => Assert.Equal(expected, Redaction.Text(text));
}
