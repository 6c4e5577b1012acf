using Microsoft.EntityFrameworkCore;

namespace Orders;

public enum OrderStatus { PaymentPending, Paid, PaymentDeclined }

public sealed class Order
{
    public Guid Id { get; init; }
    public required string Customer { get; init; }
    public decimal Total { get; init; }
    public OrderStatus Status { get; set; }
    public required string PaymentMethod { get; init; }
    public string? PaymentId { get; set; }
    public DateOnly DispatchOn { get; init; }
    public DateTime PlacedAt { get; init; }

    /// <summary>When the present status was announced; null while it is not.</summary>
    public DateTime? AnnouncedAt { get; set; }

    /// <summary>Not before this moment does <see cref="OpenOrders"/> take the order up again.</summary>
    public DateTime RetryAt { get; init; }

    public List<OrderLine> Lines { get; init; } = [];
}

public sealed class OrderLine
{
    public int Id { get; init; }
    public Guid ProductId { get; init; }
    public int Quantity { get; init; }
    public decimal UnitPrice { get; init; }
}

public sealed class OrdersContext(DbContextOptions<OrdersContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Order>(order =>
        {
            order.ToTable("orders");
            order.Property(o => o.Id).HasColumnName("id");
            order.Property(o => o.Customer).HasColumnName("customer");
            order.Property(o => o.Total).HasColumnName("total");
            order.Property(o => o.Status).HasColumnName("status").HasConversion<string>();
            order.Property(o => o.PaymentMethod).HasColumnName("payment_method");
            order.Property(o => o.PaymentId).HasColumnName("payment_id");
            order.Property(o => o.DispatchOn).HasColumnName("dispatch_on");
            order.Property(o => o.PlacedAt).HasColumnName("placed_at");
            order.Property(o => o.AnnouncedAt).HasColumnName("announced_at");
            order.Property(o => o.RetryAt).HasColumnName("retry_at");
            order.HasMany(o => o.Lines).WithOne().HasForeignKey("order_id");
        });
        model.Entity<OrderLine>(line =>
        {
            line.ToTable("order_lines");
            line.Property(l => l.Id).HasColumnName("id");
            line.Property(l => l.ProductId).HasColumnName("product_id");
            line.Property(l => l.Quantity).HasColumnName("quantity");
            line.Property(l => l.UnitPrice).HasColumnName("unit_price");
        });
    }
}
