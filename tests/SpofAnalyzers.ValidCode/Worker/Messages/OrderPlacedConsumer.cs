using Harbor.Worker.Billing;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Harbor.Worker.Messages;

public sealed record OrderPlaced(Guid Order, decimal Total);

/// <summary>What was handled stands in the database, so that a message that comes twice, or to another replica, does no harm.</summary>
public sealed class OrderPlacedConsumer(BillingContext context) : IConsumer<OrderPlaced>
{
    public async Task Consume(ConsumeContext<OrderPlaced> message)
    {
        var id = message.MessageId ?? message.Message.Order;
        if (await context.Processed.AnyAsync(p => p.Id == id, message.CancellationToken))
        {
            return;
        }

        context.Processed.Add(new ProcessedMessage { Id = id });
        context.Invoices.Add(new Invoice { Id = message.Message.Order, Total = message.Message.Total });
        await context.SaveChangesAsync(message.CancellationToken);
    }
}
