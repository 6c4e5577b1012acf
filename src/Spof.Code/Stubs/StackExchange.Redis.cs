// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.Buffers;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Runtime.Serialization;
using System.Threading;
using System.Threading.Tasks;

namespace StackExchange.Redis
{
    public sealed class ConnectionMultiplexer : IConnectionMultiplexer, IDisposable, IAsyncDisposable
    {
        internal ConnectionMultiplexer() { }
        public static Task<ConnectionMultiplexer> ConnectAsync(string configuration, TextWriter? log = null) => throw null!;
        public static Task<ConnectionMultiplexer> ConnectAsync(string configuration, Action<ConfigurationOptions> configure, TextWriter? log = null) => throw null!;
        public static Task<ConnectionMultiplexer> ConnectAsync(ConfigurationOptions configuration, TextWriter? log = null) => throw null!;
        public static ConnectionMultiplexer Connect(string configuration, TextWriter? log = null) => throw null!;
        public static ConnectionMultiplexer Connect(string configuration, Action<ConfigurationOptions> configure, TextWriter? log = null) => throw null!;
        public static ConnectionMultiplexer Connect(ConfigurationOptions configuration, TextWriter? log = null) => throw null!;
        public ISubscriber GetSubscriber(object? asyncState = null) => throw null!;
        public IDatabase GetDatabase(int db = -1, object? asyncState = null) => throw null!;
        public IServer GetServer(string host, int port, object? asyncState = null) => throw null!;
        public IServer GetServer(string hostAndPort, object? asyncState = null) => throw null!;
        public IServer GetServer(IPAddress host, int port) => throw null!;
        public IServer GetServer(EndPoint? endpoint, object? asyncState = null) => throw null!;
        public IServer GetServer(RedisKey key, object? asyncState = null, CommandFlags flags = CommandFlags.None) => throw null!;
        public IServer[] GetServers() => throw null!;
        public EndPoint[] GetEndPoints(bool configuredOnly = false) => throw null!;
        public void Dispose() => throw null!;
        public ValueTask DisposeAsync() => throw null!;
        public void Close(bool allowCommandsToComplete = true) => throw null!;
        public Task CloseAsync(bool allowCommandsToComplete = true) => throw null!;
        public static ConnectionMultiplexer SentinelConnect(string configuration, TextWriter? log = null) => throw null!;
        public static Task<ConnectionMultiplexer> SentinelConnectAsync(string configuration, TextWriter? log = null) => throw null!;
        public static ConnectionMultiplexer SentinelConnect(ConfigurationOptions configuration, TextWriter? log = null) => throw null!;
        public static Task<ConnectionMultiplexer> SentinelConnectAsync(ConfigurationOptions configuration, TextWriter? log = null) => throw null!;
        public string ClientName => throw null!;
        public string Configuration => throw null!;
        public bool IsConnected => throw null!;
        public bool IsConnecting => throw null!;
        public event EventHandler<ConnectionFailedEventArgs>? ConnectionFailed { add { } remove { } }
        public event EventHandler<InternalErrorEventArgs>? InternalError { add { } remove { } }
        public event EventHandler<ConnectionFailedEventArgs>? ConnectionRestored { add { } remove { } }
        public event EventHandler<RedisErrorEventArgs>? ErrorMessage { add { } remove { } }
    }

    public interface IConnectionMultiplexer : IDisposable, IAsyncDisposable
    {
        EndPoint[] GetEndPoints(bool configuredOnly = false);
        ISubscriber GetSubscriber(object? asyncState = null);
        IDatabase GetDatabase(int db = -1, object? asyncState = null);
        IServer GetServer(string host, int port, object? asyncState = null);
        IServer GetServer(string hostAndPort, object? asyncState = null);
        IServer GetServer(IPAddress host, int port);
        IServer GetServer(EndPoint endpoint, object? asyncState = null);
        IServer GetServer(RedisKey key, object? asyncState = null, CommandFlags flags = CommandFlags.None);
        IServer[] GetServers();
        void Close(bool allowCommandsToComplete = true);
        Task CloseAsync(bool allowCommandsToComplete = true);
        string ClientName { get; }
        string Configuration { get; }
        bool IsConnected { get; }
        bool IsConnecting { get; }
        event EventHandler<RedisErrorEventArgs> ErrorMessage;
        event EventHandler<ConnectionFailedEventArgs> ConnectionFailed;
        event EventHandler<InternalErrorEventArgs> InternalError;
        event EventHandler<ConnectionFailedEventArgs> ConnectionRestored;
    }

    public class ConnectionFailedEventArgs : EventArgs
    {
        public EndPoint? EndPoint => throw null!;
        public Exception? Exception => throw null!;
        public ConnectionFailureType FailureType => throw null!;
    }

    public enum ConnectionFailureType
    {
        None = 0,
        UnableToResolvePhysicalConnection = 1,
        SocketFailure = 2,
        AuthenticationFailure = 3,
        ProtocolFailure = 4,
        InternalFailure = 5,
        SocketClosed = 6,
        ConnectionDisposed = 7,
        Loading = 8,
        UnableToConnect = 9,
        ResponseIntegrityFailure = 10,
        CircuitBreaker = 11,
        MaintenanceHandoff = 12,
    }

    public class RedisErrorEventArgs : EventArgs
    {
        public EndPoint EndPoint => throw null!;
        public string Message => throw null!;
    }

    public class InternalErrorEventArgs : EventArgs
    {
        public EndPoint? EndPoint => throw null!;
        public Exception Exception => throw null!;
    }

    public sealed class ConfigurationOptions
    {
        public static ConfigurationOptions Parse(string configuration) => throw null!;
        public static ConfigurationOptions Parse(string configuration, bool ignoreUnknown) => throw null!;
        public ConfigurationOptions Clone() => throw null!;
        public ConfigurationOptions() { }
        public bool AbortOnConnectFail { get => throw null!; set { } }
        public bool AllowAdmin { get => throw null!; set { } }
        public int AsyncTimeout { get => throw null!; set { } }
        public string? ClientName { get => throw null!; set { } }
        public int ConnectRetry { get => throw null!; set { } }
        public CommandMap CommandMap { get => throw null!; set { } }
        public int ConnectTimeout { get => throw null!; set { } }
        public int? DefaultDatabase { get => throw null!; set { } }
        public EndPointCollection EndPoints { get => throw null!; init { } }
        public int KeepAlive { get => throw null!; set { } }
        public string? User { get => throw null!; set { } }
        public string? Password { get => throw null!; set { } }
        public IReconnectRetryPolicy ReconnectRetryPolicy { get => throw null!; set { } }
        public BacklogPolicy BacklogPolicy { get => throw null!; set { } }
        public bool ResolveDns { get => throw null!; set { } }
        public string? ServiceName { get => throw null!; set { } }
        public bool Ssl { get => throw null!; set { } }
        public string? SslHost { get => throw null!; set { } }
        public int SyncTimeout { get => throw null!; set { } }
        public event RemoteCertificateValidationCallback? CertificateValidation { add { } remove { } }
    }

    public sealed class EndPointCollection : Collection<EndPoint>, IEnumerable<EndPoint>, IEnumerable
    {
        public EndPointCollection() { }
        public EndPointCollection(IList<EndPoint> endpoints) { }
        public void Add(string hostAndPort) => throw null!;
        public void Add(string host, int port) => throw null!;
        public void Add(IPAddress host, int port) => throw null!;
        public bool TryAdd(EndPoint endpoint) => throw null!;
        IEnumerator<EndPoint> IEnumerable<EndPoint>.GetEnumerator() => throw null!;
        IEnumerator IEnumerable.GetEnumerator() => throw null!;
    }

    public sealed class BacklogPolicy
    {
        public static BacklogPolicy FailFast => throw null!;
        public static BacklogPolicy Default => throw null!;
    }

    public sealed class CommandMap
    {
        internal CommandMap() { }
        public static CommandMap Default => throw null!;
        public static CommandMap Twemproxy => throw null!;
        public static CommandMap Envoyproxy => throw null!;
        public static CommandMap Sentinel => throw null!;
    }

    public interface IReconnectRetryPolicy
    {
        bool ShouldRetry(long currentRetryCount, int timeElapsedMillisecondsSinceLastRetry);
    }

    public class ExponentialRetry : IReconnectRetryPolicy
    {
        public ExponentialRetry(int deltaBackOffMilliseconds) { }
        public ExponentialRetry(int deltaBackOffMilliseconds, int maxDeltaBackOffMilliseconds) { }
        public bool ShouldRetry(long currentRetryCount, int timeElapsedMillisecondsSinceLastRetry) => throw null!;
    }

    public class LinearRetry : IReconnectRetryPolicy
    {
        public LinearRetry(int maxRetryElapsedTimeAllowedMilliseconds) { }
        public bool ShouldRetry(long currentRetryCount, int timeElapsedMillisecondsSinceLastRetry) => throw null!;
    }

    public interface IServer : IRedis, IRedisAsync
    {
        void FlushDatabase(int database = -1, CommandFlags flags = CommandFlags.None);
        Task FlushDatabaseAsync(int database = -1, CommandFlags flags = CommandFlags.None);
        IEnumerable<RedisKey> Keys(int database, RedisValue pattern, int pageSize, CommandFlags flags);
        IEnumerable<RedisKey> Keys(int database = -1, RedisValue pattern = default, int pageSize = 250, long cursor = 0, int pageOffset = 0, CommandFlags flags = CommandFlags.None);
        IAsyncEnumerable<RedisKey> KeysAsync(int database = -1, RedisValue pattern = default, int pageSize = 250, long cursor = 0, int pageOffset = 0, CommandFlags flags = CommandFlags.None);
        EndPoint EndPoint { get; }
        bool IsConnected { get; }
    }

    public interface IRedis : IRedisAsync
    {
        TimeSpan Ping(CommandFlags flags = CommandFlags.None);
    }

    public interface IRedisAsync
    {
        Task<TimeSpan> PingAsync(CommandFlags flags = CommandFlags.None);
        bool TryWait(Task task);
        void Wait(Task task);
        T Wait<T>(Task<T> task);
        void WaitAll(params Task[] tasks);
        IConnectionMultiplexer Multiplexer { get; }
    }

    public interface IDatabaseAsync : IRedisAsync
    {
        bool IsConnected(RedisKey key, CommandFlags flags = CommandFlags.None);
        Task<bool> HashDeleteAsync(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None);
        Task<long> HashDeleteAsync(RedisKey key, RedisValue[] hashFields, CommandFlags flags = CommandFlags.None);
        Task<bool> HashExistsAsync(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None);
        Task<RedisValue> HashGetAsync(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None);
        Task<RedisValue[]> HashGetAsync(RedisKey key, RedisValue[] hashFields, CommandFlags flags = CommandFlags.None);
        Task<HashEntry[]> HashGetAllAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
        Task<long> HashIncrementAsync(RedisKey key, RedisValue hashField, long value = 1, CommandFlags flags = CommandFlags.None);
        Task<double> HashIncrementAsync(RedisKey key, RedisValue hashField, double value, CommandFlags flags = CommandFlags.None);
        Task<RedisValue[]> HashKeysAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
        Task<long> HashLengthAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
        Task HashSetAsync(RedisKey key, HashEntry[] hashFields, CommandFlags flags = CommandFlags.None);
        Task<bool> HashSetAsync(RedisKey key, RedisValue hashField, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);
        Task<bool> KeyDeleteAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
        Task<long> KeyDeleteAsync(RedisKey[] keys, CommandFlags flags = CommandFlags.None);
        Task<bool> KeyExistsAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
        Task<long> KeyExistsAsync(RedisKey[] keys, CommandFlags flags = CommandFlags.None);
        Task<bool> KeyExpireAsync(RedisKey key, TimeSpan? expiry, CommandFlags flags);
        Task<bool> KeyExpireAsync(RedisKey key, TimeSpan? expiry, ExpireWhen when = ExpireWhen.Always, CommandFlags flags = CommandFlags.None);
        Task<bool> KeyExpireAsync(RedisKey key, DateTime? expiry, CommandFlags flags);
        Task<bool> KeyExpireAsync(RedisKey key, DateTime? expiry, ExpireWhen when = ExpireWhen.Always, CommandFlags flags = CommandFlags.None);
        Task<DateTime?> KeyExpireTimeAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
        Task<TimeSpan?> KeyTimeToLiveAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
        Task<RedisType> KeyTypeAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
        Task<RedisValue> ListLeftPopAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
        Task<RedisValue[]> ListLeftPopAsync(RedisKey key, long count, CommandFlags flags = CommandFlags.None);
        Task<long> ListLeftPushAsync(RedisKey key, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);
        Task<long> ListLeftPushAsync(RedisKey key, RedisValue[] values, When when = When.Always, CommandFlags flags = CommandFlags.None);
        Task<long> ListLeftPushAsync(RedisKey key, RedisValue[] values, CommandFlags flags);
        Task<long> ListLengthAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
        Task<RedisValue[]> ListRangeAsync(RedisKey key, long start = 0, long stop = -1, CommandFlags flags = CommandFlags.None);
        Task<long> ListRemoveAsync(RedisKey key, RedisValue value, long count = 0, CommandFlags flags = CommandFlags.None);
        Task<RedisValue> ListRightPopAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
        Task<RedisValue[]> ListRightPopAsync(RedisKey key, long count, CommandFlags flags = CommandFlags.None);
        Task<RedisValue> ListRightPopLeftPushAsync(RedisKey source, RedisKey destination, CommandFlags flags = CommandFlags.None);
        Task<long> ListRightPushAsync(RedisKey key, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);
        Task<long> ListRightPushAsync(RedisKey key, RedisValue[] values, When when = When.Always, CommandFlags flags = CommandFlags.None);
        Task<long> ListRightPushAsync(RedisKey key, RedisValue[] values, CommandFlags flags);
        Task ListTrimAsync(RedisKey key, long start, long stop, CommandFlags flags = CommandFlags.None);
        Task<bool> LockExtendAsync(RedisKey key, RedisValue value, TimeSpan expiry, CommandFlags flags = CommandFlags.None);
        Task<RedisValue> LockQueryAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
        Task<bool> LockReleaseAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);
        Task<bool> LockTakeAsync(RedisKey key, RedisValue value, TimeSpan expiry, CommandFlags flags = CommandFlags.None);
        Task<long> PublishAsync(RedisChannel channel, RedisValue message, CommandFlags flags = CommandFlags.None);
        Task<RedisResult> ExecuteAsync(string command, params object[] args);
        Task<RedisResult> ExecuteAsync(string command, ICollection<object>? args, CommandFlags flags = CommandFlags.None);
        Task<RedisResult> ScriptEvaluateAsync(string script, RedisKey[]? keys = null, RedisValue[]? values = null, CommandFlags flags = CommandFlags.None);
        Task<RedisResult> ScriptEvaluateAsync(byte[] hash, RedisKey[]? keys = null, RedisValue[]? values = null, CommandFlags flags = CommandFlags.None);
        Task<RedisResult> ScriptEvaluateReadOnlyAsync(string script, RedisKey[]? keys = null, RedisValue[]? values = null, CommandFlags flags = CommandFlags.None);
        Task<RedisResult> ScriptEvaluateReadOnlyAsync(byte[] hash, RedisKey[]? keys = null, RedisValue[]? values = null, CommandFlags flags = CommandFlags.None);
        Task<bool> SetAddAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);
        Task<long> SetAddAsync(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None);
        Task<bool> SetContainsAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);
        Task<bool[]> SetContainsAsync(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None);
        Task<long> SetLengthAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
        Task<RedisValue[]> SetMembersAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
        Task<bool> SetRemoveAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);
        Task<long> SetRemoveAsync(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None);
        Task<bool> SortedSetAddAsync(RedisKey key, RedisValue member, double score, CommandFlags flags);
        Task<bool> SortedSetAddAsync(RedisKey key, RedisValue member, double score, When when, CommandFlags flags = CommandFlags.None);
        Task<bool> SortedSetAddAsync(RedisKey key, RedisValue member, double score, SortedSetWhen when = SortedSetWhen.Always, CommandFlags flags = CommandFlags.None);
        Task<long> SortedSetAddAsync(RedisKey key, SortedSetEntry[] values, CommandFlags flags);
        Task<long> SortedSetAddAsync(RedisKey key, SortedSetEntry[] values, When when, CommandFlags flags = CommandFlags.None);
        Task<long> SortedSetAddAsync(RedisKey key, SortedSetEntry[] values, SortedSetWhen when = SortedSetWhen.Always, CommandFlags flags = CommandFlags.None);
        Task<double> SortedSetIncrementAsync(RedisKey key, RedisValue member, double value, CommandFlags flags = CommandFlags.None);
        Task<double?> SortedSetIncrementAsync(RedisKey key, RedisValue member, double value, ValueCondition when, CommandFlags flags);
        Task<long> SortedSetLengthAsync(RedisKey key, double min = double.NegativeInfinity, double max = double.PositiveInfinity, Exclude exclude = Exclude.None, CommandFlags flags = CommandFlags.None);
        Task<long> SortedSetLengthByValueAsync(RedisKey key, RedisValue min, RedisValue max, Exclude exclude = Exclude.None, CommandFlags flags = CommandFlags.None);
        Task<RedisValue[]> SortedSetRangeByRankAsync(RedisKey key, long start = 0, long stop = -1, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None);
        Task<long> SortedSetRangeAndStoreAsync(RedisKey sourceKey, RedisKey destinationKey, RedisValue start, RedisValue stop, SortedSetOrder sortedSetOrder = SortedSetOrder.ByRank, Exclude exclude = Exclude.None, Order order = Order.Ascending, long skip = 0, long? take = null, CommandFlags flags = CommandFlags.None);
        Task<SortedSetEntry[]> SortedSetRangeByRankWithScoresAsync(RedisKey key, long start = 0, long stop = -1, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None);
        Task<RedisValue[]> SortedSetRangeByScoreAsync(RedisKey key, double start = double.NegativeInfinity, double stop = double.PositiveInfinity, Exclude exclude = Exclude.None, Order order = Order.Ascending, long skip = 0, long take = -1, CommandFlags flags = CommandFlags.None);
        Task<SortedSetEntry[]> SortedSetRangeByScoreWithScoresAsync(RedisKey key, double start = double.NegativeInfinity, double stop = double.PositiveInfinity, Exclude exclude = Exclude.None, Order order = Order.Ascending, long skip = 0, long take = -1, CommandFlags flags = CommandFlags.None);
        Task<RedisValue[]> SortedSetRangeByValueAsync(RedisKey key, RedisValue min, RedisValue max, Exclude exclude, long skip, long take = -1, CommandFlags flags = CommandFlags.None);
        Task<RedisValue[]> SortedSetRangeByValueAsync(RedisKey key, RedisValue min = default, RedisValue max = default, Exclude exclude = Exclude.None, Order order = Order.Ascending, long skip = 0, long take = -1, CommandFlags flags = CommandFlags.None);
        Task<long?> SortedSetRankAsync(RedisKey key, RedisValue member, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None);
        Task<bool> SortedSetRemoveAsync(RedisKey key, RedisValue member, CommandFlags flags = CommandFlags.None);
        Task<long> SortedSetRemoveAsync(RedisKey key, RedisValue[] members, CommandFlags flags = CommandFlags.None);
        Task<long> SortedSetRemoveRangeByRankAsync(RedisKey key, long start, long stop, CommandFlags flags = CommandFlags.None);
        Task<long> SortedSetRemoveRangeByScoreAsync(RedisKey key, double start, double stop, Exclude exclude = Exclude.None, CommandFlags flags = CommandFlags.None);
        Task<long> SortedSetRemoveRangeByValueAsync(RedisKey key, RedisValue min, RedisValue max, Exclude exclude = Exclude.None, CommandFlags flags = CommandFlags.None);
        Task<double?> SortedSetScoreAsync(RedisKey key, RedisValue member, CommandFlags flags = CommandFlags.None);
        Task<double?[]> SortedSetScoresAsync(RedisKey key, RedisValue[] members, CommandFlags flags = CommandFlags.None);
        Task<long> StreamAcknowledgeAsync(RedisKey key, RedisValue groupName, RedisValue messageId, CommandFlags flags = CommandFlags.None);
        Task<long> StreamAcknowledgeAsync(RedisKey key, RedisValue groupName, RedisValue[] messageIds, CommandFlags flags = CommandFlags.None);
        Task<RedisValue> StreamAddAsync(RedisKey key, RedisValue streamField, RedisValue streamValue, RedisValue? messageId, int? maxLength, bool useApproximateMaxLength, CommandFlags flags);
        Task<RedisValue> StreamAddAsync(RedisKey key, NameValueEntry[] streamPairs, RedisValue? messageId, int? maxLength, bool useApproximateMaxLength, CommandFlags flags);
        Task<bool> StreamCreateConsumerGroupAsync(RedisKey key, RedisValue groupName, RedisValue? position, CommandFlags flags);
        Task<bool> StreamCreateConsumerGroupAsync(RedisKey key, RedisValue groupName, RedisValue? position = null, bool createStream = true, CommandFlags flags = CommandFlags.None);
        Task<StreamEntry[]> StreamReadAsync(RedisKey key, RedisValue position, int? count = null, CommandFlags flags = CommandFlags.None);
        Task<RedisStream[]> StreamReadAsync(StreamPosition[] streamPositions, int? countPerStream, CommandFlags flags);
        Task<RedisStream[]> StreamReadAsync(StreamPosition[] streamPositions, int? countPerStream = null, int? maxCount = null, int? maxSize = null, CommandFlags flags = CommandFlags.None);
        Task<StreamEntry[]> StreamReadGroupAsync(RedisKey key, RedisValue groupName, RedisValue consumerName, RedisValue? position, int? count, CommandFlags flags);
        Task<StreamEntry[]> StreamReadGroupAsync(RedisKey key, RedisValue groupName, RedisValue consumerName, RedisValue? position, int? count, bool noAck, CommandFlags flags);
        Task<StreamEntry[]> StreamReadGroupAsync(RedisKey key, RedisValue groupName, RedisValue consumerName, RedisValue? position = null, int? count = null, bool noAck = false, TimeSpan? claimMinIdleTime = null, CommandFlags flags = CommandFlags.None);
        Task<RedisStream[]> StreamReadGroupAsync(StreamPosition[] streamPositions, RedisValue groupName, RedisValue consumerName, int? countPerStream, CommandFlags flags);
        Task<RedisStream[]> StreamReadGroupAsync(StreamPosition[] streamPositions, RedisValue groupName, RedisValue consumerName, int? countPerStream, bool noAck, CommandFlags flags);
        Task<RedisStream[]> StreamReadGroupAsync(StreamPosition[] streamPositions, RedisValue groupName, RedisValue consumerName, int? countPerStream, bool noAck, TimeSpan? claimMinIdleTime, CommandFlags flags);
        Task<RedisStream[]> StreamReadGroupAsync(StreamPosition[] streamPositions, RedisValue groupName, RedisValue consumerName, int? countPerStream = null, bool noAck = false, TimeSpan? claimMinIdleTime = null, int? maxCount = null, int? maxSize = null, CommandFlags flags = CommandFlags.None);
        Task<long> StringAppendAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);
        Task<long> StringDecrementAsync(RedisKey key, long value = 1, CommandFlags flags = CommandFlags.None);
        Task<double> StringDecrementAsync(RedisKey key, double value, CommandFlags flags = CommandFlags.None);
        Task<RedisValue> StringGetAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
        Task<RedisValue[]> StringGetAsync(RedisKey[] keys, CommandFlags flags = CommandFlags.None);
        Task<bool> StringGetBitAsync(RedisKey key, long offset, CommandFlags flags = CommandFlags.None);
        Task<RedisValue> StringGetRangeAsync(RedisKey key, long start, long end, CommandFlags flags = CommandFlags.None);
        Task<RedisValue> StringGetSetAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);
        Task<RedisValue> StringGetSetExpiryAsync(RedisKey key, TimeSpan? expiry, CommandFlags flags = CommandFlags.None);
        Task<RedisValue> StringGetSetExpiryAsync(RedisKey key, DateTime expiry, CommandFlags flags = CommandFlags.None);
        Task<RedisValue> StringGetDeleteAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
        Task<RedisValueWithExpiry> StringGetWithExpiryAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
        Task<long> StringIncrementAsync(RedisKey key, long value = 1, CommandFlags flags = CommandFlags.None);
        Task<double> StringIncrementAsync(RedisKey key, double value, CommandFlags flags = CommandFlags.None);
        Task<bool> StringSetAsync(RedisKey key, RedisValue value, TimeSpan? expiry, When when);
        Task<bool> StringSetAsync(RedisKey key, RedisValue value, TimeSpan? expiry, When when, CommandFlags flags);
        Task<bool> StringSetAsync(RedisKey key, RedisValue value, TimeSpan? expiry, bool keepTtl, When when = When.Always, CommandFlags flags = CommandFlags.None);
        Task<bool> StringSetAsync(RedisKey key, RedisValue value, Expiration expiry = default, ValueCondition when = default, CommandFlags flags = CommandFlags.None);
        Task<bool> StringSetAsync(KeyValuePair<RedisKey, RedisValue>[] values, When when, CommandFlags flags);
        Task<bool> StringSetAsync(KeyValuePair<RedisKey, RedisValue>[] values, When when = When.Always, Expiration expiry = default, CommandFlags flags = CommandFlags.None);
        Task<RedisValue> StringSetAndGetAsync(RedisKey key, RedisValue value, TimeSpan? expiry, When when, CommandFlags flags);
        Task<RedisValue> StringSetAndGetAsync(RedisKey key, RedisValue value, TimeSpan? expiry = null, bool keepTtl = false, When when = When.Always, CommandFlags flags = CommandFlags.None);
        Task<bool> StringSetBitAsync(RedisKey key, long offset, bool bit, CommandFlags flags = CommandFlags.None);
        Task<RedisValue> StringSetRangeAsync(RedisKey key, long offset, RedisValue value, CommandFlags flags = CommandFlags.None);
    }

    public interface IDatabase : IRedis, IRedisAsync, IDatabaseAsync
    {
        IBatch CreateBatch(object? asyncState = null);
        ITransaction CreateTransaction(object? asyncState = null);
        bool HashDelete(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None);
        long HashDelete(RedisKey key, RedisValue[] hashFields, CommandFlags flags = CommandFlags.None);
        bool HashExists(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None);
        RedisValue HashGet(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None);
        RedisValue[] HashGet(RedisKey key, RedisValue[] hashFields, CommandFlags flags = CommandFlags.None);
        HashEntry[] HashGetAll(RedisKey key, CommandFlags flags = CommandFlags.None);
        long HashIncrement(RedisKey key, RedisValue hashField, long value = 1, CommandFlags flags = CommandFlags.None);
        double HashIncrement(RedisKey key, RedisValue hashField, double value, CommandFlags flags = CommandFlags.None);
        RedisValue[] HashKeys(RedisKey key, CommandFlags flags = CommandFlags.None);
        long HashLength(RedisKey key, CommandFlags flags = CommandFlags.None);
        void HashSet(RedisKey key, HashEntry[] hashFields, CommandFlags flags = CommandFlags.None);
        bool HashSet(RedisKey key, RedisValue hashField, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);
        bool KeyDelete(RedisKey key, CommandFlags flags = CommandFlags.None);
        long KeyDelete(RedisKey[] keys, CommandFlags flags = CommandFlags.None);
        bool KeyExists(RedisKey key, CommandFlags flags = CommandFlags.None);
        long KeyExists(RedisKey[] keys, CommandFlags flags = CommandFlags.None);
        bool KeyExpire(RedisKey key, TimeSpan? expiry, CommandFlags flags);
        bool KeyExpire(RedisKey key, TimeSpan? expiry, ExpireWhen when = ExpireWhen.Always, CommandFlags flags = CommandFlags.None);
        bool KeyExpire(RedisKey key, DateTime? expiry, CommandFlags flags);
        bool KeyExpire(RedisKey key, DateTime? expiry, ExpireWhen when = ExpireWhen.Always, CommandFlags flags = CommandFlags.None);
        DateTime? KeyExpireTime(RedisKey key, CommandFlags flags = CommandFlags.None);
        TimeSpan? KeyTimeToLive(RedisKey key, CommandFlags flags = CommandFlags.None);
        RedisType KeyType(RedisKey key, CommandFlags flags = CommandFlags.None);
        RedisValue ListLeftPop(RedisKey key, CommandFlags flags = CommandFlags.None);
        RedisValue[] ListLeftPop(RedisKey key, long count, CommandFlags flags = CommandFlags.None);
        long ListLeftPush(RedisKey key, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);
        long ListLeftPush(RedisKey key, RedisValue[] values, When when = When.Always, CommandFlags flags = CommandFlags.None);
        long ListLeftPush(RedisKey key, RedisValue[] values, CommandFlags flags);
        long ListLength(RedisKey key, CommandFlags flags = CommandFlags.None);
        RedisValue[] ListRange(RedisKey key, long start = 0, long stop = -1, CommandFlags flags = CommandFlags.None);
        long ListRemove(RedisKey key, RedisValue value, long count = 0, CommandFlags flags = CommandFlags.None);
        RedisValue ListRightPop(RedisKey key, CommandFlags flags = CommandFlags.None);
        RedisValue[] ListRightPop(RedisKey key, long count, CommandFlags flags = CommandFlags.None);
        RedisValue ListRightPopLeftPush(RedisKey source, RedisKey destination, CommandFlags flags = CommandFlags.None);
        long ListRightPush(RedisKey key, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);
        long ListRightPush(RedisKey key, RedisValue[] values, When when = When.Always, CommandFlags flags = CommandFlags.None);
        long ListRightPush(RedisKey key, RedisValue[] values, CommandFlags flags);
        void ListTrim(RedisKey key, long start, long stop, CommandFlags flags = CommandFlags.None);
        bool LockExtend(RedisKey key, RedisValue value, TimeSpan expiry, CommandFlags flags = CommandFlags.None);
        RedisValue LockQuery(RedisKey key, CommandFlags flags = CommandFlags.None);
        bool LockRelease(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);
        bool LockTake(RedisKey key, RedisValue value, TimeSpan expiry, CommandFlags flags = CommandFlags.None);
        long Publish(RedisChannel channel, RedisValue message, CommandFlags flags = CommandFlags.None);
        RedisResult Execute(string command, params object[] args);
        RedisResult Execute(string command, ICollection<object> args, CommandFlags flags = CommandFlags.None);
        RedisResult ScriptEvaluate(string script, RedisKey[]? keys = null, RedisValue[]? values = null, CommandFlags flags = CommandFlags.None);
        RedisResult ScriptEvaluate(byte[] hash, RedisKey[]? keys = null, RedisValue[]? values = null, CommandFlags flags = CommandFlags.None);
        RedisResult ScriptEvaluateReadOnly(string script, RedisKey[]? keys = null, RedisValue[]? values = null, CommandFlags flags = CommandFlags.None);
        RedisResult ScriptEvaluateReadOnly(byte[] hash, RedisKey[]? keys = null, RedisValue[]? values = null, CommandFlags flags = CommandFlags.None);
        bool SetAdd(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);
        long SetAdd(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None);
        bool SetContains(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);
        bool[] SetContains(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None);
        long SetLength(RedisKey key, CommandFlags flags = CommandFlags.None);
        RedisValue[] SetMembers(RedisKey key, CommandFlags flags = CommandFlags.None);
        bool SetRemove(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);
        long SetRemove(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None);
        bool SortedSetAdd(RedisKey key, RedisValue member, double score, CommandFlags flags);
        bool SortedSetAdd(RedisKey key, RedisValue member, double score, When when, CommandFlags flags = CommandFlags.None);
        bool SortedSetAdd(RedisKey key, RedisValue member, double score, SortedSetWhen when = SortedSetWhen.Always, CommandFlags flags = CommandFlags.None);
        long SortedSetAdd(RedisKey key, SortedSetEntry[] values, CommandFlags flags);
        long SortedSetAdd(RedisKey key, SortedSetEntry[] values, When when, CommandFlags flags = CommandFlags.None);
        long SortedSetAdd(RedisKey key, SortedSetEntry[] values, SortedSetWhen when = SortedSetWhen.Always, CommandFlags flags = CommandFlags.None);
        double SortedSetIncrement(RedisKey key, RedisValue member, double value, CommandFlags flags = CommandFlags.None);
        double? SortedSetIncrement(RedisKey key, RedisValue member, double value, ValueCondition when, CommandFlags flags);
        long SortedSetLength(RedisKey key, double min = double.NegativeInfinity, double max = double.PositiveInfinity, Exclude exclude = Exclude.None, CommandFlags flags = CommandFlags.None);
        long SortedSetLengthByValue(RedisKey key, RedisValue min, RedisValue max, Exclude exclude = Exclude.None, CommandFlags flags = CommandFlags.None);
        RedisValue[] SortedSetRangeByRank(RedisKey key, long start = 0, long stop = -1, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None);
        long SortedSetRangeAndStore(RedisKey sourceKey, RedisKey destinationKey, RedisValue start, RedisValue stop, SortedSetOrder sortedSetOrder = SortedSetOrder.ByRank, Exclude exclude = Exclude.None, Order order = Order.Ascending, long skip = 0, long? take = null, CommandFlags flags = CommandFlags.None);
        SortedSetEntry[] SortedSetRangeByRankWithScores(RedisKey key, long start = 0, long stop = -1, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None);
        RedisValue[] SortedSetRangeByScore(RedisKey key, double start = double.NegativeInfinity, double stop = double.PositiveInfinity, Exclude exclude = Exclude.None, Order order = Order.Ascending, long skip = 0, long take = -1, CommandFlags flags = CommandFlags.None);
        SortedSetEntry[] SortedSetRangeByScoreWithScores(RedisKey key, double start = double.NegativeInfinity, double stop = double.PositiveInfinity, Exclude exclude = Exclude.None, Order order = Order.Ascending, long skip = 0, long take = -1, CommandFlags flags = CommandFlags.None);
        RedisValue[] SortedSetRangeByValue(RedisKey key, RedisValue min, RedisValue max, Exclude exclude, long skip, long take = -1, CommandFlags flags = CommandFlags.None);
        RedisValue[] SortedSetRangeByValue(RedisKey key, RedisValue min = default, RedisValue max = default, Exclude exclude = Exclude.None, Order order = Order.Ascending, long skip = 0, long take = -1, CommandFlags flags = CommandFlags.None);
        long? SortedSetRank(RedisKey key, RedisValue member, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None);
        bool SortedSetRemove(RedisKey key, RedisValue member, CommandFlags flags = CommandFlags.None);
        long SortedSetRemove(RedisKey key, RedisValue[] members, CommandFlags flags = CommandFlags.None);
        long SortedSetRemoveRangeByRank(RedisKey key, long start, long stop, CommandFlags flags = CommandFlags.None);
        long SortedSetRemoveRangeByScore(RedisKey key, double start, double stop, Exclude exclude = Exclude.None, CommandFlags flags = CommandFlags.None);
        long SortedSetRemoveRangeByValue(RedisKey key, RedisValue min, RedisValue max, Exclude exclude = Exclude.None, CommandFlags flags = CommandFlags.None);
        double? SortedSetScore(RedisKey key, RedisValue member, CommandFlags flags = CommandFlags.None);
        double?[] SortedSetScores(RedisKey key, RedisValue[] members, CommandFlags flags = CommandFlags.None);
        long StreamAcknowledge(RedisKey key, RedisValue groupName, RedisValue messageId, CommandFlags flags = CommandFlags.None);
        long StreamAcknowledge(RedisKey key, RedisValue groupName, RedisValue[] messageIds, CommandFlags flags = CommandFlags.None);
        RedisValue StreamAdd(RedisKey key, RedisValue streamField, RedisValue streamValue, RedisValue? messageId, int? maxLength, bool useApproximateMaxLength, CommandFlags flags);
        RedisValue StreamAdd(RedisKey key, NameValueEntry[] streamPairs, RedisValue? messageId, int? maxLength, bool useApproximateMaxLength, CommandFlags flags);
        bool StreamCreateConsumerGroup(RedisKey key, RedisValue groupName, RedisValue? position, CommandFlags flags);
        bool StreamCreateConsumerGroup(RedisKey key, RedisValue groupName, RedisValue? position = null, bool createStream = true, CommandFlags flags = CommandFlags.None);
        StreamEntry[] StreamRead(RedisKey key, RedisValue position, int? count = null, CommandFlags flags = CommandFlags.None);
        RedisStream[] StreamRead(StreamPosition[] streamPositions, int? countPerStream, CommandFlags flags);
        RedisStream[] StreamRead(StreamPosition[] streamPositions, int? countPerStream = null, int? maxCount = null, int? maxSize = null, CommandFlags flags = CommandFlags.None);
        StreamEntry[] StreamReadGroup(RedisKey key, RedisValue groupName, RedisValue consumerName, RedisValue? position, int? count, CommandFlags flags);
        StreamEntry[] StreamReadGroup(RedisKey key, RedisValue groupName, RedisValue consumerName, RedisValue? position, int? count, bool noAck, CommandFlags flags);
        StreamEntry[] StreamReadGroup(RedisKey key, RedisValue groupName, RedisValue consumerName, RedisValue? position = null, int? count = null, bool noAck = false, TimeSpan? claimMinIdleTime = null, CommandFlags flags = CommandFlags.None);
        RedisStream[] StreamReadGroup(StreamPosition[] streamPositions, RedisValue groupName, RedisValue consumerName, int? countPerStream, CommandFlags flags);
        RedisStream[] StreamReadGroup(StreamPosition[] streamPositions, RedisValue groupName, RedisValue consumerName, int? countPerStream, bool noAck, CommandFlags flags);
        RedisStream[] StreamReadGroup(StreamPosition[] streamPositions, RedisValue groupName, RedisValue consumerName, int? countPerStream, bool noAck, TimeSpan? claimMinIdleTime, CommandFlags flags);
        RedisStream[] StreamReadGroup(StreamPosition[] streamPositions, RedisValue groupName, RedisValue consumerName, int? countPerStream = null, bool noAck = false, TimeSpan? claimMinIdleTime = null, int? maxCount = null, int? maxSize = null, CommandFlags flags = CommandFlags.None);
        long StringAppend(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);
        long StringDecrement(RedisKey key, long value = 1, CommandFlags flags = CommandFlags.None);
        double StringDecrement(RedisKey key, double value, CommandFlags flags = CommandFlags.None);
        RedisValue StringGet(RedisKey key, CommandFlags flags = CommandFlags.None);
        RedisValue[] StringGet(RedisKey[] keys, CommandFlags flags = CommandFlags.None);
        bool StringGetBit(RedisKey key, long offset, CommandFlags flags = CommandFlags.None);
        RedisValue StringGetRange(RedisKey key, long start, long end, CommandFlags flags = CommandFlags.None);
        RedisValue StringGetSet(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);
        RedisValue StringGetSetExpiry(RedisKey key, TimeSpan? expiry, CommandFlags flags = CommandFlags.None);
        RedisValue StringGetSetExpiry(RedisKey key, DateTime expiry, CommandFlags flags = CommandFlags.None);
        RedisValue StringGetDelete(RedisKey key, CommandFlags flags = CommandFlags.None);
        RedisValueWithExpiry StringGetWithExpiry(RedisKey key, CommandFlags flags = CommandFlags.None);
        long StringIncrement(RedisKey key, long value = 1, CommandFlags flags = CommandFlags.None);
        double StringIncrement(RedisKey key, double value, CommandFlags flags = CommandFlags.None);
        bool StringSet(RedisKey key, RedisValue value, TimeSpan? expiry, When when);
        bool StringSet(RedisKey key, RedisValue value, TimeSpan? expiry, When when, CommandFlags flags);
        bool StringSet(RedisKey key, RedisValue value, TimeSpan? expiry, bool keepTtl, When when = When.Always, CommandFlags flags = CommandFlags.None);
        bool StringSet(RedisKey key, RedisValue value, Expiration expiry = default, ValueCondition when = default, CommandFlags flags = CommandFlags.None);
        bool StringSet(KeyValuePair<RedisKey, RedisValue>[] values, When when, CommandFlags flags);
        bool StringSet(KeyValuePair<RedisKey, RedisValue>[] values, When when = When.Always, Expiration expiry = default, CommandFlags flags = CommandFlags.None);
        RedisValue StringSetAndGet(RedisKey key, RedisValue value, TimeSpan? expiry, When when, CommandFlags flags);
        RedisValue StringSetAndGet(RedisKey key, RedisValue value, TimeSpan? expiry = null, bool keepTtl = false, When when = When.Always, CommandFlags flags = CommandFlags.None);
        bool StringSetBit(RedisKey key, long offset, bool bit, CommandFlags flags = CommandFlags.None);
        RedisValue StringSetRange(RedisKey key, long offset, RedisValue value, CommandFlags flags = CommandFlags.None);
        int Database { get; }
    }

    public interface IBatch : IDatabaseAsync, IRedisAsync
    {
        void Execute();
    }

    public interface ITransaction : IBatch, IDatabaseAsync, IRedisAsync
    {
        ConditionResult AddCondition(Condition condition);
        bool Execute(CommandFlags flags = CommandFlags.None);
        Task<bool> ExecuteAsync(CommandFlags flags = CommandFlags.None);
    }

    public abstract class Condition
    {
        internal Condition() { }
        public static Condition HashExists(RedisKey key, RedisValue hashField) => throw null!;
        public static Condition HashNotExists(RedisKey key, RedisValue hashField) => throw null!;
        public static Condition KeyExists(RedisKey key) => throw null!;
        public static Condition KeyNotExists(RedisKey key) => throw null!;
        public static Condition StringEqual(RedisKey key, RedisValue value) => throw null!;
    }

    public sealed class ConditionResult
    {
        internal ConditionResult() { }
        public bool WasSatisfied => throw null!;
    }

    public interface ISubscriber : IRedis, IRedisAsync
    {
        long Publish(RedisChannel channel, RedisValue message, CommandFlags flags = CommandFlags.None);
        Task<long> PublishAsync(RedisChannel channel, RedisValue message, CommandFlags flags = CommandFlags.None);
        void Subscribe(RedisChannel channel, Action<RedisChannel, RedisValue> handler, CommandFlags flags = CommandFlags.None);
        Task SubscribeAsync(RedisChannel channel, Action<RedisChannel, RedisValue> handler, CommandFlags flags = CommandFlags.None);
        ChannelMessageQueue Subscribe(RedisChannel channel, CommandFlags flags = CommandFlags.None);
        Task<ChannelMessageQueue> SubscribeAsync(RedisChannel channel, CommandFlags flags = CommandFlags.None);
        void Unsubscribe(RedisChannel channel, Action<RedisChannel, RedisValue>? handler = null, CommandFlags flags = CommandFlags.None);
        Task UnsubscribeAsync(RedisChannel channel, Action<RedisChannel, RedisValue>? handler = null, CommandFlags flags = CommandFlags.None);
        void UnsubscribeAll(CommandFlags flags = CommandFlags.None);
        Task UnsubscribeAllAsync(CommandFlags flags = CommandFlags.None);
    }

    public readonly struct ChannelMessage
    {
        public RedisChannel Channel => throw null!;
        public RedisValue Message => throw null!;
    }

    public sealed class ChannelMessageQueue : IAsyncEnumerable<ChannelMessage>
    {
        internal ChannelMessageQueue() { }
        public void OnMessage(Action<ChannelMessage> handler) => throw null!;
        public void OnMessage(Func<ChannelMessage, Task> handler) => throw null!;
        public IAsyncEnumerator<ChannelMessage> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw null!;
    }

    public readonly struct RedisKey
    {
        public override string ToString() => throw null!;
        public static implicit operator RedisKey(string? key) => throw null!;
        public static implicit operator RedisKey(byte[]? key) => throw null!;
        public static implicit operator byte[]?(RedisKey key) => throw null!;
        public static implicit operator string?(RedisKey key) => throw null!;
    }

    public readonly struct RedisValue
    {
        public override string ToString() => throw null!;
        public static implicit operator RedisValue(int value) => throw null!;
        public static implicit operator RedisValue(int? value) => throw null!;
        public static implicit operator RedisValue(long value) => throw null!;
        public static implicit operator RedisValue(long? value) => throw null!;
        public static implicit operator RedisValue(ulong value) => throw null!;
        public static implicit operator RedisValue(ulong? value) => throw null!;
        public static implicit operator RedisValue(uint value) => throw null!;
        public static implicit operator RedisValue(uint? value) => throw null!;
        public static implicit operator RedisValue(double value) => throw null!;
        public static implicit operator RedisValue(double? value) => throw null!;
        public static implicit operator RedisValue(ReadOnlyMemory<byte> value) => throw null!;
        public static implicit operator RedisValue(ReadOnlySequence<byte> value) => throw null!;
        public static implicit operator RedisValue(Memory<byte> value) => throw null!;
        public static implicit operator RedisValue(string? value) => throw null!;
        public static implicit operator RedisValue(byte[]? value) => throw null!;
        public static implicit operator RedisValue(bool value) => throw null!;
        public static implicit operator RedisValue(bool? value) => throw null!;
        public static explicit operator bool(RedisValue value) => throw null!;
        public static explicit operator int(RedisValue value) => throw null!;
        public static explicit operator long(RedisValue value) => throw null!;
        public static explicit operator uint(RedisValue value) => throw null!;
        public static explicit operator ulong(RedisValue value) => throw null!;
        public static explicit operator double(RedisValue value) => throw null!;
        public static explicit operator decimal(RedisValue value) => throw null!;
        public static explicit operator float(RedisValue value) => throw null!;
        public static explicit operator double?(RedisValue value) => throw null!;
        public static explicit operator float?(RedisValue value) => throw null!;
        public static explicit operator decimal?(RedisValue value) => throw null!;
        public static explicit operator long?(RedisValue value) => throw null!;
        public static explicit operator ulong?(RedisValue value) => throw null!;
        public static explicit operator int?(RedisValue value) => throw null!;
        public static explicit operator uint?(RedisValue value) => throw null!;
        public static explicit operator bool?(RedisValue value) => throw null!;
        public static implicit operator string?(RedisValue value) => throw null!;
        public static implicit operator byte[]?(RedisValue value) => throw null!;
        public static implicit operator ReadOnlyMemory<byte>(RedisValue value) => throw null!;
        public static implicit operator ReadOnlySequence<byte>(RedisValue value) => throw null!;
        public bool TryParse(out long val) => throw null!;
        public bool TryParse(out int val) => throw null!;
        public bool TryParse(out double val) => throw null!;
        public static RedisValue EmptyString => throw null!;
        public static RedisValue Null => throw null!;
        public bool IsInteger => throw null!;
        public bool IsNull => throw null!;
        public bool IsNullOrEmpty => throw null!;
        public bool HasValue => throw null!;
    }

    public readonly struct RedisChannel
    {
        public static RedisChannel Literal(string value) => throw null!;
        public static RedisChannel Literal(byte[] value) => throw null!;
        public static RedisChannel Pattern(string value) => throw null!;
        public static RedisChannel Pattern(byte[] value) => throw null!;
        public static implicit operator RedisChannel(string key) => throw null!;
        public static implicit operator RedisChannel(byte[]? key) => throw null!;
        public static implicit operator byte[]?(RedisChannel key) => throw null!;
        public static implicit operator string?(RedisChannel key) => throw null!;
    }

    public abstract class RedisResult
    {
        public override string ToString() => throw null!;
        public abstract string? ToString(out string? type);
        public static explicit operator string?(RedisResult? result) => throw null!;
        public static explicit operator byte[]?(RedisResult? result) => throw null!;
        public static explicit operator double(RedisResult result) => throw null!;
        public static explicit operator long(RedisResult result) => throw null!;
        public static explicit operator ulong(RedisResult result) => throw null!;
        public static explicit operator int(RedisResult result) => throw null!;
        public static explicit operator bool(RedisResult result) => throw null!;
        public static explicit operator RedisValue(RedisResult? result) => throw null!;
        public static explicit operator RedisKey(RedisResult? result) => throw null!;
        public static explicit operator double?(RedisResult? result) => throw null!;
        public static explicit operator long?(RedisResult? result) => throw null!;
        public static explicit operator ulong?(RedisResult? result) => throw null!;
        public static explicit operator int?(RedisResult? result) => throw null!;
        public static explicit operator bool?(RedisResult? result) => throw null!;
        public static explicit operator string?[]?(RedisResult? result) => throw null!;
        public static explicit operator byte[]?[]?(RedisResult? result) => throw null!;
        public static explicit operator double[]?(RedisResult? result) => throw null!;
        public static explicit operator long[]?(RedisResult? result) => throw null!;
        public static explicit operator ulong[]?(RedisResult? result) => throw null!;
        public static explicit operator int[]?(RedisResult? result) => throw null!;
        public static explicit operator bool[]?(RedisResult? result) => throw null!;
        public static explicit operator RedisValue[]?(RedisResult? result) => throw null!;
        public static explicit operator RedisKey[]?(RedisResult? result) => throw null!;
        public static explicit operator RedisResult[]?(RedisResult? result) => throw null!;
        public abstract bool IsNull { get; }
    }

    public readonly struct RedisValueWithExpiry
    {
        public TimeSpan? Expiry => throw null!;
        public RedisValue Value => throw null!;
    }

    public readonly struct HashEntry
    {
        public HashEntry(RedisValue name, RedisValue value) { }
        public static implicit operator KeyValuePair<RedisValue, RedisValue>(HashEntry value) => throw null!;
        public static implicit operator HashEntry(KeyValuePair<RedisValue, RedisValue> value) => throw null!;
        public override string ToString() => throw null!;
        public override int GetHashCode() => throw null!;
        public override bool Equals(object? obj) => throw null!;
        public bool Equals(HashEntry other) => throw null!;
        public RedisValue Name => throw null!;
        public RedisValue Value => throw null!;
        public RedisValue Key => throw null!;
    }

    public readonly struct SortedSetEntry
    {
        public SortedSetEntry(RedisValue element, double score) { }
        public static implicit operator KeyValuePair<RedisValue, double>(SortedSetEntry value) => throw null!;
        public static implicit operator SortedSetEntry(KeyValuePair<RedisValue, double> value) => throw null!;
        public override string ToString() => throw null!;
        public override int GetHashCode() => throw null!;
        public override bool Equals(object? obj) => throw null!;
        public bool Equals(SortedSetEntry other) => throw null!;
        public int CompareTo(SortedSetEntry other) => throw null!;
        public int CompareTo(object? obj) => throw null!;
        public RedisValue Element => throw null!;
        public double Score => throw null!;
        public double Value => throw null!;
        public RedisValue Key => throw null!;
    }

    public readonly struct NameValueEntry
    {
        public NameValueEntry(RedisValue name, RedisValue value) { }
        public static implicit operator KeyValuePair<RedisValue, RedisValue>(NameValueEntry value) => throw null!;
        public static implicit operator NameValueEntry(KeyValuePair<RedisValue, RedisValue> value) => throw null!;
        public override string ToString() => throw null!;
        public override int GetHashCode() => throw null!;
        public override bool Equals(object? obj) => throw null!;
        public bool Equals(NameValueEntry other) => throw null!;
        public RedisValue Name => throw null!;
        public RedisValue Value => throw null!;
    }

    public readonly struct StreamEntry
    {
        public RedisValue Id => throw null!;
        public NameValueEntry[] Values => throw null!;
    }

    public readonly struct RedisStream
    {
        public RedisKey Key => throw null!;
        public StreamEntry[] Entries => throw null!;
    }

    public struct StreamPosition
    {
        public StreamPosition(RedisKey key, RedisValue position) { }
        public static RedisValue Beginning => throw null!;
        public static RedisValue NewMessages => throw null!;
    }

    public readonly struct Expiration
    {
        public Expiration(DateTime when) { }
        public static implicit operator Expiration(DateTime when) => throw null!;
        public static implicit operator Expiration(TimeSpan ttl) => throw null!;
        public Expiration(TimeSpan ttl) { }
        public override string ToString() => throw null!;
        public override int GetHashCode() => throw null!;
        public override bool Equals(object? obj) => throw null!;
        public static Expiration Default => throw null!;
        public static Expiration KeepTtl => throw null!;
        public static Expiration Persist => throw null!;
    }

    public readonly struct ValueCondition
    {
        public override string ToString() => throw null!;
        public override bool Equals(object? obj) => throw null!;
        public override int GetHashCode() => throw null!;
        public static ValueCondition Equal(in RedisValue value) => throw null!;
        public static ValueCondition NotEqual(in RedisValue value) => throw null!;
        public static ValueCondition DigestEqual(in RedisValue value) => throw null!;
        public static ValueCondition DigestNotEqual(in RedisValue value) => throw null!;
        public static ValueCondition CalculateDigest(in ReadOnlySequence<byte> value) => throw null!;
        public static ValueCondition CalculateDigest(ReadOnlySpan<byte> value) => throw null!;
        public static ValueCondition ParseDigest(ReadOnlySpan<char> digest) => throw null!;
        public static ValueCondition ParseDigest(ReadOnlySpan<byte> digest) => throw null!;
        public static implicit operator ValueCondition(When when) => throw null!;
        public ValueCondition AsDigest() => throw null!;
        public static ValueCondition Always => throw null!;
        public static ValueCondition Exists => throw null!;
        public static ValueCondition NotExists => throw null!;
        public RedisValue Value => throw null!;
    }

    public enum When
    {
        Always = 0,
        Exists = 1,
        NotExists = 2,
    }

    public enum ExpireWhen
    {
        Always = 0,
        GreaterThanCurrentExpiry = 1,
        HasExpiry = 2,
        HasNoExpiry = 3,
        LessThanCurrentExpiry = 4,
    }

    public enum ExpireResult
    {
        Due = 2,
        Success = 1,
        ConditionNotMet = 0,
        NoSuchField = -2,
    }

    public enum PersistResult
    {
        Success = 1,
        ConditionNotMet = -1,
        NoSuchField = -2,
    }

    [System.Flags]
    public enum CommandFlags
    {
        None = 0,
        HighPriority = 1,
        FireAndForget = 2,
        PreferSlave = 8,
        DemandSlave = 12,
        PreferMaster = 0,
        DemandMaster = 4,
        PreferReplica = 8,
        DemandReplica = 12,
        NoRedirect = 64,
        NoScriptCache = 512,
        CommandRetryAlways = 8192,
        CommandRetryConnection = 32768,
        CommandRetryReadOnly = 65536,
        CommandRetryWriteChecked = 98304,
        CommandRetryWriteLastWins = 131072,
        CommandRetryWriteAccumulating = 163840,
        CommandRetryServerAdmin = 196608,
        CommandRetryNever = 253952,
    }

    public enum Order
    {
        Ascending = 0,
        Descending = 1,
    }

    [System.Flags]
    public enum Exclude
    {
        None = 0,
        Start = 1,
        Stop = 2,
        Both = 3,
    }

    public enum Aggregate
    {
        Sum = 0,
        Min = 1,
        Max = 2,
        Count = 3,
    }

    public enum SetOperation
    {
        Union = 0,
        Intersect = 1,
        Difference = 2,
    }

    public enum ListSide
    {
        Left = 0,
        Right = 1,
    }

    public enum SortType
    {
        Numeric = 0,
        Alphabetic = 1,
    }

    public enum RedisType
    {
        None = 0,
        String = 1,
        List = 2,
        Set = 3,
        SortedSet = 4,
        Hash = 5,
        Stream = 6,
        Unknown = 7,
        VectorSet = 8,
        Array = 9,
        Bitmap = 10,
    }

    public enum SortedSetOrder
    {
        ByRank = 0,
        ByScore = 1,
        ByLex = 2,
    }

    [System.Flags]
    public enum SortedSetWhen
    {
        Always = 0,
        Exists = 1,
        GreaterThan = 2,
        LessThan = 4,
        NotExists = 8,
    }

    public enum Bitwise
    {
        And = 0,
        Or = 1,
        Xor = 2,
        Not = 3,
        Diff = 4,
        Diff1 = 5,
        AndOr = 6,
        One = 7,
    }

    public enum StringIndexType
    {
        Byte = 0,
        Bit = 1,
    }

    public class RedisException : Exception
    {
        internal RedisException() { }
        public RedisException(string message) { }
        public RedisException(string message, Exception? innerException) { }
        protected RedisException(SerializationInfo info, StreamingContext ctx) { }
    }

    public sealed class RedisCommandException : Exception
    {
        public RedisCommandException(string message) { }
        public RedisCommandException(string message, Exception innerException) { }
    }

    public sealed class RedisConnectionException : RedisException
    {
        public RedisConnectionException(ConnectionFailureType failureType, string message) { }
        public RedisConnectionException(ConnectionFailureType failureType, string message, Exception? innerException) { }
        public RedisConnectionException(ConnectionFailureType failureType, string message, Exception? innerException, CommandStatus commandStatus) { }
        public RedisConnectionException(ConnectionFailureType failureType, CommandFlags flags, string message, Exception? innerException = null, CommandStatus commandStatus = CommandStatus.Unknown) { }
        public ConnectionFailureType FailureType => throw null!;
    }

    public sealed class RedisTimeoutException : TimeoutException
    {
        public RedisTimeoutException(string message, CommandStatus commandStatus) { }
        public RedisTimeoutException(CommandFlags flags, string message, CommandStatus commandStatus) { }
    }

    public sealed class RedisServerException : RedisException
    {
        public RedisServerException(string message) { }
    }

    public enum CommandStatus
    {
        Unknown = 0,
        WaitingToBeSent = 1,
        Sent = 2,
        WaitingInBacklog = 3,
    }
}
