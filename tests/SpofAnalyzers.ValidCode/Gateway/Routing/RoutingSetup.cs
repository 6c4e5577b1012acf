using Microsoft.Extensions.Http.Resilience;

namespace Harbor.Gateway.Routing;

internal static class RoutingSetup
{
    /// <summary>Two regions; the second is asked when the first is slow or away.</summary>
    public static void AddRouting(this IServiceCollection services, IConfiguration configuration) =>
        services.AddHttpClient<RouteFinder>(client => client.BaseAddress = new Uri("http://routing"))
            .AddStandardHedgingHandler(hedging => hedging.ConfigureOrderedGroups(groups =>
            {
                groups.Groups.Add(Group(configuration["Routing:Primary"]!));
                groups.Groups.Add(Group(configuration["Routing:Secondary"]!));
            }));

    private static UriEndpointGroup Group(string address) => new() { Endpoints = { new WeightedUriEndpoint { Uri = new Uri(address) } } };
}
