using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddDbContext<OrderContext>(options =>
    options.UseSqlServer(builder.Configuration.GetConnectionString("Orders")));
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/orders/{id:guid}", async (Guid id, OrderContext orders) => await orders.Orders.FindAsync(id));
app.Run();

public sealed class Order
{
    public Guid Id { get; set; }

    public decimal Total { get; set; }
}

public sealed class OrderContext(DbContextOptions<OrderContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}
