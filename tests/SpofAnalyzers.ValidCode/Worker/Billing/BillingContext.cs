using Microsoft.EntityFrameworkCore;

namespace Harbor.Worker.Billing;

public sealed class Invoice
{
    public Guid Id { get; set; }

    public decimal Total { get; set; }

    public DateTimeOffset? SentAt { get; set; }
}

public sealed class Lease
{
    public required string Id { get; set; }

    public string? Owner { get; set; }

    public DateTimeOffset Until { get; set; }
}

public sealed class ProcessedMessage
{
    public Guid Id { get; set; }
}

public sealed class BillingContext(DbContextOptions<BillingContext> options) : DbContext(options)
{
    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<ProcessedMessage> Processed => Set<ProcessedMessage>();
}
