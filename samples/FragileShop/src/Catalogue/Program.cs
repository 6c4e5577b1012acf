using Catalogue;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddDbContext<CatalogueContext>(options => options.UseNpgsql(
    builder.Configuration.GetConnectionString("Catalogue"),
    postgres => postgres.EnableRetryOnFailure(maxRetryCount: 2, maxRetryDelay: TimeSpan.FromSeconds(1), errorCodesToAdd: null)));
builder.Services.AddStackExchangeRedisCache(options =>
    options.Configuration = builder.Configuration.GetConnectionString("Cache"));
builder.Services.AddScoped<ProductReader>();
builder.Services.AddHealthChecks();

var app = builder.Build();

// Both answer for this process alone: an outage of the database or of the cache is no reason to restart or to take out every replica.
app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
app.MapHealthChecks("/health/ready");

app.MapGet("/catalogue/products", (ProductReader products, CancellationToken cancellation) =>
    products.ReadAllAsync(cancellation));
app.MapGet("/catalogue/products/{id:guid}", async (Guid id, ProductReader products, CancellationToken cancellation) =>
    await products.FindAsync(id, cancellation) is { } product ? Results.Ok(product) : Results.NotFound());

app.Run();
