namespace Orders;

public sealed record CheckoutLine(Guid ProductId, int Quantity, decimal UnitPrice);

public sealed record CheckoutRequest(string Customer, string PaymentMethod, IReadOnlyList<CheckoutLine> Lines);

public enum CheckoutResult { Placed, SoldOut, PaymentDeclined }

/// <summary>Reserve, charge, save, announce. Every step needs its answer; when one of them fails, so does the checkout.</summary>
public sealed class Checkout(InventoryClient inventory, StripePayments payments, OrdersContext db, OrderAnnouncer announcer)
{
    public async Task<(CheckoutResult Result, Guid OrderId)> PlaceAsync(CheckoutRequest request, CancellationToken cancellation)
    {
        var orderId = Guid.CreateVersion7();
        var lines = request.Lines
            .Select(l => new OrderLine { ProductId = l.ProductId, Quantity = l.Quantity, UnitPrice = l.UnitPrice })
            .ToList();
        var total = lines.Sum(l => l.Quantity * l.UnitPrice);

        if (!await inventory.ReserveAsync(orderId, lines, cancellation))
            return (CheckoutResult.SoldOut, orderId);

        var payment = await payments.ChargeAsync(orderId, total, request.PaymentMethod, cancellation);
        if (payment is null)
        {
            await inventory.ReleaseAsync(orderId, cancellation);
            return (CheckoutResult.PaymentDeclined, orderId);
        }

        db.Orders.Add(new Order
        {
            Id = orderId,
            Customer = request.Customer,
            Total = total,
            PaymentId = payment.Id,
            PlacedAt = DateTime.UtcNow,
            Lines = lines,
        });
        await db.SaveChangesAsync(cancellation);

        await announcer.AnnounceAsync(new OrderPlaced(orderId, request.Customer, total), cancellation);
        return (CheckoutResult.Placed, orderId);
    }
}
