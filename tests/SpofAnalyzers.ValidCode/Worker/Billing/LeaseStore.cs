using Microsoft.EntityFrameworkCore;

namespace Harbor.Worker.Billing;

/// <summary>One owner at a time, decided by the database that all replicas share.</summary>
public sealed class LeaseStore(BillingContext context, TimeProvider clock)
{
    public async Task<bool> AcquireAsync(string id, string owner, TimeSpan length, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now + length;
        return await context.Leases.Where(l => l.Id == id && (l.Owner == owner || l.Until < now))
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.Owner, owner).SetProperty(x => x.Until, until), cancellationToken) == 1;
    }
}
