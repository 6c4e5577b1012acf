// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using System.Linq;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;

namespace Microsoft.EntityFrameworkCore
{
    using Microsoft.EntityFrameworkCore.ChangeTracking;
    using Microsoft.EntityFrameworkCore.Infrastructure;
    using Microsoft.EntityFrameworkCore.Metadata;
    using Microsoft.EntityFrameworkCore.Metadata.Builders;
    using Microsoft.EntityFrameworkCore.Query;
    using Microsoft.EntityFrameworkCore.Storage;
    using Microsoft.Extensions.DependencyInjection;

    public class DbContext : IDisposable, IAsyncDisposable
    {
        protected DbContext() { }
        public DbContext(DbContextOptions options) { }
        public virtual DbSet<TEntity> Set<TEntity>() where TEntity : class => throw null!;
        public virtual DbSet<TEntity> Set<TEntity>(string name) where TEntity : class => throw null!;
        protected virtual void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => throw null!;
        protected virtual void OnModelCreating(ModelBuilder modelBuilder) => throw null!;
        public virtual int SaveChanges() => throw null!;
        public virtual int SaveChanges(bool acceptAllChangesOnSuccess) => throw null!;
        public virtual Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) => throw null!;
        public virtual void Dispose() => throw null!;
        public virtual ValueTask DisposeAsync() => throw null!;
        public virtual EntityEntry<TEntity> Entry<TEntity>(TEntity entity) where TEntity : class => throw null!;
        public virtual EntityEntry Entry(object entity) => throw null!;
        public virtual EntityEntry<TEntity> Add<TEntity>(TEntity entity) where TEntity : class => throw null!;
        public virtual ValueTask<EntityEntry<TEntity>> AddAsync<TEntity>(TEntity entity, CancellationToken cancellationToken = default) where TEntity : class => throw null!;
        public virtual EntityEntry<TEntity> Attach<TEntity>(TEntity entity) where TEntity : class => throw null!;
        public virtual EntityEntry<TEntity> Update<TEntity>(TEntity entity) where TEntity : class => throw null!;
        public virtual EntityEntry<TEntity> Remove<TEntity>(TEntity entity) where TEntity : class => throw null!;
        public virtual EntityEntry Add(object entity) => throw null!;
        public virtual ValueTask<EntityEntry> AddAsync(object entity, CancellationToken cancellationToken = default) => throw null!;
        public virtual EntityEntry Attach(object entity) => throw null!;
        public virtual EntityEntry Update(object entity) => throw null!;
        public virtual EntityEntry Remove(object entity) => throw null!;
        public virtual void AddRange(params object[] entities) => throw null!;
        public virtual Task AddRangeAsync(params object[] entities) => throw null!;
        public virtual void UpdateRange(params object[] entities) => throw null!;
        public virtual void RemoveRange(params object[] entities) => throw null!;
        public virtual void AddRange(IEnumerable<object> entities) => throw null!;
        public virtual Task AddRangeAsync(IEnumerable<object> entities, CancellationToken cancellationToken = default) => throw null!;
        public virtual void UpdateRange(IEnumerable<object> entities) => throw null!;
        public virtual void RemoveRange(IEnumerable<object> entities) => throw null!;
        public virtual object? Find(Type entityType, params object?[]? keyValues) => throw null!;
        public virtual ValueTask<object?> FindAsync(Type entityType, params object?[]? keyValues) => throw null!;
        public virtual ValueTask<object?> FindAsync(Type entityType, object?[]? keyValues, CancellationToken cancellationToken) => throw null!;
        public virtual TEntity? Find<TEntity>(params object?[]? keyValues) where TEntity : class => throw null!;
        public virtual ValueTask<TEntity?> FindAsync<TEntity>(params object?[]? keyValues) where TEntity : class => throw null!;
        public virtual ValueTask<TEntity?> FindAsync<TEntity>(object?[]? keyValues, CancellationToken cancellationToken) where TEntity : class => throw null!;
        public virtual DatabaseFacade Database => throw null!;
        public virtual ChangeTracker ChangeTracker => throw null!;
        public virtual IModel Model => throw null!;
    }

    public enum EntityState
    {
        Detached = 0,
        Unchanged = 1,
        Deleted = 2,
        Modified = 3,
        Added = 4,
    }

    public abstract class DbSet<TEntity> : IQueryable<TEntity>, IEnumerable<TEntity>, IEnumerable, IQueryable where TEntity : class
    {
        internal DbSet() { }
        public virtual IAsyncEnumerable<TEntity> AsAsyncEnumerable() => throw null!;
        public virtual IQueryable<TEntity> AsQueryable() => throw null!;
        public virtual TEntity? Find(params object?[]? keyValues) => throw null!;
        public virtual ValueTask<TEntity?> FindAsync(params object?[]? keyValues) => throw null!;
        public virtual ValueTask<TEntity?> FindAsync(object?[]? keyValues, CancellationToken cancellationToken) => throw null!;
        public virtual EntityEntry<TEntity> Add(TEntity entity) => throw null!;
        public virtual ValueTask<EntityEntry<TEntity>> AddAsync(TEntity entity, CancellationToken cancellationToken = default) => throw null!;
        public virtual EntityEntry<TEntity> Attach(TEntity entity) => throw null!;
        public virtual EntityEntry<TEntity> Remove(TEntity entity) => throw null!;
        public virtual EntityEntry<TEntity> Update(TEntity entity) => throw null!;
        public virtual void AddRange(params TEntity[] entities) => throw null!;
        public virtual Task AddRangeAsync(params TEntity[] entities) => throw null!;
        public virtual void RemoveRange(params TEntity[] entities) => throw null!;
        public virtual void UpdateRange(params TEntity[] entities) => throw null!;
        public virtual void AddRange(IEnumerable<TEntity> entities) => throw null!;
        public virtual Task AddRangeAsync(IEnumerable<TEntity> entities, CancellationToken cancellationToken = default) => throw null!;
        public virtual void RemoveRange(IEnumerable<TEntity> entities) => throw null!;
        public virtual void UpdateRange(IEnumerable<TEntity> entities) => throw null!;
        IEnumerator<TEntity> IEnumerable<TEntity>.GetEnumerator() => throw null!;
        Type IQueryable.ElementType { get => throw null!; }
        Expression IQueryable.Expression { get => throw null!; }
        IQueryProvider IQueryable.Provider { get => throw null!; }
        IEnumerator IEnumerable.GetEnumerator() => throw null!;
    }

    public abstract class DbContextOptions
    {
        protected DbContextOptions() { }
        protected DbContextOptions(IReadOnlyDictionary<Type, IDbContextOptionsExtension> extensions) { }
        protected DbContextOptions(ImmutableSortedDictionary<Type, (IDbContextOptionsExtension Extension, int Ordinal)> extensions) { }
        public virtual TExtension? FindExtension<TExtension>() where TExtension : class, IDbContextOptionsExtension => throw null!;
        public virtual TExtension GetExtension<TExtension>() where TExtension : class, IDbContextOptionsExtension => throw null!;
        public abstract DbContextOptions WithExtension<TExtension>(TExtension extension) where TExtension : class, IDbContextOptionsExtension;
        public virtual void Freeze() => throw null!;
        public override bool Equals(object? obj) => throw null!;
        protected virtual bool Equals(DbContextOptions other) => throw null!;
        public override int GetHashCode() => throw null!;
        public virtual IEnumerable<IDbContextOptionsExtension> Extensions => throw null!;
        protected virtual ImmutableSortedDictionary<Type, (IDbContextOptionsExtension Extension, int Ordinal)> ExtensionsMap => throw null!;
        public abstract Type ContextType { get; }
        public virtual bool IsFrozen => throw null!;
    }

    public class DbContextOptions<TContext> : DbContextOptions where TContext : DbContext
    {
        public override Type ContextType => throw null!;
        public override DbContextOptions WithExtension<TExtension>(TExtension extension) => throw null!;
        public DbContextOptions() { }
        public DbContextOptions(IReadOnlyDictionary<Type, IDbContextOptionsExtension> extensions) { }
    }

    public class DbContextOptionsBuilder
    {
        public DbContextOptionsBuilder() { }
        public DbContextOptionsBuilder(DbContextOptions options) { }
        public virtual DbContextOptionsBuilder UseModel(IModel model) => throw null!;
        public virtual DbContextOptionsBuilder UseLoggerFactory(ILoggerFactory? loggerFactory) => throw null!;
        public virtual DbContextOptionsBuilder EnableDetailedErrors(bool detailedErrorsEnabled = true) => throw null!;
        public virtual DbContextOptionsBuilder UseMemoryCache(IMemoryCache? memoryCache) => throw null!;
        public virtual DbContextOptionsBuilder EnableSensitiveDataLogging(bool sensitiveDataLoggingEnabled = true) => throw null!;
        public virtual DbContextOptionsBuilder UseQueryTrackingBehavior(QueryTrackingBehavior queryTrackingBehavior) => throw null!;
        public virtual DbContextOptions Options => throw null!;
        public virtual bool IsConfigured => throw null!;
    }

    public class DbContextOptionsBuilder<TContext> : DbContextOptionsBuilder where TContext : DbContext
    {
        public DbContextOptionsBuilder() { }
        public DbContextOptionsBuilder(DbContextOptions<TContext> options) { }
        public virtual DbContextOptionsBuilder<TContext> EnableDetailedErrors(bool detailedErrorsEnabled = true) => throw null!;
        public virtual DbContextOptionsBuilder<TContext> EnableSensitiveDataLogging(bool sensitiveDataLoggingEnabled = true) => throw null!;
        public virtual DbContextOptionsBuilder<TContext> UseQueryTrackingBehavior(QueryTrackingBehavior queryTrackingBehavior) => throw null!;
        public virtual DbContextOptions<TContext> Options => throw null!;
    }

    public enum QueryTrackingBehavior
    {
        TrackAll = 0,
        NoTracking = 1,
        NoTrackingWithIdentityResolution = 2,
    }

    public class ModelBuilder
    {
        public virtual EntityTypeBuilder<TEntity> Entity<TEntity>() where TEntity : class => throw null!;
        public virtual EntityTypeBuilder Entity(Type type) => throw null!;
        public virtual EntityTypeBuilder Entity(string name) => throw null!;
        public virtual ModelBuilder Entity<TEntity>(Action<EntityTypeBuilder<TEntity>> buildAction) where TEntity : class => throw null!;
        public virtual ModelBuilder Entity(Type type, Action<EntityTypeBuilder> buildAction) => throw null!;
        public virtual ModelBuilder Entity(string name, Action<EntityTypeBuilder> buildAction) => throw null!;
        public virtual ModelBuilder Ignore<TStructural>() where TStructural : notnull => throw null!;
        public virtual ModelBuilder Ignore(Type type) => throw null!;
        public virtual ModelBuilder Ignore(string typeName) => throw null!;
        public virtual ModelBuilder ApplyConfiguration<TEntity>(IEntityTypeConfiguration<TEntity> configuration) where TEntity : class => throw null!;
        public virtual ModelBuilder ApplyConfigurationsFromAssembly(Assembly assembly, Func<Type, bool>? predicate = null) => throw null!;
    }

    public interface IEntityTypeConfiguration<TEntity> where TEntity : class
    {
        void Configure(EntityTypeBuilder<TEntity> builder);
    }

    public enum DeleteBehavior
    {
        ClientSetNull = 0,
        Restrict = 1,
        SetNull = 2,
        Cascade = 3,
        ClientCascade = 4,
        NoAction = 5,
        ClientNoAction = 6,
    }

    public static class RelationalEntityTypeBuilderExtensions
    {
        public static EntityTypeBuilder ToTable(this EntityTypeBuilder entityTypeBuilder, string? name) => throw null!;
        public static EntityTypeBuilder<TEntity> ToTable<TEntity>(this EntityTypeBuilder<TEntity> entityTypeBuilder, string? name) where TEntity : class => throw null!;
        public static EntityTypeBuilder ToTable(this EntityTypeBuilder entityTypeBuilder, string name, string? schema) => throw null!;
        public static EntityTypeBuilder<TEntity> ToTable<TEntity>(this EntityTypeBuilder<TEntity> entityTypeBuilder, string name, string? schema) where TEntity : class => throw null!;
    }

    public static class RelationalPropertyBuilderExtensions
    {
        public static PropertyBuilder HasColumnName(this PropertyBuilder propertyBuilder, string? name) => throw null!;
        public static PropertyBuilder<TProperty> HasColumnName<TProperty>(this PropertyBuilder<TProperty> propertyBuilder, string? name) => throw null!;
        public static PropertyBuilder HasColumnType(this PropertyBuilder propertyBuilder, string? typeName) => throw null!;
        public static PropertyBuilder<TProperty> HasColumnType<TProperty>(this PropertyBuilder<TProperty> propertyBuilder, string? typeName) => throw null!;
        public static PropertyBuilder HasDefaultValueSql(this PropertyBuilder propertyBuilder) => throw null!;
        public static PropertyBuilder HasDefaultValueSql(this PropertyBuilder propertyBuilder, string? sql) => throw null!;
        public static PropertyBuilder<TProperty> HasDefaultValueSql<TProperty>(this PropertyBuilder<TProperty> propertyBuilder) => throw null!;
        public static PropertyBuilder<TProperty> HasDefaultValueSql<TProperty>(this PropertyBuilder<TProperty> propertyBuilder, string? sql) => throw null!;
    }

    public static class EntityFrameworkQueryableExtensions
    {
        public static Task<bool> AnyAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<bool> AnyAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate, CancellationToken cancellationToken = default) => throw null!;
        public static Task<bool> AllAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate, CancellationToken cancellationToken = default) => throw null!;
        public static Task<int> CountAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<int> CountAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate, CancellationToken cancellationToken = default) => throw null!;
        public static Task<long> LongCountAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<long> LongCountAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate, CancellationToken cancellationToken = default) => throw null!;
        public static Task<TSource> FirstAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<TSource> FirstAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate, CancellationToken cancellationToken = default) => throw null!;
        public static Task<TSource?> FirstOrDefaultAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<TSource?> FirstOrDefaultAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate, CancellationToken cancellationToken = default) => throw null!;
        public static Task<TSource> SingleAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<TSource> SingleAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate, CancellationToken cancellationToken = default) => throw null!;
        public static Task<TSource?> SingleOrDefaultAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<TSource?> SingleOrDefaultAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate, CancellationToken cancellationToken = default) => throw null!;
        public static Task<TSource> MinAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<TResult> MinAsync<TSource, TResult>(this IQueryable<TSource> source, Expression<Func<TSource, TResult>> selector, CancellationToken cancellationToken = default) => throw null!;
        public static Task<TSource> MaxAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<TResult> MaxAsync<TSource, TResult>(this IQueryable<TSource> source, Expression<Func<TSource, TResult>> selector, CancellationToken cancellationToken = default) => throw null!;
        public static Task<decimal> SumAsync(this IQueryable<decimal> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<decimal?> SumAsync(this IQueryable<decimal?> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<decimal> SumAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, decimal>> selector, CancellationToken cancellationToken = default) => throw null!;
        public static Task<decimal?> SumAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, decimal?>> selector, CancellationToken cancellationToken = default) => throw null!;
        public static Task<int> SumAsync(this IQueryable<int> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<int?> SumAsync(this IQueryable<int?> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<int> SumAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, int>> selector, CancellationToken cancellationToken = default) => throw null!;
        public static Task<int?> SumAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, int?>> selector, CancellationToken cancellationToken = default) => throw null!;
        public static Task<long> SumAsync(this IQueryable<long> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<long?> SumAsync(this IQueryable<long?> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<long> SumAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, long>> selector, CancellationToken cancellationToken = default) => throw null!;
        public static Task<long?> SumAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, long?>> selector, CancellationToken cancellationToken = default) => throw null!;
        public static Task<double> SumAsync(this IQueryable<double> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<double?> SumAsync(this IQueryable<double?> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<double> SumAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, double>> selector, CancellationToken cancellationToken = default) => throw null!;
        public static Task<double?> SumAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, double?>> selector, CancellationToken cancellationToken = default) => throw null!;
        public static Task<float> SumAsync(this IQueryable<float> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<float?> SumAsync(this IQueryable<float?> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<float> SumAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, float>> selector, CancellationToken cancellationToken = default) => throw null!;
        public static Task<float?> SumAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, float?>> selector, CancellationToken cancellationToken = default) => throw null!;
        public static Task<List<TSource>> ToListAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task<TSource[]> ToArrayAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null!;
        public static IIncludableQueryable<TEntity, TProperty> Include<TEntity, TProperty>(this IQueryable<TEntity> source, Expression<Func<TEntity, TProperty>> navigationPropertyPath) where TEntity : class => throw null!;
        public static IIncludableQueryable<TEntity, TProperty> ThenInclude<TEntity, TPreviousProperty, TProperty>(this IIncludableQueryable<TEntity, IEnumerable<TPreviousProperty>> source, Expression<Func<TPreviousProperty, TProperty>> navigationPropertyPath) where TEntity : class => throw null!;
        public static IIncludableQueryable<TEntity, TProperty> ThenInclude<TEntity, TPreviousProperty, TProperty>(this IIncludableQueryable<TEntity, TPreviousProperty> source, Expression<Func<TPreviousProperty, TProperty>> navigationPropertyPath) where TEntity : class => throw null!;
        public static IQueryable<TEntity> Include<TEntity>(this IQueryable<TEntity> source, string navigationPropertyPath) where TEntity : class => throw null!;
        public static IQueryable<TEntity> IgnoreQueryFilters<TEntity>(this IQueryable<TEntity> source) where TEntity : class => throw null!;
        public static IQueryable<TEntity> IgnoreQueryFilters<TEntity>(this IQueryable<TEntity> source, IReadOnlyCollection<string> filterKeys) where TEntity : class => throw null!;
        public static IQueryable<TEntity> AsNoTracking<TEntity>(this IQueryable<TEntity> source) where TEntity : class => throw null!;
        public static IQueryable<TEntity> AsTracking<TEntity>(this IQueryable<TEntity> source) where TEntity : class => throw null!;
        public static IQueryable<TEntity> AsTracking<TEntity>(this IQueryable<TEntity> source, QueryTrackingBehavior track) where TEntity : class => throw null!;
        public static Task LoadAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null!;
        public static Task ForEachAsync<T>(this IQueryable<T> source, Action<T> action, CancellationToken cancellationToken = default) => throw null!;
        public static IAsyncEnumerable<TSource> AsAsyncEnumerable<TSource>(this IQueryable<TSource> source) => throw null!;
        public static int ExecuteDelete<TSource>(this IQueryable<TSource> source) => throw null!;
        public static Task<int> ExecuteDeleteAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null!;
    }

    public static class RelationalDatabaseFacadeExtensions
    {
        public static IEnumerable<string> GetPendingMigrations(this DatabaseFacade databaseFacade) => throw null!;
        public static Task<IEnumerable<string>> GetPendingMigrationsAsync(this DatabaseFacade databaseFacade, CancellationToken cancellationToken = default) => throw null!;
        public static void Migrate(this DatabaseFacade databaseFacade) => throw null!;
        public static void Migrate(this DatabaseFacade databaseFacade, string? targetMigration) => throw null!;
        public static Task MigrateAsync(this DatabaseFacade databaseFacade, CancellationToken cancellationToken = default) => throw null!;
        public static Task MigrateAsync(this DatabaseFacade databaseFacade, string? targetMigration, CancellationToken cancellationToken = default) => throw null!;
        public static int ExecuteSqlRaw(this DatabaseFacade databaseFacade, string sql, params object?[] parameters) => throw null!;
        public static int ExecuteSqlInterpolated(this DatabaseFacade databaseFacade, FormattableString sql) => throw null!;
        public static int ExecuteSql(this DatabaseFacade databaseFacade, FormattableString sql) => throw null!;
        public static int ExecuteSqlRaw(this DatabaseFacade databaseFacade, string sql, IEnumerable<object?> parameters) => throw null!;
        public static Task<int> ExecuteSqlInterpolatedAsync(this DatabaseFacade databaseFacade, FormattableString sql, CancellationToken cancellationToken = default) => throw null!;
        public static Task<int> ExecuteSqlAsync(this DatabaseFacade databaseFacade, FormattableString sql, CancellationToken cancellationToken = default) => throw null!;
        public static Task<int> ExecuteSqlRawAsync(this DatabaseFacade databaseFacade, string sql, CancellationToken cancellationToken = default) => throw null!;
        public static Task<int> ExecuteSqlRawAsync(this DatabaseFacade databaseFacade, string sql, params object[] parameters) => throw null!;
        public static Task<int> ExecuteSqlRawAsync(this DatabaseFacade databaseFacade, string sql, IEnumerable<object> parameters, CancellationToken cancellationToken = default) => throw null!;
        public static DbConnection GetDbConnection(this DatabaseFacade databaseFacade) => throw null!;
        public static string? GetConnectionString(this DatabaseFacade databaseFacade) => throw null!;
        public static void SetConnectionString(this DatabaseFacade databaseFacade, string? connectionString) => throw null!;
        public static void OpenConnection(this DatabaseFacade databaseFacade) => throw null!;
        public static Task OpenConnectionAsync(this DatabaseFacade databaseFacade, CancellationToken cancellationToken = default) => throw null!;
        public static IDbContextTransaction BeginTransaction(this DatabaseFacade databaseFacade, IsolationLevel isolationLevel) => throw null!;
        public static Task<IDbContextTransaction> BeginTransactionAsync(this DatabaseFacade databaseFacade, IsolationLevel isolationLevel, CancellationToken cancellationToken = default) => throw null!;
        public static IDbContextTransaction? UseTransaction(this DatabaseFacade databaseFacade, DbTransaction? transaction) => throw null!;
        public static IDbContextTransaction? UseTransaction(this DatabaseFacade databaseFacade, DbTransaction? transaction, Guid transactionId) => throw null!;
        public static Task<IDbContextTransaction?> UseTransactionAsync(this DatabaseFacade databaseFacade, DbTransaction? transaction, CancellationToken cancellationToken = default) => throw null!;
        public static Task<IDbContextTransaction?> UseTransactionAsync(this DatabaseFacade databaseFacade, DbTransaction? transaction, Guid transactionId, CancellationToken cancellationToken = default) => throw null!;
        public static void SetCommandTimeout(this DatabaseFacade databaseFacade, int? timeout) => throw null!;
        public static void SetCommandTimeout(this DatabaseFacade databaseFacade, TimeSpan timeout) => throw null!;
        public static bool IsRelational(this DatabaseFacade databaseFacade) => throw null!;
    }

    public static class RelationalQueryableExtensions
    {
        public static IQueryable<TEntity> FromSqlRaw<TEntity>(this DbSet<TEntity> source, string sql, params object?[] parameters) where TEntity : class => throw null!;
        public static IQueryable<TEntity> FromSqlInterpolated<TEntity>(this DbSet<TEntity> source, FormattableString sql) where TEntity : class => throw null!;
        public static IQueryable<TEntity> FromSql<TEntity>(this DbSet<TEntity> source, FormattableString sql) where TEntity : class => throw null!;
        public static IQueryable<TEntity> AsSingleQuery<TEntity>(this IQueryable<TEntity> source) where TEntity : class => throw null!;
        public static IQueryable<TEntity> AsSplitQuery<TEntity>(this IQueryable<TEntity> source) where TEntity : class => throw null!;
    }

    public static class ExecutionStrategyExtensions
    {
        public static void Execute(this IExecutionStrategy strategy, Action operation) => throw null!;
        public static TResult Execute<TResult>(this IExecutionStrategy strategy, Func<TResult> operation) => throw null!;
        public static void Execute<TState>(this IExecutionStrategy strategy, TState state, Action<TState> operation) => throw null!;
        public static Task ExecuteAsync(this IExecutionStrategy strategy, Func<Task> operation) => throw null!;
        public static Task ExecuteAsync(this IExecutionStrategy strategy, Func<CancellationToken, Task> operation, CancellationToken cancellationToken) => throw null!;
        public static Task<TResult> ExecuteAsync<TResult>(this IExecutionStrategy strategy, Func<Task<TResult>> operation) => throw null!;
        public static Task<TResult> ExecuteAsync<TResult>(this IExecutionStrategy strategy, Func<CancellationToken, Task<TResult>> operation, CancellationToken cancellationToken) => throw null!;
        public static Task ExecuteAsync<TState>(this IExecutionStrategy strategy, TState state, Func<TState, Task> operation) => throw null!;
        public static Task ExecuteAsync<TState>(this IExecutionStrategy strategy, TState state, Func<TState, CancellationToken, Task> operation, CancellationToken cancellationToken) => throw null!;
        public static Task<TResult> ExecuteAsync<TState, TResult>(this IExecutionStrategy strategy, TState state, Func<TState, Task<TResult>> operation) => throw null!;
        public static TResult Execute<TState, TResult>(this IExecutionStrategy strategy, TState state, Func<TState, TResult> operation) => throw null!;
        public static Task<TResult> ExecuteAsync<TState, TResult>(this IExecutionStrategy strategy, TState state, Func<TState, CancellationToken, Task<TResult>> operation, CancellationToken cancellationToken) => throw null!;
        public static TResult Execute<TState, TResult>(this IExecutionStrategy strategy, TState state, Func<TState, TResult> operation, Func<TState, ExecutionResult<TResult>>? verifySucceeded) => throw null!;
        public static Task<TResult> ExecuteAsync<TState, TResult>(this IExecutionStrategy strategy, TState state, Func<TState, CancellationToken, Task<TResult>> operation, Func<TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded, CancellationToken cancellationToken = default) => throw null!;
        public static void ExecuteInTransaction(this IExecutionStrategy strategy, Action operation, Func<bool> verifySucceeded) => throw null!;
        public static Task ExecuteInTransactionAsync(this IExecutionStrategy strategy, Func<Task> operation, Func<Task<bool>> verifySucceeded) => throw null!;
        public static Task ExecuteInTransactionAsync(this IExecutionStrategy strategy, Func<CancellationToken, Task> operation, Func<CancellationToken, Task<bool>> verifySucceeded, CancellationToken cancellationToken = default) => throw null!;
        public static TResult ExecuteInTransaction<TResult>(this IExecutionStrategy strategy, Func<TResult> operation, Func<bool> verifySucceeded) => throw null!;
        public static Task<TResult> ExecuteInTransactionAsync<TResult>(this IExecutionStrategy strategy, Func<CancellationToken, Task<TResult>> operation, Func<CancellationToken, Task<bool>> verifySucceeded, CancellationToken cancellationToken = default) => throw null!;
        public static void ExecuteInTransaction<TState>(this IExecutionStrategy strategy, TState state, Action<TState> operation, Func<TState, bool> verifySucceeded) => throw null!;
        public static Task ExecuteInTransactionAsync<TState>(this IExecutionStrategy strategy, TState state, Func<TState, CancellationToken, Task> operation, Func<TState, CancellationToken, Task<bool>> verifySucceeded, CancellationToken cancellationToken = default) => throw null!;
        public static TResult ExecuteInTransaction<TState, TResult>(this IExecutionStrategy strategy, TState state, Func<TState, TResult> operation, Func<TState, bool> verifySucceeded) => throw null!;
        public static Task<TResult> ExecuteInTransactionAsync<TState, TResult>(this IExecutionStrategy strategy, TState state, Func<TState, CancellationToken, Task<TResult>> operation, Func<TState, CancellationToken, Task<bool>> verifySucceeded, CancellationToken cancellationToken = default) => throw null!;
        public static TResult ExecuteInTransaction<TState, TResult>(IExecutionStrategy strategy, TState state, Func<TState, TResult> operation, Func<TState, bool> verifySucceeded, Func<DbContext, IDbContextTransaction> beginTransaction) => throw null!;
        public static Task<TResult> ExecuteInTransactionAsync<TState, TResult>(IExecutionStrategy strategy, TState state, Func<TState, CancellationToken, Task<TResult>> operation, Func<TState, CancellationToken, Task<bool>> verifySucceeded, Func<DbContext, CancellationToken, Task<IDbContextTransaction>> beginTransaction, CancellationToken cancellationToken = default) => throw null!;
    }

    public enum QuerySplittingBehavior
    {
        SingleQuery = 0,
        SplitQuery = 1,
    }

    public interface IDbContextFactory<TContext> where TContext : DbContext
    {
        TContext CreateDbContext();
        Task<TContext> CreateDbContextAsync(CancellationToken cancellationToken = default) => throw null!;
    }

    public class DbUpdateException : Exception
    {
        public DbUpdateException() { }
        public DbUpdateException(string message) { }
        public DbUpdateException(string message, Exception? innerException) { }
        public DbUpdateException(string message, IReadOnlyList<EntityEntry> entries) { }
        public DbUpdateException(string message, Exception? innerException, IReadOnlyList<EntityEntry> entries) { }
        public DbUpdateException(SerializationInfo info, StreamingContext context) { }
    }

    public class DbUpdateConcurrencyException : DbUpdateException
    {
        public DbUpdateConcurrencyException() { }
        public DbUpdateConcurrencyException(string message) { }
        public DbUpdateConcurrencyException(string message, Exception? innerException) { }
        public DbUpdateConcurrencyException(SerializationInfo info, StreamingContext context) { }
    }
}

namespace Microsoft.EntityFrameworkCore.ChangeTracking
{
    using Microsoft.EntityFrameworkCore.Infrastructure;
    using Microsoft.EntityFrameworkCore.Metadata;
    using Microsoft.EntityFrameworkCore.Metadata.Builders;
    using Microsoft.EntityFrameworkCore.Query;
    using Microsoft.EntityFrameworkCore.Storage;
    using Microsoft.Extensions.DependencyInjection;

    public class ChangeTracker
    {
        public virtual bool HasChanges() => throw null!;
        public virtual void DetectChanges() => throw null!;
        public virtual void Clear() => throw null!;
    }

    public class EntityEntry
    {
        public virtual object Entity => throw null!;
        public virtual EntityState State { get => throw null!; set { } }
    }

    public class EntityEntry<TEntity> : EntityEntry where TEntity : class
    {
        public virtual TEntity Entity => throw null!;
    }
}

namespace Microsoft.EntityFrameworkCore.Infrastructure
{
    using Microsoft.EntityFrameworkCore.ChangeTracking;
    using Microsoft.EntityFrameworkCore.Metadata;
    using Microsoft.EntityFrameworkCore.Metadata.Builders;
    using Microsoft.EntityFrameworkCore.Query;
    using Microsoft.EntityFrameworkCore.Storage;
    using Microsoft.Extensions.DependencyInjection;

    public class DatabaseFacade
    {
        public virtual bool EnsureCreated() => throw null!;
        public virtual Task<bool> EnsureCreatedAsync(CancellationToken cancellationToken = default) => throw null!;
        public virtual bool EnsureDeleted() => throw null!;
        public virtual Task<bool> EnsureDeletedAsync(CancellationToken cancellationToken = default) => throw null!;
        public virtual bool CanConnect() => throw null!;
        public virtual Task<bool> CanConnectAsync(CancellationToken cancellationToken = default) => throw null!;
        public virtual IDbContextTransaction BeginTransaction() => throw null!;
        public virtual Task<IDbContextTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default) => throw null!;
        public virtual void CommitTransaction() => throw null!;
        public virtual Task CommitTransactionAsync(CancellationToken cancellationToken = default) => throw null!;
        public virtual void RollbackTransaction() => throw null!;
        public virtual IExecutionStrategy CreateExecutionStrategy() => throw null!;
        public virtual string? ProviderName => throw null!;
    }

    public abstract class RelationalDbContextOptionsBuilder<TBuilder, TExtension> where TBuilder : RelationalDbContextOptionsBuilder<TBuilder, TExtension> where TExtension : RelationalOptionsExtension, new()
    {
        protected RelationalDbContextOptionsBuilder(DbContextOptionsBuilder optionsBuilder) { }
        public virtual TBuilder MaxBatchSize(int maxBatchSize) => throw null!;
        public virtual TBuilder CommandTimeout(int? commandTimeout) => throw null!;
        public virtual TBuilder MigrationsAssembly(string? assemblyName) => throw null!;
        public virtual TBuilder MigrationsAssembly(Assembly assembly) => throw null!;
        public virtual TBuilder MigrationsHistoryTable(string tableName, string? schema = null) => throw null!;
        public virtual TBuilder UseQuerySplittingBehavior(QuerySplittingBehavior querySplittingBehavior) => throw null!;
        public virtual TBuilder ExecutionStrategy(Func<ExecutionStrategyDependencies, IExecutionStrategy> getExecutionStrategy) => throw null!;
    }

    public abstract class RelationalOptionsExtension : IDbContextOptionsExtension
    {
        protected RelationalOptionsExtension() { }
    }

    public interface IDbContextOptionsExtension
    {
    }
}

namespace Microsoft.EntityFrameworkCore.Metadata
{
    using Microsoft.EntityFrameworkCore.ChangeTracking;
    using Microsoft.EntityFrameworkCore.Infrastructure;
    using Microsoft.EntityFrameworkCore.Metadata.Builders;
    using Microsoft.EntityFrameworkCore.Query;
    using Microsoft.EntityFrameworkCore.Storage;
    using Microsoft.Extensions.DependencyInjection;

    public interface IModel
    {
    }
}

namespace Microsoft.EntityFrameworkCore.Metadata.Builders
{
    using Microsoft.EntityFrameworkCore.ChangeTracking;
    using Microsoft.EntityFrameworkCore.Infrastructure;
    using Microsoft.EntityFrameworkCore.Query;
    using Microsoft.EntityFrameworkCore.Storage;
    using Microsoft.Extensions.DependencyInjection;

    public class EntityTypeBuilder
    {
        public virtual KeyBuilder HasKey(params string[] propertyNames) => throw null!;
        public virtual PropertyBuilder Property(string propertyName) => throw null!;
        public virtual PropertyBuilder<TProperty> Property<TProperty>(string propertyName) => throw null!;
        public virtual PropertyBuilder Property(Type propertyType, string propertyName) => throw null!;
        public virtual EntityTypeBuilder Ignore(string propertyName) => throw null!;
        public virtual IndexBuilder HasIndex(params string[] propertyNames) => throw null!;
        public virtual IndexBuilder HasIndex(string[] propertyNames, string name) => throw null!;
    }

    public class EntityTypeBuilder<TEntity> : EntityTypeBuilder where TEntity : class
    {
        public virtual KeyBuilder HasKey(Expression<Func<TEntity, object?>> keyExpression) => throw null!;
        public virtual KeyBuilder<TEntity> HasKey(params string[] propertyNames) => throw null!;
        public virtual PropertyBuilder<TProperty> Property<TProperty>(Expression<Func<TEntity, TProperty>> propertyExpression) => throw null!;
        public virtual EntityTypeBuilder<TEntity> Ignore(Expression<Func<TEntity, object?>> propertyExpression) => throw null!;
        public virtual EntityTypeBuilder<TEntity> Ignore(string propertyName) => throw null!;
        public virtual EntityTypeBuilder<TEntity> HasQueryFilter(LambdaExpression? filter) => throw null!;
        public virtual EntityTypeBuilder<TEntity> HasQueryFilter(string filterKey, LambdaExpression? filter) => throw null!;
        public virtual EntityTypeBuilder<TEntity> HasQueryFilter(Expression<Func<TEntity, bool>>? filter) => throw null!;
        public virtual EntityTypeBuilder<TEntity> HasQueryFilter(string filterKey, Expression<Func<TEntity, bool>>? filter) => throw null!;
        public virtual IndexBuilder<TEntity> HasIndex(Expression<Func<TEntity, object?>> indexExpression) => throw null!;
        public virtual IndexBuilder<TEntity> HasIndex(Expression<Func<TEntity, object?>> indexExpression, string name) => throw null!;
        public virtual IndexBuilder<TEntity> HasIndex(params string[] propertyNames) => throw null!;
        public virtual IndexBuilder<TEntity> HasIndex(string[] propertyNames, string name) => throw null!;
        public virtual ReferenceNavigationBuilder<TEntity, TRelatedEntity> HasOne<TRelatedEntity>(string? navigationName) where TRelatedEntity : class => throw null!;
        public virtual ReferenceNavigationBuilder<TEntity, TRelatedEntity> HasOne<TRelatedEntity>(Expression<Func<TEntity, TRelatedEntity?>>? navigationExpression = null) where TRelatedEntity : class => throw null!;
        public virtual CollectionNavigationBuilder<TEntity, TRelatedEntity> HasMany<TRelatedEntity>(string? navigationName) where TRelatedEntity : class => throw null!;
        public virtual CollectionNavigationBuilder<TEntity, TRelatedEntity> HasMany<TRelatedEntity>(Expression<Func<TEntity, IEnumerable<TRelatedEntity>?>>? navigationExpression = null) where TRelatedEntity : class => throw null!;
        public virtual DataBuilder<TEntity> HasData(params TEntity[] data) => throw null!;
        public virtual DataBuilder<TEntity> HasData(IEnumerable<TEntity> data) => throw null!;
        public virtual DataBuilder<TEntity> HasData(params object[] data) => throw null!;
        public virtual DataBuilder<TEntity> HasData(IEnumerable<object> data) => throw null!;
    }

    public class KeyBuilder
    {
    }

    public class KeyBuilder<T> : KeyBuilder
    {
    }

    public class IndexBuilder
    {
        public virtual IndexBuilder IsUnique(bool unique = true) => throw null!;
    }

    public class IndexBuilder<T> : IndexBuilder
    {
        public virtual IndexBuilder<T> IsUnique(bool unique = true) => throw null!;
    }

    public class PropertyBuilder
    {
        public virtual PropertyBuilder IsRequired(bool required = true) => throw null!;
        public virtual PropertyBuilder HasMaxLength(int maxLength) => throw null!;
        public virtual PropertyBuilder ValueGeneratedNever() => throw null!;
        public virtual PropertyBuilder ValueGeneratedOnAdd() => throw null!;
        public virtual PropertyBuilder HasConversion<TConversion>() => throw null!;
        public virtual PropertyBuilder HasConversion(Type? conversionType) => throw null!;
        public virtual PropertyBuilder HasConversion(Type conversionType, Type? comparerType) => throw null!;
        public virtual PropertyBuilder HasConversion(Type conversionType, Type? comparerType, Type? providerComparerType) => throw null!;
    }

    public class PropertyBuilder<TProperty> : PropertyBuilder
    {
        public virtual PropertyBuilder<TProperty> IsRequired(bool required = true) => throw null!;
        public virtual PropertyBuilder<TProperty> HasMaxLength(int maxLength) => throw null!;
        public virtual PropertyBuilder<TProperty> IsConcurrencyToken(bool concurrencyToken = true) => throw null!;
        public virtual PropertyBuilder<TProperty> ValueGeneratedNever() => throw null!;
        public virtual PropertyBuilder<TProperty> ValueGeneratedOnAdd() => throw null!;
        public virtual PropertyBuilder<TProperty> HasConversion<TConversion>() => throw null!;
        public virtual PropertyBuilder<TProperty> HasConversion(Type? providerClrType) => throw null!;
        public virtual PropertyBuilder<TProperty> HasConversion<TProvider>(Expression<Func<TProperty, TProvider>> convertToProviderExpression, Expression<Func<TProvider, TProperty>> convertFromProviderExpression) => throw null!;
        public virtual PropertyBuilder<TProperty> HasConversion(Type conversionType, Type? comparerType) => throw null!;
        public virtual PropertyBuilder<TProperty> HasConversion(Type conversionType, Type? comparerType, Type? providerComparerType) => throw null!;
    }

    public class DataBuilder
    {
    }

    public class DataBuilder<TEntity> : DataBuilder
    {
    }

    public class CollectionNavigationBuilder
    {
        public virtual ReferenceCollectionBuilder WithOne(string? navigationName = null) => throw null!;
    }

    public class CollectionNavigationBuilder<TEntity, TRelatedEntity> : CollectionNavigationBuilder where TEntity : class where TRelatedEntity : class
    {
        public virtual ReferenceCollectionBuilder<TEntity, TRelatedEntity> WithOne(string? navigationName = null) => throw null!;
        public virtual ReferenceCollectionBuilder<TEntity, TRelatedEntity> WithOne(Expression<Func<TRelatedEntity, TEntity?>>? navigationExpression) => throw null!;
    }

    public class ReferenceNavigationBuilder
    {
        public virtual ReferenceCollectionBuilder WithMany(string? collection = null) => throw null!;
        public virtual ReferenceReferenceBuilder WithOne(string? reference = null) => throw null!;
    }

    public class ReferenceNavigationBuilder<TEntity, TRelatedEntity> : ReferenceNavigationBuilder where TEntity : class where TRelatedEntity : class
    {
        public virtual ReferenceCollectionBuilder<TRelatedEntity, TEntity> WithMany(string? navigationName = null) => throw null!;
        public virtual ReferenceCollectionBuilder<TRelatedEntity, TEntity> WithMany(Expression<Func<TRelatedEntity, IEnumerable<TEntity>?>>? navigationExpression) => throw null!;
        public virtual ReferenceReferenceBuilder<TEntity, TRelatedEntity> WithOne(string? navigationName = null) => throw null!;
        public virtual ReferenceReferenceBuilder<TEntity, TRelatedEntity> WithOne(Expression<Func<TRelatedEntity, TEntity?>>? navigationExpression) => throw null!;
    }

    public class ReferenceCollectionBuilder
    {
        public virtual ReferenceCollectionBuilder HasForeignKey(params string[] foreignKeyPropertyNames) => throw null!;
        public virtual ReferenceCollectionBuilder IsRequired(bool required = true) => throw null!;
        public virtual ReferenceCollectionBuilder OnDelete(DeleteBehavior deleteBehavior) => throw null!;
    }

    public class ReferenceCollectionBuilder<TPrincipalEntity, TDependentEntity> : ReferenceCollectionBuilder where TPrincipalEntity : class where TDependentEntity : class
    {
        public virtual ReferenceCollectionBuilder<TPrincipalEntity, TDependentEntity> HasForeignKey(params string[] foreignKeyPropertyNames) => throw null!;
        public virtual ReferenceCollectionBuilder<TPrincipalEntity, TDependentEntity> HasForeignKey(Expression<Func<TDependentEntity, object?>> foreignKeyExpression) => throw null!;
        public virtual ReferenceCollectionBuilder<TPrincipalEntity, TDependentEntity> HasPrincipalKey(params string[] keyPropertyNames) => throw null!;
        public virtual ReferenceCollectionBuilder<TPrincipalEntity, TDependentEntity> HasPrincipalKey(Expression<Func<TPrincipalEntity, object?>> keyExpression) => throw null!;
        public virtual ReferenceCollectionBuilder<TPrincipalEntity, TDependentEntity> IsRequired(bool required = true) => throw null!;
        public virtual ReferenceCollectionBuilder<TPrincipalEntity, TDependentEntity> OnDelete(DeleteBehavior deleteBehavior) => throw null!;
    }

    public class ReferenceReferenceBuilder
    {
        public virtual ReferenceReferenceBuilder HasForeignKey(string dependentEntityTypeName, params string[] foreignKeyPropertyNames) => throw null!;
        public virtual ReferenceReferenceBuilder HasForeignKey(Type dependentEntityType, params string[] foreignKeyPropertyNames) => throw null!;
        public virtual ReferenceReferenceBuilder IsRequired(bool required = true) => throw null!;
        public virtual ReferenceReferenceBuilder OnDelete(DeleteBehavior deleteBehavior) => throw null!;
    }

    public class ReferenceReferenceBuilder<TEntity, TRelatedEntity> : ReferenceReferenceBuilder where TEntity : class where TRelatedEntity : class
    {
        public virtual ReferenceReferenceBuilder<TEntity, TRelatedEntity> HasForeignKey(string dependentEntityTypeName, params string[] foreignKeyPropertyNames) => throw null!;
        public virtual ReferenceReferenceBuilder<TEntity, TRelatedEntity> HasForeignKey(Type dependentEntityType, params string[] foreignKeyPropertyNames) => throw null!;
        public virtual ReferenceReferenceBuilder<TEntity, TRelatedEntity> HasForeignKey<TDependentEntity>(params string[] foreignKeyPropertyNames) where TDependentEntity : class => throw null!;
        public virtual ReferenceReferenceBuilder<TEntity, TRelatedEntity> HasForeignKey<TDependentEntity>(Expression<Func<TDependentEntity, object?>> foreignKeyExpression) where TDependentEntity : class => throw null!;
        public virtual ReferenceReferenceBuilder<TEntity, TRelatedEntity> IsRequired(bool required = true) => throw null!;
        public virtual ReferenceReferenceBuilder<TEntity, TRelatedEntity> OnDelete(DeleteBehavior deleteBehavior) => throw null!;
    }
}

namespace Microsoft.EntityFrameworkCore.Query
{
    using Microsoft.EntityFrameworkCore.ChangeTracking;
    using Microsoft.EntityFrameworkCore.Infrastructure;
    using Microsoft.EntityFrameworkCore.Metadata;
    using Microsoft.EntityFrameworkCore.Metadata.Builders;
    using Microsoft.EntityFrameworkCore.Storage;
    using Microsoft.Extensions.DependencyInjection;

    public interface IIncludableQueryable<out TEntity, out TProperty> : IQueryable<TEntity>, IEnumerable<TEntity>, IEnumerable, IQueryable
    {
    }
}

namespace Microsoft.EntityFrameworkCore.Storage
{
    using Microsoft.EntityFrameworkCore.ChangeTracking;
    using Microsoft.EntityFrameworkCore.Infrastructure;
    using Microsoft.EntityFrameworkCore.Metadata;
    using Microsoft.EntityFrameworkCore.Metadata.Builders;
    using Microsoft.EntityFrameworkCore.Query;
    using Microsoft.Extensions.DependencyInjection;

    public interface IDbContextTransaction : IDisposable, IAsyncDisposable
    {
        void Commit();
        Task CommitAsync(CancellationToken cancellationToken = default);
        void Rollback();
        Task RollbackAsync(CancellationToken cancellationToken = default);
        void CreateSavepoint(string name) => throw null!;
        Task CreateSavepointAsync(string name, CancellationToken cancellationToken = default) => throw null!;
        void RollbackToSavepoint(string name) => throw null!;
        Task RollbackToSavepointAsync(string name, CancellationToken cancellationToken = default) => throw null!;
        void ReleaseSavepoint(string name) => throw null!;
        Task ReleaseSavepointAsync(string name, CancellationToken cancellationToken = default) => throw null!;
        Guid TransactionId { get; }
        bool SupportsSavepoints { get; }
    }

    public interface IExecutionStrategy
    {
        TResult Execute<TState, TResult>(TState state, Func<DbContext, TState, TResult> operation, Func<DbContext, TState, ExecutionResult<TResult>>? verifySucceeded);
        Task<TResult> ExecuteAsync<TState, TResult>(TState state, Func<DbContext, TState, CancellationToken, Task<TResult>> operation, Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded, CancellationToken cancellationToken = default);
        bool RetriesOnFailure { get; }
    }

    public abstract class ExecutionStrategy : IExecutionStrategy
    {
        internal ExecutionStrategy() { }
        public virtual TResult Execute<TState, TResult>(TState state, Func<DbContext, TState, TResult> operation, Func<DbContext, TState, ExecutionResult<TResult>>? verifySucceeded) => throw null!;
        public virtual Task<TResult> ExecuteAsync<TState, TResult>(TState state, Func<DbContext, TState, CancellationToken, Task<TResult>> operation, Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded, CancellationToken cancellationToken = default) => throw null!;
        public virtual bool RetriesOnFailure => throw null!;
    }

    public sealed class ExecutionStrategyDependencies : IEquatable<ExecutionStrategyDependencies>
    {
        public bool Equals(ExecutionStrategyDependencies? other) => throw null!;
    }

    public class ExecutionResult<TResult>
    {
        public ExecutionResult(bool successful, TResult result) { }
        public virtual bool IsSuccessful => throw null!;
        public virtual TResult Result => throw null!;
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    using Microsoft.EntityFrameworkCore;
    using Microsoft.EntityFrameworkCore.ChangeTracking;
    using Microsoft.EntityFrameworkCore.Infrastructure;
    using Microsoft.EntityFrameworkCore.Metadata;
    using Microsoft.EntityFrameworkCore.Metadata.Builders;
    using Microsoft.EntityFrameworkCore.Query;
    using Microsoft.EntityFrameworkCore.Storage;

    public static class EntityFrameworkServiceCollectionExtensions
    {
        public static IServiceCollection AddDbContext<TContext>(this IServiceCollection serviceCollection, Action<DbContextOptionsBuilder>? optionsAction = null, ServiceLifetime contextLifetime = ServiceLifetime.Scoped, ServiceLifetime optionsLifetime = ServiceLifetime.Scoped) where TContext : DbContext => throw null!;
        public static IServiceCollection AddDbContext<TContextService, TContextImplementation>(this IServiceCollection serviceCollection, Action<DbContextOptionsBuilder>? optionsAction = null, ServiceLifetime contextLifetime = ServiceLifetime.Scoped, ServiceLifetime optionsLifetime = ServiceLifetime.Scoped) where TContextImplementation : DbContext, TContextService => throw null!;
        public static IServiceCollection AddDbContextPool<TContext>(this IServiceCollection serviceCollection, Action<DbContextOptionsBuilder> optionsAction, int poolSize = 1024) where TContext : DbContext => throw null!;
        public static IServiceCollection AddDbContextPool<TContextService, TContextImplementation>(this IServiceCollection serviceCollection, Action<DbContextOptionsBuilder> optionsAction, int poolSize = 1024) where TContextService : class where TContextImplementation : DbContext, TContextService => throw null!;
        public static IServiceCollection AddDbContextPool<TContext>(this IServiceCollection serviceCollection, Action<IServiceProvider, DbContextOptionsBuilder> optionsAction, int poolSize = 1024) where TContext : DbContext => throw null!;
        public static IServiceCollection AddDbContextPool<TContextService, TContextImplementation>(this IServiceCollection serviceCollection, Action<IServiceProvider, DbContextOptionsBuilder> optionsAction, int poolSize = 1024) where TContextService : class where TContextImplementation : DbContext, TContextService => throw null!;
        public static IServiceCollection AddDbContext<TContext>(this IServiceCollection serviceCollection, ServiceLifetime contextLifetime, ServiceLifetime optionsLifetime = ServiceLifetime.Scoped) where TContext : DbContext => throw null!;
        public static IServiceCollection AddDbContext<TContextService, TContextImplementation>(this IServiceCollection serviceCollection, ServiceLifetime contextLifetime, ServiceLifetime optionsLifetime = ServiceLifetime.Scoped) where TContextService : class where TContextImplementation : DbContext, TContextService => throw null!;
        public static IServiceCollection AddDbContext<TContext>(this IServiceCollection serviceCollection, Action<IServiceProvider, DbContextOptionsBuilder>? optionsAction, ServiceLifetime contextLifetime = ServiceLifetime.Scoped, ServiceLifetime optionsLifetime = ServiceLifetime.Scoped) where TContext : DbContext => throw null!;
        public static IServiceCollection AddDbContext<TContextService, TContextImplementation>(this IServiceCollection serviceCollection, Action<IServiceProvider, DbContextOptionsBuilder>? optionsAction, ServiceLifetime contextLifetime = ServiceLifetime.Scoped, ServiceLifetime optionsLifetime = ServiceLifetime.Scoped) where TContextImplementation : DbContext, TContextService => throw null!;
        public static IServiceCollection AddDbContextFactory<TContext>(this IServiceCollection serviceCollection, Action<DbContextOptionsBuilder>? optionsAction = null, ServiceLifetime lifetime = ServiceLifetime.Singleton) where TContext : DbContext => throw null!;
        public static IServiceCollection AddDbContextFactory<TContext, TFactory>(this IServiceCollection serviceCollection, Action<DbContextOptionsBuilder>? optionsAction = null, ServiceLifetime lifetime = ServiceLifetime.Singleton) where TContext : DbContext where TFactory : IDbContextFactory<TContext> => throw null!;
        public static IServiceCollection AddDbContextFactory<TContext>(this IServiceCollection serviceCollection, Action<IServiceProvider, DbContextOptionsBuilder> optionsAction, ServiceLifetime lifetime = ServiceLifetime.Singleton) where TContext : DbContext => throw null!;
        public static IServiceCollection AddDbContextFactory<TContext, TFactory>(this IServiceCollection serviceCollection, Action<IServiceProvider, DbContextOptionsBuilder>? optionsAction, ServiceLifetime lifetime = ServiceLifetime.Singleton) where TContext : DbContext where TFactory : IDbContextFactory<TContext> => throw null!;
        public static IServiceCollection AddPooledDbContextFactory<TContext>(this IServiceCollection serviceCollection, Action<DbContextOptionsBuilder> optionsAction, int poolSize = 1024) where TContext : DbContext => throw null!;
        public static IServiceCollection AddPooledDbContextFactory<TContext>(this IServiceCollection serviceCollection, Action<IServiceProvider, DbContextOptionsBuilder> optionsAction, int poolSize = 1024) where TContext : DbContext => throw null!;
        public static IServiceCollection ConfigureDbContext<TContext>(this IServiceCollection serviceCollection, Action<DbContextOptionsBuilder> optionsAction, ServiceLifetime optionsLifetime = ServiceLifetime.Singleton) where TContext : DbContext => throw null!;
        public static IServiceCollection ConfigureDbContext<TContext>(this IServiceCollection serviceCollection, Action<IServiceProvider, DbContextOptionsBuilder> optionsAction, ServiceLifetime optionsLifetime = ServiceLifetime.Singleton) where TContext : DbContext => throw null!;
    }
}
