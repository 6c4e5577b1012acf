var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddServiceDiscovery();
var warehouse = builder.Services.AddHttpClient("warehouse", client => client.BaseAddress = new Uri("http://warehouse"));
warehouse.AddStandardResilienceHandler();
warehouse.AddServiceDiscovery();
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/stock/{sku}", async (string sku, IHttpClientFactory clients) =>
    await clients.CreateClient("warehouse").GetFromJsonAsync<StockLevel>($"stock/{sku}"));
app.Run();

public sealed record StockLevel(string Sku, int OnHand);
