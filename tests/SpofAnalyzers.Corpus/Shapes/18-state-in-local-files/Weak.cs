using System.Text.Json;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddSingleton<QuoteArchive>();
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapPost("/quotes", async (Quote quote, QuoteArchive archive) => await archive.KeepAsync(quote));
app.MapGet("/quotes/{id:guid}", async (Guid id, QuoteArchive archive) => await archive.FindAsync(id));
app.Run();

public sealed record Quote(Guid Id, string Customer, decimal Total);

public sealed class QuoteArchive(IWebHostEnvironment environment)
{
    public Task KeepAsync(Quote quote) => File.WriteAllTextAsync(PathOf(quote.Id), JsonSerializer.Serialize(quote));

    public async Task<Quote?> FindAsync(Guid id) => JsonSerializer.Deserialize<Quote>(await File.ReadAllTextAsync(PathOf(id)));

    private string PathOf(Guid id) => Path.Combine(environment.ContentRootPath, "App_Data", id + ".json");
}
