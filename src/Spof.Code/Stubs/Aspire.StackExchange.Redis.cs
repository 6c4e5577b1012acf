// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using Aspire.StackExchange.Redis;
using StackExchange.Redis;

namespace Aspire.StackExchange.Redis
{
    public sealed class StackExchangeRedisSettings
    {
        public StackExchangeRedisSettings() { }
        public string? ConnectionString { get => throw null!; set { } }
        public bool DisableHealthChecks { get => throw null!; set { } }
        public bool DisableTracing { get => throw null!; set { } }
    }
}

namespace Microsoft.Extensions.Hosting
{
    public static class AspireRedisExtensions
    {
        public static void AddRedisClient(this IHostApplicationBuilder builder, string connectionName, Action<StackExchangeRedisSettings>? configureSettings = null, Action<ConfigurationOptions>? configureOptions = null) => throw null!;
        public static void AddKeyedRedisClient(this IHostApplicationBuilder builder, string name, Action<StackExchangeRedisSettings>? configureSettings = null, Action<ConfigurationOptions>? configureOptions = null) => throw null!;
    }
}
