// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;

namespace MassTransit
{
    public interface IRabbitMqBusFactoryConfigurator
    {
    }

    public interface IRabbitMqHostConfigurator
    {
        void Username(string username);
        void Password(string password);
        void Heartbeat(ushort requestedHeartbeat);
        void Heartbeat(TimeSpan timeSpan);
        void UseCluster(Action<IRabbitMqClusterConfigurator> configureCluster);
    }

    public interface IRabbitMqClusterConfigurator
    {
        void Node(string nodeAddress);
    }

    public static class RabbitMqBusFactoryConfiguratorExtensions
    {
        public static IBusControl CreateUsingRabbitMq(this IBusFactorySelector selector, Action<IRabbitMqBusFactoryConfigurator>? configure = null) => throw null!;
        public static void UsingRabbitMq(this IBusRegistrationConfigurator configurator, Action<IBusRegistrationContext, IRabbitMqBusFactoryConfigurator>? configure = null) => throw null!;
    }

    public static class RabbitMqHostConfigurationExtensions
    {
        public static void Host(this IRabbitMqBusFactoryConfigurator configurator, Uri hostAddress, Action<IRabbitMqHostConfigurator>? configure = null) => throw null!;
        public static void Host(this IRabbitMqBusFactoryConfigurator configurator, string host, Action<IRabbitMqHostConfigurator>? configure = null) => throw null!;
        public static void Host(this IRabbitMqBusFactoryConfigurator configurator, Uri hostAddress, string connectionName, Action<IRabbitMqHostConfigurator>? configure = null) => throw null!;
        public static void Host(this IRabbitMqBusFactoryConfigurator configurator, string host, string virtualHost, Action<IRabbitMqHostConfigurator>? configure = null) => throw null!;
        public static void Host(this IRabbitMqBusFactoryConfigurator configurator, string host, string virtualHost, string connectionName, Action<IRabbitMqHostConfigurator>? configure = null) => throw null!;
        public static void Host(this IRabbitMqBusFactoryConfigurator configurator, string host, ushort port, string virtualHost, Action<IRabbitMqHostConfigurator> configure) => throw null!;
        public static void Host(this IRabbitMqBusFactoryConfigurator configurator, string host, ushort port, string virtualHost, string connectionName, Action<IRabbitMqHostConfigurator>? configure = null) => throw null!;
    }
}
