using Microsoft.CodeAnalysis;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof4004Tests
{
    private const string Usings = "using Microsoft.AspNetCore.DataProtection;\nusing Microsoft.AspNetCore.DataProtection.KeyManagement;\n";

    private static string Program(string services) => Usings + $$"""
        var builder = WebApplication.CreateBuilder(args);
        {{services}}
        builder.Build().Run();
        """;

    private static RuleTest Test => new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF4004" };

    [Theory]
    [InlineData("builder.Services.AddAuthentication().[|AddCookie|]();")]
    [InlineData("builder.Services.AddAuthentication(\"c\").[|AddCookie|](\"c\", o => o.SlidingExpiration = true);")]
    [InlineData("builder.Services.[|AddSession|]();")]
    [InlineData("builder.Services.[|AddControllersWithViews|]();")]
    [InlineData("builder.Services.[|AddRazorPages|]();")]
    [InlineData("builder.Services.[|AddRazorComponents|]();")]
    [InlineData("builder.Services.[|AddAntiforgery|]();")]
    [InlineData("builder.Services.AddRazorPages(); builder.Services.AddSession(); builder.Services.AddAuthentication().[|AddCookie|]();")]
    [InlineData("builder.Services.[|AddDataProtection|](); builder.Services.AddRazorPages();")]
    [InlineData("builder.Services.[|AddDataProtection|]().SetApplicationName(\"shop\").SetDefaultKeyLifetime(TimeSpan.FromDays(14));")]
    [InlineData("builder.Services.AddDataProtection().[|PersistKeysToFileSystem|](new DirectoryInfo(\"/keys\"));")]
    [InlineData("builder.Services.AddDataProtection().[|PersistKeysToFileSystem|](new DirectoryInfo(builder.Configuration[\"Keys\"]!)); builder.Services.AddRazorPages();")]
    public async Task Keys_that_one_machine_keeps_are_worth_a_look(string services)
    {
        await Test.VerifyAsync(Program(services));
        Assert.All(await Test.RunAsync(Program(services)), d => Assert.Equal(DiagnosticSeverity.Info, d.Severity));
    }

    [Theory]
    [InlineData("builder.Services.AddDataProtection().[|UseEphemeralDataProtectionProvider|]();")]
    [InlineData("builder.Services.AddRazorPages(); var keys = builder.Services.AddDataProtection(); keys.[|UseEphemeralDataProtectionProvider|]();")]
    public async Task Keys_that_live_as_long_as_the_process_are_warned_of(string services)
    {
        await Test.VerifyAsync(Program(services));
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(await Test.RunAsync(Program(services))).Severity);
    }

    [Fact]
    public async Task The_message_names_the_folder() => Assert.Contains(
        "in '/keys'", Assert.Single(await Test.RunAsync(Program("builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(\"/keys\"));"))).GetMessage());

    [Theory]
    [InlineData("builder.Services.AddDataProtection().PersistKeysToStackExchangeRedis(StackExchange.Redis.ConnectionMultiplexer.Connect(\"cache\")); builder.Services.AddRazorPages();")]
    [InlineData("var keys = builder.Services.AddDataProtection(); keys.PersistKeysToStackExchangeRedis(() => null!, \"keys\"); builder.Services.AddRazorPages();")]
    [InlineData("builder.Services.AddRazorPages(); builder.Services.Configure<KeyManagementOptions>(o => o.XmlRepository = null);")]
    [InlineData("builder.Services.AddRazorPages(); builder.Services.AddSingleton<Microsoft.AspNetCore.DataProtection.Repositories.IXmlRepository>(_ => null!);")]
    [InlineData("builder.Configuration[\"ReadOnlyDataProtectionKeyDirectory\"] = \"/keys\"; builder.Services.AddRazorPages();")]
    [InlineData("builder.Services.AddControllers();")]
    [InlineData("builder.Services.AddAuthentication().AddBearerToken();")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.AddRazorPages(); }")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider(); }")]
    [InlineData("builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(@\"\\\\files\\keys\"));")]
    [InlineData("var keys = builder.Services.AddDataProtection(); if (args.Length > 0) { keys.PersistKeysToFileSystem(new DirectoryInfo(\"/keys\")); } else { keys.PersistKeysToStackExchangeRedis(() => null!, \"keys\"); }")]
    public Task Shared_keys_and_applications_without_cookies_are_not(string services) => Test.VerifyAsync(Program(services));

    [Fact]
    public Task A_key_directory_of_the_configuration_counts() => new RuleTest
    {
        Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF4004", AdditionalFiles = [("appsettings.json", """{ "ReadOnlyDataProtectionKeyDirectory": "/keys" }""")],
    }.VerifyAsync(Program("builder.Services.AddRazorPages();"));

    [Fact]
    public Task Keys_that_another_project_configures_are_not_judged() => new RuleTest
    {
        Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF4004",
        Libraries = [("Shop.Defaults", """
            using Microsoft.Extensions.DependencyInjection;
            public static class Defaults
            {
                public static IServiceCollection AddDefaults(this IServiceCollection services) { services.AddDataProtection(); return services; }
            }
            """)],
    }.VerifyAsync(Program("builder.Services.AddDefaults(); builder.Services.AddRazorPages();"));

    [Fact]
    public Task Keys_may_be_configured_in_another_file() => Test.VerifyAsync(
        Program("builder.Services.AddKeys(); builder.Services.AddRazorPages();"),
        """
        using Microsoft.AspNetCore.DataProtection;
        static class Keys
        {
            public static void AddKeys(this IServiceCollection services) => services.AddDataProtection().PersistKeysToStackExchangeRedis(() => null!, "keys");
        }
        """);
}
