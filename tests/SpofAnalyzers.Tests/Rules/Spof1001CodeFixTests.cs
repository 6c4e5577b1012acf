using Microsoft.CodeAnalysis.Testing;
using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof1001CodeFixTests
{
    private static string Program(string address, string parameters = "IConfiguration configuration") => $$"""
        #nullable enable
        public class Orders
        {
            public Task<string> Get(HttpClient http, {{parameters}}) => http.GetStringAsync({{address}});
        }
        """;

    private static Task MoveAsync(string before, string after, string settings, string settingsAfter) =>
        new FixTest<Spof1001Analyzer, Spof1001CodeFix>("SPOF1001") { Files = [("appsettings.json", settings, settingsAfter)] }.VerifyAsync(before, after);

    private static Task DefaultAsync(string before, string after) => new FixTest<Spof1001Analyzer, Spof1001CodeFix>("SPOF1001").VerifyAsync(before, after);

    [Theory]
    [InlineData("{}", "{\n  \"Endpoints\": {\n    \"Orders\": \"https://orders.shop.com/v1\"\n  }\n}")]
    [InlineData("{\n  \"A\": 1\n}\n", "{\n  \"A\": 1,\n  \"Endpoints\": {\n    \"Orders\": \"https://orders.shop.com/v1\"\n  }\n}\n")]
    [InlineData("{\r\n    // first\r\n    \"A\": { \"B\": true }, // last\r\n}", "{\r\n    // first\r\n    \"A\": { \"B\": true },\r\n    \"Endpoints\": {\r\n        \"Orders\": \"https://orders.shop.com/v1\"\r\n    }, // last\r\n}")]
    [InlineData("{ \"A\": 1 }", "{ \"A\": 1, \"Endpoints\": { \"Orders\": \"https://orders.shop.com/v1\" } }")]
    [InlineData("{\n  \"endpoints\": {\n    \"Mail\": \"https://mail.shop.com\"\n  }\n}", "{\n  \"endpoints\": {\n    \"Mail\": \"https://mail.shop.com\",\n    \"Orders\": \"https://orders.shop.com/v1\"\n  }\n}")]
    [InlineData("{ \"Endpoints\": { \"Orders\": \"https://orders.shop.com/v1\" } }", "{ \"Endpoints\": { \"Orders\": \"https://orders.shop.com/v1\" } }")]
    public Task The_address_moves_to_the_settings(string settings, string after) => MoveAsync(
        Program("[|\"https://orders.shop.com/v1\"|]"), Program("configuration[\"Endpoints:Orders\"]!"), settings, after);

    [Fact]
    public Task A_name_that_is_taken_gets_a_number() => MoveAsync(
        Program("[|\"https://orders.shop.com/v1\"|]"), Program("configuration[\"Endpoints:Orders2\"]!"),
        "{ \"Endpoints\": { \"Orders\": \"https://orders.shop.com/v2\" } }",
        "{ \"Endpoints\": { \"Orders\": \"https://orders.shop.com/v2\", \"Orders2\": \"https://orders.shop.com/v1\" } }");

    [Fact]
    public Task The_builder_of_a_program_has_the_configuration() => MoveAsync(
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient("orders", c => c.BaseAddress = new Uri([|"https://api.warehouse-partner.de"|]));
        builder.Build().Run();
        """,
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient("orders", c => c.BaseAddress = new Uri(builder.Configuration["Endpoints:WarehousePartner"]));
        builder.Build().Run();
        """,
        "{}", "{\n  \"Endpoints\": {\n    \"WarehousePartner\": \"https://api.warehouse-partner.de\"\n  }\n}");

    [Theory]
    [InlineData("IConfiguration configuration", "configuration")]
    [InlineData("IConfigurationRoot root", "root")]
    [InlineData("WebApplicationBuilder builder", "builder.Configuration")]
    [InlineData("HostBuilderContext context", "context.Configuration")]
    public Task Without_the_file_the_address_stays_as_the_default(string parameters, string configuration) => DefaultAsync(
        Program("[|\"https://orders.shop.com\"|]", parameters), Program(configuration + "[\"Endpoints:Orders\"] ?? \"https://orders.shop.com\"", parameters));

    [Fact]
    public Task A_field_is_as_good_as_a_parameter() => DefaultAsync(
        """
        public class Orders
        {
            private readonly IConfiguration _settings;
            public Orders(IConfiguration settings) { _settings = settings; }
            public Task<string> Get(HttpClient http) => http.GetStringAsync([|"https://orders.shop.com"|]);
        }
        """,
        """
        public class Orders
        {
            private readonly IConfiguration _settings;
            public Orders(IConfiguration settings) { _settings = settings; }
            public Task<string> Get(HttpClient http) => http.GetStringAsync(_settings["Endpoints:Orders"] ?? "https://orders.shop.com");
        }
        """);

    [Fact]
    public Task A_broken_file_is_left_alone() => MoveAsync(
        Program("[|\"https://orders.shop.com\"|]"), Program("configuration[\"Endpoints:Orders\"] ?? \"https://orders.shop.com\""), "{ \"A\": ", "{ \"A\": ");

    [Fact]
    public Task A_password_never_moves_into_the_file()
    {
        const string Text = "\"Host=pg.shop.com;Password=hunter2\"";
        static string Connection(string text) => $$"""
            public class Orders
            {
                public object Open(IConfiguration configuration) => new Npgsql.NpgsqlConnection({{text}});
            }
            """;
        return MoveAsync(Connection("[|" + Text + "|]"), Connection("configuration[\"ConnectionStrings:Pg\"] ?? " + Text), "{}", "{}");
    }

    [Theory]
    [InlineData("public class Orders { public Task<string> Get(HttpClient http) => http.GetStringAsync([|\"https://orders.shop.com\"|]); }")]
    [InlineData("public class Orders { public Task<string> Get(HttpClient http, IConfiguration configuration) { const string Url = [|\"https://orders.shop.com\"|]; return http.GetStringAsync(Url); } }")]
    [InlineData("public class Orders { public Task<string> Get(HttpClient http, IConfiguration configuration) => http.GetStringAsync([|$\"https://orders.shop.com/{configuration[\"Path\"]}\"|]); }")]
    [InlineData("public class Orders { readonly IConfiguration _c = null; static Task<string> Get(HttpClient http) => http.GetStringAsync([|\"https://orders.shop.com\"|]); public string Path => _c[\"Path\"]; }")]
    [InlineData("public class Shop { readonly IConfiguration _c = null; public string Path => _c[\"Path\"]; class Orders { Task<string> Get(HttpClient http) => http.GetStringAsync([|\"https://orders.shop.com\"|]); } }")]
    [InlineData("public class Orders { public Func<HttpClient, Task<string>> Get(IConfiguration c) => static http => http.GetStringAsync([|\"https://orders.shop.com\"|]); }")]
    public Task Nothing_is_offered_where_no_configuration_can_be_read(string program) =>
        new FixTest<Spof1001Analyzer, Spof1001CodeFix>("SPOF1001") { CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck }.VerifyAsync(program, program);
}
