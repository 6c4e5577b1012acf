using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof2014Tests
{
    private static string Program(string statements) => $$"""
        using RabbitMQ.Client;
        var builder = WebApplication.CreateBuilder(args);
        {{statements}}
        builder.Build().Run();
        """;

    private static RuleTest Rule => new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2014" };

    [Theory]
    [InlineData("var factory = new ConnectionFactory { HostName = args[0], [|AutomaticRecoveryEnabled = false|] };")]
    [InlineData("var factory = new ConnectionFactory(); [|factory.AutomaticRecoveryEnabled = false|];")]
    [InlineData("ConnectionFactory factory = new() { [|TopologyRecoveryEnabled = false|] };")]
    [InlineData("var factory = new ConnectionFactory { [|AutomaticRecoveryEnabled = false|], [|TopologyRecoveryEnabled = false|] };")]
    [InlineData("builder.Services.AddSingleton<IConnectionFactory>(_ => new ConnectionFactory { [|AutomaticRecoveryEnabled = false|] });")]
    [InlineData("const bool Recover = false; var factory = new ConnectionFactory { [|AutomaticRecoveryEnabled = Recover|] };")]
    [InlineData("if (!builder.Environment.IsDevelopment()) { var factory = new ConnectionFactory { [|AutomaticRecoveryEnabled = false|] }; }")]
    [InlineData("var options = new NATS.Client.Core.NatsOpts { [|MaxReconnectRetry = 0|] };")]
    [InlineData("var options = NATS.Client.Core.NatsOpts.Default with { Url = args[0], [|MaxReconnectRetry = 0|] };")]
    [InlineData("Use(new ConnectionFactory { [|AutomaticRecoveryEnabled = false|] }); static void Use(ConnectionFactory factory) { }")]
    public Task Recovery_that_is_switched_off_is_reported(string statements) =>
        Rule.VerifyAsync(Program(statements));

    [Theory]
    [InlineData("var factory = new ConnectionFactory { HostName = args[0] };")]
    [InlineData("var factory = new ConnectionFactory { AutomaticRecoveryEnabled = true, TopologyRecoveryEnabled = true };")]
    [InlineData("var factory = new ConnectionFactory { AutomaticRecoveryEnabled = args.Length > 0 };")]
    [InlineData("if (builder.Environment.IsDevelopment()) { var factory = new ConnectionFactory { AutomaticRecoveryEnabled = false }; }")]
    [InlineData("var factory = new ConnectionFactory { AutomaticRecoveryEnabled = false }; var connection = await factory.CreateConnectionAsync(); connection.ConnectionShutdownAsync += (_, _) => Task.CompletedTask;")]
    [InlineData("var factory = new ConnectionFactory { AutomaticRecoveryEnabled = false }; void Reconnect() => factory.CreateConnectionAsync(); Reconnect();")]
    [InlineData("var options = new NATS.Client.Core.NatsOpts { MaxReconnectRetry = -1 };")]
    [InlineData("var options = new NATS.Client.Core.NatsOpts { MaxReconnectRetry = 10 };")]
    [InlineData("var own = new Own { AutomaticRecoveryEnabled = false, MaxReconnectRetry = 0 };")]
    [InlineData("var factory = new ConnectionFactory(); var on = factory.AutomaticRecoveryEnabled == false;")]
    public Task Recovery_that_is_on_or_made_by_hand_is_not(string statements) =>
        Rule.VerifyAsync(Program(statements) + "\nclass Own { public bool AutomaticRecoveryEnabled { get; set; } public int MaxReconnectRetry { get; set; } }");

    [Theory]
    [InlineData("var factory = new ConnectionFactory { HostName = args[0], [|AutomaticRecoveryEnabled = false|] };", "var factory = new ConnectionFactory { HostName = args[0] };")]
    [InlineData("var factory = new ConnectionFactory\n{\n    HostName = args[0],\n    [|AutomaticRecoveryEnabled = false|],\n    Port = 5672,\n};", "var factory = new ConnectionFactory\n{\n    HostName = args[0],\n    Port = 5672,\n};")]
    [InlineData("var factory = new ConnectionFactory\n{\n    HostName = args[0],\n    [|AutomaticRecoveryEnabled = false|]\n};", "var factory = new ConnectionFactory\n{\n    HostName = args[0]\n};")]
    [InlineData("var factory = new ConnectionFactory { [|AutomaticRecoveryEnabled = false|] };", "var factory = new ConnectionFactory();")]
    [InlineData("var options = NATS.Client.Core.NatsOpts.Default with { [|MaxReconnectRetry = 0|] };", "var options = NATS.Client.Core.NatsOpts.Default;")]
    [InlineData("var factory = new ConnectionFactory();\n[|factory.AutomaticRecoveryEnabled = false|];\nfactory.HostName = args[0];", "var factory = new ConnectionFactory();\nfactory.HostName = args[0];")]
    public Task The_fix_removes_the_setting(string before, string after) =>
        new FixTest<DefaultRulesAnalyzer, Spof2014CodeFix>("SPOF2014") {  }.VerifyAsync(Program(before), Program(after));
}
