using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Orders;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddDbContext<OrdersContext>(options => options.UseNpgsql(
    builder.Configuration.GetConnectionString("Orders"),
    postgres => postgres.EnableRetryOnFailure(maxRetryCount: 3, maxRetryDelay: TimeSpan.FromSeconds(2), errorCodesToAdd: null)));

builder.Services.AddHttpClient<InventoryClient>(client => client.BaseAddress = new Uri(builder.Configuration["Services:Inventory"]!))
    .AddStandardResilienceHandler(options =>
    {
        options.Retry.MaxRetryAttempts = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(2);
        options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(6);
    });

builder.Services.Configure<PaymentOptions>(builder.Configuration.GetSection("Payments"));
builder.Services.AddHttpClient<StripePayments>((services, client) =>
        client.BaseAddress = new Uri(services.GetRequiredService<IOptions<PaymentOptions>>().Value.BaseUrl))
    .AddStandardResilienceHandler(options =>
    {
        options.Retry.DisableForUnsafeHttpMethods();
        options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(6);
        options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(8);
    });

builder.Services.AddSingleton<OrderAnnouncer>();
builder.Services.AddScoped<Checkout>();
builder.Services.AddHostedService<OpenOrders>();
builder.Services.AddHealthChecks();
builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));

var app = builder.Build();

app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
app.MapHealthChecks("/health/ready");

app.MapPost("/orders", async (CheckoutRequest request, Checkout checkout, CancellationToken cancellation) =>
    await checkout.PlaceAsync(request, cancellation) switch
    {
        null => Results.Problem("A product has just sold out.", statusCode: StatusCodes.Status409Conflict),
        { Status: OrderStatus.PaymentDeclined } => Results.Problem("The card was declined.", statusCode: StatusCodes.Status402PaymentRequired),
        { Status: OrderStatus.PaymentPending } order => Results.Accepted($"/orders/{order.Id}", new { order.Id, Status = "payment pending" }),
        { } order => Results.Created($"/orders/{order.Id}", new { order.Id, Status = "paid" }),
    });

app.MapGet("/orders", (string customer, OrdersContext db, CancellationToken cancellation) =>
    db.Orders.AsNoTracking()
        .Where(o => o.Customer == customer)
        .OrderByDescending(o => o.PlacedAt)
        .Take(20)
        .Select(o => new { o.Id, o.Total, o.PlacedAt })
        .ToListAsync(cancellation));

app.MapGet("/orders/{id:guid}", async (Guid id, OrdersContext db, CancellationToken cancellation) =>
    await db.Orders.AsNoTracking().Include(o => o.Lines).SingleOrDefaultAsync(o => o.Id == id, cancellation) is { } order
        ? Results.Ok(new { order.Id, order.Total, order.PlacedAt, order.Lines, Status = order.Status.ToString(), order.DispatchOn })
        : Results.NotFound());

app.Run();
