using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof2012Tests
{
    private static readonly (string, string) JetStream = ("NATS.Client.JetStream", """
        namespace NATS.Client.JetStream.Models;
        public record StreamConfig { public StreamConfig(string name, string[] subjects) { } public int NumReplicas { get; set; } }
        """);

    private static readonly (string, string) Cassandra = ("Cassandra", """
        namespace Cassandra;
        public static class ReplicationStrategies
        {
            public static System.Collections.Generic.Dictionary<string, string> CreateSimpleStrategyReplicationProperty(int replicationFactor) => new();
        }
        """);

    private static string Program(string statements) => $$"""
        using Confluent.Kafka.Admin;
        using NATS.Client.JetStream.Models;
        var builder = WebApplication.CreateBuilder(args);
        {{statements}}
        builder.Build().Run();
        class Own { public short ReplicationFactor { get; set; } public int NumReplicas { get; set; } }
        """;

    private static Task VerifyAsync(string statements) =>
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2012", Libraries = [JetStream, Cassandra] }.VerifyAsync(Program(statements));

    [Theory]
    [InlineData("var topic = new TopicSpecification { Name = \"orders\", NumPartitions = 3, ReplicationFactor = [|1|] };")]
    [InlineData("var topic = new TopicSpecification { Name = \"orders\" }; topic.ReplicationFactor = [|1|];")]
    [InlineData("TopicSpecification topic = new() { ReplicationFactor = [|(short)1|] };")]
    [InlineData("const short Copies = 1; var topic = new TopicSpecification { ReplicationFactor = [|Copies|] };")]
    [InlineData("var topics = new[] { new TopicSpecification { ReplicationFactor = [|1|] }, new TopicSpecification { ReplicationFactor = 3 } };")]
    [InlineData("if (!builder.Environment.IsDevelopment()) { var topic = new TopicSpecification { ReplicationFactor = [|1|] }; }")]
    [InlineData("var stream = new StreamConfig(\"orders\", new[] { \"orders.*\" }) { NumReplicas = [|1|] };")]
    [InlineData("var stream = new StreamConfig(\"orders\", new[] { \"orders.*\" }); stream.NumReplicas = [|1|];")]
    [InlineData("var replication = Cassandra.ReplicationStrategies.CreateSimpleStrategyReplicationProperty([|1|]);")]
    [InlineData("builder.Services.AddSingleton(_ => new TopicSpecification { ReplicationFactor = [|1|] });")]
    public Task A_single_copy_is_reported(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("var topic = new TopicSpecification { Name = \"orders\" };")]
    [InlineData("var topic = new TopicSpecification { ReplicationFactor = 3 };")]
    [InlineData("var topic = new TopicSpecification { ReplicationFactor = -1 };")]
    [InlineData("var topic = new TopicSpecification { ReplicationFactor = short.Parse(args[0]) };")]
    [InlineData("var topic = new TopicSpecification { NumPartitions = 1 };")]
    [InlineData("var topic = new TopicSpecification { ReplicationFactor = 1, ReplicasAssignments = new() { [0] = [1, 2, 3] } };")]
    [InlineData("if (builder.Environment.IsDevelopment()) { var topic = new TopicSpecification { ReplicationFactor = 1 }; }")]
    [InlineData("var topic = new TopicSpecification { ReplicationFactor = builder.Environment.IsDevelopment() ? (short)1 : (short)3 };")]
    [InlineData("var stream = new StreamConfig(\"orders\", new[] { \"orders.*\" }) { NumReplicas = 3 };")]
    [InlineData("var replication = Cassandra.ReplicationStrategies.CreateSimpleStrategyReplicationProperty(3);")]
    [InlineData("var own = new Own { ReplicationFactor = 1, NumReplicas = 1 };")]
    public Task Several_copies_and_an_open_number_are_not(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("var topic = new TopicSpecification { Name = \"orders\", ReplicationFactor = [|1|] };", "var topic = new TopicSpecification { Name = \"orders\", ReplicationFactor = 3 };")]
    [InlineData("var stream = new StreamConfig(\"a\", new[] { \"b\" }) { NumReplicas = [|1|] };", "var stream = new StreamConfig(\"a\", new[] { \"b\" }) { NumReplicas = 3 };")]
    [InlineData("const short Copies = 1; var topic = new TopicSpecification { ReplicationFactor = [|Copies|] };", "const short Copies = 1; var topic = new TopicSpecification { ReplicationFactor = [|Copies|] };")]
    public Task The_fix_asks_for_three(string before, string after) =>
        new FixTest<DefaultRulesAnalyzer, Spof2012CodeFix>("SPOF2012") { Libraries = [JetStream, Cassandra] }.VerifyAsync(Program(before), Program(after));
}
