using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Polly;

namespace Orders;

public sealed class PaymentOptions
{
    public string BaseUrl { get; set; } = "";
    public string ApiKey { get; set; } = "";
    public string Currency { get; set; } = "eur";
}

public sealed record PaymentIntent(string Id, string Status);

public sealed record PaymentResult(OrderStatus Status, string? PaymentId = null);

/// <summary>Takes the money. When the provider does not answer, the payment is pending and is tried again later; the order stands.</summary>
public sealed class StripePayments(HttpClient http, IOptions<PaymentOptions> options, ILogger<StripePayments> logger)
{
    public async Task<PaymentResult> ChargeAsync(Guid orderId, decimal amount, string paymentMethod, CancellationToken cancellation)
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

        // With the order's id as key, the provider charges once, however often it is asked.
        request.Headers.Add("Idempotency-Key", orderId.ToString());

        try
        {
            using var response = await http.SendAsync(request, cancellation);
            if (response.StatusCode == HttpStatusCode.PaymentRequired)
                return new PaymentResult(OrderStatus.PaymentDeclined);

            response.EnsureSuccessStatusCode();
            var payment = await response.Content.ReadFromJsonAsync<PaymentIntent>(cancellation);
            return new PaymentResult(OrderStatus.Paid, payment!.Id);
        }
        catch (Exception e) when (e is HttpRequestException or ExecutionRejectedException)
        {
            logger.LogWarning(e, "The payment provider did not answer; order {OrderId} waits for its payment", orderId);
            return new PaymentResult(OrderStatus.PaymentPending);
        }
    }
}
