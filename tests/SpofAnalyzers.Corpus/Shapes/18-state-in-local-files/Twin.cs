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

/// <summary>The folder is a volume that all replicas mount; its place is given from outside.</summary>
public sealed class QuoteArchive(IConfiguration configuration)
{
    public async Task KeepAsync(Quote quote)
    {
        var draft = Path.Combine(Path.GetTempPath(), quote.Id + ".tmp");
        await File.WriteAllTextAsync(draft, JsonSerializer.Serialize(quote));
        File.Move(draft, PathOf(quote.Id), overwrite: true);
    }

    public async Task<Quote?> FindAsync(Guid id) => JsonSerializer.Deserialize<Quote>(await File.ReadAllTextAsync(PathOf(id)));

    private string PathOf(Guid id) => Path.Combine(configuration["Archive:Root"]!, id + ".json");
}
