// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.Collections.Generic;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Microsoft.EntityFrameworkCore
{
    using Microsoft.Extensions.DependencyInjection;
    using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
    using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;

    public static class NpgsqlDbContextOptionsBuilderExtensions
    {
        public static DbContextOptionsBuilder UseNpgsql(this DbContextOptionsBuilder optionsBuilder, Action<NpgsqlDbContextOptionsBuilder>? npgsqlOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseNpgsql(this DbContextOptionsBuilder optionsBuilder, string? connectionString, Action<NpgsqlDbContextOptionsBuilder>? npgsqlOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseNpgsql(this DbContextOptionsBuilder optionsBuilder, DbConnection connection, Action<NpgsqlDbContextOptionsBuilder>? npgsqlOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseNpgsql(this DbContextOptionsBuilder optionsBuilder, DbConnection connection, bool contextOwnsConnection, Action<NpgsqlDbContextOptionsBuilder>? npgsqlOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseNpgsql(this DbContextOptionsBuilder optionsBuilder, DbDataSource dataSource, Action<NpgsqlDbContextOptionsBuilder>? npgsqlOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder<TContext> UseNpgsql<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, Action<NpgsqlDbContextOptionsBuilder>? npgsqlOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder<TContext> UseNpgsql<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, string? connectionString, Action<NpgsqlDbContextOptionsBuilder>? npgsqlOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder<TContext> UseNpgsql<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, DbConnection connection, Action<NpgsqlDbContextOptionsBuilder>? npgsqlOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder<TContext> UseNpgsql<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, DbConnection connection, bool contextOwnsConnection, Action<NpgsqlDbContextOptionsBuilder>? npgsqlOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder<TContext> UseNpgsql<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, DbDataSource dataSource, Action<NpgsqlDbContextOptionsBuilder>? npgsqlOptionsAction = null) where TContext : DbContext => throw null!;
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    using Microsoft.EntityFrameworkCore;
    using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
    using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;

    public static class NpgsqlServiceCollectionExtensions
    {
        public static IServiceCollection AddNpgsql<TContext>(this IServiceCollection serviceCollection, string? connectionString, Action<NpgsqlDbContextOptionsBuilder>? npgsqlOptionsAction = null, Action<DbContextOptionsBuilder>? optionsAction = null) where TContext : DbContext => throw null!;
    }
}

namespace Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure
{
    using Microsoft.EntityFrameworkCore;
    using Microsoft.Extensions.DependencyInjection;
    using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;

    public class NpgsqlDbContextOptionsBuilder : RelationalDbContextOptionsBuilder<NpgsqlDbContextOptionsBuilder, NpgsqlOptionsExtension>
    {
        public NpgsqlDbContextOptionsBuilder(DbContextOptionsBuilder optionsBuilder) : base(optionsBuilder) { }
        public virtual NpgsqlDbContextOptionsBuilder ConfigureDataSource(Action<NpgsqlDataSourceBuilder> dataSourceBuilderAction) => throw null!;
        public virtual NpgsqlDbContextOptionsBuilder UseAdminDatabase(string? dbName) => throw null!;
        public virtual NpgsqlDbContextOptionsBuilder SetPostgresVersion(Version? postgresVersion) => throw null!;
        public virtual NpgsqlDbContextOptionsBuilder SetPostgresVersion(int major, int minor) => throw null!;
        public virtual NpgsqlDbContextOptionsBuilder EnableRetryOnFailure() => throw null!;
        public virtual NpgsqlDbContextOptionsBuilder EnableRetryOnFailure(int maxRetryCount) => throw null!;
        public virtual NpgsqlDbContextOptionsBuilder EnableRetryOnFailure(ICollection<string>? errorCodesToAdd) => throw null!;
        public virtual NpgsqlDbContextOptionsBuilder EnableRetryOnFailure(int maxRetryCount, TimeSpan maxRetryDelay, ICollection<string>? errorCodesToAdd) => throw null!;
    }
}

namespace Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal
{
    using Microsoft.EntityFrameworkCore;
    using Microsoft.Extensions.DependencyInjection;

    public class NpgsqlOptionsExtension : RelationalOptionsExtension
    {
    }
}
