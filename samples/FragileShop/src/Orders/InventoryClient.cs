using System.Net;

namespace Orders;

public sealed record Reservation(Guid OrderId, DateOnly DispatchOn);

/// <summary>The stock service. Nothing is sold that is not reserved there first, so there is no substitute for its answer.</summary>
public sealed class InventoryClient(HttpClient http)
{
    /// <returns>False when a product has run out.</returns>
    public async Task<bool> ReserveAsync(Guid orderId, IEnumerable<OrderLine> lines, CancellationToken cancellation)
    {
        using var response = await http.PutAsJsonAsync(
            $"reservations/{orderId}", lines.Select(l => new { l.ProductId, l.Quantity }), cancellation);
        if (response.StatusCode == HttpStatusCode.Conflict)
            return false;

        response.EnsureSuccessStatusCode();
        return true;
    }

    public async Task ReleaseAsync(Guid orderId, CancellationToken cancellation)
    {
        using var response = await http.DeleteAsync($"reservations/{orderId}", cancellation);
        response.EnsureSuccessStatusCode();
    }

    public async Task<Reservation> GetReservationAsync(Guid orderId, CancellationToken cancellation) =>
        (await http.GetFromJsonAsync<Reservation>($"reservations/{orderId}", cancellation))!;
}
