using System.Globalization;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddScoped<ExchangeRates>();
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/rates/{currency}", async (string currency, ExchangeRates rates) => Results.Ok(await rates.OfAsync(currency)));
app.Run();

public sealed class ExchangeRates
{
    public async Task<decimal> OfAsync(string currency)
    {
        using var client = new HttpClient();
        var text = await client.GetStringAsync($"https://rates.fxpartner.com/v2/{currency}");
        return decimal.Parse(text, CultureInfo.InvariantCulture);
    }
}
