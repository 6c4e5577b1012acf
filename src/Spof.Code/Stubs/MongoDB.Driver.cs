// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.Collections.Generic;

namespace MongoDB.Driver
{
    public interface IMongoClient : IDisposable
    {
        IMongoDatabase GetDatabase(string name, MongoDatabaseSettings settings = null);
    }

    public interface IMongoDatabase
    {
        IMongoCollection<TDocument> GetCollection<TDocument>(string name, MongoCollectionSettings settings = null);
    }

    public interface IMongoCollection<TDocument>
    {
    }

    public class MongoDatabaseSettings
    {
    }

    public class MongoCollectionSettings
    {
    }

    public sealed partial class MongoClient : IMongoClient
    {
        public MongoClient() { }
        public MongoClient(MongoClientSettings settings) { }
        public MongoClient(MongoUrl url) { }
        public MongoClient(string connectionString) { }
        public IMongoDatabase GetDatabase(string name, MongoDatabaseSettings settings = null) => throw null!;
        public void Dispose() => throw null!;
    }

    public class MongoClientSettings
    {
        public MongoClientSettings() { }
        public static MongoClientSettings FromConnectionString(string connectionString) => throw null!;
        public static MongoClientSettings FromUrl(MongoUrl url) => throw null!;
        public string ApplicationName { get => throw null!; set { } }
        public TimeSpan ConnectTimeout { get => throw null!; set { } }
        public bool DirectConnection { get => throw null!; set { } }
        public int MaxConnectionPoolSize { get => throw null!; set { } }
        public string ReplicaSetName { get => throw null!; set { } }
        public bool RetryReads { get => throw null!; set { } }
        public bool RetryWrites { get => throw null!; set { } }
        public MongoServerAddress Server { get => throw null!; set { } }
        public IEnumerable<MongoServerAddress> Servers { get => throw null!; set { } }
        public TimeSpan ServerSelectionTimeout { get => throw null!; set { } }
        public TimeSpan SocketTimeout { get => throw null!; set { } }
        public bool UseTls { get => throw null!; set { } }
    }

    public class MongoServerAddress
    {
        public MongoServerAddress(string host) { }
        public MongoServerAddress(string host, int port) { }
    }

    public class MongoUrl
    {
        public MongoUrl(string url) { }
        public static MongoUrl Create(string url) => throw null!;
        public string DatabaseName => throw null!;
    }

    public class MongoUrlBuilder
    {
        public MongoUrlBuilder() { }
        public MongoUrlBuilder(string url) { }
        public bool DirectConnection { get => throw null!; set { } }
        public MongoUrl ToMongoUrl() => throw null!;
    }
}
