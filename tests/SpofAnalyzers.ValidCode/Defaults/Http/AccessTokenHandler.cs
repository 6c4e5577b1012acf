using System.Net.Http.Headers;

namespace Harbor.Defaults.Http;

/// <summary>Adds a token and asks for a new one before it ends; the token can be had again at any time.</summary>
public sealed class AccessTokenHandler(ITokenSource source, TimeProvider clock) : DelegatingHandler
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private AccessToken? _token;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }

    private async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_token is null || _token.Until < clock.GetUtcNow())
            {
                _token = await source.NewAsync(cancellationToken);
            }

            return _token.Value;
        }
        finally
        {
            _gate.Release();
        }
    }
}
