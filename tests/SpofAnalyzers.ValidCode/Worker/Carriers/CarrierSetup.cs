namespace Harbor.Worker.Carriers;

internal static class CarrierSetup
{
    public static void AddCarriers(this HostApplicationBuilder builder)
    {
        builder.Services.AddStackExchangeRedisCache(options => options.Configuration = builder.Configuration.GetConnectionString("Cache"));
        builder.Services.AddHttpClient<CarrierClient>(client => client.BaseAddress = new Uri("https+http://carriers"));
        builder.Services.AddSingleton<CarrierTable>();
    }
}
