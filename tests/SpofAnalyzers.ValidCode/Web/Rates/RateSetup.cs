namespace Harbor.Web.Rates;

internal static class RateSetup
{
    public static void AddRates(this WebApplicationBuilder builder)
    {
        var address = builder.Configuration["Rates:BaseUrl"] ?? throw new InvalidOperationException("Rates:BaseUrl is missing");
        builder.Services.AddHttpClient<RateClient>(client => client.BaseAddress = new Uri(address));
    }
}
