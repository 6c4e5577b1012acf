using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Caching.Distributed;

namespace Harbor.Worker.Carriers;

public sealed class CarrierClient(HttpClient http, IDistributedCache lastKnown)
{
    public async Task<Carrier?> FindAsync(string code)
    {
        try
        {
            var carrier = await http.GetFromJsonAsync<Carrier>("carriers/" + Uri.EscapeDataString(code));
            await lastKnown.SetStringAsync("carrier:" + code, JsonSerializer.Serialize(carrier));
            return carrier;
        }
        catch (HttpRequestException)
        {
            return await lastKnown.GetStringAsync("carrier:" + code) is { } text ? JsonSerializer.Deserialize<Carrier>(text) : null;
        }
    }
}
