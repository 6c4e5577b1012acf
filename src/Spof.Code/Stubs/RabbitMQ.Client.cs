// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading;
using System.Threading.RateLimiting;
using System.Threading.Tasks;

namespace RabbitMQ.Client
{
    using RabbitMQ.Client.Events;
    using RabbitMQ.Client.Exceptions;

    public partial interface IConnectionFactory
    {
        Task<IConnection> CreateConnectionAsync(CancellationToken cancellationToken = default);
        Task<IConnection> CreateConnectionAsync(string clientProvidedName, CancellationToken cancellationToken = default);
        Task<IConnection> CreateConnectionAsync(IEnumerable<string> hostnames, CancellationToken cancellationToken = default);
        Task<IConnection> CreateConnectionAsync(IEnumerable<string> hostnames, string clientProvidedName, CancellationToken cancellationToken = default);
        Task<IConnection> CreateConnectionAsync(IEnumerable<AmqpTcpEndpoint> endpoints, CancellationToken cancellationToken = default);
        Task<IConnection> CreateConnectionAsync(IEnumerable<AmqpTcpEndpoint> endpoints, string clientProvidedName, CancellationToken cancellationToken = default);
        IDictionary<string, object?> ClientProperties { get; set; }
        string Password { get; set; }
        ushort RequestedChannelMax { get; set; }
        uint RequestedFrameMax { get; set; }
        TimeSpan RequestedHeartbeat { get; set; }
        string UserName { get; set; }
        string VirtualHost { get; set; }
        Uri Uri { get; set; }
        string? ClientProvidedName { get; set; }
        TimeSpan HandshakeContinuationTimeout { get; set; }
        TimeSpan ContinuationTimeout { get; set; }
        ushort ConsumerDispatchConcurrency { get; set; }
    }

    public sealed partial class ConnectionFactory : IConnectionFactory
    {
        public const ushort DefaultChannelMax = 2047;
        public static readonly TimeSpan DefaultConnectionTimeout;
        public const uint DefaultFrameMax = 0;
        public const uint DefaultMaxInboundMessageBodySize = 67108864;
        public static readonly TimeSpan DefaultHeartbeat;
        public const string DefaultPass = "guest";
        public const string DefaultUser = "guest";
        public const string DefaultVHost = "/";
        public ConnectionFactory() { }
        public Task<IConnection> CreateConnectionAsync(CancellationToken cancellationToken = default) => throw null!;
        public Task<IConnection> CreateConnectionAsync(string? clientProvidedName, CancellationToken cancellationToken = default) => throw null!;
        public Task<IConnection> CreateConnectionAsync(IEnumerable<string> hostnames, CancellationToken cancellationToken = default) => throw null!;
        public Task<IConnection> CreateConnectionAsync(IEnumerable<string> hostnames, string? clientProvidedName, CancellationToken cancellationToken = default) => throw null!;
        public Task<IConnection> CreateConnectionAsync(IEnumerable<AmqpTcpEndpoint> endpoints, CancellationToken cancellationToken = default) => throw null!;
        public Task<IConnection> CreateConnectionAsync(IEnumerable<AmqpTcpEndpoint> endpoints, string? clientProvidedName, CancellationToken cancellationToken = default) => throw null!;
        public Task<IConnection> CreateConnectionAsync(IEndpointResolver endpointResolver, string? clientProvidedName, CancellationToken cancellationToken = default) => throw null!;
        public static SslProtocols DefaultAmqpUriSslProtocols { get => throw null!; set { } }
        public SslProtocols AmqpUriSslProtocols { get => throw null!; set { } }
        public static AddressFamily DefaultAddressFamily { get => throw null!; set { } }
        public bool AutomaticRecoveryEnabled { get => throw null!; set { } }
        public ushort ConsumerDispatchConcurrency { get => throw null!; set { } }
        public string HostName { get => throw null!; set { } }
        public TimeSpan NetworkRecoveryInterval { get => throw null!; set { } }
        public TimeSpan HandshakeContinuationTimeout { get => throw null!; set { } }
        public TimeSpan ContinuationTimeout { get => throw null!; set { } }
        public Func<IEnumerable<AmqpTcpEndpoint>, IEndpointResolver> EndpointResolverFactory { get => throw null!; set { } }
        public int Port { get => throw null!; set { } }
        public TimeSpan RequestedConnectionTimeout { get => throw null!; set { } }
        public TimeSpan SocketReadTimeout { get => throw null!; set { } }
        public TimeSpan SocketWriteTimeout { get => throw null!; set { } }
        public SslOption Ssl { get => throw null!; set { } }
        public bool TopologyRecoveryEnabled { get => throw null!; set { } }
        public AmqpTcpEndpoint Endpoint { get => throw null!; set { } }
        public IDictionary<string, object?> ClientProperties { get => throw null!; set { } }
        public string UserName { get => throw null!; set { } }
        public string Password { get => throw null!; set { } }
        public ushort RequestedChannelMax { get => throw null!; set { } }
        public uint RequestedFrameMax { get => throw null!; set { } }
        public TimeSpan RequestedHeartbeat { get => throw null!; set { } }
        public string VirtualHost { get => throw null!; set { } }
        public uint MaxInboundMessageBodySize { get => throw null!; set { } }
        public Uri Uri { get => throw null!; set { } }
        public string? ClientProvidedName { get => throw null!; set { } }
    }

    public class AmqpTcpEndpoint
    {
        public const int DefaultAmqpSslPort = 5671;
        public const int UseDefaultPort = -1;
        public AmqpTcpEndpoint(string hostName, int portOrMinusOne, SslOption ssl, uint maxInboundMessageBodySize) { }
        public AmqpTcpEndpoint(string hostName, int portOrMinusOne, SslOption ssl) { }
        public AmqpTcpEndpoint(string hostName, int portOrMinusOne = -1) { }
        public AmqpTcpEndpoint() { }
        public AmqpTcpEndpoint(Uri uri, SslOption ssl) { }
        public AmqpTcpEndpoint(Uri uri) { }
        public object Clone() => throw null!;
        public AmqpTcpEndpoint CloneWithHostname(string hostname) => throw null!;
        public static AmqpTcpEndpoint Parse(string address) => throw null!;
        public static AmqpTcpEndpoint[] ParseMultiple(string addresses) => throw null!;
        public override bool Equals(object? obj) => throw null!;
        public override int GetHashCode() => throw null!;
        public override string ToString() => throw null!;
        public string HostName { get => throw null!; set { } }
        public int Port { get => throw null!; set { } }
        public AddressFamily AddressFamily { get => throw null!; set { } }
        public SslOption Ssl { get => throw null!; set { } }
        public uint MaxInboundMessageBodySize => throw null!;
    }

    public interface IEndpointResolver
    {
        IEnumerable<AmqpTcpEndpoint> All();
    }

    public class DefaultEndpointResolver : IEndpointResolver
    {
        public DefaultEndpointResolver(IEnumerable<AmqpTcpEndpoint> tcpEndpoints) { }
        public IEnumerable<AmqpTcpEndpoint> All() => throw null!;
    }

    public class SslOption
    {
        public SslOption(string serverName, string certificatePath = "", bool enabled = false) { }
        public SslOption() { }
        public bool Enabled { get => throw null!; set { } }
        public string ServerName { get => throw null!; set { } }
    }

    public interface INetworkConnection
    {
        int LocalPort { get; }
        int RemotePort { get; }
    }

    public partial interface IConnection : INetworkConnection, IAsyncDisposable, IDisposable
    {
        Task CloseAsync(ushort reasonCode, string reasonText, TimeSpan timeout, bool abort, CancellationToken cancellationToken = default);
        Task<IChannel> CreateChannelAsync(CreateChannelOptions? options = null, CancellationToken cancellationToken = default);
        ShutdownEventArgs? CloseReason { get; }
        AmqpTcpEndpoint Endpoint { get; }
        TimeSpan Heartbeat { get; }
        bool IsOpen { get; }
        string? ClientProvidedName { get; }
        event AsyncEventHandler<CallbackExceptionEventArgs> CallbackExceptionAsync;
        event AsyncEventHandler<ShutdownEventArgs> ConnectionShutdownAsync;
        event AsyncEventHandler<AsyncEventArgs> RecoverySucceededAsync;
        event AsyncEventHandler<ConnectionBlockedEventArgs> ConnectionBlockedAsync;
        event AsyncEventHandler<AsyncEventArgs> ConnectionUnblockedAsync;
    }

    public static class IConnectionExtensions
    {
        public static Task CloseAsync(this IConnection connection, CancellationToken cancellationToken = default) => throw null!;
        public static Task CloseAsync(this IConnection connection, ushort reasonCode, string reasonText, CancellationToken cancellationToken = default) => throw null!;
        public static Task CloseAsync(this IConnection connection, TimeSpan timeout) => throw null!;
        public static Task CloseAsync(this IConnection connection, ushort reasonCode, string reasonText, TimeSpan timeout) => throw null!;
        public static Task AbortAsync(this IConnection connection) => throw null!;
        public static Task AbortAsync(this IConnection connection, CancellationToken cancellationToken = default) => throw null!;
        public static Task AbortAsync(this IConnection connection, ushort reasonCode, string reasonText) => throw null!;
        public static Task AbortAsync(this IConnection connection, ushort reasonCode, string reasonText, CancellationToken cancellationToken = default) => throw null!;
        public static Task AbortAsync(this IConnection connection, TimeSpan timeout) => throw null!;
        public static Task AbortAsync(this IConnection connection, ushort reasonCode, string reasonText, TimeSpan timeout) => throw null!;
    }

    public sealed class CreateChannelOptions
    {
        public readonly bool PublisherConfirmationsEnabled;
        public readonly bool PublisherConfirmationTrackingEnabled;
        public readonly RateLimiter? OutstandingPublisherConfirmationsRateLimiter;
        public readonly ushort? ConsumerDispatchConcurrency;
        public CreateChannelOptions(bool publisherConfirmationsEnabled, bool publisherConfirmationTrackingEnabled, RateLimiter? outstandingPublisherConfirmationsRateLimiter = null, ushort? consumerDispatchConcurrency = 1) { }
    }

    public interface IChannel : IAsyncDisposable, IDisposable
    {
        ValueTask<ulong> GetNextPublishSequenceNumberAsync(CancellationToken cancellationToken = default);
        ValueTask BasicAckAsync(ulong deliveryTag, bool multiple, CancellationToken cancellationToken = default);
        ValueTask BasicNackAsync(ulong deliveryTag, bool multiple, bool requeue, CancellationToken cancellationToken = default);
        Task BasicCancelAsync(string consumerTag, bool noWait = false, CancellationToken cancellationToken = default);
        Task<string> BasicConsumeAsync(string queue, bool autoAck, string consumerTag, bool noLocal, bool exclusive, IDictionary<string, object?>? arguments, IAsyncBasicConsumer consumer, CancellationToken cancellationToken = default);
        Task<BasicGetResult?> BasicGetAsync(string queue, bool autoAck, CancellationToken cancellationToken = default);
        ValueTask BasicPublishAsync<TProperties>(string exchange, string routingKey, bool mandatory, TProperties basicProperties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default) where TProperties : IReadOnlyBasicProperties, IAmqpHeader;
        ValueTask BasicPublishAsync<TProperties>(CachedString exchange, CachedString routingKey, bool mandatory, TProperties basicProperties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default) where TProperties : IReadOnlyBasicProperties, IAmqpHeader;
        Task BasicQosAsync(uint prefetchSize, ushort prefetchCount, bool global, CancellationToken cancellationToken = default);
        ValueTask BasicRejectAsync(ulong deliveryTag, bool requeue, CancellationToken cancellationToken = default);
        Task CloseAsync(ushort replyCode, string replyText, bool abort, CancellationToken cancellationToken = default);
        Task CloseAsync(ShutdownEventArgs reason, bool abort);
        Task CloseAsync(ShutdownEventArgs reason, bool abort, CancellationToken cancellationToken = default);
        Task ExchangeDeclareAsync(string exchange, string type, bool durable, bool autoDelete, IDictionary<string, object?>? arguments = null, bool passive = false, bool noWait = false, CancellationToken cancellationToken = default);
        Task ExchangeDeclarePassiveAsync(string exchange, CancellationToken cancellationToken = default);
        Task ExchangeDeleteAsync(string exchange, bool ifUnused = false, bool noWait = false, CancellationToken cancellationToken = default);
        Task ExchangeBindAsync(string destination, string source, string routingKey, IDictionary<string, object?>? arguments = null, bool noWait = false, CancellationToken cancellationToken = default);
        Task ExchangeUnbindAsync(string destination, string source, string routingKey, IDictionary<string, object?>? arguments = null, bool noWait = false, CancellationToken cancellationToken = default);
        Task<QueueDeclareOk> QueueDeclareAsync(string queue, bool durable, bool exclusive, bool autoDelete, IDictionary<string, object?>? arguments = null, bool passive = false, bool noWait = false, CancellationToken cancellationToken = default);
        Task<QueueDeclareOk> QueueDeclarePassiveAsync(string queue, CancellationToken cancellationToken = default);
        Task<uint> QueueDeleteAsync(string queue, bool ifUnused, bool ifEmpty, bool noWait = false, CancellationToken cancellationToken = default);
        Task<uint> QueuePurgeAsync(string queue, CancellationToken cancellationToken = default);
        Task QueueBindAsync(string queue, string exchange, string routingKey, IDictionary<string, object?>? arguments = null, bool noWait = false, CancellationToken cancellationToken = default);
        Task QueueUnbindAsync(string queue, string exchange, string routingKey, IDictionary<string, object?>? arguments = null, CancellationToken cancellationToken = default);
        Task<uint> MessageCountAsync(string queue, CancellationToken cancellationToken = default);
        Task<uint> ConsumerCountAsync(string queue, CancellationToken cancellationToken = default);
        Task TxCommitAsync(CancellationToken cancellationToken = default);
        Task TxRollbackAsync(CancellationToken cancellationToken = default);
        Task TxSelectAsync(CancellationToken cancellationToken = default);
        int ChannelNumber { get; }
        ShutdownEventArgs? CloseReason { get; }
        IAsyncBasicConsumer? DefaultConsumer { get; set; }
        bool IsClosed { get; }
        bool IsOpen { get; }
        string? CurrentQueue { get; }
        TimeSpan ContinuationTimeout { get; set; }
        event AsyncEventHandler<BasicAckEventArgs> BasicAcksAsync;
        event AsyncEventHandler<BasicNackEventArgs> BasicNacksAsync;
        event AsyncEventHandler<BasicReturnEventArgs> BasicReturnAsync;
        event AsyncEventHandler<CallbackExceptionEventArgs> CallbackExceptionAsync;
        event AsyncEventHandler<FlowControlEventArgs> FlowControlAsync;
        event AsyncEventHandler<ShutdownEventArgs> ChannelShutdownAsync;
    }

    public static class IChannelExtensions
    {
        public static Task<string> BasicConsumeAsync(this IChannel channel, string queue, bool autoAck, IAsyncBasicConsumer consumer, CancellationToken cancellationToken = default) => throw null!;
        public static Task<string> BasicConsumeAsync(this IChannel channel, string queue, bool autoAck, string consumerTag, IAsyncBasicConsumer consumer, CancellationToken cancellationToken = default) => throw null!;
        public static Task<string> BasicConsumeAsync(this IChannel channel, string queue, bool autoAck, string consumerTag, IDictionary<string, object?>? arguments, IAsyncBasicConsumer consumer, CancellationToken cancellationToken = default) => throw null!;
        public static ValueTask BasicPublishAsync<T>(this IChannel channel, PublicationAddress addr, T basicProperties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default) where T : IReadOnlyBasicProperties, IAmqpHeader => throw null!;
        public static ValueTask BasicPublishAsync(this IChannel channel, string exchange, string routingKey, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default) => throw null!;
        public static ValueTask BasicPublishAsync(this IChannel channel, CachedString exchange, CachedString routingKey, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default) => throw null!;
        public static ValueTask BasicPublishAsync(this IChannel channel, string exchange, string routingKey, bool mandatory, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default) => throw null!;
        public static ValueTask BasicPublishAsync(this IChannel channel, CachedString exchange, CachedString routingKey, bool mandatory, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default) => throw null!;
        public static Task<QueueDeclareOk> QueueDeclareAsync(this IChannel channel, string queue = "", bool durable = false, bool exclusive = true, bool autoDelete = true, IDictionary<string, object?>? arguments = null, bool noWait = false, CancellationToken cancellationToken = default) => throw null!;
        public static Task ExchangeDeclareAsync(this IChannel channel, string exchange, string type, bool durable = false, bool autoDelete = false, IDictionary<string, object?>? arguments = null, bool noWait = false, CancellationToken cancellationToken = default) => throw null!;
        public static Task<uint> QueueDeleteAsync(this IChannel channel, string queue, bool ifUnused = false, bool ifEmpty = false, CancellationToken cancellationToken = default) => throw null!;
        public static Task QueueUnbindAsync(this IChannel channel, string queue, string exchange, string routingKey, IDictionary<string, object?>? arguments = null, CancellationToken cancellationToken = default) => throw null!;
        public static Task AbortAsync(this IChannel channel, CancellationToken cancellationToken = default) => throw null!;
        public static Task CloseAsync(this IChannel channel, CancellationToken cancellationToken = default) => throw null!;
        public static Task CloseAsync(this IChannel channel, ushort replyCode, string replyText, CancellationToken cancellationToken = default) => throw null!;
    }

    public interface IAmqpHeader : IAmqpWriteable
    {
        ushort ProtocolClassId { get; }
    }

    public interface IAmqpWriteable
    {
        int GetRequiredBufferSize();
        int WriteTo(Span<byte> span);
    }

    public interface IReadOnlyBasicProperties
    {
        bool IsAppIdPresent();
        bool IsClusterIdPresent();
        bool IsContentEncodingPresent();
        bool IsContentTypePresent();
        bool IsCorrelationIdPresent();
        bool IsDeliveryModePresent();
        bool IsExpirationPresent();
        bool IsHeadersPresent();
        bool IsMessageIdPresent();
        bool IsPriorityPresent();
        bool IsReplyToPresent();
        bool IsTimestampPresent();
        bool IsTypePresent();
        bool IsUserIdPresent();
        string? AppId { get; }
        string? ClusterId { get; }
        string? ContentEncoding { get; }
        string? ContentType { get; }
        string? CorrelationId { get; }
        DeliveryModes DeliveryMode { get; }
        string? Expiration { get; }
        IDictionary<string, object?>? Headers { get; }
        string? MessageId { get; }
        bool Persistent { get; }
        byte Priority { get; }
        string? ReplyTo { get; }
        PublicationAddress? ReplyToAddress { get; }
        AmqpTimestamp Timestamp { get; }
        string? Type { get; }
        string? UserId { get; }
    }

    public interface IBasicProperties : IReadOnlyBasicProperties
    {
        void ClearAppId();
        void ClearClusterId();
        void ClearContentEncoding();
        void ClearContentType();
        void ClearCorrelationId();
        void ClearDeliveryMode();
        void ClearExpiration();
        void ClearHeaders();
        void ClearMessageId();
        void ClearPriority();
        void ClearReplyTo();
        void ClearTimestamp();
        void ClearType();
        void ClearUserId();
        string? AppId { get; set; }
        string? ClusterId { get; set; }
        string? ContentEncoding { get; set; }
        string? ContentType { get; set; }
        string? CorrelationId { get; set; }
        DeliveryModes DeliveryMode { get; set; }
        string? Expiration { get; set; }
        IDictionary<string, object?>? Headers { get; set; }
        string? MessageId { get; set; }
        bool Persistent { get; set; }
        byte Priority { get; set; }
        string? ReplyTo { get; set; }
        PublicationAddress? ReplyToAddress { get; set; }
        AmqpTimestamp Timestamp { get; set; }
        string? Type { get; set; }
        string? UserId { get; set; }
    }

    public sealed class BasicProperties : IBasicProperties, IReadOnlyBasicProperties, IAmqpHeader, IAmqpWriteable
    {
        public BasicProperties() { }
        public BasicProperties(IReadOnlyBasicProperties input) { }
        public void ClearContentType() => throw null!;
        public void ClearContentEncoding() => throw null!;
        public void ClearHeaders() => throw null!;
        public void ClearDeliveryMode() => throw null!;
        public void ClearPriority() => throw null!;
        public void ClearCorrelationId() => throw null!;
        public void ClearReplyTo() => throw null!;
        public void ClearExpiration() => throw null!;
        public void ClearMessageId() => throw null!;
        public void ClearTimestamp() => throw null!;
        public void ClearType() => throw null!;
        public void ClearUserId() => throw null!;
        public void ClearAppId() => throw null!;
        public void ClearClusterId() => throw null!;
        public bool IsContentTypePresent() => throw null!;
        public bool IsContentEncodingPresent() => throw null!;
        public bool IsHeadersPresent() => throw null!;
        public bool IsDeliveryModePresent() => throw null!;
        public bool IsPriorityPresent() => throw null!;
        public bool IsCorrelationIdPresent() => throw null!;
        public bool IsReplyToPresent() => throw null!;
        public bool IsExpirationPresent() => throw null!;
        public bool IsMessageIdPresent() => throw null!;
        public bool IsTimestampPresent() => throw null!;
        public bool IsTypePresent() => throw null!;
        public bool IsUserIdPresent() => throw null!;
        public bool IsAppIdPresent() => throw null!;
        public bool IsClusterIdPresent() => throw null!;
        public string? ContentType { get => throw null!; set { } }
        public string? ContentEncoding { get => throw null!; set { } }
        public IDictionary<string, object?>? Headers { get => throw null!; set { } }
        public DeliveryModes DeliveryMode { get => throw null!; set { } }
        public byte Priority { get => throw null!; set { } }
        public string? CorrelationId { get => throw null!; set { } }
        public string? ReplyTo { get => throw null!; set { } }
        public string? Expiration { get => throw null!; set { } }
        public string? MessageId { get => throw null!; set { } }
        public AmqpTimestamp Timestamp { get => throw null!; set { } }
        public string? Type { get => throw null!; set { } }
        public string? UserId { get => throw null!; set { } }
        public string? AppId { get => throw null!; set { } }
        public string? ClusterId { get => throw null!; set { } }
        public bool Persistent { get => throw null!; set { } }
        public PublicationAddress? ReplyToAddress { get => throw null!; set { } }
        ushort IAmqpHeader.ProtocolClassId { get => throw null!; }
        int IAmqpWriteable.GetRequiredBufferSize() => throw null!;
        int IAmqpWriteable.WriteTo(Span<byte> span) => throw null!;
    }

    public readonly struct AmqpTimestamp
    {
        public readonly long UnixTime;
        public AmqpTimestamp(long unixTime) { }
    }

    public class PublicationAddress
    {
        public PublicationAddress(string exchangeType, string exchangeName, string routingKey) { }
    }

    public enum DeliveryModes : byte
    {
        Transient = 1,
        Persistent = 2,
    }

    public sealed class CachedString
    {
        public CachedString(string value) { }
        public CachedString(ReadOnlyMemory<byte> bytes) { }
        public CachedString(string value, ReadOnlyMemory<byte> bytes) { }
    }

    public class QueueDeclareOk
    {
        public readonly uint ConsumerCount;
        public readonly uint MessageCount;
        public readonly string QueueName;
        public QueueDeclareOk(string queueName, uint messageCount, uint consumerCount) { }
        public static implicit operator string(QueueDeclareOk declareOk) => throw null!;
    }

    public sealed class BasicGetResult
    {
        public readonly IReadOnlyBasicProperties BasicProperties;
        public readonly ReadOnlyMemory<byte> Body;
        public readonly ulong DeliveryTag;
        public readonly string Exchange;
        public readonly uint MessageCount;
        public readonly bool Redelivered;
        public readonly string RoutingKey;
    }

    public interface IAsyncBasicConsumer
    {
        Task HandleBasicCancelAsync(string consumerTag, CancellationToken cancellationToken = default);
        Task HandleBasicCancelOkAsync(string consumerTag, CancellationToken cancellationToken = default);
        Task HandleBasicConsumeOkAsync(string consumerTag, CancellationToken cancellationToken = default);
        Task HandleBasicDeliverAsync(string consumerTag, ulong deliveryTag, bool redelivered, string exchange, string routingKey, IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default);
        Task HandleChannelShutdownAsync(object channel, ShutdownEventArgs reason);
        IChannel? Channel { get; }
    }

    public class AsyncDefaultBasicConsumer : IAsyncBasicConsumer
    {
        public AsyncDefaultBasicConsumer(IChannel channel) { }
        public virtual Task HandleBasicCancelAsync(string consumerTag, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task HandleBasicCancelOkAsync(string consumerTag, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task HandleBasicConsumeOkAsync(string consumerTag, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task HandleBasicDeliverAsync(string consumerTag, ulong deliveryTag, bool redelivered, string exchange, string routingKey, IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task HandleChannelShutdownAsync(object channel, ShutdownEventArgs reason) => throw null!;
        protected virtual Task OnCancelAsync(string[] consumerTags, CancellationToken cancellationToken = default) => throw null!;
        public string[] ConsumerTags => throw null!;
        public bool IsRunning => throw null!;
        public ShutdownEventArgs? ShutdownReason => throw null!;
        public IChannel Channel => throw null!;
    }

    public static class ExchangeType
    {
        public const string Direct = "direct";
        public const string Fanout = "fanout";
        public const string Headers = "headers";
        public const string Topic = "topic";
        public static ICollection<string> All() => throw null!;
    }

    public static class Headers
    {
        public const string XMaxPriority = "x-max-priority";
        public const string XMaxLength = "x-max-length";
        public const string XMaxLengthInBytes = "x-max-length-bytes";
        public const string XDeadLetterExchange = "x-dead-letter-exchange";
        public const string XDeadLetterRoutingKey = "x-dead-letter-routing-key";
        public const string XMessageTTL = "x-message-ttl";
        public const string XExpires = "x-expires";
        public const string AlternateExchange = "alternate-exchange";
        public const string XPriority = "x-priority";
        public const string XQueueMode = "x-queue-mode";
        public const string XQueueType = "x-queue-type";
        public const string XQuorumInitialGroupSize = "x-quorum-initial-group-size";
        public const string XSingleActiveConsumer = "x-single-active-consumer";
        public const string XOverflow = "x-overflow";
        public const string XMaxAge = "x-max-age";
        public const string XStreamMaxSegmentSizeInBytes = "x-stream-max-segment-size-bytes";
        public const string XStreamOffset = "x-stream-offset";
    }
}

namespace RabbitMQ.Client.Events
{
    using RabbitMQ.Client.Exceptions;

    public class ShutdownEventArgs : AsyncEventArgs
    {
        public ushort ReplyCode => throw null!;
        public string ReplyText => throw null!;
    }

    public partial class AsyncEventingBasicConsumer : AsyncDefaultBasicConsumer
    {
        public AsyncEventingBasicConsumer(IChannel channel) : base(channel) { }
        protected override Task OnCancelAsync(string[] consumerTags, CancellationToken cancellationToken = default) => throw null!;
        public override Task HandleBasicConsumeOkAsync(string consumerTag, CancellationToken cancellationToken = default) => throw null!;
        public override Task HandleBasicDeliverAsync(string consumerTag, ulong deliveryTag, bool redelivered, string exchange, string routingKey, IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default) => throw null!;
        public override Task HandleChannelShutdownAsync(object channel, ShutdownEventArgs reason) => throw null!;
        public event AsyncEventHandler<BasicDeliverEventArgs> ReceivedAsync { add { } remove { } }
        public event AsyncEventHandler<ConsumerEventArgs> RegisteredAsync { add { } remove { } }
        public event AsyncEventHandler<ShutdownEventArgs> ShutdownAsync { add { } remove { } }
        public event AsyncEventHandler<ConsumerEventArgs> UnregisteredAsync { add { } remove { } }
    }

    public delegate Task AsyncEventHandler<in TEvent>(object sender, TEvent @event) where TEvent : AsyncEventArgs;

    public class AsyncEventArgs
    {
        public static readonly AsyncEventArgs Empty = null!;
        public AsyncEventArgs(CancellationToken cancellationToken = default) { }
        public static AsyncEventArgs CreateOrDefault(CancellationToken cancellationToken) => throw null!;
        public CancellationToken CancellationToken => throw null!;
    }

    public abstract class BaseExceptionEventArgs : AsyncEventArgs
    {
        internal BaseExceptionEventArgs() { }
        public readonly Exception Exception;
    }

    public class BasicDeliverEventArgs : AsyncEventArgs
    {
        public readonly IReadOnlyBasicProperties BasicProperties;
        public readonly ReadOnlyMemory<byte> Body;
        public readonly string ConsumerTag;
        public readonly ulong DeliveryTag;
        public readonly string Exchange;
        public readonly bool Redelivered;
        public readonly string RoutingKey;
        public BasicDeliverEventArgs(string consumerTag, ulong deliveryTag, bool redelivered, string exchange, string routingKey, IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default) { }
    }

    public class ConsumerEventArgs : AsyncEventArgs
    {
        public readonly string[] ConsumerTags;
    }

    public class CallbackExceptionEventArgs : BaseExceptionEventArgs
    {
    }

    public class ConnectionBlockedEventArgs : AsyncEventArgs
    {
        public readonly string Reason;
    }

    public class BasicReturnEventArgs : AsyncEventArgs
    {
        public readonly IReadOnlyBasicProperties BasicProperties;
        public readonly ReadOnlyMemory<byte> Body;
        public readonly string Exchange;
        public readonly ushort ReplyCode;
        public readonly string ReplyText;
        public readonly string RoutingKey;
        public BasicReturnEventArgs(ushort replyCode, string replyText, string exchange, string routingKey, IReadOnlyBasicProperties basicProperties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default) { }
    }

    public class BasicAckEventArgs : AsyncEventArgs
    {
        public readonly ulong DeliveryTag;
        public readonly bool Multiple;
        public BasicAckEventArgs(ulong deliveryTag, bool multiple, CancellationToken cancellationToken = default) { }
    }

    public class BasicNackEventArgs : AsyncEventArgs
    {
        public readonly ulong DeliveryTag;
        public readonly bool Multiple;
        public readonly bool Requeue;
        public BasicNackEventArgs(ulong deliveryTag, bool multiple, bool requeue, CancellationToken cancellationToken = default) { }
    }

    public class FlowControlEventArgs : AsyncEventArgs
    {
        public readonly bool Active;
    }
}

namespace RabbitMQ.Client.Exceptions
{
    using RabbitMQ.Client.Events;

    public abstract class RabbitMQClientException : Exception
    {
        protected RabbitMQClientException() { }
        protected RabbitMQClientException(string message) { }
        protected RabbitMQClientException(string message, Exception? innerException) { }
    }

    public class BrokerUnreachableException : IOException
    {
        public BrokerUnreachableException(Exception Inner) { }
    }

    public class OperationInterruptedException : RabbitMQClientException
    {
        public OperationInterruptedException() { }
        public OperationInterruptedException(ShutdownEventArgs reason) { }
        public OperationInterruptedException(ShutdownEventArgs reason, string prefix) { }
    }

    public class AlreadyClosedException : OperationInterruptedException
    {
        public AlreadyClosedException(ShutdownEventArgs reason) { }
    }
}
