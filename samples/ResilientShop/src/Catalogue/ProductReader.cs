using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;
using StackExchange.Redis;

namespace Catalogue;

/// <summary>Reads the product list through the cache. The cache saves work; when it is away, the database answers alone.</summary>
public sealed class ProductReader(CatalogueContext db, IDistributedCache cache, ILogger<ProductReader> logger)
{
    private const string Key = "catalogue:products";
    private static readonly DistributedCacheEntryOptions Lifetime = new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1) };

    public async Task<IReadOnlyList<Product>> ReadAllAsync(CancellationToken cancellation)
    {
        if (await ReadCacheAsync(cancellation) is { } cached)
            return cached;

        var products = await db.Products.AsNoTracking().OrderBy(p => p.Name).ToListAsync(cancellation);
        await WriteCacheAsync(products, cancellation);
        return products;
    }

    public Task<Product?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation);

    private async Task<List<Product>?> ReadCacheAsync(CancellationToken cancellation)
    {
        try
        {
            var json = await cache.GetAsync(Key, cancellation);
            return json is null ? null : JsonSerializer.Deserialize<List<Product>>(json);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            logger.LogWarning(e, "The cache did not answer; reading products from the database");
            return null;
        }
    }

    private async Task WriteCacheAsync(List<Product> products, CancellationToken cancellation)
    {
        try
        {
            await cache.SetAsync(Key, JsonSerializer.SerializeToUtf8Bytes(products), Lifetime, cancellation);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            logger.LogWarning(e, "The product list was not cached");
        }
    }
}
