namespace Orders;

public sealed record CheckoutLine(Guid ProductId, int Quantity, decimal UnitPrice);

public sealed record CheckoutRequest(string Customer, string PaymentMethod, IReadOnlyList<CheckoutLine> Lines);

/// <summary>Reserve, charge, save, announce. Only the stock and the database must answer; payment and announcement may follow later.</summary>
public sealed class Checkout(InventoryClient inventory, StripePayments payments, OrdersContext db, OrderAnnouncer announcer)
{
    /// <returns>The order, or null when a product has run out.</returns>
    public async Task<Order?> PlaceAsync(CheckoutRequest request, CancellationToken cancellation)
    {
        var orderId = Guid.CreateVersion7();
        var lines = request.Lines
            .Select(l => new OrderLine { ProductId = l.ProductId, Quantity = l.Quantity, UnitPrice = l.UnitPrice })
            .ToList();
        var total = lines.Sum(l => l.Quantity * l.UnitPrice);

        var reservation = await inventory.ReserveAsync(orderId, lines, cancellation);
        if (reservation is null)
            return null;

        var payment = await payments.ChargeAsync(orderId, total, request.PaymentMethod, cancellation);
        var order = new Order
        {
            Id = orderId,
            Customer = request.Customer,
            Total = total,
            Status = payment.Status,
            PaymentMethod = request.PaymentMethod,
            PaymentId = payment.PaymentId,
            DispatchOn = reservation.DispatchOn,
            PlacedAt = DateTime.UtcNow,
            RetryAt = DateTime.UtcNow.AddMinutes(1),
            Lines = lines,
        };
        if (order.Status == OrderStatus.PaymentDeclined)
        {
            await inventory.ReleaseAsync(orderId, cancellation);
            return order;
        }

        db.Orders.Add(order);
        await db.SaveChangesAsync(cancellation);

        if (await announcer.TryAnnounceAsync(new OrderChanged(order.Id, order.Customer, order.Total, order.Status.ToString()), cancellation))
        {
            order.AnnouncedAt = DateTime.UtcNow;
            await db.SaveChangesAsync(cancellation);
        }
        return order;
    }
}
