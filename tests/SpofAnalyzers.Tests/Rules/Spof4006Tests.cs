using Microsoft.CodeAnalysis;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof4006Tests
{
    private const string Hangfire = """
        using System;
        namespace Hangfire
        {
            public interface IGlobalConfiguration { }
            public abstract class JobStorage { public static JobStorage Current { get; set; } }
            public static class HangfireExtensions
            {
                public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddHangfire(
                    this Microsoft.Extensions.DependencyInjection.IServiceCollection services, Action<IGlobalConfiguration> configuration) => services;
                public static IGlobalConfiguration UseInMemoryStorage(this IGlobalConfiguration configuration) => configuration;
                public static IGlobalConfiguration UseMemoryStorage(this IGlobalConfiguration configuration) => configuration;
                public static IGlobalConfiguration UseSqlServerStorage(this IGlobalConfiguration configuration, string name) => configuration;
                public static IGlobalConfiguration UseStorage(this IGlobalConfiguration configuration, JobStorage storage) => configuration;
                public static IGlobalConfiguration UseColouredLog(this IGlobalConfiguration configuration) => configuration;
            }
        }
        namespace Hangfire.InMemory { public class InMemoryStorage : JobStorage { } }
        """;

    private static string Program(string services, string types = "") => $$"""
        using Quartz;
        using Hangfire;
        var builder = WebApplication.CreateBuilder(args);
        {{services}}
        builder.Build().Run();
        {{types}}
        abstract class PriceRefresh : IJob { public abstract Task Execute(IJobExecutionContext context); }
        abstract class SendInvoices : IJob { public abstract Task Execute(IJobExecutionContext context); }
        static class Other { public static IGlobalConfiguration UseInMemoryStorage(this string name) => null!; }
        """;

    private static RuleTest Test => new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF4006", Libraries = [("Hangfire.Core", Hangfire)] };

    [Theory]
    [InlineData("builder.Services.AddHangfire(c => c.[|UseInMemoryStorage|]());")]
    [InlineData("builder.Services.AddHangfire(c => c.[|UseMemoryStorage|]());")]
    [InlineData("builder.Services.AddHangfire(c => c.UseColouredLog().[|UseInMemoryStorage|]());")]
    [InlineData("builder.Services.AddHangfire(c => { c.UseColouredLog(); c.[|UseInMemoryStorage|](); });")]
    [InlineData("builder.Services.AddHangfire(c => c.UseStorage([|new Hangfire.InMemory.InMemoryStorage()|]));")]
    [InlineData("JobStorage.Current = [|new Hangfire.InMemory.InMemoryStorage()|];")]
    [InlineData("if (args.Length == 0) { builder.Services.AddHangfire(c => c.[|UseInMemoryStorage|]()); }")]
    [InlineData("builder.Services.AddQuartz(q => q.[|UseInMemoryStore|]());")]
    [InlineData("builder.Services.AddQuartz(q => { q.SchedulerId = \"a\"; q.[|UseInMemoryStore|](); });")]
    public async Task Stores_that_are_chosen_in_memory_are_warned_of(string services)
    {
        await Test.VerifyAsync(Program(services));
        Assert.All(await Test.RunAsync(Program(services)), d => Assert.Equal(DiagnosticSeverity.Warning, d.Severity));
    }

    [Theory]
    [InlineData("builder.Services.[|AddQuartz|]();")]
    [InlineData("builder.Services.[|AddQuartz|](q => q.AddJob<SendInvoices>(j => j.WithIdentity(\"invoices\")));")]
    [InlineData("builder.Services.[|AddQuartz|](q => { q.AddJob<SendInvoices>(j => { }); q.AddJob<PriceRefresh>(j => { }); });")]
    public async Task Quartz_without_a_store_is_worth_a_look(string services)
    {
        await Test.VerifyAsync(Program(services));
        Assert.All(await Test.RunAsync(Program(services)), d => Assert.Equal(DiagnosticSeverity.Info, d.Severity));
    }

    [Theory]
    [InlineData("builder.Services.AddHangfire(c => c.UseSqlServerStorage(\"jobs\"));")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.AddHangfire(c => c.UseInMemoryStorage()); }")]
    [InlineData("builder.Services.AddHangfire(c => { if (builder.Environment.IsDevelopment()) { c.UseInMemoryStorage(); } else { c.UseSqlServerStorage(\"jobs\"); } });")]
    [InlineData("builder.Services.AddHangfire(c => { if (args.Length > 0) { c.UseInMemoryStorage(); } else { c.UseSqlServerStorage(\"jobs\"); } });")]
    [InlineData("var useInMemory = args.Length > 0; builder.Services.AddHangfire(c => { if (useInMemory) { c.UseInMemoryStorage(); } });")]
    [InlineData("\"x\".UseInMemoryStorage();")]
    [InlineData("builder.Services.AddQuartz(q => q.UsePersistentStore(s => s.UseClustering()));")]
    [InlineData("builder.Services.AddQuartz(q => { if (args.Length > 0) { q.UseInMemoryStore(); } else { q.UsePersistentStore(s => { }); } });")]
    [InlineData("builder.Services.AddQuartz(q => q.AddJob<PriceRefresh>(j => { }));")]
    [InlineData("var settings = new System.Collections.Specialized.NameValueCollection { [\"quartz.jobStore.type\"] = \"Quartz.Impl.AdoJobStore.JobStoreTX, Quartz\" }; builder.Services.AddQuartz(settings);")]
    [InlineData("builder.Services.AddQuartz(q => q.SetProperty(\"quartz.jobStore.type\", \"Quartz.Impl.AdoJobStore.JobStoreTX, Quartz\"));")]
    public Task Other_stores_are_not(string services) => Test.VerifyAsync(Program(services));

    [Fact]
    public Task A_store_of_the_configuration_counts() => new RuleTest
    {
        Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF4006", Libraries = [("Hangfire.Core", Hangfire)],
        AdditionalFiles = [("appsettings.json", """{ "Quartz": { "quartz.jobStore.type": "Quartz.Impl.AdoJobStore.JobStoreTX, Quartz" } }""")],
    }.VerifyAsync(Program("builder.Services.AddQuartz();"));

    [Fact]
    public async Task The_message_names_the_scheduler_and_what_is_lost() => Assert.Equal(
        "Hangfire keeps its jobs in the memory of this process ('UseInMemoryStorage'): what was enqueued or scheduled is lost when it stops",
        Assert.Single(await Test.RunAsync(Program("builder.Services.AddHangfire(c => c.UseInMemoryStorage());"))).GetMessage());
}
