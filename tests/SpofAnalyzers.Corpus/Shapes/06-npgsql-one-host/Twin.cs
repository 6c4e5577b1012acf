using Npgsql;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddSingleton(NpgsqlDataSource.Create("Host=pg01.corp,pg02.corp;Database=shop;Username=shop_app;Target Session Attributes=primary"));
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/orders/count", async (NpgsqlDataSource database) =>
{
    await using var command = database.CreateCommand("select count(*) from orders");
    return await command.ExecuteScalarAsync();
});
app.Run();
