using Microsoft.AspNetCore.DataProtection;
using StackExchange.Redis;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
if (builder.Environment.IsDevelopment())
{
    builder.Services.AddDistributedMemoryCache();
}
else
{
    var redis = ConnectionMultiplexer.Connect(builder.Configuration.GetConnectionString("Cache")!);
    builder.Services.AddDataProtection().PersistKeysToStackExchangeRedis(redis, "shop-keys");
    builder.Services.AddStackExchangeRedisCache(options => options.Configuration = builder.Configuration.GetConnectionString("Cache"));
}

builder.Services.AddSession(options => options.IdleTimeout = TimeSpan.FromMinutes(20));
var app = builder.Build();
app.UseSession();
app.MapHealthChecks("/health");
app.MapPost("/basket/{sku}", (string sku, HttpContext context) => context.Session.SetString("last", sku));
app.Run();
