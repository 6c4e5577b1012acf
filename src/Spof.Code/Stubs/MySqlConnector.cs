// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Data;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;

namespace MySqlConnector
{
    public sealed class MySqlConnection : DbConnection
    {
        public MySqlConnection() { }
        public MySqlConnection(string? connectionString) { }
        public new MySqlTransaction BeginTransaction() => throw null!;
        public new MySqlTransaction BeginTransaction(IsolationLevel isolationLevel) => throw null!;
        public MySqlTransaction BeginTransaction(IsolationLevel isolationLevel, bool isReadOnly) => throw null!;
        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw null!;
        public new ValueTask<MySqlTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default) => throw null!;
        public new ValueTask<MySqlTransaction> BeginTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken = default) => throw null!;
        public ValueTask<MySqlTransaction> BeginTransactionAsync(IsolationLevel isolationLevel, bool isReadOnly, CancellationToken cancellationToken = default) => throw null!;
        public override void Close() => throw null!;
        public override Task CloseAsync() => throw null!;
        public override void ChangeDatabase(string databaseName) => throw null!;
        public new MySqlCommand CreateCommand() => throw null!;
        public override void Open() => throw null!;
        public override Task OpenAsync(CancellationToken cancellationToken) => throw null!;
        protected override DbCommand CreateDbCommand() => throw null!;
        public override string ConnectionString { get => throw null!; set { } }
        public override string Database => throw null!;
        public override ConnectionState State => throw null!;
        public override string DataSource => throw null!;
        public override string ServerVersion => throw null!;
    }

    public sealed class MySqlCommand : DbCommand
    {
        public MySqlCommand() { }
        public MySqlCommand(string? commandText) { }
        public MySqlCommand(MySqlConnection? connection, MySqlTransaction? transaction) { }
        public MySqlCommand(string? commandText, MySqlConnection? connection) { }
        public MySqlCommand(string? commandText, MySqlConnection? connection, MySqlTransaction? transaction) { }
        public override void Cancel() => throw null!;
        public override int ExecuteNonQuery() => throw null!;
        public override object? ExecuteScalar() => throw null!;
        public new MySqlDataReader ExecuteReader() => throw null!;
        public new MySqlDataReader ExecuteReader(CommandBehavior commandBehavior) => throw null!;
        public override void Prepare() => throw null!;
        protected override DbParameter CreateDbParameter() => throw null!;
        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw null!;
        public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) => throw null!;
        public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) => throw null!;
        public new Task<MySqlDataReader> ExecuteReaderAsync(CancellationToken cancellationToken = default) => throw null!;
        public new Task<MySqlDataReader> ExecuteReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken = default) => throw null!;
        protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) => throw null!;
        public new MySqlParameterCollection Parameters => throw null!;
        public override string CommandText { get => throw null!; set { } }
        public new MySqlTransaction? Transaction { get => throw null!; set { } }
        public new MySqlConnection? Connection { get => throw null!; set { } }
        public override int CommandTimeout { get => throw null!; set { } }
        public override CommandType CommandType { get => throw null!; set { } }
        public override bool DesignTimeVisible { get => throw null!; set { } }
        public override UpdateRowSource UpdatedRowSource { get => throw null!; set { } }
        protected override DbConnection? DbConnection { get => throw null!; set { } }
        protected override DbParameterCollection DbParameterCollection => throw null!;
        protected override DbTransaction? DbTransaction { get => throw null!; set { } }
    }

    public sealed class MySqlTransaction : DbTransaction
    {
        internal MySqlTransaction() { }
        public override void Commit() => throw null!;
        public override Task CommitAsync(CancellationToken cancellationToken = default) => throw null!;
        public override void Rollback() => throw null!;
        public override Task RollbackAsync(CancellationToken cancellationToken = default) => throw null!;
        public override void Rollback(string savepointName) => throw null!;
        public override Task RollbackAsync(string savepointName, CancellationToken cancellationToken = default) => throw null!;
        public new MySqlConnection? Connection => throw null!;
        protected override DbConnection? DbConnection => throw null!;
        public override IsolationLevel IsolationLevel => throw null!;
    }

    public sealed class MySqlParameter : DbParameter, IDbDataParameter, IDataParameter
    {
        public MySqlParameter() { }
        public MySqlParameter(string? name, object? value) { }
        public override void ResetDbType() => throw null!;
        public override DbType DbType { get => throw null!; set { } }
        public override ParameterDirection Direction { get => throw null!; set { } }
        public override bool IsNullable { get => throw null!; set { } }
        public override byte Precision { get => throw null!; set { } }
        public override byte Scale { get => throw null!; set { } }
        public override string ParameterName { get => throw null!; set { } }
        public override int Size { get => throw null!; set { } }
        public override string SourceColumn { get => throw null!; set { } }
        public override bool SourceColumnNullMapping { get => throw null!; set { } }
        public override DataRowVersion SourceVersion { get => throw null!; set { } }
        public override object? Value { get => throw null!; set { } }
    }

    public sealed class MySqlParameterCollection : DbParameterCollection, IEnumerable<MySqlParameter>, IEnumerable
    {
        internal MySqlParameterCollection() { }
        public MySqlParameter Add(string parameterName, DbType dbType) => throw null!;
        public override int Add(object value) => throw null!;
        public MySqlParameter Add(MySqlParameter parameter) => throw null!;
        public override void AddRange(Array values) => throw null!;
        public MySqlParameter AddWithValue(string parameterName, object? value) => throw null!;
        public override bool Contains(object value) => throw null!;
        public override bool Contains(string value) => throw null!;
        public override void CopyTo(Array array, int index) => throw null!;
        public override void Clear() => throw null!;
        public override IEnumerator GetEnumerator() => throw null!;
        protected override DbParameter GetParameter(int index) => throw null!;
        protected override DbParameter GetParameter(string parameterName) => throw null!;
        public override int IndexOf(object value) => throw null!;
        public override int IndexOf(string parameterName) => throw null!;
        public override void Insert(int index, object value) => throw null!;
        public override void Remove(object value) => throw null!;
        public override void RemoveAt(int index) => throw null!;
        public override void RemoveAt(string parameterName) => throw null!;
        protected override void SetParameter(int index, DbParameter value) => throw null!;
        protected override void SetParameter(string parameterName, DbParameter value) => throw null!;
        public override int Count => throw null!;
        public override object SyncRoot => throw null!;
        IEnumerator<MySqlParameter> IEnumerable<MySqlParameter>.GetEnumerator() => throw null!;
    }

    public sealed class MySqlDataReader : DbDataReader, IDbColumnSchemaGenerator
    {
        internal MySqlDataReader() { }
        public override bool NextResult() => throw null!;
        public override bool Read() => throw null!;
        public override Task<bool> ReadAsync(CancellationToken cancellationToken) => throw null!;
        public override string GetName(int ordinal) => throw null!;
        public override int GetValues(object[] values) => throw null!;
        public override bool IsDBNull(int ordinal) => throw null!;
        public override int GetOrdinal(string name) => throw null!;
        public override bool GetBoolean(int ordinal) => throw null!;
        public override byte GetByte(int ordinal) => throw null!;
        public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw null!;
        public override char GetChar(int ordinal) => throw null!;
        public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw null!;
        public override Guid GetGuid(int ordinal) => throw null!;
        public override short GetInt16(int ordinal) => throw null!;
        public override int GetInt32(int ordinal) => throw null!;
        public override long GetInt64(int ordinal) => throw null!;
        public override string GetDataTypeName(int ordinal) => throw null!;
        public override Type GetFieldType(int ordinal) => throw null!;
        public override object GetValue(int ordinal) => throw null!;
        public override IEnumerator GetEnumerator() => throw null!;
        public override DateTime GetDateTime(int ordinal) => throw null!;
        public override string GetString(int ordinal) => throw null!;
        public override decimal GetDecimal(int ordinal) => throw null!;
        public override double GetDouble(int ordinal) => throw null!;
        public override float GetFloat(int ordinal) => throw null!;
        public ReadOnlyCollection<DbColumn> GetColumnSchema() => throw null!;
        public override int FieldCount => throw null!;
        public override object this[int ordinal] => throw null!;
        public override object this[string name] => throw null!;
        public override bool HasRows => throw null!;
        public override bool IsClosed => throw null!;
        public override int RecordsAffected => throw null!;
        public override int Depth => throw null!;
    }

    public sealed class MySqlException : DbException
    {
        internal MySqlException() { }
        public int Number => throw null!;
    }

    public sealed class MySqlDataSource : DbDataSource
    {
        public MySqlDataSource(string connectionString) { }
        public new MySqlConnection CreateConnection() => throw null!;
        public new MySqlConnection OpenConnection() => throw null!;
        public new ValueTask<MySqlConnection> OpenConnectionAsync(CancellationToken cancellationToken = default) => throw null!;
        protected override DbConnection CreateDbConnection() => throw null!;
        public override string ConnectionString => throw null!;
    }

    public sealed class MySqlDataSourceBuilder
    {
        public MySqlDataSourceBuilder(string? connectionString = null) { }
        public MySqlDataSource Build() => throw null!;
        public MySqlConnectionStringBuilder ConnectionStringBuilder => throw null!;
    }

    public sealed class MySqlConnectionStringBuilder : DbConnectionStringBuilder
    {
        public MySqlConnectionStringBuilder() { }
        public MySqlConnectionStringBuilder(string connectionString) { }
        public string Server { get => throw null!; set { } }
        public uint Port { get => throw null!; set { } }
        public string UserID { get => throw null!; set { } }
        public string Password { get => throw null!; set { } }
        public string Database { get => throw null!; set { } }
        public MySqlLoadBalance LoadBalance { get => throw null!; set { } }
        public bool Pooling { get => throw null!; set { } }
        public uint DnsCheckInterval { get => throw null!; set { } }
        public uint ConnectionTimeout { get => throw null!; set { } }
        public MySqlServerRedirectionMode ServerRedirectionMode { get => throw null!; set { } }
    }

    public enum MySqlLoadBalance
    {
        RoundRobin = 0,
        FailOver = 1,
        Random = 2,
        LeastConnections = 3,
    }

    public enum MySqlServerRedirectionMode
    {
        Disabled = 0,
        Preferred = 1,
        Required = 2,
    }
}
