namespace Harbor.Gateway.Tracking;

/// <summary>Lives as long as the process, follows DNS, and leaves the address to the one who registered the callback.</summary>
public sealed class PublicTracking
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) }) { Timeout = TimeSpan.FromSeconds(10) };

    public async Task<bool> NotifyAsync(Uri callback, string body, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Client.PostAsync(callback, new StringContent(body), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
