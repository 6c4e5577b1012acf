using Microsoft.EntityFrameworkCore;

namespace Orders;

public sealed class Order
{
    public Guid Id { get; init; }
    public required string Customer { get; init; }
    public decimal Total { get; init; }
    public required string PaymentId { get; init; }
    public DateTime PlacedAt { get; init; }
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
            order.Property(o => o.PaymentId).HasColumnName("payment_id");
            order.Property(o => o.PlacedAt).HasColumnName("placed_at");
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
