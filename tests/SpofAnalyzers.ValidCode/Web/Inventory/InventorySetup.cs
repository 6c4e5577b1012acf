using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace Harbor.Web.Inventory;

internal static class InventorySetup
{
    private static readonly MethodConfig Retrying = new()
    {
        Names = { MethodName.Default },
        RetryPolicy = new RetryPolicy
        {
            MaxAttempts = 4,
            InitialBackoff = TimeSpan.FromMilliseconds(200),
            MaxBackoff = TimeSpan.FromSeconds(2),
            BackoffMultiplier = 2,
            RetryableStatusCodes = { StatusCode.Unavailable },
        },
    };

    public static void AddInventory(this WebApplicationBuilder builder) =>
        builder.Services
            .AddGrpcClient<InventoryClient>(options => options.Address = new Uri("dns:///inventory-headless.harbor.svc:8081"))
            .ConfigureChannel(channel =>
            {
                channel.Credentials = ChannelCredentials.Insecure;
                channel.ServiceConfig = new ServiceConfig { LoadBalancingConfigs = { new RoundRobinConfig() }, MethodConfigs = { Retrying } };
            });
}
