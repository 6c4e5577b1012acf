using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Harbor.Gateway.Tariffs;

/// <summary>Many requests at once read a tariff once: the gate and the copy belong to this process, the database to all.</summary>
public sealed class TariffReader(TariffContext context, IMemoryCache cache)
{
    private static readonly SemaphoreSlim Gate = new(1, 1);

    public async Task<decimal?> RateAsync(string code, CancellationToken cancellationToken)
    {
        if (cache.TryGetValue<decimal>(code, out var known))
        {
            return known;
        }

        await Gate.WaitAsync(cancellationToken);
        try
        {
            return await cache.GetOrCreateAsync(code, async entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(10);
                return (await context.Tariffs.AsNoTracking().FirstOrDefaultAsync(t => t.Code == code, cancellationToken))?.Rate;
            });
        }
        finally
        {
            Gate.Release();
        }
    }
}
