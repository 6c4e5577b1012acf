using Harbor.Web.Orders;
using Polly;

namespace Harbor.Web.Payments;

public enum ChargeState
{
    Paid,
    ChargedLater,
}

/// <summary>While the provider is away the order stands, and a worker charges it from the outbox.</summary>
public sealed class PaymentClient(HttpClient http, OrderContext context, ILogger<PaymentClient> logger)
{
    public async Task<ChargeState> ChargeAsync(Guid order, decimal amount, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await http.PostAsJsonAsync("v1/payment_intents", new { order, amount }, cancellationToken);
            answer.EnsureSuccessStatusCode();
            return ChargeState.Paid;
        }
        catch (Exception failure) when (failure is HttpRequestException or ExecutionRejectedException)
        {
            logger.LogWarning(failure, "Order {Order} is charged later", order);
            context.Outbox.Add(new OutboxMessage { Id = Guid.NewGuid(), Topic = "charges", Body = order.ToString() });
            await context.SaveChangesAsync(cancellationToken);
            return ChargeState.ChargedLater;
        }
    }
}
