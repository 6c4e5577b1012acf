// What version 6 of the client had and version 7 has no more; its types live beside those of version 7.
#nullable enable annotations

using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace RabbitMQ.Client
{
    using RabbitMQ.Client.Events;

    public partial interface IConnectionFactory
    {
        IConnection CreateConnection();
        IConnection CreateConnection(string clientProvidedName);
        IConnection CreateConnection(IList<string> hostnames);
        IConnection CreateConnection(IList<string> hostnames, string clientProvidedName);
        IConnection CreateConnection(IList<AmqpTcpEndpoint> endpoints);
        IConnection CreateConnection(IList<AmqpTcpEndpoint> endpoints, string clientProvidedName);
    }

    public partial class ConnectionFactory
    {
        public bool DispatchConsumersAsync { get => throw null!; set { } }
        public bool UseBackgroundThreadsForIO { get => throw null!; set { } }
        public IConnection CreateConnection() => throw null!;
        public IConnection CreateConnection(string clientProvidedName) => throw null!;
        public IConnection CreateConnection(IList<string> hostnames) => throw null!;
        public IConnection CreateConnection(IList<string> hostnames, string clientProvidedName) => throw null!;
        public IConnection CreateConnection(IList<AmqpTcpEndpoint> endpoints) => throw null!;
        public IConnection CreateConnection(IList<AmqpTcpEndpoint> endpoints, string clientProvidedName) => throw null!;
        public IConnection CreateConnection(IEndpointResolver endpointResolver, string clientProvidedName) => throw null!;
    }

    public interface IAutorecoveringConnection : IConnection
    {
    }

    public partial interface IConnection
    {
        event EventHandler<ShutdownEventArgs> ConnectionShutdown;
        event EventHandler<CallbackExceptionEventArgs> CallbackException;
        event EventHandler<ConnectionBlockedEventArgs> ConnectionBlocked;
        IModel CreateModel();
        void Close();
        void Close(ushort reasonCode, string reasonText);
        void Abort();
    }

    public interface IBasicConsumer
    {
        IModel Model { get; }
    }

    public class DefaultBasicConsumer : IBasicConsumer
    {
        public DefaultBasicConsumer() { }
        public DefaultBasicConsumer(IModel model) { }
        public IModel Model => throw null!;
    }

    public interface IModel : IDisposable
    {
        bool IsOpen { get; }
        bool IsClosed { get; }
        event EventHandler<ShutdownEventArgs> ModelShutdown;
        event EventHandler<CallbackExceptionEventArgs> CallbackException;
        event EventHandler<BasicReturnEventArgs> BasicReturn;
        event EventHandler<BasicAckEventArgs> BasicAcks;
        event EventHandler<BasicNackEventArgs> BasicNacks;
        void Close();
        void Abort();
        void BasicAck(ulong deliveryTag, bool multiple);
        void BasicNack(ulong deliveryTag, bool multiple, bool requeue);
        void BasicReject(ulong deliveryTag, bool requeue);
        void BasicCancel(string consumerTag);
        string BasicConsume(string queue, bool autoAck, string consumerTag, bool noLocal, bool exclusive, IDictionary<string, object> arguments, IBasicConsumer consumer);
        BasicGetResult BasicGet(string queue, bool autoAck);
        void BasicPublish(string exchange, string routingKey, bool mandatory, IBasicProperties basicProperties, ReadOnlyMemory<byte> body);
        void BasicQos(uint prefetchSize, ushort prefetchCount, bool global);
        void ConfirmSelect();
        IBasicProperties CreateBasicProperties();
        void ExchangeDeclare(string exchange, string type, bool durable, bool autoDelete, IDictionary<string, object> arguments);
        void ExchangeDeclarePassive(string exchange);
        void ExchangeBind(string destination, string source, string routingKey, IDictionary<string, object> arguments);
        void QueueBind(string queue, string exchange, string routingKey, IDictionary<string, object> arguments);
        QueueDeclareOk QueueDeclare(string queue, bool durable, bool exclusive, bool autoDelete, IDictionary<string, object> arguments);
        QueueDeclareOk QueueDeclarePassive(string queue);
        uint QueueDelete(string queue, bool ifUnused, bool ifEmpty);
        uint QueuePurge(string queue);
        uint MessageCount(string queue);
        void TxSelect();
        void TxCommit();
        void TxRollback();
        bool WaitForConfirms();
        bool WaitForConfirms(TimeSpan timeout);
        void WaitForConfirmsOrDie();
        void WaitForConfirmsOrDie(TimeSpan timeout);
    }

    // The name is spelt so in the library.
    public static class IModelExensions
    {
        public static string BasicConsume(this IModel model, IBasicConsumer consumer, string queue, bool autoAck = false, string consumerTag = "", bool noLocal = false, bool exclusive = false, IDictionary<string, object>? arguments = null) => throw null!;
        public static string BasicConsume(this IModel model, string queue, bool autoAck, IBasicConsumer consumer) => throw null!;
        public static string BasicConsume(this IModel model, string queue, bool autoAck, string consumerTag, IBasicConsumer consumer) => throw null!;
        public static string BasicConsume(this IModel model, string queue, bool autoAck, string consumerTag, IDictionary<string, object> arguments, IBasicConsumer consumer) => throw null!;
        public static void BasicPublish(this IModel model, PublicationAddress addr, IBasicProperties basicProperties, ReadOnlyMemory<byte> body) => throw null!;
        public static void BasicPublish(this IModel model, string exchange, string routingKey, IBasicProperties? basicProperties = null, ReadOnlyMemory<byte> body = default) => throw null!;
        public static void BasicPublish(this IModel model, string exchange, string routingKey, bool mandatory = false, IBasicProperties? basicProperties = null, ReadOnlyMemory<byte> body = default) => throw null!;
        public static QueueDeclareOk QueueDeclare(this IModel model, string queue = "", bool durable = false, bool exclusive = true, bool autoDelete = true, IDictionary<string, object>? arguments = null) => throw null!;
        public static void ExchangeDeclare(this IModel model, string exchange, string type, bool durable = false, bool autoDelete = false, IDictionary<string, object>? arguments = null) => throw null!;
        public static void QueueBind(this IModel model, string queue, string exchange, string routingKey, IDictionary<string, object>? arguments = null) => throw null!;
        public static uint QueueDelete(this IModel model, string queue, bool ifUnused = false, bool ifEmpty = false) => throw null!;
    }
}

namespace RabbitMQ.Client.Events
{
    public class EventingBasicConsumer : DefaultBasicConsumer
    {
        public EventingBasicConsumer(IModel model) { }
        public event EventHandler<BasicDeliverEventArgs> Received { add { } remove { } }
        public event EventHandler<ShutdownEventArgs> Shutdown { add { } remove { } }
    }

    public partial class AsyncEventingBasicConsumer : IBasicConsumer
    {
        public AsyncEventingBasicConsumer(IModel model) : base(null!) { }
        public IModel Model => throw null!;
        public event AsyncEventHandler<BasicDeliverEventArgs> Received { add { } remove { } }
    }
}
