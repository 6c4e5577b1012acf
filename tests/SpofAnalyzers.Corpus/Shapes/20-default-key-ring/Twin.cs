using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using StackExchange.Redis;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
var redis = ConnectionMultiplexer.Connect(builder.Configuration.GetConnectionString("Keys")!);
builder.Services.AddDataProtection().SetApplicationName("shop").PersistKeysToStackExchangeRedis(redis, "shop-keys");
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
builder.Services.AddAuthorization();
var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapHealthChecks("/health");
app.MapGet("/account", (HttpContext context) => context.User.Identity!.Name).RequireAuthorization();
app.Run();
