using Confluent.Kafka;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddSingleton(_ => new ProducerBuilder<string, string>(new ProducerConfig
{
    BootstrapServers = "kafka01.corp:9092",
    Acks = Acks.Leader,
}).Build());
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapPost("/orders", async (OrderPlaced order, IProducer<string, string> producer) =>
    await producer.ProduceAsync("orders", new Message<string, string> { Key = order.Id.ToString(), Value = order.Customer }));
app.Run();

public sealed record OrderPlaced(Guid Id, string Customer);
