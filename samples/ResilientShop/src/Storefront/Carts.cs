using System.Text.Json;
using Microsoft.Extensions.Caching.Distributed;

namespace Storefront;

public sealed record CartLine(Guid ProductId, int Quantity, decimal UnitPrice);

public sealed record Cart(Guid Id, IReadOnlyList<CartLine> Lines);

/// <summary>The carts of all customers. They live in the shared cache, so that any instance serves any customer and none takes carts with it.</summary>
public sealed class Carts(IDistributedCache cache)
{
    private static readonly DistributedCacheEntryOptions Lifetime = new() { SlidingExpiration = TimeSpan.FromDays(14) };

    public async Task<Cart?> FindAsync(Guid id, CancellationToken cancellation) =>
        await cache.GetAsync(Key(id), cancellation) is { } json ? JsonSerializer.Deserialize<Cart>(json) : null;

    public async Task<Cart> AddAsync(Guid id, CartLine line, CancellationToken cancellation)
    {
        var cart = await FindAsync(id, cancellation) ?? new Cart(id, []);
        cart = cart with { Lines = [.. cart.Lines, line] };
        await cache.SetAsync(Key(id), JsonSerializer.SerializeToUtf8Bytes(cart), Lifetime, cancellation);
        return cart;
    }

    public Task RemoveAsync(Guid id, CancellationToken cancellation) => cache.RemoveAsync(Key(id), cancellation);

    private static string Key(Guid id) => $"carts:{id}";
}
