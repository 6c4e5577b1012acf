var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddSingleton<ExchangeTable>();
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/rates/{currency}", async (string currency, ExchangeTable table) => await table.RateAsync(currency));
app.Run();

/// <summary>What the gate protects lives in this process: each replica reads the file of rates by itself.</summary>
public sealed class ExchangeTable
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private Dictionary<string, decimal>? _rates;

    public async Task<decimal> RateAsync(string currency)
    {
        await Gate.WaitAsync();
        try
        {
            _rates ??= (await File.ReadAllLinesAsync("rates.csv")).Select(l => l.Split(';')).ToDictionary(p => p[0], p => decimal.Parse(p[1]));
            return _rates[currency];
        }
        finally
        {
            Gate.Release();
        }
    }
}
