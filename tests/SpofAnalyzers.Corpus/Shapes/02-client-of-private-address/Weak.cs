var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddHttpClient("warehouse", client => client.BaseAddress = new Uri("http://10.20.4.17:8080"));
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/stock/{sku}", async (string sku, IHttpClientFactory clients) =>
    await clients.CreateClient("warehouse").GetFromJsonAsync<StockLevel>($"stock/{sku}"));
app.Run();

public sealed record StockLevel(string Sku, int OnHand);
