using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Orders;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddDbContext<OrdersContext>(options => options.UseNpgsql(
    builder.Configuration.GetConnectionString("Orders"),
    postgres => postgres.EnableRetryOnFailure(maxRetryCount: 2, maxRetryDelay: TimeSpan.FromSeconds(1), errorCodesToAdd: null)));

builder.Services.AddHttpClient<InventoryClient>(client =>
{
    client.BaseAddress = new Uri(builder.Configuration["Services:Inventory"]!);
    client.Timeout = TimeSpan.FromSeconds(3);
});

builder.Services.Configure<PaymentOptions>(builder.Configuration.GetSection("Payments"));
builder.Services.AddHttpClient<StripePayments>(client =>
{
    client.BaseAddress = new Uri("https://api.stripe.com");
    client.Timeout = TimeSpan.FromSeconds(8);
});

builder.Services.AddSingleton<OrderAnnouncer>();
builder.Services.AddScoped<Checkout>();
builder.Services.AddHealthChecks();

var app = builder.Build();

app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
app.MapHealthChecks("/health/ready");

app.MapPost("/orders", async (CheckoutRequest request, Checkout checkout, CancellationToken cancellation) =>
    await checkout.PlaceAsync(request, cancellation) switch
    {
        (CheckoutResult.Placed, var id) => Results.Created($"/orders/{id}", new { id }),
        (CheckoutResult.SoldOut, _) => Results.Problem("A product has just sold out.", statusCode: StatusCodes.Status409Conflict),
        _ => Results.Problem("The card was declined.", statusCode: StatusCodes.Status402PaymentRequired),
    });

app.MapGet("/orders", (string customer, OrdersContext db, CancellationToken cancellation) =>
    db.Orders.AsNoTracking()
        .Where(o => o.Customer == customer)
        .OrderByDescending(o => o.PlacedAt)
        .Take(20)
        .Select(o => new { o.Id, o.Total, o.PlacedAt })
        .ToListAsync(cancellation));

// The page of one order shows what the warehouse and the payment provider say at this moment.
app.MapGet("/orders/{id:guid}", async (
    Guid id, OrdersContext db, InventoryClient inventory, StripePayments payments, CancellationToken cancellation) =>
{
    var order = await db.Orders.AsNoTracking().Include(o => o.Lines).SingleOrDefaultAsync(o => o.Id == id, cancellation);
    if (order is null)
        return Results.NotFound();

    var reservation = await inventory.GetReservationAsync(id, cancellation);
    var payment = await payments.GetAsync(order.PaymentId, cancellation);
    return Results.Ok(new { order.Id, order.Total, order.PlacedAt, order.Lines, payment.Status, reservation.DispatchOn });
});

app.Run();
