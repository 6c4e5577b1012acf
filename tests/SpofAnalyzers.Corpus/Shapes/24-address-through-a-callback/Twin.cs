using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddOptions<CarrierOptions>().BindConfiguration("Carrier");
builder.Services
    .AddHttpClient<ParcelTracking>((services, client) => client.BaseAddress = new Uri(services.GetRequiredService<IOptions<CarrierOptions>>().Value.Endpoint))
    .AddStandardResilienceHandler();
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/parcels/{number}", async (string number, ParcelTracking tracking) => number.Length == 12
    ? Results.Ok(await tracking.StateAsync(number))
    : Results.Problem(new ProblemDetails { Title = "Not a parcel number", Type = Carriers.Documentation }));
app.Run();

public static class Carriers
{
    // The interface is described at https://track.parcelpartner.eu/api/, the numbers at the address below.
    public const string Documentation = "https://docs.parcelpartner.eu/numbers";
}

public sealed class CarrierOptions
{
    public string Endpoint { get; set; } = "";
}

public sealed class ParcelTracking(HttpClient http)
{
    public Task<string> StateAsync(string number) => http.GetStringAsync("parcels/" + number);
}
