namespace SpofAnalyzers.Facts;

/// <summary>What the members that make a connection are called on.</summary>
internal static class NamedReceivers
{
    public const string RabbitTransport = "IRabbitMqBusFactoryConfigurator";

    /// <summary>The namespace of the type whose static member it is; null for a member that is called on a value.</summary>
    public static string? Static(ConnectionApi api) => api.Owners[0] switch
    {
        "ConnectionMultiplexer" => "StackExchange.Redis",
        "NpgsqlDataSource" => "Npgsql",
        _ => null,
    };

    /// <summary>Simple name of the type that the member extends.</summary>
    public static string Of(ConnectionApi api) => api.Owners[0] switch
    {
        "RabbitMqHostConfigurationExtensions" => RabbitTransport,
        "StackExchangeRedisDependencyInjectionExtensions" => "ISignalRServerBuilder",
        "MemcachedClientOptions" => "MemcachedClientOptions",
        "ServiceBusClientBuilderExtensions" or "BlobClientBuilderExtensions" or "QueueClientBuilderExtensions" or "TableClientBuilderExtensions" =>
            "AzureClientFactoryBuilder",
        var owner when owner.StartsWith("Aspire", StringComparison.Ordinal) => "IHostApplicationBuilder",
        var owner when owner.Contains("DbContextOptions") => "DbContextOptionsBuilder",
        _ => "IServiceCollection",
    };
}
