using Microsoft.Extensions.Http.Resilience;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services
    .AddHttpClient<StripePayments>(client => client.BaseAddress = new Uri(builder.Configuration["Stripe:BaseUrl"]!))
    .AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapPost("/payments", async (Charge charge, StripePayments payments) => await payments.ChargeAsync(charge));
app.Run();

public sealed record Charge(Guid Order, decimal Amount);

public sealed class StripePayments(HttpClient http)
{
    public async Task ChargeAsync(Charge charge)
    {
        var answer = await http.PostAsJsonAsync("v1/payment_intents", charge);
        answer.EnsureSuccessStatusCode();
    }
}
