namespace Harbor.Gateway.Routing;

public sealed record SeaRoute(string From, string To, int Days);

public sealed class RouteFinder(HttpClient http)
{
    public Task<SeaRoute?> FindAsync(string from, string to, CancellationToken cancellationToken) =>
        http.GetFromJsonAsync<SeaRoute>($"routes/{from}/{to}", cancellationToken);
}
