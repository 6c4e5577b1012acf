using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace Orders;

public sealed class PaymentOptions
{
    public string ApiKey { get; set; } = "";
    public string Currency { get; set; } = "eur";
}

public sealed record PaymentIntent(string Id, string Status);

/// <summary>Takes the money. An answer from the provider is the only way to a paid order.</summary>
public sealed class StripePayments(HttpClient http, IOptions<PaymentOptions> options)
{
    /// <returns>The payment, or null when the card was declined.</returns>
    public async Task<PaymentIntent?> ChargeAsync(Guid orderId, decimal amount, string paymentMethod, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/payment_intents")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["amount"] = decimal.ToInt64(amount * 100).ToString(CultureInfo.InvariantCulture),
                ["currency"] = options.Value.Currency,
                ["payment_method"] = paymentMethod,
                ["confirm"] = "true",
                ["automatic_payment_methods[enabled]"] = "true",
                ["automatic_payment_methods[allow_redirects]"] = "never",
            }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.ApiKey);
        request.Headers.Add("Idempotency-Key", orderId.ToString());

        using var response = await http.SendAsync(request, cancellation);
        if (response.StatusCode == HttpStatusCode.PaymentRequired)
            return null;

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<PaymentIntent>(cancellation);
    }

    public async Task<PaymentIntent> GetAsync(string paymentId, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"v1/payment_intents/{paymentId}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.ApiKey);

        using var response = await http.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<PaymentIntent>(cancellation))!;
    }
}
