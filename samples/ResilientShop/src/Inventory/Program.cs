using Inventory;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Npgsql;

var builder = WebApplication.CreateBuilder(args);

var database = Environment.GetEnvironmentVariable("INVENTORY_DATABASE")
    ?? throw new InvalidOperationException("INVENTORY_DATABASE is not set.");

builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(database));
builder.Services.AddSingleton<Stock>();
builder.Services.AddHealthChecks();
builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));

var app = builder.Build();

app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
app.MapHealthChecks("/health/ready");

app.MapPut("/reservations/{orderId:guid}", async (Guid orderId, ReservationLine[] lines, Stock stock, CancellationToken cancellation) =>
    await stock.ReserveAsync(orderId, lines, cancellation) is { } reservation ? Results.Ok(reservation) : Results.Conflict());
app.MapGet("/reservations/{orderId:guid}", async (Guid orderId, Stock stock, CancellationToken cancellation) =>
    await stock.FindAsync(orderId, cancellation) is { } reservation ? Results.Ok(reservation) : Results.NotFound());
app.MapDelete("/reservations/{orderId:guid}", (Guid orderId, Stock stock, CancellationToken cancellation) =>
    stock.ReleaseAsync(orderId, cancellation));

app.Run();
