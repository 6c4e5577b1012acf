var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
builder.Services.AddHttpClient<Geocoder>(client => client.BaseAddress = new Uri(builder.Configuration["Mapbox:BaseUrl"]!));
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/places", async (string address, Geocoder geocoder) => await geocoder.FindAsync(address));
app.Run();

public sealed record Place(double Latitude, double Longitude);

public sealed class Geocoder(HttpClient http)
{
    public async Task<Place> FindAsync(string address) =>
        await http.GetFromJsonAsync<Place>("search?q=" + Uri.EscapeDataString(address)) ?? throw new InvalidOperationException("no answer");
}
