using System.Globalization;
using System.Xml.Linq;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddHttpClient<ReferenceRates>(client => client.BaseAddress = new Uri(builder.Configuration["Rates:BaseUrl"]!));
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/price", async (decimal euro, string currency, ReferenceRates rates) => euro * await rates.OfAsync(currency));
app.Run();

public sealed class ReferenceRates(HttpClient http)
{
    public async Task<decimal> OfAsync(string currency)
    {
        var answer = await http.GetAsync("stats/eurofxref/eurofxref-daily.xml");
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException("The rates are not available.");
        }

        var rates = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        var rate = rates.Descendants().First(e => (string?)e.Attribute("currency") == currency).Attribute("rate")!.Value;
        return decimal.Parse(rate, CultureInfo.InvariantCulture);
    }
}
