using System.Text.Json;

namespace Storefront;

/// <summary>The products a customer looked at last, kept in the session. A session that cannot be read is an empty one.</summary>
public static class RecentlyViewed
{
    private const string Key = "viewed";
    private const int Kept = 10;

    public static void AddViewed(this ISession session, Guid productId) =>
        session.Set(Key, JsonSerializer.SerializeToUtf8Bytes(session.GetViewed().Prepend(productId).Distinct().Take(Kept)));

    public static IReadOnlyList<Guid> GetViewed(this ISession session) =>
        session.TryGetValue(Key, out var json) ? JsonSerializer.Deserialize<List<Guid>>(json) ?? [] : [];
}
