using Microsoft.EntityFrameworkCore;

namespace Harbor.Worker.Billing;

internal static class BillingSetup
{
    public static void AddBilling(this HostApplicationBuilder builder)
    {
        var connection = builder.Configuration.GetConnectionString("Billing");
        builder.Services.AddDbContext<BillingContext>(options => options.UseSqlServer(connection, sqlServer => sqlServer.EnableRetryOnFailure()));
        builder.Services.AddScoped<LeaseStore>();
        builder.Services.AddHostedService<InvoiceWorker>();
    }
}
