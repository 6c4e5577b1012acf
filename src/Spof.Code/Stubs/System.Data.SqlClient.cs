// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Data;
using System.Data.Common;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using System.Xml;

namespace System.Data.SqlClient
{
    public sealed class SqlConnection : DbConnection
    {
        public SqlConnection() { }
        public SqlConnection(string connectionString) { }
        public SqlConnection(string connectionString, SqlCredential credential) { }
        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw null!;
        public new SqlTransaction BeginTransaction() => throw null!;
        public new SqlTransaction BeginTransaction(IsolationLevel iso) => throw null!;
        public SqlTransaction BeginTransaction(IsolationLevel iso, string transactionName) => throw null!;
        public SqlTransaction BeginTransaction(string transactionName) => throw null!;
        public override void ChangeDatabase(string database) => throw null!;
        public override void Close() => throw null!;
        public new SqlCommand CreateCommand() => throw null!;
        protected override DbCommand CreateDbCommand() => throw null!;
        public override void Open() => throw null!;
        public override Task OpenAsync(CancellationToken cancellationToken) => throw null!;
        public override string ConnectionString { get => throw null!; set { } }
        public override string Database => throw null!;
        public override string DataSource => throw null!;
        public override string ServerVersion => throw null!;
        public override ConnectionState State => throw null!;
    }

    public sealed class SqlCredential
    {
        public SqlCredential(string userId, SecureString password) { }
    }

    public sealed class SqlCommand : DbCommand
    {
        public SqlCommand() { }
        public SqlCommand(string cmdText) { }
        public SqlCommand(string cmdText, SqlConnection connection) { }
        public SqlCommand(string cmdText, SqlConnection connection, SqlTransaction transaction) { }
        public override void Cancel() => throw null!;
        protected override DbParameter CreateDbParameter() => throw null!;
        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw null!;
        protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) => throw null!;
        public override int ExecuteNonQuery() => throw null!;
        public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) => throw null!;
        public new SqlDataReader ExecuteReader() => throw null!;
        public new SqlDataReader ExecuteReader(CommandBehavior behavior) => throw null!;
        public new Task<SqlDataReader> ExecuteReaderAsync() => throw null!;
        public new Task<SqlDataReader> ExecuteReaderAsync(CommandBehavior behavior) => throw null!;
        public new Task<SqlDataReader> ExecuteReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) => throw null!;
        public new Task<SqlDataReader> ExecuteReaderAsync(CancellationToken cancellationToken) => throw null!;
        public override object ExecuteScalar() => throw null!;
        public override Task<object> ExecuteScalarAsync(CancellationToken cancellationToken) => throw null!;
        public XmlReader ExecuteXmlReader() => throw null!;
        public Task<XmlReader> ExecuteXmlReaderAsync() => throw null!;
        public Task<XmlReader> ExecuteXmlReaderAsync(CancellationToken cancellationToken) => throw null!;
        public override void Prepare() => throw null!;
        public override string CommandText { get => throw null!; set { } }
        public override int CommandTimeout { get => throw null!; set { } }
        public override CommandType CommandType { get => throw null!; set { } }
        public new SqlConnection Connection { get => throw null!; set { } }
        protected override DbConnection DbConnection { get => throw null!; set { } }
        protected override DbParameterCollection DbParameterCollection => throw null!;
        protected override DbTransaction DbTransaction { get => throw null!; set { } }
        public override bool DesignTimeVisible { get => throw null!; set { } }
        public new SqlParameterCollection Parameters => throw null!;
        public new SqlTransaction Transaction { get => throw null!; set { } }
        public override UpdateRowSource UpdatedRowSource { get => throw null!; set { } }
    }

    public sealed class SqlTransaction : DbTransaction
    {
        internal SqlTransaction() { }
        public override void Commit() => throw null!;
        public override void Rollback() => throw null!;
        public override void Rollback(string transactionName) => throw null!;
        public new SqlConnection Connection => throw null!;
        protected override DbConnection DbConnection => throw null!;
        public override IsolationLevel IsolationLevel => throw null!;
    }

    public sealed class SqlParameter : DbParameter, IDataParameter, IDbDataParameter
    {
        public SqlParameter() { }
        public SqlParameter(string parameterName, SqlDbType dbType) { }
        public SqlParameter(string parameterName, SqlDbType dbType, int size) { }
        public SqlParameter(string parameterName, SqlDbType dbType, int size, ParameterDirection direction, bool isNullable, byte precision, byte scale, string sourceColumn, DataRowVersion sourceVersion, object value) { }
        public SqlParameter(string parameterName, SqlDbType dbType, int size, ParameterDirection direction, byte precision, byte scale, string sourceColumn, DataRowVersion sourceVersion, bool sourceColumnNullMapping, object value, string xmlSchemaCollectionDatabase, string xmlSchemaCollectionOwningSchema, string xmlSchemaCollectionName) { }
        public SqlParameter(string parameterName, SqlDbType dbType, int size, string sourceColumn) { }
        public SqlParameter(string parameterName, object value) { }
        public override void ResetDbType() => throw null!;
        public override DbType DbType { get => throw null!; set { } }
        public override ParameterDirection Direction { get => throw null!; set { } }
        public override bool IsNullable { get => throw null!; set { } }
        public override string ParameterName { get => throw null!; set { } }
        public new byte Precision { get => throw null!; set { } }
        public new byte Scale { get => throw null!; set { } }
        public override int Size { get => throw null!; set { } }
        public override string SourceColumn { get => throw null!; set { } }
        public override bool SourceColumnNullMapping { get => throw null!; set { } }
        public override DataRowVersion SourceVersion { get => throw null!; set { } }
        public override object Value { get => throw null!; set { } }
    }

    public sealed class SqlParameterCollection : DbParameterCollection
    {
        internal SqlParameterCollection() { }
        public SqlParameter Add(SqlParameter value) => throw null!;
        public override int Add(object value) => throw null!;
        public SqlParameter Add(string parameterName, SqlDbType sqlDbType) => throw null!;
        public SqlParameter Add(string parameterName, SqlDbType sqlDbType, int size) => throw null!;
        public SqlParameter Add(string parameterName, SqlDbType sqlDbType, int size, string sourceColumn) => throw null!;
        public override void AddRange(Array values) => throw null!;
        public SqlParameter AddWithValue(string parameterName, object value) => throw null!;
        public override void Clear() => throw null!;
        public override bool Contains(object value) => throw null!;
        public override bool Contains(string value) => throw null!;
        public override void CopyTo(Array array, int index) => throw null!;
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
        public new SqlParameter this[int index] { get => throw null!; set { } }
        public new SqlParameter this[string parameterName] { get => throw null!; set { } }
        public override object SyncRoot => throw null!;
    }

    public class SqlDataReader : DbDataReader, IDataReader, IDataRecord, IDisposable, IDbColumnSchemaGenerator
    {
        internal SqlDataReader() { }
        public override bool GetBoolean(int i) => throw null!;
        public override byte GetByte(int i) => throw null!;
        public override long GetBytes(int i, long dataIndex, byte[] buffer, int bufferIndex, int length) => throw null!;
        public override char GetChar(int i) => throw null!;
        public override long GetChars(int i, long dataIndex, char[] buffer, int bufferIndex, int length) => throw null!;
        public ReadOnlyCollection<DbColumn> GetColumnSchema() => throw null!;
        public override string GetDataTypeName(int i) => throw null!;
        public override DateTime GetDateTime(int i) => throw null!;
        public override decimal GetDecimal(int i) => throw null!;
        public override double GetDouble(int i) => throw null!;
        public override IEnumerator GetEnumerator() => throw null!;
        public override Type GetFieldType(int i) => throw null!;
        public override float GetFloat(int i) => throw null!;
        public override Guid GetGuid(int i) => throw null!;
        public override short GetInt16(int i) => throw null!;
        public override int GetInt32(int i) => throw null!;
        public override long GetInt64(int i) => throw null!;
        public override string GetName(int i) => throw null!;
        public override int GetOrdinal(string name) => throw null!;
        public override DataTable GetSchemaTable() => throw null!;
        public override string GetString(int i) => throw null!;
        public override object GetValue(int i) => throw null!;
        public override int GetValues(object[] values) => throw null!;
        public override bool IsDBNull(int i) => throw null!;
        public override bool NextResult() => throw null!;
        public override bool Read() => throw null!;
        public override int Depth => throw null!;
        public override int FieldCount => throw null!;
        public override bool HasRows => throw null!;
        public override bool IsClosed => throw null!;
        public override object this[int i] => throw null!;
        public override object this[string name] => throw null!;
        public override int RecordsAffected => throw null!;
        IDataReader IDataRecord.GetData(int i) => throw null!;
    }

    public sealed class SqlException : DbException
    {
        internal SqlException() { }
        public int Number => throw null!;
    }

    public sealed class SqlConnectionStringBuilder : DbConnectionStringBuilder
    {
        public SqlConnectionStringBuilder() { }
        public SqlConnectionStringBuilder(string connectionString) { }
        public ApplicationIntent ApplicationIntent { get => throw null!; set { } }
        public string ApplicationName { get => throw null!; set { } }
        public int ConnectRetryCount { get => throw null!; set { } }
        public int ConnectRetryInterval { get => throw null!; set { } }
        public int ConnectTimeout { get => throw null!; set { } }
        public string DataSource { get => throw null!; set { } }
        public string FailoverPartner { get => throw null!; set { } }
        public string InitialCatalog { get => throw null!; set { } }
        public bool IntegratedSecurity { get => throw null!; set { } }
        public bool MultiSubnetFailover { get => throw null!; set { } }
        public string Password { get => throw null!; set { } }
        public bool TrustServerCertificate { get => throw null!; set { } }
        public string UserID { get => throw null!; set { } }
    }

    public enum ApplicationIntent
    {
        ReadOnly = 1,
        ReadWrite = 0,
    }
}
