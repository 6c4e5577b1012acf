// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.OutputCaching.StackExchangeRedis;
using StackExchange.Redis;

namespace Microsoft.AspNetCore.OutputCaching.StackExchangeRedis
{
    public sealed class RedisOutputCacheOptions
    {
        public RedisOutputCacheOptions() { }
        public string? Configuration { get => throw null!; set { } }
        public ConfigurationOptions? ConfigurationOptions { get => throw null!; set { } }
        public Func<Task<IConnectionMultiplexer>>? ConnectionMultiplexerFactory { get => throw null!; set { } }
        public string? InstanceName { get => throw null!; set { } }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class StackExchangeRedisOutputCacheServiceCollectionExtensions
    {
        public static IServiceCollection AddStackExchangeRedisOutputCache(this IServiceCollection services, Action<RedisOutputCacheOptions> setupAction) => throw null!;
    }
}
