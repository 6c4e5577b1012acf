using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.Configure<CarrierOptions>(options => options.Endpoint = Carriers.ParcelEndpoint);
builder.Services
    .AddHttpClient<ParcelTracking>((services, client) => client.BaseAddress = new Uri(services.GetRequiredService<IOptions<CarrierOptions>>().Value.Endpoint))
    .AddStandardResilienceHandler();
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/parcels/{number}", async (string number, ParcelTracking tracking) => await tracking.StateAsync(number));
app.Run();

public static class Carriers
{
    public const string ParcelEndpoint = "https://track.parcelpartner.eu/api/";
}

public sealed class CarrierOptions
{
    public string Endpoint { get; set; } = "";
}

public sealed class ParcelTracking(HttpClient http)
{
    public Task<string> StateAsync(string number) => http.GetStringAsync("parcels/" + number);
}
