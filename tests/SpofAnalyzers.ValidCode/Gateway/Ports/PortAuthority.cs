using Polly;
using Polly.Retry;
using RestSharp;

namespace Harbor.Gateway.Ports;

public sealed class PortOptions
{
    public Uri? Address { get; set; }
}

/// <summary>Long-lived client with a pipeline around each call.</summary>
public sealed class PortAuthority(RestClient client)
{
    private static readonly ResiliencePipeline<RestResponse> Pipeline = new ResiliencePipelineBuilder<RestResponse>()
        .AddRetry(new RetryStrategyOptions<RestResponse> { MaxRetryAttempts = 3, UseJitter = true, BackoffType = DelayBackoffType.Exponential })
        .AddTimeout(TimeSpan.FromSeconds(5))
        .Build();

    public async Task<bool> IsOpenAsync(string port, CancellationToken cancellationToken)
    {
        var answer = await Pipeline.ExecuteAsync(async token => await client.ExecuteAsync(new RestRequest("ports/" + port), token), cancellationToken);
        return answer.IsSuccessful;
    }
}
