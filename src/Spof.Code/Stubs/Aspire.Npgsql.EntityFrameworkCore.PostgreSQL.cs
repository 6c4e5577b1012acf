// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using Aspire.Npgsql.EntityFrameworkCore.PostgreSQL;
using Microsoft.EntityFrameworkCore;

namespace Aspire.Npgsql.EntityFrameworkCore.PostgreSQL
{
    public class NpgsqlEntityFrameworkCorePostgreSQLSettings
    {
        public NpgsqlEntityFrameworkCorePostgreSQLSettings() { }
        public string? ConnectionString { get => throw null!; set { } }
        public bool DisableRetry { get => throw null!; set { } }
        public bool DisableHealthChecks { get => throw null!; set { } }
        public bool DisableTracing { get => throw null!; set { } }
        public bool DisableMetrics { get => throw null!; set { } }
        public int? CommandTimeout { get => throw null!; set { } }
    }
}

namespace Microsoft.Extensions.Hosting
{
    public static class AspireEFPostgreSqlExtensions
    {
        public static void AddNpgsqlDbContext<TContext>(this IHostApplicationBuilder builder, string connectionName, Action<NpgsqlEntityFrameworkCorePostgreSQLSettings>? configureSettings = null, Action<DbContextOptionsBuilder>? configureDbContextOptions = null) where TContext : DbContext => throw null!;
        public static void EnrichNpgsqlDbContext<TContext>(this IHostApplicationBuilder builder, Action<NpgsqlEntityFrameworkCorePostgreSQLSettings>? configureSettings = null) where TContext : DbContext => throw null!;
    }
}
