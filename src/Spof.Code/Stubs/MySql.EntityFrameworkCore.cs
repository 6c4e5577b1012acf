// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.Data.Common;
using MySql.EntityFrameworkCore.Infrastructure;

namespace MySql.EntityFrameworkCore.Infrastructure
{
    public class MySQLDbContextOptionsBuilder
    {
        internal MySQLDbContextOptionsBuilder() { }
        public virtual MySQLDbContextOptionsBuilder EnableRetryOnFailure() => throw null!;
        public virtual MySQLDbContextOptionsBuilder EnableRetryOnFailure(int maxRetryCount) => throw null!;
    }
}

namespace Microsoft.EntityFrameworkCore
{
    public static class MySQLDbContextOptionsExtensions
    {
        public static DbContextOptionsBuilder UseMySQL(this DbContextOptionsBuilder optionsBuilder, Action<MySQLDbContextOptionsBuilder>? mySqlOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseMySQL(this DbContextOptionsBuilder optionsBuilder, string connectionString, Action<MySQLDbContextOptionsBuilder>? mySqlOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseMySQL(this DbContextOptionsBuilder optionsBuilder, DbConnection connection, Action<MySQLDbContextOptionsBuilder>? mySqlOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder<TContext> UseMySQL<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, Action<MySQLDbContextOptionsBuilder>? mySqlOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder<TContext> UseMySQL<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, string connectionString, Action<MySQLDbContextOptionsBuilder>? mySqlOptionsAction = null) where TContext : DbContext => throw null!;
        public static DbContextOptionsBuilder<TContext> UseMySQL<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, DbConnection connection, Action<MySQLDbContextOptionsBuilder>? mySqlOptionsAction = null) where TContext : DbContext => throw null!;
    }
}
