using Refit;

namespace Harbor.Gateway.Customs;

internal static class CustomsSetup
{
    public static void AddCustoms(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRefitClient<ICustoms>()
            .ConfigureHttpClient(client => client.BaseAddress = new Uri(configuration["Customs:BaseUrl"]!))
            .AddStandardResilienceHandler();
        services.AddScoped<VatCheck>();
    }
}
