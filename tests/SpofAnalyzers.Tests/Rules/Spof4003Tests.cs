using Microsoft.CodeAnalysis;
using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof4003Tests
{
    private const string SharedSetup = """
        namespace Shop.Shared
        {
            public static class Setup
            {
                public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddShared(this Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
                    services.AddDistributedCacheHere();
                static Microsoft.Extensions.DependencyInjection.IServiceCollection AddDistributedCacheHere(this Microsoft.Extensions.DependencyInjection.IServiceCollection services)
                {
                    Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<Microsoft.Extensions.Caching.Distributed.IDistributedCache>(services, _ => null!);
                    return services;
                }
            }
        }
        """;

    private const string HarmlessSetup = """
        public static class Docs
        {
            public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddDocs(this Microsoft.Extensions.DependencyInjection.IServiceCollection services) => services;
        }
        """;

    private static string Program(string services, string app = "app.UseSession();", string types = "") => $$"""
        var builder = WebApplication.CreateBuilder(args);
        {{services}}
        var app = builder.Build();
        {{app}}
        app.Run();
        {{types}}
        """;

    private static RuleTest Test => new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF4003" };

    [Theory]
    [InlineData("builder.Services.AddDistributedMemoryCache(); builder.Services.[|AddSession|]();")]
    [InlineData("builder.Services.[|AddSession|](); builder.Services.AddDistributedMemoryCache();")]
    [InlineData("builder.Services.AddControllersWithViews(); builder.Services.[|AddSession|]();")]
    [InlineData("builder.Services.AddRazorPages(); builder.Services.[|AddSession|](o => o.IdleTimeout = TimeSpan.FromHours(1));")]
    [InlineData("builder.Services.AddMvc(); builder.Services.[|AddSession|]();")]
    [InlineData("builder.Services.AddDistributedMemoryCache().[|AddSession|]();")]
    [InlineData("builder.Services.AddMemoryCache(); builder.Services.AddOutputCache(); builder.Services.AddRazorPages(); builder.Services.[|AddSession|]();")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.AddDistributedMemoryCache(); } builder.Services.AddRazorPages(); builder.Services.[|AddSession|]();")]
    [InlineData("builder.Services.AddDistributedMemoryCache(o => o.SizeLimit = 1000); builder.Services.[|AddSession|]();")]
    public Task Sessions_in_the_memory_cache_are_reported(string services) => Test.VerifyAsync(Program(services));

    [Fact]
    public Task A_start_up_class_is_read_too() => Test.VerifyAsync("""
        public class Startup
        {
            public void ConfigureServices(IServiceCollection services)
            {
                services.AddControllersWithViews();
                services.[|AddSession|]();
            }

            public void Configure(IApplicationBuilder app) => app.UseSession();

            public static void Main(string[] args) => Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();
        }
        """);

    [Fact]
    public Task The_memory_cache_may_be_registered_in_another_file() => Test.VerifyAsync(
        Program("builder.Services.AddStores(); builder.Services.[|AddSession|]();"),
        "static class Stores { public static void AddStores(this IServiceCollection services) => services.AddDistributedMemoryCache(); }");

    [Theory]
    [InlineData("builder.Services.AddStackExchangeRedisCache(o => o.Configuration = \"cache\"); builder.Services.AddRazorPages(); builder.Services.AddSession();")]
    [InlineData("builder.Services.AddRazorPages(); builder.Services.AddSession(); builder.Services.AddStackExchangeRedisCache(o => o.Configuration = \"cache\");")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.AddDistributedMemoryCache(); } else { builder.Services.AddStackExchangeRedisCache(o => { }); } builder.Services.AddSession();")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.AddDistributedMemoryCache(); builder.Services.AddSession(); }")]
    [InlineData("builder.Services.AddSingleton<Microsoft.Extensions.Caching.Distributed.IDistributedCache>(_ => null!); builder.Services.AddRazorPages(); builder.Services.AddSession();")]
    [InlineData("builder.Services.AddTransient<Microsoft.AspNetCore.Session.ISessionStore>(_ => null!); builder.Services.AddRazorPages(); builder.Services.AddSession();")]
    [InlineData("builder.Services.Add(ServiceDescriptor.Singleton(typeof(Microsoft.Extensions.Caching.Distributed.IDistributedCache), _ => null!)); builder.Services.AddRazorPages(); builder.Services.AddSession();")]
    [InlineData("builder.Services.AddControllers(); builder.Services.AddSession();")]
    [InlineData("builder.Services.AddRazorPages();")]
    public Task Other_sessions_are_not(string services) => Test.VerifyAsync(Program(services));

    [Fact]
    public Task A_session_that_no_request_opens_is_not() => Test.VerifyAsync(Program("builder.Services.AddRazorPages(); builder.Services.AddSession();", app: ""));

    [Fact]
    public Task A_cache_of_ones_own_is_another_cache() => Test.VerifyAsync(
        Program("builder.Services.AddRazorPages(); builder.Services.AddSession();"),
        """
        using Microsoft.Extensions.Caching.Distributed;
        abstract class TableCache : IDistributedCache
        {
            public abstract byte[]? Get(string key);
            public abstract Task<byte[]?> GetAsync(string key, CancellationToken token = default);
            public abstract void Refresh(string key);
            public abstract Task RefreshAsync(string key, CancellationToken token = default);
            public abstract void Remove(string key);
            public abstract Task RemoveAsync(string key, CancellationToken token = default);
            public abstract void Set(string key, byte[] value, DistributedCacheEntryOptions options);
            public abstract Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default);
        }
        """);

    /// <summary>The call leads into another project, whose source names the contract.</summary>
    [Fact]
    public Task A_set_up_in_another_project_may_register_a_cache() => new RuleTest
    {
        Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF4003", Libraries = [("Shop.Shared", SharedSetup)],
    }.VerifyAsync("using Shop.Shared;\n" + Program("builder.Services.AddShared(); builder.Services.AddRazorPages(); builder.Services.AddSession();"));

    [Fact]
    public Task A_set_up_that_has_nothing_to_do_with_caches_hides_nothing() => new RuleTest
    {
        Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF4003", Libraries = [("Shop.Docs", HarmlessSetup)],
    }.VerifyAsync(Program("builder.Services.AddDocs(); builder.Services.AddRazorPages(); builder.Services.[|AddSession|]();"));

    /// <summary>A library that was built shows only what it refers to: the caching library, or not.</summary>
    [Theory]
    [InlineData("services.AddStackExchangeRedisCache(o => { })", "AddSession")]
    [InlineData("services", "[|AddSession|]")]
    public Task A_set_up_in_a_built_library_may_register_a_cache_if_it_knows_one(string body, string expected) => new RuleTest
    {
        Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF4003", More = [Built($$"""
            using Microsoft.Extensions.DependencyInjection;
            public static class Platform { public static IServiceCollection AddPlatform(this IServiceCollection services) => {{body}}; }
            """)],
    }.VerifyAsync(Program($"builder.Services.AddPlatform(); builder.Services.AddRazorPages(); builder.Services.{expected}();"));

    private static PortableExecutableReference Built(string source)
    {
        using var stream = new MemoryStream();
        Assert.True(Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create(
            "Shop.Platform", [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(source)], ReferenceBag.All, new(OutputKind.DynamicallyLinkedLibrary)).Emit(stream).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    [Fact]
    public async Task A_memory_cache_without_sessions_is_worth_a_look()
    {
        var found = Assert.Single(await Test.RunAsync(Program("builder.Services.[|AddDistributedMemoryCache|]();", app: "")));
        Assert.Equal((DiagnosticSeverity.Info, "'AddDistributedMemoryCache' keeps what is put into the distributed cache in the memory of this process, which is the only one registered: "
            + "a restart loses it, and another replica does not see it"), (found.Severity, found.GetMessage()));
    }

    [Fact]
    public async Task The_message_says_who_registers_the_cache()
    {
        var found = Assert.Single(await Test.RunAsync(Program("builder.Services.AddRazorPages(); builder.Services.[|AddSession|]();")));
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
        Assert.Contains("'AddSession' keeps sessions in the memory of this process, since the only distributed cache is the one that 'AddRazorPages' registers", found.GetMessage());
        Assert.Single(found.AdditionalLocations);
    }

    [Theory]
    [InlineData(
        "builder.Services.AddDistributedMemoryCache(); builder.Services.[|AddSession|]();",
        "builder.Services.AddStackExchangeRedisCache(options => options.Configuration = builder.Configuration.GetConnectionString(\"Redis\")); builder.Services.AddSession();")]
    [InlineData(
        "builder.Services.AddRazorPages(); builder.Services.[|AddSession|]();",
        "builder.Services.AddRazorPages(); builder.Services.AddStackExchangeRedisCache(options => options.Configuration = builder.Configuration.GetConnectionString(\"Redis\")).AddSession();")]
    [InlineData(
        "builder.Services.AddDistributedMemoryCache(o => o.SizeLimit = 1); builder.Services.[|AddSession|]();",
        "builder.Services.AddDistributedMemoryCache(o => o.SizeLimit = 1); builder.Services.[|AddSession|]();")]
    [InlineData(
        "var configuration = builder.Configuration; var services = builder.Services; services.AddDistributedMemoryCache(); services.[|AddSession|]();",
        "var configuration = builder.Configuration; var services = builder.Services; services.AddStackExchangeRedisCache(options => options.Configuration = configuration.GetConnectionString(\"Redis\")); services.AddSession();")]
    public Task The_fix_registers_Redis(string before, string after) =>
        new FixTest<DefaultRulesAnalyzer, Spof4003CodeFix>("SPOF4003").VerifyAsync(Program(before), Program(after));

    [Fact]
    public Task The_fix_of_a_cache_without_sessions_replaces_it() =>
        new FixTest<DefaultRulesAnalyzer, Spof4003CodeFix>("SPOF4003").VerifyAsync(
            Program("builder.Services.[|AddDistributedMemoryCache|]();", app: ""),
            Program("builder.Services.AddStackExchangeRedisCache(options => options.Configuration = builder.Configuration.GetConnectionString(\"Redis\"));", app: ""));
}
