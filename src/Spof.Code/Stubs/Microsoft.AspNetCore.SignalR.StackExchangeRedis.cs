// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.StackExchangeRedis;
using StackExchange.Redis;

namespace Microsoft.AspNetCore.SignalR.StackExchangeRedis
{
    public class RedisOptions
    {
        public RedisOptions() { }
        public ConfigurationOptions Configuration { get => throw null!; set { } }
        public Func<TextWriter, Task<IConnectionMultiplexer>>? ConnectionFactory { get => throw null!; set { } }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class StackExchangeRedisDependencyInjectionExtensions
    {
        public static ISignalRServerBuilder AddStackExchangeRedis(this ISignalRServerBuilder signalrBuilder) => throw null!;
        public static ISignalRServerBuilder AddStackExchangeRedis(this ISignalRServerBuilder signalrBuilder, string redisConnectionString) => throw null!;
        public static ISignalRServerBuilder AddStackExchangeRedis(this ISignalRServerBuilder signalrBuilder, Action<RedisOptions> configure) => throw null!;
        public static ISignalRServerBuilder AddStackExchangeRedis(this ISignalRServerBuilder signalrBuilder, string redisConnectionString, Action<RedisOptions> configure) => throw null!;
    }
}
