using System.Globalization;
using System.Xml.Linq;
using Microsoft.Extensions.Caching.Distributed;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddStackExchangeRedisCache(options => options.Configuration = builder.Configuration.GetConnectionString("Cache"));
builder.Services.AddHttpClient<ReferenceRates>(client => client.BaseAddress = new Uri(builder.Configuration["Rates:BaseUrl"]!));
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/price", async (decimal euro, string currency, ReferenceRates rates) => euro * await rates.OfAsync(currency));
app.Run();

/// <summary>Rates of yesterday are better than no price: the last table that was read answers while the bank does not.</summary>
public sealed class ReferenceRates(HttpClient http, IDistributedCache lastKnown)
{
    private const string Key = "reference-rates";

    public async Task<decimal> OfAsync(string currency)
    {
        var rates = XDocument.Parse(await TableAsync());
        var rate = rates.Descendants().First(e => (string?)e.Attribute("currency") == currency).Attribute("rate")!.Value;
        return decimal.Parse(rate, CultureInfo.InvariantCulture);
    }

    private async Task<string> TableAsync()
    {
        try
        {
            var table = await http.GetStringAsync("stats/eurofxref/eurofxref-daily.xml");
            await lastKnown.SetStringAsync(Key, table);
            return table;
        }
        catch (HttpRequestException)
        {
            return await lastKnown.GetStringAsync(Key) ?? "<rates />";
        }
    }
}
