var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddHttpClient<CatalogueClient>(client =>
{
    client.BaseAddress = new Uri(builder.Configuration["Catalogue:BaseUrl"]!);
    client.Timeout = Timeout.InfiniteTimeSpan;
});
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/products/{sku}", async (string sku, CatalogueClient catalogue) => await catalogue.FindAsync(sku));
app.Run();

public sealed record Product(string Sku, string Name);

public sealed class CatalogueClient(HttpClient http)
{
    public Task<Product?> FindAsync(string sku) => http.GetFromJsonAsync<Product>($"products/{sku}");
}
