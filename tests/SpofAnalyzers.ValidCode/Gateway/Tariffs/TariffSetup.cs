using Microsoft.EntityFrameworkCore;

namespace Harbor.Gateway.Tariffs;

internal static class TariffSetup
{
    /// <summary>The memory provider is for the demonstration that sales gives on a laptop.</summary>
    public static void AddTariffs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDbContext<TariffContext>(options =>
        {
            if (configuration.GetValue<bool>("Demonstration"))
            {
                options.UseInMemoryDatabase("tariffs");
            }
            else
            {
                options.UseSqlServer(configuration.GetConnectionString("Tariffs"), sqlServer => sqlServer.EnableRetryOnFailure());
            }
        });
        services.AddMemoryCache();
        services.AddScoped<TariffReader>();
    }
}
