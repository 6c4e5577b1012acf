using Confluent.Kafka;

namespace Harbor.Web.Events;

internal static class EventSetup
{
    public static void AddEvents(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => new ProducerBuilder<string, string>(new ProducerConfig
        {
            BootstrapServers = builder.Configuration["Kafka:BootstrapServers"],
            Acks = Acks.All,
            EnableIdempotence = true,
        }).Build());
        builder.Services.AddSingleton<EventPublisher>();
    }
}
