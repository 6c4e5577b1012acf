using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.Services.AddDbContext<OrderContext>(options =>
    options.UseNpgsql(builder.Configuration.GetConnectionString("Orders"), npgsql => npgsql.EnableRetryOnFailure()));
var app = builder.Build();
app.MapDefaultEndpoints();
app.MapGet("/orders/{id:guid}", async (Guid id, OrderContext orders) => await orders.Orders.FindAsync(id));
app.Run();

/// <summary>What every service of the company has.</summary>
public static class ServiceDefaults
{
    public static void AddServiceDefaults(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks();
        builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
    }

    public static void MapDefaultEndpoints(this WebApplication app) => app.MapHealthChecks("/health");
}

public sealed class Order
{
    public Guid Id { get; set; }
}

public sealed class OrderContext(DbContextOptions<OrderContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}
