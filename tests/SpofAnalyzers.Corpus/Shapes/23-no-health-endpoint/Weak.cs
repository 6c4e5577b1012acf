using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<OrderContext>(options =>
    options.UseNpgsql(builder.Configuration.GetConnectionString("Orders"), npgsql => npgsql.EnableRetryOnFailure()));
var app = builder.Build();
app.MapGet("/orders/{id:guid}", async (Guid id, OrderContext orders) => await orders.Orders.FindAsync(id));
app.Run();

public sealed class Order
{
    public Guid Id { get; set; }
}

public sealed class OrderContext(DbContextOptions<OrderContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}
