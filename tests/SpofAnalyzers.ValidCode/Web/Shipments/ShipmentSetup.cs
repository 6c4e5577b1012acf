using StackExchange.Redis;

namespace Harbor.Web.Shipments;

internal static class ShipmentSetup
{
    public static IServiceCollection AddShipments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSignalR().AddStackExchangeRedis(configuration.GetConnectionString("Cache")!, options => options.Configuration.ChannelPrefix = RedisChannel.Literal("harbor"));
        return services.AddSingleton<ShipmentNotifier>();
    }
}
