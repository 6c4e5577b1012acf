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
    [InlineData("Host=pg;Username=u;Password=hunter2;Database=o", "Host=pg;Username=***;Password=***;Database=o")]
    [InlineData("Server=a;Pwd='x;y';Database=o", "Server=a;Pwd=***;Database=o")]
    [InlineData("amqp://guest:hunter2@rabbit:5672/x", "amqp://***@rabbit:5672/x")]
    [InlineData("redis://:hun/ter2@cache:6379", "redis://***@cache:6379")]
    [InlineData("cache:6379,password=hunter2,ssl=true", "cache:6379,password=***,ssl=true")]
    [InlineData("https://a.blob.core.windows.net/c?sv=1&sig=hunter2&se=3", "https://a.blob.core.windows.net/c?***")]
    [InlineData("\"ApiKey\": \"hunter2\",", "\"ApiKey\": ***,")]
    [InlineData("password: hunter2", "password: ***")]
    [InlineData("  - name: DB_HOST", "  - name: DB_HOST")]
    [InlineData("options.BaseAddress = new Uri(\"https://api.stripe.com/v1\");", "options.BaseAddress = new Uri(\"https://api.stripe.com/v1\");")]
    [InlineData("factory.Password = \"hunter2\";", "factory.Password = ***;")]
    [InlineData("--token hunter2 --verbose", "--token *** --verbose")]
    [InlineData("guest:hunter2@rabbit", "***@rabbit")]
    [InlineData("UseNpgsql(builder.Configuration.GetConnectionString(\"Orders\"))", "UseNpgsql(builder.Configuration.GetConnectionString(\"Orders\"))")]
    [InlineData("Server=db;User ID=joe;Password=pw", "Server=db;User ID=***;Password=***")]
    [InlineData("User Id = joe ; Pwd = pw ;", "User Id = ***; Pwd = ***;")]
    [InlineData("options.UserName = \"joe\";", "options.UserName = ***;")]
    [InlineData("var user = await http.GetAsync(\"users/1\");", "var user = await http.GetAsync(\"users/1\");")]
    [InlineData("new NetworkCredential(\"joe\", \"pw\")", "new NetworkCredential(***, ***)")]
    [InlineData("new SecretClient(new Uri(\"https://kv.vault.azure.net/\"), x)", "new SecretClient(new Uri(\"https://kv.vault.azure.net/\"), x)")]
    [InlineData("client.DefaultRequestHeaders.Add(\"Authorization\", \"Bearer abc\");", "client.DefaultRequestHeaders.Add(\"Authorization\", ***);")]
    [InlineData("client.DefaultRequestHeaders.Add(\"X-Api-Key\", \"abc\");", "client.DefaultRequestHeaders.Add(\"X-Api-Key\", ***);")]
    [InlineData("new AuthenticationHeaderValue(\"Basic\", \"dTpw\")", "new AuthenticationHeaderValue(***, ***)")]
    [InlineData("curl -H 'X: Bearer abc.def' http://a", "curl -H 'X: Bearer ***' http://a")]
    [InlineData("https://api.telegram.org/bot123456:AAFabc/sendMessage", "https://api.telegram.org/***/sendMessage")]
    [InlineData("client.PostAsync(\"/bot123456:AAFabc/sendMessage\")", "client.PostAsync(\"/***/sendMessage\")")]
    [InlineData("https://hooks.slack.com/services/T000/B000/XXXX", "https://hooks.slack.com/services/***")]
    [InlineData("https://discord.com/api/webhooks/123/abc", "https://discord.com/api/webhooks/***")]
    [InlineData("client.GetAsync(\"/orders?code=abc&x=1\")", "client.GetAsync(\"/orders?***\")")]
    [InlineData("location /in/Zq7HiddenKp4Wm9Xt2Rb {", "location /in/*** {")]
    [InlineData("http.GetAsync($\"orders?customer={Uri.EscapeDataString(x)}\", cancel)", "http.GetAsync($\"orders?***\", cancel)")]
    [InlineData("Compose project src/shop@volumes: a.yml", "Compose project src/shop@volumes: a.yml")]
    [InlineData("var x = a ? b : c;", "var x = a ? b : c;")]
    [InlineData("Data Source=scott/tiger@db:1521/orcl", "Data Source=***@db:1521/orcl")]
    [InlineData("mongodb://a:1,b:2/orders?authSource=x", "mongodb://a:1,b:2/orders?***")]
    [InlineData("Endpoint=sb://x.servicebus.windows.net/;SharedAccessKey=abc", "Endpoint=sb://x.servicebus.windows.net/;SharedAccessKey=***")]
    public void Text_is_shown_without_its_secrets(string text, string expected) => Assert.Equal(expected, Redaction.Text(text));

    [Theory]
    [InlineData("var pw = \"Leak1xxa\"; var c = new NpgsqlConnection($\"Host=p1.acme.com;Password={pw}\");", "Leak1xxa", "p1.acme.com")]
    [InlineData("const string Pw = \"PgPassw0rd\"; const string Pg = \"Host=p1.acme.com;Password=\" + Pw;", "PgPassw0rd", "p1.acme.com")]
    [InlineData("const string Pw = \"cGFzcw==\"; const string Pg = \"Host=p1.acme.com;Password=\" + Pw;", "cGFzcw", "p1.acme.com")]
    public void A_line_of_code_does_not_show_what_a_variable_carries_into_a_connection_string(string line, string secret, string host)
    {
        var shown = Redaction.CodeLine(line);
        Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
        Assert.Contains(host, shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http.PostAsync(\"https://hook.acme.com/in/\" + \"abc123SECRET\", body)", "hook.acme.com")]
    [InlineData("http.PostAsync(string.Format(\"https://webhooks.acme.com/{0}\", \"abc123SECRET\"), body)", "webhooks.acme.com")]
    [InlineData("var url = \"https://hooks.slack.com/services/\" + \"T0/\" + \"abc123SECRET\";", "hooks.slack.com/services")]
    [InlineData("var url = \"https://discord.com\" + \"/api/webhooks/1/abc123SECRET\";", "discord.com")]
    [InlineData("var url = \"https://api.telegram.org/bot\" + \"12:abc123SECRET\" + \"/sendMessage\";", "api.telegram.org")]
    public void A_line_of_code_does_not_show_the_key_of_a_webhook_in_a_literal_of_its_own(string line, string host)
    {
        var shown = Redaction.CodeLine(line);
        Assert.DoesNotContain("SECRET", shown, StringComparison.Ordinal);
        Assert.Contains(host, shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http.GetAsync(\"https://api.acme.com/v1/\" + \"orders\");")]
    [InlineData("builder.Services.AddHttpClient(\"stock\", c => c.BaseAddress = new Uri(configuration[\"Stock:Url\"]!));")]
    [InlineData("options.UseNpgsql(configuration.GetConnectionString(\"Orders\"));")]
    public void A_line_of_code_without_a_secret_keeps_its_texts(string line) => Assert.Equal(line, Redaction.CodeLine(line));

    [Theory]
    [InlineData("https://hooks.slack-corp.com/services/T0001/B0002/HookTok3nXYZ", "https://hooks.slack-corp.com/services/***/***/***")]
    [InlineData("https://webhook.acme.com/in/short1", "https://webhook.acme.com/in/***")]
    [InlineData("http://hooks/api/orders", "http://hooks/api/orders")]
    [InlineData("https://api.acme.com/hooks/orders", "https://api.acme.com/hooks/orders")]
    public void The_path_of_a_webhook_is_its_key(string text, string expected) => Assert.Equal(expected, Redaction.Text(text));

    [Theory]
    [InlineData("/health", "/health")]
    [InlineData("/api/v1/orders", "/api/v1/orders")]
    [InlineData("/orders/{id}", "/orders/{id}")]
    [InlineData("/api/(v1|v2)/?$", "/api/(v1|v2)/?$")]
    [InlineData("/(?<rest>.*)", "/(?<rest>.*)")]
    [InlineData("/v1/orders:cancel", "/v1/orders:cancel")]
    [InlineData("/customer-service-2/recommendation-engine", "/customer-service-2/recommendation-engine")]
    [InlineData("/x?token=abc", "/x")]
    [InlineData("/x?abc", "/x")]
    [InlineData("/bot123456:AAFabc/send", "/***/send")]
    [InlineData("/bot123456%3AAAFabc/send", "/***/send")]
    [InlineData("/in/b7f3c9a0-1d2e-4f5a-8b6c-7d8e9f0a1b2c", "/in/***")]
    [InlineData("/in/abcdefghijklmnopqrst12", "/in/***")]
    public void A_path_is_shown_without_tokens_and_query(string path, string expected) => Assert.Equal(expected, Redaction.Path(path));
}
