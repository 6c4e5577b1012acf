using Confluent.Kafka;

namespace Harbor.Web.Events;

public sealed class EventPublisher(IProducer<string, string> producer)
{
    public Task PublishAsync(string topic, string key, string body, CancellationToken cancellationToken) =>
        producer.ProduceAsync(topic, new Message<string, string> { Key = key, Value = body }, cancellationToken);
}
