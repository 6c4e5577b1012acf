using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof2017Tests
{
    private static readonly (string, string) NServiceBus = ("NServiceBus.Core", """
        namespace NServiceBus
        {
            public abstract class TransportDefinition { }
            public class LearningTransport : TransportDefinition { }
            public class RealTransport : TransportDefinition { }
            public class LearningPersistence { }
            public class RealPersistence { }
            public class EndpointConfiguration
            {
                public EndpointConfiguration(string name) { }
                public T UseTransport<T>(T transport) where T : TransportDefinition => transport;
                public void UseTransport<T>() where T : TransportDefinition, new() { }
                public void UsePersistence<T>() { }
            }
        }
        """);

    private static readonly (string, string) Cap = ("DotNetCore.CAP", """
        using System;
        namespace DotNetCore.CAP { public class CapOptions { } }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class CapSetup
            {
                public static void AddCap(this IServiceCollection services, Action<DotNetCore.CAP.CapOptions> setup) { }
                public static DotNetCore.CAP.CapOptions UseInMemoryStorage(this DotNetCore.CAP.CapOptions options) => options;
                public static DotNetCore.CAP.CapOptions UseInMemoryMessageQueue(this DotNetCore.CAP.CapOptions options) => options;
                public static DotNetCore.CAP.CapOptions UsePostgreSql(this DotNetCore.CAP.CapOptions options, string connection) => options;
            }
        }
        """);

    private static Task VerifyAsync(string statements) =>
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2017", Libraries = [NServiceBus, Cap] }.VerifyAsync($$"""
            using MassTransit;
            using NServiceBus;
            var builder = WebApplication.CreateBuilder(args);
            var endpoint = new EndpointConfiguration("orders");
            {{statements}}
            builder.Build().Run();
            class Own { public void UsingInMemory() { } public void UseTransport(object transport) { } }
            """);

    [Theory]
    [InlineData("builder.Services.AddMassTransit(x => x.[|UsingInMemory|]());")]
    [InlineData("builder.Services.AddMassTransit(x => { x.[|UsingInMemory|]((context, bus) => bus.ConfigureEndpoints(context)); });")]
    [InlineData("var bus = Bus.Factory.[|CreateUsingInMemory|](c => { });")]
    [InlineData("if (!builder.Environment.IsDevelopment()) { } builder.Services.AddMassTransit(x => x.[|UsingInMemory|]());")]
    [InlineData("endpoint.[|UseTransport|](new LearningTransport());")]
    [InlineData("endpoint.[|UseTransport<LearningTransport>|]();")]
    [InlineData("var transport = new LearningTransport(); endpoint.[|UseTransport|](transport);")]
    [InlineData("endpoint.[|UsePersistence<LearningPersistence>|]();")]
    [InlineData("builder.Services.AddCap(x => x.[|UseInMemoryStorage|]());")]
    [InlineData("builder.Services.AddCap(x => { x.UsePostgreSql(args[0]); x.[|UseInMemoryMessageQueue|](); });")]
    public Task A_transport_for_development_is_reported(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("builder.Services.AddMassTransit(x => x.UsingRabbitMq());")]
    [InlineData("builder.Services.AddMassTransit(x => { if (builder.Environment.IsDevelopment()) { x.UsingInMemory(); } });")]
    [InlineData("builder.Services.AddMassTransit(x => { if (args.Length > 0) { x.UsingInMemory(); } });")]
    [InlineData("builder.Services.AddMassTransit(x => { switch (args[0]) { case \"memory\": x.UsingInMemory(); break; } });")]
    [InlineData("builder.Services.AddMassTransit(x => x.UsingRabbitMq()); var inner = Bus.Factory.CreateUsingInMemory(c => { });")]
    [InlineData("builder.Services.AddMassTransit(x => { x.UsingInMemory(); x.AddRider(r => { }); });")]
    [InlineData("builder.Services.AddMassTransit(x => x.AddConfigureEndpointsCallback((_, _, e) => e.UseInMemoryOutbox()));")]
    [InlineData("endpoint.UseTransport(new RealTransport()); endpoint.UsePersistence<RealPersistence>();")]
    [InlineData("if (builder.Environment.IsDevelopment()) { endpoint.UseTransport(new LearningTransport()); }")]
    [InlineData("builder.Services.AddCap(x => x.UsePostgreSql(args[0]));")]
    [InlineData("new Own().UsingInMemory(); new Own().UseTransport(new LearningTransport());")]
    public Task A_real_one_a_choice_and_a_bus_beside_it_are_not(string statements) => VerifyAsync(statements);
}
