// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.Buffers;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Microsoft.Extensions.Caching.StackExchangeRedis
{
    using Microsoft.Extensions.DependencyInjection;

    public class RedisCacheOptions : IOptions<RedisCacheOptions>
    {
        public RedisCacheOptions() { }
        public string? Configuration { get => throw null!; set { } }
        public ConfigurationOptions? ConfigurationOptions { get => throw null!; set { } }
        public Func<Task<IConnectionMultiplexer>>? ConnectionMultiplexerFactory { get => throw null!; set { } }
        public string? InstanceName { get => throw null!; set { } }
        RedisCacheOptions IOptions<RedisCacheOptions>.Value { get => throw null!; }
    }

    public class RedisCache : IBufferDistributedCache, IDistributedCache, IDisposable
    {
        public RedisCache(IOptions<RedisCacheOptions> optionsAccessor) { }
        public byte[]? Get(string key) => throw null!;
        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => throw null!;
        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw null!;
        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) => throw null!;
        public void Refresh(string key) => throw null!;
        public Task RefreshAsync(string key, CancellationToken token = default) => throw null!;
        public void Remove(string key) => throw null!;
        public Task RemoveAsync(string key, CancellationToken token = default) => throw null!;
        public void Dispose() => throw null!;
        bool IBufferDistributedCache.TryGet(string key, IBufferWriter<byte> destination) => throw null!;
        ValueTask<bool> IBufferDistributedCache.TryGetAsync(string key, IBufferWriter<byte> destination, CancellationToken token = default) => throw null!;
        void IBufferDistributedCache.Set(string key, ReadOnlySequence<byte> value, DistributedCacheEntryOptions options) => throw null!;
        ValueTask IBufferDistributedCache.SetAsync(string key, ReadOnlySequence<byte> value, DistributedCacheEntryOptions options, CancellationToken token = default) => throw null!;
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    using Microsoft.Extensions.Caching.StackExchangeRedis;

    public static class StackExchangeRedisCacheServiceCollectionExtensions
    {
        public static IServiceCollection AddStackExchangeRedisCache(this IServiceCollection services, Action<RedisCacheOptions> setupAction) => throw null!;
    }
}
