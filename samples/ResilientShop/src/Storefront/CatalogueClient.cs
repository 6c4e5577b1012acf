using Polly;

namespace Storefront;

public sealed record Product(Guid Id, string Name, decimal Price);

/// <summary>The products for the home page. Without the catalogue the page shows none, and the rest of it stands.</summary>
public sealed class CatalogueClient(HttpClient http, ILogger<CatalogueClient> logger)
{
    public async Task<IReadOnlyList<Product>> GetProductsAsync(CancellationToken cancellation)
    {
        try
        {
            return await http.GetFromJsonAsync<List<Product>>("catalogue/products", cancellation) ?? [];
        }
        catch (Exception e) when (e is HttpRequestException or ExecutionRejectedException)
        {
            logger.LogWarning(e, "The catalogue did not answer; showing the page without products");
            return [];
        }
    }
}
