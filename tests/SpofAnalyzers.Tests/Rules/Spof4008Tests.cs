using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof4008Tests
{
    private const string Cap = """
        using System;
        namespace DotNetCore.CAP { public class CapOptions { } }
        namespace Microsoft.Extensions.DependencyInjection
        {
            using DotNetCore.CAP;
            public static class CapExtensions
            {
                public static IServiceCollection AddCap(this IServiceCollection services, Action<CapOptions> setup) => services;
                public static CapOptions UseInMemoryStorage(this CapOptions options) => options;
                public static CapOptions UsePostgreSql(this CapOptions options, string connection) => options;
            }
        }
        """;

    private const string Bus = """
        namespace NServiceBus
        {
            public class EndpointConfiguration { public EndpointConfiguration(string name) { } }
            public class PersistenceDefinition { }
            public class NonDurablePersistence : PersistenceDefinition { }
            public class SqlPersistence : PersistenceDefinition { }
            public static class PersistenceConfig { public static void UsePersistence<T>(this EndpointConfiguration config) where T : PersistenceDefinition { } }
        }
        """;

    private const string Store = """
        using System.Collections.Concurrent;
        public sealed record OutboxMessage(Guid Id, string Type, string Body);
        public interface IOutboxRepository { void Add(OutboxMessage message); void MarkSent(Guid id); }
        public sealed class InMemoryOutboxRepository : IOutboxRepository
        {
            private readonly ConcurrentDictionary<Guid, OutboxMessage> _messages = new();
            public void Add(OutboxMessage message) => _messages[message.Id] = message;
            public void MarkSent(Guid id) => _messages.TryRemove(id, out _);
        }
        public sealed class TableOutboxRepository : IOutboxRepository
        {
            public void Add(OutboxMessage message) { }
            public void MarkSent(Guid id) { }
        }
        """;

    private const string Saga = """
        class OrderState : MassTransit.SagaStateMachineInstance
        {
            public Guid CorrelationId { get; set; }
            public string CurrentState { get; set; } = "";
        }
        class OrderMachine : MassTransit.MassTransitStateMachine<OrderState> { }
        """;

    private static string Program(string statements) => $$"""
        using MassTransit;
        using NServiceBus;
        using Microsoft.Extensions.DependencyInjection.Extensions;
        var builder = WebApplication.CreateBuilder(args);
        {{statements}}
        builder.Build().Run();
        """;

    private static string MassTransit(string calls) => Program($"builder.Services.AddMassTransit(bus => {{ {calls} }});");

    private static RuleTest Test => new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF4008", Libraries = [("DotNetCore.CAP", Cap), ("NServiceBus.Core", Bus)] };

    [Theory]
    [InlineData("bus.AddSagaStateMachine<OrderMachine, OrderState>().[|InMemoryRepository|]();")]
    [InlineData("var saga = bus.AddSagaStateMachine<OrderMachine, OrderState>(); saga.[|InMemoryRepository|]();")]
    [InlineData("if (args.Length > 0) { bus.AddSagaStateMachine<OrderMachine, OrderState>().[|InMemoryRepository|](); }")]
    [InlineData("bus.[|SetInMemorySagaRepositoryProvider|](); bus.AddSagaStateMachine<OrderMachine, OrderState>();")]
    [InlineData("bus.[|AddInMemoryInboxOutbox|]();")]
    public Task Sagas_and_outboxes_of_MassTransit_in_memory_are_reported(string calls) => Test.VerifyAsync(MassTransit(calls), Saga);

    [Theory]
    [InlineData("var endpoint = new EndpointConfiguration(\"shop\"); endpoint.[|UsePersistence<NonDurablePersistence>|]();")]
    [InlineData("builder.Services.AddCap(cap => cap.[|UseInMemoryStorage|]());")]
    [InlineData("builder.Services.[|AddSingleton<IOutboxRepository, InMemoryOutboxRepository>|]();")]
    [InlineData("builder.Services.[|AddSingleton|](typeof(IOutboxRepository), typeof(InMemoryOutboxRepository));")]
    [InlineData("builder.Services.[|AddSingleton<IOutboxRepository>|](new InMemoryOutboxRepository());")]
    [InlineData("builder.Services.[|AddSingleton<IOutboxRepository>|](_ => new InMemoryOutboxRepository());")]
    [InlineData("builder.Services.[|TryAddSingleton<IOutboxRepository, InMemoryOutboxRepository>|]();")]
    public Task Other_stores_in_memory_are_reported(string statements) => Test.VerifyAsync(Program(statements), Store);

    [Theory]
    [InlineData("bus.UsingInMemory((context, configurator) => configurator.UseInMemoryOutbox(context));")]
    [InlineData("if (builder.Environment.IsDevelopment()) { bus.AddSagaStateMachine<OrderMachine, OrderState>().InMemoryRepository(); }")]
    [InlineData("var saga = bus.AddSagaStateMachine<OrderMachine, OrderState>(); if (args.Length > 0) { saga.InMemoryRepository(); } else { saga.TableRepository(); }")]
    [InlineData("bus.SetInMemorySagaRepositoryProvider(); bus.AddSagaStateMachine<OrderMachine, OrderState>().TableRepository();")]
    [InlineData("bus.SetInMemorySagaRepositoryProvider();")]
    [InlineData("var useInMemory = args.Length > 0; if (useInMemory) { bus.AddInMemoryInboxOutbox(); }")]
    public Task Other_buses_are_not(string calls) => Test.VerifyAsync(
        MassTransit(calls), Saga,
        "static class Table { public static void TableRepository<T>(this MassTransit.ISagaRegistrationConfigurator<T> saga) where T : class, MassTransit.ISaga { } }"
            .Replace("TableRepository", calls.Contains("TableRepository") ? "TableRepository" : "Tables"));

    [Theory]
    [InlineData("var endpoint = new EndpointConfiguration(\"shop\"); endpoint.UsePersistence<SqlPersistence>();")]
    [InlineData("var endpoint = new EndpointConfiguration(\"shop\"); if (args.Length > 0) { endpoint.UsePersistence<NonDurablePersistence>(); } else { endpoint.UsePersistence<SqlPersistence>(); }")]
    [InlineData("builder.Services.AddCap(cap => cap.UsePostgreSql(\"Host=db\"));")]
    [InlineData("builder.Services.AddSingleton<IOutboxRepository, TableOutboxRepository>();")]
    [InlineData("builder.Services.AddScoped<IOutboxRepository, InMemoryOutboxRepository>();")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.AddSingleton<IOutboxRepository, InMemoryOutboxRepository>(); }")]
    [InlineData("if (args.Length > 0) { builder.Services.AddSingleton<IOutboxRepository, InMemoryOutboxRepository>(); } else { builder.Services.AddSingleton<IOutboxRepository, TableOutboxRepository>(); }")]
    [InlineData("builder.Services.AddSingleton<InMemoryOutboxRepository>();")]
    public Task Other_stores_are_not(string statements) => Test.VerifyAsync(Program(statements), Store);

    [Fact]
    public Task The_harness_of_a_test_is_not() => Test.VerifyAsync(
        Program("builder.Services.AddMassTransitTestHarness(bus => bus.AddSagaStateMachine<OrderMachine, OrderState>().InMemoryRepository());"), Saga);

    [Fact]
    public async Task The_message_names_the_store_and_what_it_holds()
    {
        var found = Assert.Single(await Test.RunAsync(Program("builder.Services.AddSingleton<IOutboxRepository, InMemoryOutboxRepository>();"), Store));
        Assert.StartsWith("'InMemoryOutboxRepository' keeps OutboxMessage (ConcurrentDictionary<Guid, OutboxMessage>) in the memory of this process", found.GetMessage());
        Assert.Single(found.AdditionalLocations);
    }
}
