using Microsoft.EntityFrameworkCore;

namespace Orders;

/// <summary>
/// Finishes what checkout could not: charges orders whose payment is pending and announces orders the broker has not taken.
/// Every instance runs it; a row is claimed by one of them at a time.
/// </summary>
public sealed class OpenOrders(IServiceScopeFactory scopes, ILogger<OpenOrders> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await FinishAsync(scope.ServiceProvider, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(e, "Open orders are tried again in {Pause}", Pause);
            }
        }
    }

    private static async Task FinishAsync(IServiceProvider services, CancellationToken stoppingToken)
    {
        var db = services.GetRequiredService<OrdersContext>();
        var payments = services.GetRequiredService<StripePayments>();
        var inventory = services.GetRequiredService<InventoryClient>();
        var announcer = services.GetRequiredService<OrderAnnouncer>();

        var orders = await db.Orders.FromSql($"""
            UPDATE orders SET retry_at = now() + interval '2 minutes'
            WHERE id IN (
              SELECT id FROM orders
              WHERE (status = 'PaymentPending' OR announced_at IS NULL) AND retry_at < now()
              ORDER BY placed_at LIMIT 10 FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).ToListAsync(stoppingToken);

        foreach (var order in orders)
        {
            if (order.Status == OrderStatus.PaymentPending)
            {
                var payment = await payments.ChargeAsync(order.Id, order.Total, order.PaymentMethod, stoppingToken);
                if (payment.Status == OrderStatus.PaymentDeclined)
                    await inventory.ReleaseAsync(order.Id, stoppingToken);
                if (payment.Status != OrderStatus.PaymentPending)
                    (order.Status, order.PaymentId, order.AnnouncedAt) = (payment.Status, payment.PaymentId, null);
            }

            var message = new OrderChanged(order.Id, order.Customer, order.Total, order.Status.ToString());
            if (order.AnnouncedAt is null && await announcer.TryAnnounceAsync(message, stoppingToken))
                order.AnnouncedAt = DateTime.UtcNow;
            await db.SaveChangesAsync(stoppingToken);
        }
    }
}
