// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using StackExchange.Redis;

namespace Microsoft.AspNetCore.DataProtection
{
    public static class StackExchangeRedisDataProtectionBuilderExtensions
    {
        public static IDataProtectionBuilder PersistKeysToStackExchangeRedis(this IDataProtectionBuilder builder, Func<IDatabase> databaseFactory, RedisKey key) => throw null!;
        public static IDataProtectionBuilder PersistKeysToStackExchangeRedis(this IDataProtectionBuilder builder, IConnectionMultiplexer connectionMultiplexer) => throw null!;
        public static IDataProtectionBuilder PersistKeysToStackExchangeRedis(this IDataProtectionBuilder builder, IConnectionMultiplexer connectionMultiplexer, RedisKey key) => throw null!;
    }
}
