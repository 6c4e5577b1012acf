using StackExchange.Redis;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddSingleton<IConnectionMultiplexer>(ConnectionMultiplexer.Connect("redis01.corp:6379"));
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/prices/{sku}", async (string sku, IConnectionMultiplexer redis) => (string?)await redis.GetDatabase().StringGetAsync("price:" + sku));
app.Run();
