using Microsoft.AspNetCore.DataProtection;
using StackExchange.Redis;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
var redis = ConnectionMultiplexer.Connect(builder.Configuration.GetConnectionString("Keys")!);
builder.Services.AddDataProtection().PersistKeysToStackExchangeRedis(redis, "shop-keys");
builder.Services.AddDistributedMemoryCache();
builder.Services.AddSession(options => options.IdleTimeout = TimeSpan.FromMinutes(20));
var app = builder.Build();
app.UseSession();
app.MapHealthChecks("/health");
app.MapPost("/basket/{sku}", (string sku, HttpContext context) => context.Session.SetString("last", sku));
app.Run();
