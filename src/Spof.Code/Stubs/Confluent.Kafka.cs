// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.Collections;
using System.Collections.Generic;

namespace Confluent.Kafka
{
    public enum Acks
    {
        None = 0,
        Leader = 1,
        All = -1,
    }

    public enum AutoOffsetReset
    {
        Latest,
        Earliest,
        Error,
    }

    public class Config : IEnumerable<KeyValuePair<string, string>>
    {
        public Config() { }
        public Config(Config config) { }
        public Config(IDictionary<string, string> config) { }
        public void Set(string key, string val) => throw null!;
        public string Get(string key) => throw null!;
        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => throw null!;
        IEnumerator IEnumerable.GetEnumerator() => throw null!;
    }

    public class ClientConfig : Config
    {
        public ClientConfig() { }
        public ClientConfig(ClientConfig config) { }
        public ClientConfig(IDictionary<string, string> config) { }
        public Acks? Acks { get => throw null!; set { } }
        public string BootstrapServers { get => throw null!; set { } }
        public string ClientId { get => throw null!; set { } }
        public string SaslPassword { get => throw null!; set { } }
        public string SaslUsername { get => throw null!; set { } }
    }

    public class ProducerConfig : ClientConfig
    {
        public ProducerConfig() { }
        public ProducerConfig(ClientConfig config) { }
        public ProducerConfig(IDictionary<string, string> config) { }
        public bool? EnableIdempotence { get => throw null!; set { } }
        public int? MessageTimeoutMs { get => throw null!; set { } }
    }

    public class ConsumerConfig : ClientConfig
    {
        public ConsumerConfig() { }
        public ConsumerConfig(ClientConfig config) { }
        public ConsumerConfig(IDictionary<string, string> config) { }
        public AutoOffsetReset? AutoOffsetReset { get => throw null!; set { } }
        public bool? EnableAutoCommit { get => throw null!; set { } }
        public string GroupId { get => throw null!; set { } }
    }

    public class AdminClientConfig : ClientConfig
    {
        public AdminClientConfig() { }
        public AdminClientConfig(ClientConfig config) { }
        public AdminClientConfig(IDictionary<string, string> config) { }
    }

    public interface IClient : IDisposable
    {
    }

    public interface IProducer<TKey, TValue> : IClient
    {
    }

    public interface IConsumer<TKey, TValue> : IClient
    {
    }

    public interface IAdminClient : IClient
    {
    }

    public class ProducerBuilder<TKey, TValue>
    {
        public ProducerBuilder(IEnumerable<KeyValuePair<string, string>> config) { }
        public virtual IProducer<TKey, TValue> Build() => throw null!;
    }

    public class ConsumerBuilder<TKey, TValue>
    {
        public ConsumerBuilder(IEnumerable<KeyValuePair<string, string>> config) { }
        public virtual IConsumer<TKey, TValue> Build() => throw null!;
    }

    public class AdminClientBuilder
    {
        public AdminClientBuilder(IEnumerable<KeyValuePair<string, string>> config) { }
        public virtual IAdminClient Build() => throw null!;
    }
}
