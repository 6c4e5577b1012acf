using StackExchange.Redis;

namespace Storefront;

/// <summary>The products a customer looked at last, kept in the cache. Without the cache there are none.</summary>
public sealed class RecentlyViewed(IConnectionMultiplexer redis, ILogger<RecentlyViewed> logger)
{
    private const int Kept = 10;

    public async Task AddAsync(string customer, Guid productId)
    {
        try
        {
            var cache = redis.GetDatabase();
            await cache.ListLeftPushAsync(Key(customer), productId.ToString());
            await cache.ListTrimAsync(Key(customer), 0, Kept - 1);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            logger.LogWarning(e, "The cache did not answer; a viewed product was not noted");
        }
    }

    public async Task<IReadOnlyList<Guid>> GetAsync(string customer)
    {
        try
        {
            var values = await redis.GetDatabase().ListRangeAsync(Key(customer));
            return [.. values.Select(v => Guid.Parse(v.ToString()))];
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            logger.LogWarning(e, "The cache did not answer; showing no recently viewed products");
            return [];
        }
    }

    private static RedisKey Key(string customer) => $"storefront:viewed:{customer}";
}
