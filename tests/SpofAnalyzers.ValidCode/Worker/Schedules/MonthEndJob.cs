using Harbor.Worker.Billing;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Harbor.Worker.Schedules;

[DisallowConcurrentExecution]
public sealed class MonthEndJob(BillingContext billing, ILogger<MonthEndJob> logger) : IJob
{
    public async Task Execute(IJobExecutionContext context) =>
        logger.LogInformation("{Count} invoices were sent", await billing.Invoices.CountAsync(i => i.SentAt != null, context.CancellationToken));
}
