// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.Collections.Generic;
using System.Data.Common;

namespace Microsoft.EntityFrameworkCore
{
    using Microsoft.EntityFrameworkCore.Infrastructure;
    using Microsoft.EntityFrameworkCore.SqlServer.Infrastructure.Internal;
    using Microsoft.Extensions.DependencyInjection;

    public static class SqlServerDbContextOptionsExtensions
    {
        public static DbContextOptionsBuilder UseSqlServer(this DbContextOptionsBuilder optionsBuilder, Action<SqlServerDbContextOptionsBuilder>? sqlServerOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseSqlServer(this DbContextOptionsBuilder optionsBuilder, string? connectionString, Action<SqlServerDbContextOptionsBuilder>? sqlServerOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseSqlServer(this DbContextOptionsBuilder optionsBuilder, DbConnection connection, Action<SqlServerDbContextOptionsBuilder>? sqlServerOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseSqlServer(this DbContextOptionsBuilder optionsBuilder, DbConnection connection, bool contextOwnsConnection, Action<SqlServerDbContextOptionsBuilder>? sqlServerOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder<TContext> UseSqlServer<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, Action<SqlServerDbContextOptionsBuilder>? sqlServerOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder<TContext> UseSqlServer<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, string? connectionString, Action<SqlServerDbContextOptionsBuilder>? sqlServerOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder<TContext> UseSqlServer<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, DbConnection connection, Action<SqlServerDbContextOptionsBuilder>? sqlServerOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder<TContext> UseSqlServer<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, DbConnection connection, bool contextOwnsConnection, Action<SqlServerDbContextOptionsBuilder>? sqlServerOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder UseAzureSql(this DbContextOptionsBuilder optionsBuilder, Action<AzureSqlDbContextOptionsBuilder>? azureSqlOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseAzureSql(this DbContextOptionsBuilder optionsBuilder, string? connectionString, Action<AzureSqlDbContextOptionsBuilder>? azureSqlOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseAzureSql(this DbContextOptionsBuilder optionsBuilder, DbConnection connection, Action<AzureSqlDbContextOptionsBuilder>? azureSqlOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseAzureSql(this DbContextOptionsBuilder optionsBuilder, DbConnection connection, bool contextOwnsConnection, Action<AzureSqlDbContextOptionsBuilder>? azureSqlOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder<TContext> UseAzureSql<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, Action<AzureSqlDbContextOptionsBuilder>? azureSqlOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder<TContext> UseAzureSql<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, string? connectionString, Action<AzureSqlDbContextOptionsBuilder>? azureSqlOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder<TContext> UseAzureSql<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, DbConnection connection, Action<AzureSqlDbContextOptionsBuilder>? azureSqlOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder<TContext> UseAzureSql<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, DbConnection connection, bool contextOwnsConnection, Action<AzureSqlDbContextOptionsBuilder>? azureSqlOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder UseAzureSynapse(this DbContextOptionsBuilder optionsBuilder, Action<AzureSynapseDbContextOptionsBuilder>? azureSynapseOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseAzureSynapse(this DbContextOptionsBuilder optionsBuilder, string? connectionString, Action<AzureSynapseDbContextOptionsBuilder>? azureSynapseOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseAzureSynapse(this DbContextOptionsBuilder optionsBuilder, DbConnection connection, Action<AzureSynapseDbContextOptionsBuilder>? azureSynapseOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseAzureSynapse(this DbContextOptionsBuilder optionsBuilder, DbConnection connection, bool contextOwnsConnection, Action<AzureSynapseDbContextOptionsBuilder>? azureSynapseOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder<TContext> UseAzureSynapse<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, Action<AzureSynapseDbContextOptionsBuilder>? azureSynapseOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder<TContext> UseAzureSynapse<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, string? connectionString, Action<AzureSynapseDbContextOptionsBuilder>? azureSynapseOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder<TContext> UseAzureSynapse<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, DbConnection connection, Action<AzureSynapseDbContextOptionsBuilder>? azureSynapseOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder<TContext> UseAzureSynapse<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, DbConnection connection, bool contextOwnsConnection, Action<AzureSynapseDbContextOptionsBuilder>? azureSynapseOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder ConfigureSqlEngine(this DbContextOptionsBuilder optionsBuilder, Action<SqlEngineDbContextOptionsBuilder>? sqlEngineOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder<TContext> ConfigureSqlEngine<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, Action<SqlEngineDbContextOptionsBuilder>? sqlEngineOptionsAction = null) where TContext : DbContext => throw null!;
    }
}

namespace Microsoft.EntityFrameworkCore.Infrastructure
{
    using Microsoft.EntityFrameworkCore.SqlServer.Infrastructure.Internal;
    using Microsoft.Extensions.DependencyInjection;

    public class SqlEngineDbContextOptionsBuilder : SqlEngineDbContextOptionsBuilderBase<SqlEngineDbContextOptionsBuilder>
    {
        public SqlEngineDbContextOptionsBuilder(DbContextOptionsBuilder optionsBuilder) : base(optionsBuilder) { }
        public virtual SqlEngineDbContextOptionsBuilder EnableRetryOnFailureByDefault() => throw null!;
    }

    public abstract class SqlEngineDbContextOptionsBuilderBase<TSelf> : RelationalDbContextOptionsBuilder<TSelf, SqlServerOptionsExtension> where TSelf : SqlEngineDbContextOptionsBuilderBase<TSelf>
    {
        protected SqlEngineDbContextOptionsBuilderBase(DbContextOptionsBuilder optionsBuilder) : base(optionsBuilder) { }
    }

    public class SqlServerDbContextOptionsBuilder : SqlEngineDbContextOptionsBuilderBase<SqlServerDbContextOptionsBuilder>
    {
        public SqlServerDbContextOptionsBuilder(DbContextOptionsBuilder optionsBuilder) : base(optionsBuilder) { }
        public virtual SqlServerDbContextOptionsBuilder EnableRetryOnFailure() => throw null!;
        public virtual SqlServerDbContextOptionsBuilder EnableRetryOnFailure(int maxRetryCount) => throw null!;
        public virtual SqlServerDbContextOptionsBuilder EnableRetryOnFailure(ICollection<int> errorNumbersToAdd) => throw null!;
        public virtual SqlServerDbContextOptionsBuilder EnableRetryOnFailure(int maxRetryCount, TimeSpan maxRetryDelay, IEnumerable<int>? errorNumbersToAdd) => throw null!;
        public virtual SqlServerDbContextOptionsBuilder UseCompatibilityLevel(int compatibilityLevel) => throw null!;
    }

    public class AzureSqlDbContextOptionsBuilder : SqlEngineDbContextOptionsBuilderBase<AzureSqlDbContextOptionsBuilder>
    {
        public AzureSqlDbContextOptionsBuilder(DbContextOptionsBuilder optionsBuilder) : base(optionsBuilder) { }
        public virtual AzureSqlDbContextOptionsBuilder EnableRetryOnFailure() => throw null!;
        public virtual AzureSqlDbContextOptionsBuilder EnableRetryOnFailure(int maxRetryCount) => throw null!;
        public virtual AzureSqlDbContextOptionsBuilder EnableRetryOnFailure(ICollection<int> errorNumbersToAdd) => throw null!;
        public virtual AzureSqlDbContextOptionsBuilder EnableRetryOnFailure(int maxRetryCount, TimeSpan maxRetryDelay, IEnumerable<int>? errorNumbersToAdd) => throw null!;
    }

    public class AzureSynapseDbContextOptionsBuilder : SqlEngineDbContextOptionsBuilderBase<AzureSynapseDbContextOptionsBuilder>
    {
        public AzureSynapseDbContextOptionsBuilder(DbContextOptionsBuilder optionsBuilder) : base(optionsBuilder) { }
        public virtual AzureSynapseDbContextOptionsBuilder EnableRetryOnFailure() => throw null!;
        public virtual AzureSynapseDbContextOptionsBuilder EnableRetryOnFailure(int maxRetryCount) => throw null!;
        public virtual AzureSynapseDbContextOptionsBuilder EnableRetryOnFailure(ICollection<int> errorNumbersToAdd) => throw null!;
        public virtual AzureSynapseDbContextOptionsBuilder EnableRetryOnFailure(int maxRetryCount, TimeSpan maxRetryDelay, IEnumerable<int>? errorNumbersToAdd) => throw null!;
    }
}

namespace Microsoft.EntityFrameworkCore.SqlServer.Infrastructure.Internal
{
    using Microsoft.EntityFrameworkCore.Infrastructure;
    using Microsoft.Extensions.DependencyInjection;

    public class SqlServerOptionsExtension : RelationalOptionsExtension, IDbContextOptionsExtension
    {
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    using Microsoft.EntityFrameworkCore;
    using Microsoft.EntityFrameworkCore.Infrastructure;
    using Microsoft.EntityFrameworkCore.SqlServer.Infrastructure.Internal;

    public static class SqlServerServiceCollectionExtensions
    {
        public static IServiceCollection AddSqlServer<TContext>(this IServiceCollection serviceCollection, string? connectionString, Action<SqlServerDbContextOptionsBuilder>? sqlServerOptionsAction = null, Action<DbContextOptionsBuilder>? optionsAction = null) where TContext : DbContext => throw null!;
        public static IServiceCollection AddAzureSql<TContext>(this IServiceCollection serviceCollection, string? connectionString, Action<AzureSqlDbContextOptionsBuilder>? azureSqlOptionsAction = null, Action<DbContextOptionsBuilder>? optionsAction = null) where TContext : DbContext => throw null!;
        public static IServiceCollection AddAzureSynapse<TContext>(this IServiceCollection serviceCollection, string? connectionString, Action<AzureSynapseDbContextOptionsBuilder>? azureSynapseOptionsAction = null, Action<DbContextOptionsBuilder>? optionsAction = null) where TContext : DbContext => throw null!;
    }
}
