using System.Net;

namespace Orders;

public sealed record Reservation(Guid OrderId, DateOnly DispatchOn);

/// <summary>The stock service. Asking twice for the same order reserves once, so every call here may be repeated.</summary>
public sealed class InventoryClient(HttpClient http)
{
    /// <returns>The reservation, or null when a product has run out.</returns>
    public async Task<Reservation?> ReserveAsync(Guid orderId, IEnumerable<OrderLine> lines, CancellationToken cancellation)
    {
        using var response = await http.PutAsJsonAsync(
            $"reservations/{orderId}", lines.Select(l => new { l.ProductId, l.Quantity }), cancellation);
        if (response.StatusCode == HttpStatusCode.Conflict)
            return null;

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<Reservation>(cancellation);
    }

    public async Task ReleaseAsync(Guid orderId, CancellationToken cancellation)
    {
        using var response = await http.DeleteAsync($"reservations/{orderId}", cancellation);
        response.EnsureSuccessStatusCode();
    }
}
