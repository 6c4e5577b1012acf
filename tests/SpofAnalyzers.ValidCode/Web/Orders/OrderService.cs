using System.Text.Json;
using Harbor.Defaults.Metrics;
using Microsoft.EntityFrameworkCore;

namespace Harbor.Web.Orders;

public sealed record NewOrder(string Customer, List<NewLine> Lines);

public sealed record NewLine(string Sku, int Quantity);

/// <summary>An order and its message are saved together, so that neither is lost without the other.</summary>
public sealed class OrderService(OrderContext context, TimeProvider clock)
{
    public async Task<Guid> PlaceAsync(NewOrder request, CancellationToken cancellationToken)
    {
        var order = new Order { Id = Guid.NewGuid(), Customer = request.Customer, PlacedAt = clock.GetUtcNow() };
        order.Lines.AddRange(request.Lines.Select(l => new OrderLine { Sku = l.Sku, Quantity = l.Quantity }));
        context.Orders.Add(order);
        context.Outbox.Add(new OutboxMessage { Id = Guid.NewGuid(), Topic = "orders", Body = JsonSerializer.Serialize(request) });
        await context.SaveChangesAsync(cancellationToken);
        HarborMetrics.OrderPlaced("de");
        return order.Id;
    }

    /// <summary>A transaction of its own, inside the strategy that repeats it as a whole.</summary>
    public Task MoveAsync(Guid from, Guid to, CancellationToken cancellationToken) =>
        context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var lines = await context.Orders.Where(o => o.Id == from).SelectMany(o => o.Lines).ToListAsync(cancellationToken);
            var target = await context.Orders.SingleAsync(o => o.Id == to, cancellationToken);
            target.Lines.AddRange(lines);
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        });
}
