using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Tests.Facts;

public sealed class AddressResolverTests
{
    private static void AssertKey(string expected, string source, string? text = null)
    {
        var fact = FactProbe.Address(source);
        Assert.Equal((AddressSource.ConfigurationKey, expected, text), (fact.Source, fact.Key, fact.Text));
        Assert.True(fact.Location.IsInSource);
    }

    private static void AssertText(string expected, string source, AddressSource kind = AddressSource.Literal)
    {
        var fact = FactProbe.Address(source);
        Assert.Equal((kind, expected), (fact.Source, fact.Text));
    }

    private static void AssertUnknown(string source) => Assert.NotNull(FactProbe.Address(source).UnknownReason);

    [Theory]
    [InlineData("Sink.Use(\"https://api.stripe.com\");", "https://api.stripe.com")]
    [InlineData("const string A = \"https://a.contoso.com\"; Sink.Use(A);", "https://a.contoso.com")]
    [InlineData("var a = \"https://a.contoso.com\"; Sink.Use(new Uri(a));", "https://a.contoso.com")]
    [InlineData("Sink.Use(Settings.Url); static class Settings { public static readonly string Url = \"https://a.contoso.com\"; }", "https://a.contoso.com")]
    [InlineData("Sink.Use(Settings.Url); static class Settings { public static string Url => \"https://a.contoso.com\"; }", "https://a.contoso.com")]
    [InlineData("var id = args.Length; Sink.Use($\"https://a.contoso.com/orders/{id}\");", "https://a.contoso.com/orders/")]
    [InlineData("const string Host = \"a.contoso.com\"; var id = args[0]; Sink.Use($\"https://{Host}/orders/{id}\");", "https://a.contoso.com/orders/")]
    [InlineData("Sink.Use(\"https://a.contoso.com/\" + args[0]);", "https://a.contoso.com/")]
    [InlineData("Sink.Use(string.Format(\"https://a.contoso.com/{0}\", args[0]));", "https://a.contoso.com/")]
    [InlineData("Sink.Use($\"Host=pg.contoso.com;Password={args[0]}\");", "Host=pg.contoso.com;Password=")]
    [InlineData("Sink.Use(new Uri(\"https://a.contoso.com\").ToString());", "https://a.contoso.com")]
    public void Constants_are_followed_to_their_text(string source, string expected) => AssertText(expected, source);

    [Theory]
    [InlineData("http://basket-api")]
    [InlineData("https+http://catalog-api")]
    [InlineData("https+http://catalog.shop.com")]
    public void Logical_names_are_service_discovery(string url) => AssertText(url, $"Sink.Use(\"{url}\");", AddressSource.ServiceDiscovery);

    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("Host=postgres;Database=x")]
    public void Localhost_and_connection_strings_stay_literals(string text) => AssertText(text, $"Sink.Use(\"{text}\");");

    [Theory]
    [InlineData("builder.Configuration[\"Payments:Url\"]", "Payments:Url")]
    [InlineData("builder.Configuration[\"Payments:Url\"]!", "Payments:Url")]
    [InlineData("builder.Configuration[\"Payments:Url\"]?.TrimEnd('/')", "Payments:Url")]
    [InlineData("new Uri(builder.Configuration[\"Payments:Url\"]!)", "Payments:Url")]
    [InlineData("builder.Configuration.GetValue<string>(\"Payments:Url\")", "Payments:Url")]
    [InlineData("builder.Configuration.GetSection(\"Payments\")[\"Url\"]", "Payments:Url")]
    [InlineData("builder.Configuration.GetSection(\"Payments:Url\").Value", "Payments:Url")]
    [InlineData("builder.Configuration.GetSection(\"Payments\").GetSection(\"Url\").Get<string>()", "Payments:Url")]
    [InlineData("builder.Configuration.GetRequiredSection(\"Payments\").GetValue<Uri>(\"Url\")", "Payments:Url")]
    [InlineData("builder.Configuration.GetConnectionString(\"Orders\")", "ConnectionStrings:Orders")]
    [InlineData("$\"{builder.Configuration[\"Payments:Url\"]}/v1\"", "Payments:Url")]
    [InlineData("$\"http://{builder.Configuration[\"Redis:Host\"]}:{builder.Configuration[\"Redis:Port\"]}\"", "Redis:Host")]
    [InlineData("builder.Configuration[\"Payments:Url\"] ?? throw new InvalidOperationException()", "Payments:Url")]
    public void Configuration_reads_give_their_key(string expression, string expected) =>
        AssertKey(expected, $"var builder = WebApplication.CreateBuilder(args); Sink.Use({expression});");

    [Theory]
    [InlineData("builder.Configuration[\"Payments:Url\"] ?? \"https://api.stripe.com\"")]
    [InlineData("builder.Configuration.GetValue(\"Payments:Url\", \"https://api.stripe.com\")")]
    [InlineData("string.IsNullOrEmpty(builder.Configuration[\"Payments:Url\"]) ? \"https://api.stripe.com\" : builder.Configuration[\"Payments:Url\"]")]
    public void The_default_arm_is_the_text(string expression) =>
        AssertKey("Payments:Url", $"var builder = WebApplication.CreateBuilder(args); Sink.Use({expression});", "https://api.stripe.com");

    [Theory]
    [InlineData("private readonly string _url = (\"https://a.contoso.com\"); string Url() => _url;")]
    [InlineData("private static string? Find() => \"https://a.contoso.com\"; private readonly string _url = Find()!; string Url() => _url;")]
    [InlineData("private readonly string _url; public Client() { _url = (\"https://a.contoso.com\"); } string Url() => _url;")]
    [InlineData("private static string Find() => (\"https://a.contoso.com\"); string Url() => Find();")]
    [InlineData("private static string? Find() { return (\"https://a.contoso.com\")!; } string Url() => Find()!;")]
    public void Parentheses_and_null_forgiveness_hide_no_value(string members) =>
        AssertText("https://a.contoso.com", $"public sealed class Client {{ {members} public void Go() => Sink.Use(Url()); }}");

    [Fact]
    public void Environment_variables_give_their_name()
    {
        var fact = FactProbe.Address("Sink.Use(Environment.GetEnvironmentVariable(\"DB_HOST\") ?? \"db\");");
        Assert.Equal((AddressSource.EnvironmentVariable, "DB_HOST", "db"), (fact.Source, fact.Key, fact.Text));
    }

    [Fact]
    public void Locals_fields_and_helper_methods_are_followed_and_remembered()
    {
        var fact = FactProbe.Address("""
            class Repository(IConfiguration configuration)
            {
                private readonly string? _connection = Read(configuration, "Orders");
                private static string? Read(IConfiguration source, string name) => source.GetConnectionString(name);
                void M() { var text = _connection; Sink.Use(text); }
            }
            """);
        Assert.Equal("ConnectionStrings:Orders", fact.Key);
        Assert.Equal(3, fact.Path.Count);
    }

    [Fact]
    public void A_field_that_the_constructor_sets_is_followed() => AssertKey("ConnectionStrings:Orders", """
        class Repository
        {
            private readonly string? _connection;
            private readonly IConfiguration _configuration;
            public Repository(IConfiguration configuration) { _configuration = configuration; _connection = _configuration.GetConnectionString("Orders"); }
            void M() => Sink.Use(_connection);
        }
        """);

    [Fact]
    public void A_parameter_of_an_extension_called_once_takes_the_argument() => AssertKey("ConnectionStrings:Orders", """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddData(builder.Configuration.GetConnectionString("Orders")!);
        static class Extensions { public static void AddData(this IServiceCollection services, string connection) => Sink.Use(connection); }
        """);

    [Fact]
    public void A_parameter_of_a_method_called_twice_is_unknown() => AssertUnknown("""
        A("x"); A("y");
        void A(string text) => Sink.Use(text);
        """);

    [Fact]
    public void A_local_that_is_assigned_twice_is_unknown() => AssertUnknown("var a = \"x\"; if (args.Length > 1) a = \"y\"; Sink.Use(a);");

    [Fact]
    public void A_public_field_that_others_may_change_is_unknown() =>
        AssertUnknown("class A { public static string Url = \"https://a.contoso.com\"; void M() => Sink.Use(Url); }");

    [Fact]
    public void Code_that_refers_to_itself_is_unknown() => AssertUnknown("class A { string P => Q; string Q => P; void M() => Sink.Use(P); }");

    [Fact]
    public void The_arm_outside_of_development_counts() => AssertText("https://prod.contoso.com", """
        var builder = WebApplication.CreateBuilder(args);
        Sink.Use(builder.Environment.IsDevelopment() ? "http://localhost" : "https://prod.contoso.com");
        """);

    private const string Options = """
        class RedisOptions { public const string SectionName = "Cache:Redis"; public string Endpoint { get; set; } = "cache:6379"; public NodeOptions Node { get; set; } = new(); }
        class NodeOptions { public string Host { get; set; } = ""; [ConfigurationKeyName("port_name")] public string Port { get; set; } = ""; }
        """;

    [Theory]
    [InlineData("builder.Services.Configure<RedisOptions>(builder.Configuration.GetSection(\"Redis\"));", "Redis:Endpoint")]
    [InlineData("builder.Services.AddOptions<RedisOptions>().Bind(builder.Configuration.GetSection(\"Redis\"));", "Redis:Endpoint")]
    [InlineData("builder.Services.AddOptions<RedisOptions>().BindConfiguration(\"Redis\").ValidateOnStart();", "Redis:Endpoint")]
    [InlineData("builder.Services.Configure<RedisOptions>(o => builder.Configuration.GetSection(\"Redis\").Bind(o));", "Redis:Endpoint")]
    [InlineData("builder.Services.Configure<RedisOptions>(o => builder.Configuration.Bind(\"Redis\", o));", "Redis:Endpoint")]
    [InlineData("builder.Services.Configure<RedisOptions>(builder.Configuration.GetSection(RedisOptions.SectionName));", "Cache:Redis:Endpoint")]
    [InlineData("builder.Services.Configure<RedisOptions>(builder.Configuration.GetSection(nameof(RedisOptions)));", "RedisOptions:Endpoint")]
    [InlineData("", "Cache:Redis:Endpoint")]
    public void Options_take_the_section_they_are_bound_to(string binding, string expected) => AssertKey(expected, $$"""
        var builder = WebApplication.CreateBuilder(args);
        {{binding}}
        builder.Services.AddSingleton<object>(sp => { Sink.Use(sp.GetRequiredService<IOptions<RedisOptions>>().Value.Endpoint); return new object(); });
        {{Options}}
        """, "cache:6379");

    [Theory]
    [InlineData("IOptionsMonitor<RedisOptions>", "x.CurrentValue.Node.Host", "R:Node:Host")]
    [InlineData("IOptionsSnapshot<RedisOptions>", "x.Get(\"n\").Node.Port", "R:Node:port_name")]
    [InlineData("RedisOptions", "x.Node.Host", "R:Node:Host")]
    public void Options_are_known_in_every_form(string type, string expression, string expected) => AssertKey(expected, $$"""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.Configure<RedisOptions>(builder.Configuration.GetSection("R"));
        class Service({{type}} x) { void M() => Sink.Use({{expression}}); }
        {{Options}}
        """);

    [Fact]
    public void Options_read_on_the_spot_use_that_section() => AssertKey("B:Endpoint", $$"""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.Configure<RedisOptions>(builder.Configuration.GetSection("A"));
        var redis = builder.Configuration.GetSection("B").Get<RedisOptions>()!;
        Sink.Use(redis.Endpoint);
        {{Options}}
        """, "cache:6379");

    [Fact]
    public void Options_bound_to_two_sections_are_unknown() => AssertUnknown($$"""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.Configure<RedisOptions>("a", builder.Configuration.GetSection("A"));
        builder.Services.Configure<RedisOptions>("b", builder.Configuration.GetSection("B"));
        class Service(IOptions<RedisOptions> x) { void M() => Sink.Use(x.Value.Endpoint); }
        {{Options}}
        """);

    [Fact]
    public void Settings_bound_to_a_property_of_the_startup_class_are_known() => AssertKey("ConnectionStrings:Main", """
        class Startup
        {
            public Startup(IConfiguration configuration) { Settings = new AppSettings(); configuration.Bind(Settings); }
            private AppSettings Settings { get; }
            public void ConfigureServices(IServiceCollection services) => Sink.Use(Settings.ConnectionStrings.Main);
        }
        class AppSettings { public Names ConnectionStrings { get; set; } = new(); }
        class Names { public string Main { get; set; } = ""; }
        """);

    [Theory]
    [InlineData("GetRequiredConnectionString", "ConnectionStrings:Orders")]
    [InlineData("GetRequiredValue", "Orders")]
    public void Wrappers_of_a_shared_project_are_known_by_name(string name, string expected) => AssertKey(expected, $$"""
        var builder = WebApplication.CreateBuilder(args);
        Sink.Use(builder.Configuration.{{name}}("Orders"));
        static class Shared { public static string {{name}}(this IConfiguration c, string name) { if (name == "") return ""; return c.ToString()!; } }
        """);

    [Fact]
    public void Options_that_are_not_bound_are_unknown() => AssertUnknown("""
        class Service(IOptions<PlainOptions> x) { void M() => Sink.Use(x.Value.Url); }
        class PlainOptions { public string Url { get; set; } = ""; }
        """);

    private static string Callback(string setup, string more = "") => $$"""
        var builder = WebApplication.CreateBuilder(args);
        {{setup}}
        builder.Services.AddHttpClient("pay", (sp, client) => Sink.Use(new Uri(sp.GetRequiredService<IOptions<PayOptions>>().Value.Url)));
        class PayOptions { public string Url { get; set; } = ""; }
        {{more}}
        """;

    [Theory]
    [InlineData("builder.Services.Configure<PayOptions>(o => o.Url = \"https://pay.contoso.com\");")]
    [InlineData("const string Pay = \"https://pay.contoso.com\"; builder.Services.AddOptions<PayOptions>().Configure(o => { o.Url = Pay; });")]
    [InlineData("builder.Services.PostConfigure<PayOptions>(o => o.Url = \"https://pay.contoso.com\");")]
    public void An_option_that_one_callback_sets_has_its_value(string setup) => AssertText("https://pay.contoso.com", Callback(setup));

    [Theory]
    [InlineData("builder.Services.Configure<PayOptions>(o => o.Url = \"https://a.contoso.com\"); builder.Services.Configure<PayOptions>(o => o.Url = \"https://b.contoso.com\");", "")]
    [InlineData("builder.Services.Configure<PayOptions>(o => { if (args.Length > 0) { o.Url = \"https://a.contoso.com\"; } });", "")]
    [InlineData("builder.Services.Configure<PayOptions>(\"eu\", o => o.Url = \"https://a.contoso.com\");", "")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.Configure<PayOptions>(o => o.Url = \"https://a.contoso.com\"); }", "")]
    [InlineData("builder.Services.Configure<PayOptions>(o => o.Url = \"https://a.contoso.com\");", "class Setup : IConfigureOptions<PayOptions> { public void Configure(PayOptions options) => options.Url = Environment.MachineName; }")]
    public void An_option_that_may_be_set_elsewhere_is_unknown(string setup, string more) => AssertUnknown(Callback(setup, more));

    [Fact]
    public void A_section_counts_before_a_callback() => AssertKey("Pay:Url", Callback(
        "builder.Services.Configure<PayOptions>(builder.Configuration.GetSection(\"Pay\")); builder.Services.PostConfigure<PayOptions>(o => o.Url = \"https://a.contoso.com\");"));

    [Fact]
    public void A_registration_lambda_reads_options_of_the_provider() => AssertKey("Pay:Url", """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.Configure<PayOptions>(builder.Configuration.GetSection("Pay"));
        builder.Services.AddHttpClient("pay", (sp, client) =>
        {
            var options = sp.GetRequiredService<IOptions<PayOptions>>().Value;
            Sink.Use(new Uri(options.Url));
        });
        class PayOptions { public string Url { get; set; } = ""; }
        """);

    [Theory]
    [InlineData("Sink.Use(args[0]);")]
    [InlineData("Sink.Use(Guid.NewGuid().ToString());")]
    [InlineData("var c = WebApplication.CreateBuilder(args).Configuration; Sink.Use(c[args[0]]);")]
    [InlineData("Sink.Use(\"https://\" + args[0]);")]
    public void Computed_values_are_unknown_with_a_reason(string source) => AssertUnknown(source);
}
