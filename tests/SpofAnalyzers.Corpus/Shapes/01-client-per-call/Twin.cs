using System.Globalization;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddOptions<RateOptions>().BindConfiguration("Rates");
builder.Services.AddStackExchangeRedisCache(options => options.Configuration = builder.Configuration.GetConnectionString("Cache"));
builder.Services
    .AddHttpClient<ExchangeRates>((services, client) => client.BaseAddress = new Uri(services.GetRequiredService<IOptions<RateOptions>>().Value.BaseUrl))
    .AddStandardResilienceHandler();
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/rates/{currency}", async (string currency, ExchangeRates rates) => Results.Ok(await rates.OfAsync(currency)));
app.Run();

public sealed class RateOptions
{
    public string BaseUrl { get; set; } = "";
}

public sealed class ExchangeRates(HttpClient client, IDistributedCache lastKnown)
{
    public async Task<decimal> OfAsync(string currency)
    {
        string? text;
        try
        {
            text = await client.GetStringAsync($"v2/{currency}");
            await lastKnown.SetStringAsync(currency, text);
        }
        catch (HttpRequestException)
        {
            text = await lastKnown.GetStringAsync(currency);
        }

        return decimal.Parse(text ?? "0", CultureInfo.InvariantCulture);
    }
}
