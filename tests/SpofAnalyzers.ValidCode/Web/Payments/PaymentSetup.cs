using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace Harbor.Web.Payments;

public sealed record Payment(Guid Order, decimal Amount);

internal static class PaymentSetup
{
    public static void AddPayments(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<PaymentOptions>().BindConfiguration("Payments").ValidateDataAnnotations().ValidateOnStart();
#pragma warning disable EXTEXP0001 // Takes the defaults away, so that a charge is not sent twice.
        builder.Services
            .AddHttpClient<PaymentClient>((services, client) =>
            {
                var options = services.GetRequiredService<IOptions<PaymentOptions>>().Value;
                client.BaseAddress = new Uri(options.BaseUrl);
                client.Timeout = options.Limit;
            })
            .RemoveAllResilienceHandlers()
            .AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());
#pragma warning restore EXTEXP0001
    }

    public static void MapPayments(this WebApplication app) =>
        app.MapPost("/payments", async (Payment payment, PaymentClient client, CancellationToken token) =>
            Results.Ok(await client.ChargeAsync(payment.Order, payment.Amount, token))).RequireAuthorization();
}
