// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System.Data;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;

namespace MySql.Data.MySqlClient
{
    public sealed class MySqlConnection : DbConnection
    {
        public MySqlConnection() { }
        public MySqlConnection(string connectionString) { }
        public override void Open() => throw null!;
        public override Task OpenAsync(CancellationToken cancellationToken) => throw null!;
        public override void Close() => throw null!;
        public override void ChangeDatabase(string databaseName) => throw null!;
        protected override DbCommand CreateDbCommand() => throw null!;
        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw null!;
        public override string ConnectionString { get => throw null!; set { } }
        public override string Database => throw null!;
        public override string DataSource => throw null!;
        public override string ServerVersion => throw null!;
        public override ConnectionState State => throw null!;
    }

    public sealed class MySqlConnectionStringBuilder : DbConnectionStringBuilder
    {
        public MySqlConnectionStringBuilder() { }
        public MySqlConnectionStringBuilder(string connectionString) { }
        public string Server { get => throw null!; set { } }
        public uint Port { get => throw null!; set { } }
        public string Database { get => throw null!; set { } }
        public string UserID { get => throw null!; set { } }
        public string Password { get => throw null!; set { } }
    }
}
