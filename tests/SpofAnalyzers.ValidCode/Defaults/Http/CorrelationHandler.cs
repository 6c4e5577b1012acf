using System.Diagnostics;

namespace Harbor.Defaults.Http;

public sealed class CorrelationHandler : DelegatingHandler
{
    private static readonly ActivitySource Source = new("Harbor");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var activity = Source.StartActivity("outgoing");
        request.Headers.TryAddWithoutValidation("X-Correlation-Id", activity?.TraceId.ToString() ?? Guid.NewGuid().ToString("N"));
        return await base.SendAsync(request, cancellationToken);
    }
}
