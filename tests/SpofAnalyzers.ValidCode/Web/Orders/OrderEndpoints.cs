using Harbor.Defaults.Text;
using Microsoft.EntityFrameworkCore;

namespace Harbor.Web.Orders;

internal static class OrderEndpoints
{
    public static void AddOrders(this WebApplicationBuilder builder)
    {
        var connection = builder.Configuration.GetConnectionString("Orders");
        builder.Services.AddDbContextPool<OrderContext>(options => options.UseNpgsql(connection, npgsql => npgsql.EnableRetryOnFailure(5)));
        builder.Services.AddScoped<OrderService>();
        builder.Services.AddHealthChecks().AddDbContextCheck<OrderContext>(tags: ["ready"]);
    }

    public static void MapOrders(this WebApplication app)
    {
        var orders = app.MapGroup("/orders").RequireAuthorization();
        orders.MapPost("/", async (NewOrder order, OrderService service, CancellationToken token) => order.Lines.Count == 0
            ? Results.Problem(title: "An order has lines", type: Links.Problem("empty-order"), statusCode: 400)
            : Results.Created("/orders", await service.PlaceAsync(order, token)));
        orders.MapGet("/{id:guid}", async (Guid id, OrderContext context, CancellationToken token) =>
            await context.Orders.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, token) is { } order ? Results.Ok(order) : Results.NotFound());
    }
}
