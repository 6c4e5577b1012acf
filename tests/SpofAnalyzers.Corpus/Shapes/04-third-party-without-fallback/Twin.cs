using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Http.Resilience;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddDbContext<PaymentContext>(options =>
    options.UseNpgsql(builder.Configuration.GetConnectionString("Payments"), npgsql => npgsql.EnableRetryOnFailure()));
builder.Services
    .AddHttpClient<StripePayments>(client => client.BaseAddress = new Uri(builder.Configuration["Stripe:BaseUrl"]!))
    .AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapPost("/payments", async (Charge charge, StripePayments payments) => Results.Ok(await payments.ChargeAsync(charge)));
app.Run();

public enum ChargeResult
{
    Paid,
    ChargedLater,
}

public sealed class Charge
{
    public Guid Id { get; set; }

    public decimal Amount { get; set; }
}

public sealed class PaymentContext(DbContextOptions<PaymentContext> options) : DbContext(options)
{
    public DbSet<Charge> Waiting => Set<Charge>();
}

public sealed class StripePayments(HttpClient http, PaymentContext context)
{
    public async Task<ChargeResult> ChargeAsync(Charge charge)
    {
        try
        {
            var answer = await http.PostAsJsonAsync("v1/payment_intents", charge);
            answer.EnsureSuccessStatusCode();
            return ChargeResult.Paid;
        }
        catch (HttpRequestException)
        {
            context.Waiting.Add(charge);
            await context.SaveChangesAsync();
            return ChargeResult.ChargedLater;
        }
    }
}
