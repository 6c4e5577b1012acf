using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof2016Tests
{
    private static Task VerifyAsync(string statements, string types = "") => new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2016" }.VerifyAsync($$"""
        using Confluent.Kafka;
        var builder = WebApplication.CreateBuilder(args);
        {{statements}}
        builder.Build().Run();
        class Own { public Acks? Acks { get; set; } }
        {{types}}
        """);

    [Theory]
    [InlineData("var config = new ProducerConfig { BootstrapServers = args[0], Acks = [|Acks.None|] };")]
    [InlineData("var config = new ProducerConfig { Acks = [|Acks.Leader|] };")]
    [InlineData("var config = new ProducerConfig(); config.Acks = [|Acks.Leader|];")]
    [InlineData("ProducerConfig config = new() { Acks = [|Confluent.Kafka.Acks.None|] };")]
    [InlineData("builder.Services.Configure<ProducerConfig>(c => c.Acks = [|Acks.Leader|]);")]
    [InlineData("builder.Services.AddSingleton(_ => new ProducerBuilder<string, string>(new ProducerConfig { Acks = [|Acks.None|] }).Build());")]
    [InlineData("var config = new ClientConfig { Acks = [|Acks.Leader|] };")]
    [InlineData("if (!builder.Environment.IsDevelopment()) { var config = new ProducerConfig { Acks = [|Acks.Leader|] }; }")]
    [InlineData("var orders = new ProducerConfig { Acks = [|Acks.Leader|], EnableDeliveryReports = true };")]
    [InlineData("ProducerConfig Orders() => new() { Acks = [|Acks.Leader|] }; Orders();")]
    public Task A_producer_that_does_not_wait_is_reported(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("var config = new ProducerConfig { BootstrapServers = args[0] };")]
    [InlineData("var config = new ProducerConfig { Acks = Acks.All };")]
    [InlineData("var config = new ProducerConfig { Acks = null };")]
    [InlineData("var config = new ProducerConfig { Acks = args.Length > 0 ? Acks.All : Acks.Leader };")]
    [InlineData("var acks = Enum.Parse<Acks>(args[0]); var config = new ProducerConfig { Acks = acks };")]
    [InlineData("if (builder.Environment.IsDevelopment()) { var config = new ProducerConfig { Acks = Acks.Leader }; }")]
    [InlineData("var metrics = new ProducerConfig { Acks = Acks.None };")]
    [InlineData("ProducerConfig Telemetry() => new() { Acks = Acks.None }; Telemetry();")]
    [InlineData("var own = new Own { Acks = Acks.None };")]
    [InlineData("var isNone = new ProducerConfig().Acks == Acks.None;")]
    public Task One_that_waits_or_whose_messages_may_get_lost_is_not(string statements) => VerifyAsync(statements);

    [Fact]
    public Task The_name_of_the_class_tells_too() => VerifyAsync("", "class ClickStream { public ProducerConfig Config { get; } = new() { Acks = Acks.None }; }");
}
