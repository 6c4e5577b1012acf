// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.Collections.Generic;
using System.Data.Common;
using MySqlConnector;

namespace Microsoft.EntityFrameworkCore
{
    using Microsoft.EntityFrameworkCore.Infrastructure;

    public static class MySqlDbContextOptionsBuilderExtensions
    {
        public static DbContextOptionsBuilder UseMySql(this DbContextOptionsBuilder optionsBuilder, ServerVersion serverVersion, Action<MySqlDbContextOptionsBuilder>? mySqlOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseMySql(this DbContextOptionsBuilder optionsBuilder, string connectionString, ServerVersion serverVersion, Action<MySqlDbContextOptionsBuilder>? mySqlOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseMySql(this DbContextOptionsBuilder optionsBuilder, DbConnection connection, ServerVersion serverVersion, Action<MySqlDbContextOptionsBuilder>? mySqlOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseMySql(this DbContextOptionsBuilder optionsBuilder, DbDataSource dataSource, ServerVersion serverVersion, Action<MySqlDbContextOptionsBuilder>? mySqlOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder<TContext> UseMySql<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, ServerVersion serverVersion, Action<MySqlDbContextOptionsBuilder>? mySqlOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder<TContext> UseMySql<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, string connectionString, ServerVersion serverVersion, Action<MySqlDbContextOptionsBuilder>? mySqlOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder<TContext> UseMySql<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, DbConnection connection, ServerVersion serverVersion, Action<MySqlDbContextOptionsBuilder>? mySqlOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder<TContext> UseMySql<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, DbDataSource dataSource, ServerVersion serverVersion, Action<MySqlDbContextOptionsBuilder>? mySqlOptionsAction = null) where TContext : DbContext => throw null!;
    }

    public abstract class ServerVersion
    {
        public virtual Version Version => throw null!;
        public static ServerVersion AutoDetect(string connectionString) => throw null!;
        public static ServerVersion AutoDetect(MySqlConnection connection) => throw null!;
        public static ServerVersion Parse(string versionString) => throw null!;
    }

    public class MySqlServerVersion : ServerVersion
    {
        public MySqlServerVersion(Version version) { }
        public MySqlServerVersion(string versionString) { }
        public MySqlServerVersion(ServerVersion serverVersion) { }
    }

    public class MariaDbServerVersion : ServerVersion
    {
        public MariaDbServerVersion(Version version) { }
        public MariaDbServerVersion(string versionString) { }
        public MariaDbServerVersion(ServerVersion serverVersion) { }
    }
}

namespace Microsoft.EntityFrameworkCore.Infrastructure
{
    using Pomelo.EntityFrameworkCore.MySql.Infrastructure.Internal;

    public class MySqlDbContextOptionsBuilder : RelationalDbContextOptionsBuilder<MySqlDbContextOptionsBuilder, MySqlOptionsExtension>
    {
        public MySqlDbContextOptionsBuilder(DbContextOptionsBuilder optionsBuilder) : base(optionsBuilder) { }
        public virtual MySqlDbContextOptionsBuilder EnableRetryOnFailure() => throw null!;
        public virtual MySqlDbContextOptionsBuilder EnableRetryOnFailure(int maxRetryCount) => throw null!;
        public virtual MySqlDbContextOptionsBuilder EnableRetryOnFailure(int maxRetryCount, TimeSpan maxRetryDelay, ICollection<int> errorNumbersToAdd) => throw null!;
    }
}

namespace Pomelo.EntityFrameworkCore.MySql.Infrastructure.Internal
{
    using Microsoft.EntityFrameworkCore.Infrastructure;

    public class MySqlOptionsExtension : RelationalOptionsExtension
    {
    }
}
