using System.Collections.Concurrent;

namespace Storefront;

public sealed record CartLine(Guid ProductId, int Quantity, decimal UnitPrice);

public sealed record Cart(Guid Id, IReadOnlyList<CartLine> Lines);

/// <summary>The carts of all customers who are shopping right now.</summary>
public sealed class CartStore
{
    private readonly ConcurrentDictionary<Guid, Cart> _carts = new();

    public Cart? Find(Guid id) => _carts.GetValueOrDefault(id);

    public Cart Add(Guid id, CartLine line) =>
        _carts.AddOrUpdate(id, new Cart(id, [line]), (_, cart) => cart with { Lines = [.. cart.Lines, line] });

    public bool Remove(Guid id) => _carts.TryRemove(id, out _);
}
