namespace Storefront;

public sealed class OrdersOptions
{
    public string BaseUrl { get; set; } = "";
}

public sealed record RecentOrder(Guid Id, decimal Total, DateTime PlacedAt);

/// <summary>The customer's last orders for the home page. Without the order service the page shows none, and the rest of it stands.</summary>
public sealed class OrdersClient(HttpClient http, ILogger<OrdersClient> logger)
{
    public async Task<IReadOnlyList<RecentOrder>> GetRecentAsync(string customer, CancellationToken cancellation)
    {
        try
        {
            return await http.GetFromJsonAsync<List<RecentOrder>>($"orders?customer={Uri.EscapeDataString(customer)}", cancellation) ?? [];
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            logger.LogWarning(e, "The order service did not answer; showing the page without recent orders");
            return [];
        }
    }
}
