using Microsoft.Extensions.Options;
using RestSharp;

namespace Harbor.Gateway.Ports;

internal static class PortSetup
{
    public static void AddPortAuthorities(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PortOptions>(configuration.GetSection("Ports"));
        services.AddSingleton(provider => new RestClient(new RestClientOptions(provider.GetRequiredService<IOptions<PortOptions>>().Value.Address!) { Timeout = TimeSpan.FromSeconds(10) }));
        services.AddSingleton<PortAuthority>();
        services.AddHostedService<PortFeed>();
    }
}
