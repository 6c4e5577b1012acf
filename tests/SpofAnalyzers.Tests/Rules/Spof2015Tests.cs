using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof2015Tests
{
    private static string Program(string statements) => $$"""
        using RabbitMQ.Client;
        var builder = WebApplication.CreateBuilder(args);
        var connection = await new ConnectionFactory { HostName = args[0] }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync();
        {{statements}}
        builder.Build().Run();
        """;

    private static Task VerifyAsync(string statements) => new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2015" }.VerifyAsync(Program(statements));

    [Theory]
    [InlineData("await channel.[|QueueDeclareAsync|](\"orders\", true, false, false);")]
    [InlineData("await channel.[|QueueDeclareAsync|](queue: \"orders\", durable: true, exclusive: false, autoDelete: false);")]
    [InlineData("await channel.[|QueueDeclareAsync|](\"orders\", true, false, false, null);")]
    [InlineData("await channel.[|QueueDeclareAsync|](\"orders\", true, false, false, new Dictionary<string, object?> { [\"x-message-ttl\"] = 1000 });")]
    [InlineData("var arguments = new Dictionary<string, object?>(); await channel.[|QueueDeclareAsync|](\"orders\", true, false, false, arguments);")]
    [InlineData("await channel.[|QueueDeclareAsync|](\"orders\", false, false, false);")]
    [InlineData("await channel.[|QueueDeclareAsync|](\"orders\", durable: false, exclusive: false, autoDelete: false, arguments: null);")]
    [InlineData("await channel.[|QueueDeclareAsync|](queue: \"orders\", exclusive: false, autoDelete: false);")]
    [InlineData("const string Queue = \"orders\"; await channel.[|QueueDeclareAsync|](Queue, true, false, false);")]
    [InlineData("if (!builder.Environment.IsDevelopment()) { await channel.[|QueueDeclareAsync|](\"orders\", true, false, false); }")]
    public Task A_work_queue_on_one_node_is_reported(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("await channel.QueueDeclareAsync(\"orders\", true, false, false, new Dictionary<string, object?> { [\"x-queue-type\"] = \"quorum\" });")]
    [InlineData("await channel.QueueDeclareAsync(\"orders\", true, false, false, new Dictionary<string, object?> { { Headers.XQueueType, \"stream\" } });")]
    [InlineData("var arguments = new Dictionary<string, object?>(); arguments[\"x-queue-type\"] = \"quorum\"; await channel.QueueDeclareAsync(\"orders\", true, false, false, arguments);")]
    [InlineData("await channel.QueueDeclareAsync(\"orders\", true, false, false, Arguments()); Dictionary<string, object?> Arguments() => new();")]
    [InlineData("await channel.QueueDeclareAsync();")]
    [InlineData("await channel.QueueDeclareAsync(\"\", false, false, false);")]
    [InlineData("await channel.QueueDeclareAsync(\"orders\", false, true, false);")]
    [InlineData("await channel.QueueDeclareAsync(\"orders\", false, false, true);")]
    [InlineData("await channel.QueueDeclareAsync(\"orders\");")]
    [InlineData("await channel.QueueDeclareAsync(args[1], true, false, false);")]
    [InlineData("await channel.QueueDeclareAsync(\"orders\", args.Length > 0, false, false);")]
    [InlineData("await channel.QueueDeclareAsync(\"orders-dead-letter\", true, false, false);")]
    [InlineData("await channel.QueueDeclareAsync(\"rpc.reply\", false, false, false);")]
    [InlineData("await channel.QueueDeclareAsync(\"orders\", true, false, false, null, passive: true);")]
    [InlineData("if (builder.Environment.IsDevelopment()) { await channel.QueueDeclareAsync(\"orders\", true, false, false); }")]
    public Task Replicated_private_and_unknown_ones_are_not(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData(
        "await channel.[|QueueDeclareAsync|](\"orders\", true, false, false);",
        "await channel.QueueDeclareAsync(\"orders\", true, false, false, arguments: new Dictionary<string, object?> { [\"x-queue-type\"] = \"quorum\" });")]
    [InlineData(
        "await channel.[|QueueDeclareAsync|](queue: \"orders\", durable: true, exclusive: false, autoDelete: false, arguments: null);",
        "await channel.QueueDeclareAsync(queue: \"orders\", durable: true, exclusive: false, autoDelete: false, arguments: new Dictionary<string, object?> { [\"x-queue-type\"] = \"quorum\" });")]
    [InlineData("await channel.[|QueueDeclareAsync|](\"orders\", false, false, false);", "await channel.[|QueueDeclareAsync|](\"orders\", false, false, false);")]
    public Task The_fix_makes_a_durable_queue_a_quorum_queue(string before, string after) =>
        new FixTest<DefaultRulesAnalyzer, Spof2015CodeFix>("SPOF2015").VerifyAsync(Program(before), Program(after));
}
