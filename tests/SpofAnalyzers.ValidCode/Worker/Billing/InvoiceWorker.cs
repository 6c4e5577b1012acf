using Microsoft.EntityFrameworkCore;

namespace Harbor.Worker.Billing;

/// <summary>Runs in every replica and works in the one that holds the lease.</summary>
public sealed class InvoiceWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<InvoiceWorker> logger) : BackgroundService
{
    private readonly string _owner = Environment.MachineName + "/" + Guid.NewGuid();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogError(failure, "The round failed and is tried again");
            }
        }
    }

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var leases = scope.ServiceProvider.GetRequiredService<LeaseStore>();
        if (!await leases.AcquireAsync("invoices", _owner, TimeSpan.FromMinutes(5), cancellationToken))
        {
            return;
        }

        var context = scope.ServiceProvider.GetRequiredService<BillingContext>();
        foreach (var invoice in await context.Invoices.Where(i => i.SentAt == null).Take(100).ToListAsync(cancellationToken))
        {
            invoice.SentAt = clock.GetUtcNow();
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
