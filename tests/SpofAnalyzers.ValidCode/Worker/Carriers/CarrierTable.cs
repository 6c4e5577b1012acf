using System.Collections.Concurrent;

namespace Harbor.Worker.Carriers;

public sealed record Carrier(string Code, string Name);

/// <summary>A copy of what the carrier service has; a miss asks for it again.</summary>
public sealed class CarrierTable(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Carrier?>>> _known = new();

    public Task<Carrier?> FindAsync(string code) => _known.GetOrAdd(code, c => new Lazy<Task<Carrier?>>(() => AskAsync(c))).Value;

    private async Task<Carrier?> AskAsync(string code)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CarrierClient>().FindAsync(code);
    }
}
