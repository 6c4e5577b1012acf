// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Data;
using System.Data.Common;
using System.Runtime.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection
{
    using Npgsql;

    public static class NpgsqlServiceCollectionExtensions
    {
        public static IServiceCollection AddNpgsqlDataSource(this IServiceCollection serviceCollection, string connectionString, ServiceLifetime connectionLifetime = ServiceLifetime.Transient, ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton, object? serviceKey = null) => throw null!;
        public static IServiceCollection AddNpgsqlDataSource(this IServiceCollection serviceCollection, string connectionString, Action<NpgsqlDataSourceBuilder> dataSourceBuilderAction, ServiceLifetime connectionLifetime = ServiceLifetime.Transient, ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton, object? serviceKey = null) => throw null!;
        public static IServiceCollection AddNpgsqlDataSource(this IServiceCollection serviceCollection, string connectionString, Action<IServiceProvider, NpgsqlDataSourceBuilder> dataSourceBuilderAction, ServiceLifetime connectionLifetime = ServiceLifetime.Transient, ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton, object? serviceKey = null) => throw null!;
        public static IServiceCollection AddNpgsqlSlimDataSource(this IServiceCollection serviceCollection, string connectionString, ServiceLifetime connectionLifetime = ServiceLifetime.Transient, ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton, object? serviceKey = null) => throw null!;
        public static IServiceCollection AddNpgsqlSlimDataSource(this IServiceCollection serviceCollection, string connectionString, Action<NpgsqlSlimDataSourceBuilder> dataSourceBuilderAction, ServiceLifetime connectionLifetime = ServiceLifetime.Transient, ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton, object? serviceKey = null) => throw null!;
        public static IServiceCollection AddNpgsqlSlimDataSource(this IServiceCollection serviceCollection, string connectionString, Action<IServiceProvider, NpgsqlSlimDataSourceBuilder> dataSourceBuilderAction, ServiceLifetime connectionLifetime = ServiceLifetime.Transient, ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton, object? serviceKey = null) => throw null!;
        public static IServiceCollection AddMultiHostNpgsqlDataSource(this IServiceCollection serviceCollection, string connectionString, ServiceLifetime connectionLifetime = ServiceLifetime.Transient, ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton, object? serviceKey = null) => throw null!;
        public static IServiceCollection AddMultiHostNpgsqlDataSource(this IServiceCollection serviceCollection, string connectionString, Action<NpgsqlDataSourceBuilder> dataSourceBuilderAction, ServiceLifetime connectionLifetime = ServiceLifetime.Transient, ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton, object? serviceKey = null) => throw null!;
        public static IServiceCollection AddMultiHostNpgsqlDataSource(this IServiceCollection serviceCollection, string connectionString, Action<IServiceProvider, NpgsqlDataSourceBuilder> dataSourceBuilderAction, ServiceLifetime connectionLifetime = ServiceLifetime.Transient, ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton, object? serviceKey = null) => throw null!;
        public static IServiceCollection AddMultiHostNpgsqlSlimDataSource(this IServiceCollection serviceCollection, string connectionString, ServiceLifetime connectionLifetime = ServiceLifetime.Transient, ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton, object? serviceKey = null) => throw null!;
        public static IServiceCollection AddMultiHostNpgsqlSlimDataSource(this IServiceCollection serviceCollection, string connectionString, Action<NpgsqlSlimDataSourceBuilder> dataSourceBuilderAction, ServiceLifetime connectionLifetime = ServiceLifetime.Transient, ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton, object? serviceKey = null) => throw null!;
        public static IServiceCollection AddMultiHostNpgsqlSlimDataSource(this IServiceCollection serviceCollection, string connectionString, Action<IServiceProvider, NpgsqlSlimDataSourceBuilder> dataSourceBuilderAction, ServiceLifetime connectionLifetime = ServiceLifetime.Transient, ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton, object? serviceKey = null) => throw null!;
        public static IServiceCollection AddNpgsqlDataSource(this IServiceCollection serviceCollection, string connectionString, ServiceLifetime connectionLifetime, ServiceLifetime dataSourceLifetime) => throw null!;
        public static IServiceCollection AddNpgsqlDataSource(this IServiceCollection serviceCollection, string connectionString, Action<NpgsqlDataSourceBuilder> dataSourceBuilderAction, ServiceLifetime connectionLifetime, ServiceLifetime dataSourceLifetime) => throw null!;
        public static IServiceCollection AddNpgsqlSlimDataSource(this IServiceCollection serviceCollection, string connectionString, ServiceLifetime connectionLifetime, ServiceLifetime dataSourceLifetime) => throw null!;
        public static IServiceCollection AddNpgsqlSlimDataSource(this IServiceCollection serviceCollection, string connectionString, Action<NpgsqlSlimDataSourceBuilder> dataSourceBuilderAction, ServiceLifetime connectionLifetime, ServiceLifetime dataSourceLifetime) => throw null!;
        public static IServiceCollection AddMultiHostNpgsqlDataSource(this IServiceCollection serviceCollection, string connectionString, ServiceLifetime connectionLifetime, ServiceLifetime dataSourceLifetime) => throw null!;
        public static IServiceCollection AddMultiHostNpgsqlDataSource(this IServiceCollection serviceCollection, string connectionString, Action<NpgsqlDataSourceBuilder> dataSourceBuilderAction, ServiceLifetime connectionLifetime, ServiceLifetime dataSourceLifetime) => throw null!;
        public static IServiceCollection AddMultiHostNpgsqlSlimDataSource(this IServiceCollection serviceCollection, string connectionString, ServiceLifetime connectionLifetime, ServiceLifetime dataSourceLifetime) => throw null!;
        public static IServiceCollection AddMultiHostNpgsqlSlimDataSource(this IServiceCollection serviceCollection, string connectionString, Action<NpgsqlSlimDataSourceBuilder> dataSourceBuilderAction, ServiceLifetime connectionLifetime, ServiceLifetime dataSourceLifetime) => throw null!;
    }
}

namespace Npgsql
{
    using Microsoft.Extensions.DependencyInjection;

    public abstract class NpgsqlDataSource : DbDataSource
    {
        internal NpgsqlDataSource() { }
        public new NpgsqlConnection CreateConnection() => throw null!;
        public new NpgsqlConnection OpenConnection() => throw null!;
        public new ValueTask<NpgsqlConnection> OpenConnectionAsync(CancellationToken cancellationToken = default) => throw null!;
        protected override DbConnection CreateDbConnection() => throw null!;
        public new NpgsqlCommand CreateCommand(string? commandText = null) => throw null!;
        public new NpgsqlBatch CreateBatch() => throw null!;
        public static NpgsqlDataSource Create(string connectionString) => throw null!;
        public static NpgsqlDataSource Create(NpgsqlConnectionStringBuilder connectionStringBuilder) => throw null!;
        public override string ConnectionString => throw null!;
    }

    public sealed class NpgsqlMultiHostDataSource : NpgsqlDataSource
    {
        internal NpgsqlMultiHostDataSource() { }
        public NpgsqlConnection CreateConnection(TargetSessionAttributes targetSessionAttributes) => throw null!;
        public NpgsqlConnection OpenConnection(TargetSessionAttributes targetSessionAttributes) => throw null!;
        public ValueTask<NpgsqlConnection> OpenConnectionAsync(TargetSessionAttributes targetSessionAttributes, CancellationToken cancellationToken = default) => throw null!;
        public NpgsqlDataSource WithTargetSession(TargetSessionAttributes targetSessionAttributes) => throw null!;
    }

    public sealed class NpgsqlDataSourceBuilder
    {
        public NpgsqlDataSourceBuilder(string? connectionString = null) { }
        public NpgsqlDataSourceBuilder UseLoggerFactory(ILoggerFactory? loggerFactory) => throw null!;
        public NpgsqlDataSourceBuilder EnableDynamicJson(Type[]? jsonbClrTypes = null, Type[]? jsonClrTypes = null) => throw null!;
        public NpgsqlDataSource Build() => throw null!;
        public NpgsqlMultiHostDataSource BuildMultiHost() => throw null!;
        public string? Name { get => throw null!; set { } }
        public NpgsqlConnectionStringBuilder ConnectionStringBuilder => throw null!;
    }

    public sealed class NpgsqlSlimDataSourceBuilder
    {
        public NpgsqlSlimDataSourceBuilder(string? connectionString = null) { }
        public NpgsqlDataSource Build() => throw null!;
        public NpgsqlMultiHostDataSource BuildMultiHost() => throw null!;
        public NpgsqlConnectionStringBuilder ConnectionStringBuilder => throw null!;
    }

    public sealed class NpgsqlConnection : DbConnection, IComponent, IDisposable
    {
        public NpgsqlConnection() { }
        public NpgsqlConnection(string? connectionString) { }
        public override void Open() => throw null!;
        public override Task OpenAsync(CancellationToken cancellationToken) => throw null!;
        protected override DbCommand CreateDbCommand() => throw null!;
        public new NpgsqlCommand CreateCommand() => throw null!;
        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw null!;
        public new NpgsqlTransaction BeginTransaction() => throw null!;
        public new NpgsqlTransaction BeginTransaction(IsolationLevel level) => throw null!;
        public new ValueTask<NpgsqlTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default) => throw null!;
        public new ValueTask<NpgsqlTransaction> BeginTransactionAsync(IsolationLevel level, CancellationToken cancellationToken = default) => throw null!;
        public override void Close() => throw null!;
        public override Task CloseAsync() => throw null!;
        public override void ChangeDatabase(string dbName) => throw null!;
        public override string ConnectionString { get => throw null!; set { } }
        public override string Database => throw null!;
        public override string DataSource => throw null!;
        public override ConnectionState State => throw null!;
        public override string ServerVersion => throw null!;
        event EventHandler? IComponent.Disposed { add { } remove { } }
    }

    public class NpgsqlCommand : DbCommand, IComponent, IDisposable
    {
        public NpgsqlCommand() { }
        public NpgsqlCommand(string? cmdText) { }
        public NpgsqlCommand(string? cmdText, NpgsqlConnection? connection) { }
        public NpgsqlCommand(string? cmdText, NpgsqlConnection? connection, NpgsqlTransaction? transaction) { }
        protected override DbParameter CreateDbParameter() => throw null!;
        public override void Prepare() => throw null!;
        public override int ExecuteNonQuery() => throw null!;
        public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) => throw null!;
        public override object? ExecuteScalar() => throw null!;
        public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) => throw null!;
        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw null!;
        protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) => throw null!;
        public new NpgsqlDataReader ExecuteReader(CommandBehavior behavior = CommandBehavior.Default) => throw null!;
        public new Task<NpgsqlDataReader> ExecuteReaderAsync(CancellationToken cancellationToken = default) => throw null!;
        public new Task<NpgsqlDataReader> ExecuteReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken = default) => throw null!;
        public override void Cancel() => throw null!;
        public override string CommandText { get => throw null!; set { } }
        public override int CommandTimeout { get => throw null!; set { } }
        public override CommandType CommandType { get => throw null!; set { } }
        protected override DbConnection? DbConnection { get => throw null!; set { } }
        public new NpgsqlConnection? Connection { get => throw null!; set { } }
        public override bool DesignTimeVisible { get => throw null!; set { } }
        public override UpdateRowSource UpdatedRowSource { get => throw null!; set { } }
        protected override DbParameterCollection DbParameterCollection => throw null!;
        public new NpgsqlParameterCollection Parameters => throw null!;
        protected override DbTransaction? DbTransaction { get => throw null!; set { } }
        public new NpgsqlTransaction? Transaction { get => throw null!; set { } }
        event EventHandler? IComponent.Disposed { add { } remove { } }
    }

    public class NpgsqlBatch : DbBatch
    {
        public NpgsqlBatch(NpgsqlConnection? connection = null, NpgsqlTransaction? transaction = null) { }
        protected override DbBatchCommand CreateDbBatchCommand() => throw null!;
        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw null!;
        public new NpgsqlDataReader ExecuteReader(CommandBehavior behavior = CommandBehavior.Default) => throw null!;
        protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) => throw null!;
        public new Task<NpgsqlDataReader> ExecuteReaderAsync(CancellationToken cancellationToken = default) => throw null!;
        public new Task<NpgsqlDataReader> ExecuteReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken = default) => throw null!;
        public override int ExecuteNonQuery() => throw null!;
        public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken = default) => throw null!;
        public override object? ExecuteScalar() => throw null!;
        public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken = default) => throw null!;
        public override void Prepare() => throw null!;
        public override Task PrepareAsync(CancellationToken cancellationToken = default) => throw null!;
        public override void Cancel() => throw null!;
        protected override DbBatchCommandCollection DbBatchCommands => throw null!;
        public override int Timeout { get => throw null!; set { } }
        protected override DbConnection? DbConnection { get => throw null!; set { } }
        protected override DbTransaction? DbTransaction { get => throw null!; set { } }
    }

    public sealed class NpgsqlTransaction : DbTransaction
    {
        internal NpgsqlTransaction() { }
        public override void Commit() => throw null!;
        public override Task CommitAsync(CancellationToken cancellationToken = default) => throw null!;
        public override void Rollback() => throw null!;
        public override Task RollbackAsync(CancellationToken cancellationToken = default) => throw null!;
        public override void Rollback(string name) => throw null!;
        public override Task RollbackAsync(string name, CancellationToken cancellationToken = default) => throw null!;
        public new NpgsqlConnection? Connection => throw null!;
        protected override DbConnection? DbConnection => throw null!;
        public override IsolationLevel IsolationLevel => throw null!;
    }

    public class NpgsqlParameter : DbParameter, IDbDataParameter, IDataParameter
    {
        public NpgsqlParameter() { }
        public NpgsqlParameter(string? parameterName, object? value) { }
        public NpgsqlParameter(string? parameterName, DbType parameterType) { }
        public NpgsqlParameter(string? parameterName, DbType parameterType, int size) { }
        public NpgsqlParameter(string? parameterName, DbType parameterType, int size, string? sourceColumn) { }
        public NpgsqlParameter(string parameterName, DbType parameterType, int size, string? sourceColumn, ParameterDirection direction, bool isNullable, byte precision, byte scale, DataRowVersion sourceVersion, object value) { }
        public override void ResetDbType() => throw null!;
        public override string ParameterName { get => throw null!; set { } }
        public override object? Value { get => throw null!; set { } }
        public override DbType DbType { get => throw null!; set { } }
        public override bool IsNullable { get => throw null!; set { } }
        public override ParameterDirection Direction { get => throw null!; set { } }
        public new byte Precision { get => throw null!; set { } }
        public new byte Scale { get => throw null!; set { } }
        public override int Size { get => throw null!; set { } }
        public override string SourceColumn { get => throw null!; set { } }
        public override DataRowVersion SourceVersion { get => throw null!; set { } }
        public override bool SourceColumnNullMapping { get => throw null!; set { } }
    }

    public sealed class NpgsqlParameterCollection : DbParameterCollection, IList<NpgsqlParameter>, ICollection<NpgsqlParameter>, IEnumerable<NpgsqlParameter>, IEnumerable
    {
        internal NpgsqlParameterCollection() { }
        public NpgsqlParameter Add(NpgsqlParameter value) => throw null!;
        public NpgsqlParameter AddWithValue(string parameterName, object value) => throw null!;
        public NpgsqlParameter AddWithValue(object value) => throw null!;
        public override void RemoveAt(string parameterName) => throw null!;
        public override bool Contains(string parameterName) => throw null!;
        public override int IndexOf(string parameterName) => throw null!;
        public override void RemoveAt(int index) => throw null!;
        public override void Insert(int index, object value) => throw null!;
        public override void Remove(object value) => throw null!;
        public override bool Contains(object value) => throw null!;
        public override void Clear() => throw null!;
        public override int IndexOf(object value) => throw null!;
        public override int Add(object value) => throw null!;
        public override void CopyTo(Array array, int index) => throw null!;
        public override IEnumerator GetEnumerator() => throw null!;
        public override void AddRange(Array values) => throw null!;
        protected override DbParameter GetParameter(string parameterName) => throw null!;
        protected override DbParameter GetParameter(int index) => throw null!;
        protected override void SetParameter(string parameterName, DbParameter value) => throw null!;
        protected override void SetParameter(int index, DbParameter value) => throw null!;
        public int IndexOf(NpgsqlParameter item) => throw null!;
        public void Insert(int index, NpgsqlParameter item) => throw null!;
        public bool Contains(NpgsqlParameter item) => throw null!;
        public bool Remove(NpgsqlParameter item) => throw null!;
        public void CopyTo(NpgsqlParameter[] array, int arrayIndex) => throw null!;
        public new NpgsqlParameter this[int index] { get => throw null!; set { } }
        public override int Count => throw null!;
        public override object SyncRoot => throw null!;
        void ICollection<NpgsqlParameter>.Add(NpgsqlParameter item) => throw null!;
        bool ICollection<NpgsqlParameter>.IsReadOnly { get => throw null!; }
        IEnumerator<NpgsqlParameter> IEnumerable<NpgsqlParameter>.GetEnumerator() => throw null!;
    }

    public sealed class NpgsqlDataReader : DbDataReader, IDbColumnSchemaGenerator
    {
        internal NpgsqlDataReader() { }
        public override bool Read() => throw null!;
        public override Task<bool> ReadAsync(CancellationToken cancellationToken) => throw null!;
        public override bool NextResult() => throw null!;
        public override string GetName(int ordinal) => throw null!;
        public override bool GetBoolean(int ordinal) => throw null!;
        public override byte GetByte(int ordinal) => throw null!;
        public override char GetChar(int ordinal) => throw null!;
        public override short GetInt16(int ordinal) => throw null!;
        public override int GetInt32(int ordinal) => throw null!;
        public override long GetInt64(int ordinal) => throw null!;
        public override DateTime GetDateTime(int ordinal) => throw null!;
        public override string GetString(int ordinal) => throw null!;
        public override decimal GetDecimal(int ordinal) => throw null!;
        public override double GetDouble(int ordinal) => throw null!;
        public override float GetFloat(int ordinal) => throw null!;
        public override Guid GetGuid(int ordinal) => throw null!;
        public override int GetValues(object[] values) => throw null!;
        public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw null!;
        public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw null!;
        public override Task<T> GetFieldValueAsync<T>(int ordinal, CancellationToken cancellationToken) => throw null!;
        public override T GetFieldValue<T>(int ordinal) => throw null!;
        public override object GetValue(int ordinal) => throw null!;
        public override bool IsDBNull(int ordinal) => throw null!;
        public override int GetOrdinal(string name) => throw null!;
        public override string GetDataTypeName(int ordinal) => throw null!;
        public override Type GetFieldType(int ordinal) => throw null!;
        public override IEnumerator GetEnumerator() => throw null!;
        public override int Depth => throw null!;
        public override bool IsClosed => throw null!;
        public override int RecordsAffected => throw null!;
        public override bool HasRows => throw null!;
        public override int FieldCount => throw null!;
        public override object this[int ordinal] => throw null!;
        public override object this[string name] => throw null!;
        ReadOnlyCollection<DbColumn> IDbColumnSchemaGenerator.GetColumnSchema() => throw null!;
    }

    public class NpgsqlException : DbException
    {
        public NpgsqlException() { }
        public NpgsqlException(string? message, Exception? innerException) { }
        public NpgsqlException(string? message) { }
        protected NpgsqlException(SerializationInfo info, StreamingContext context) { }
    }

    public sealed class PostgresException : NpgsqlException
    {
        public override string SqlState => throw null!;
    }

    public enum TargetSessionAttributes : byte
    {
        Any = 0,
        ReadWrite = 1,
        ReadOnly = 2,
        Primary = 3,
        Standby = 4,
        PreferPrimary = 5,
        PreferStandby = 6,
    }

    public sealed class NpgsqlConnectionStringBuilder : DbConnectionStringBuilder, IDictionary<string, object?>, ICollection<KeyValuePair<string, object?>>, IEnumerable<KeyValuePair<string, object?>>, IEnumerable
    {
        public NpgsqlConnectionStringBuilder() { }
        public NpgsqlConnectionStringBuilder(bool useOdbcRules) { }
        public NpgsqlConnectionStringBuilder(string? connectionString) { }
        public void Add(KeyValuePair<string, object?> item) => throw null!;
        public override bool Remove(string keyword) => throw null!;
        public bool Remove(KeyValuePair<string, object?> item) => throw null!;
        public override void Clear() => throw null!;
        public override bool ContainsKey(string keyword) => throw null!;
        public bool Contains(KeyValuePair<string, object?> item) => throw null!;
        public override bool TryGetValue(string keyword, out object? value) => throw null!;
        public void CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) => throw null!;
        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => throw null!;
        public string? Host { get => throw null!; set { } }
        public int Port { get => throw null!; set { } }
        public string? Database { get => throw null!; set { } }
        public string? Username { get => throw null!; set { } }
        public string? Password { get => throw null!; set { } }
        public bool Pooling { get => throw null!; set { } }
        public int Timeout { get => throw null!; set { } }
        public string? TargetSessionAttributes { get => throw null!; set { } }
        public bool LoadBalanceHosts { get => throw null!; set { } }
        public int HostRecheckSeconds { get => throw null!; set { } }
        public new ICollection<string> Keys => throw null!;
        public new ICollection<object?> Values => throw null!;
        void IDictionary<string, object?>.Add(string key, object? value) => throw null!;
        object? IDictionary<string, object?>.this[string key] { get => throw null!; set { } }
    }
}
