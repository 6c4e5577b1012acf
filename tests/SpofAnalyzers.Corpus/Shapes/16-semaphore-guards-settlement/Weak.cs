using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddDbContext<BillingContext>(options =>
    options.UseNpgsql(builder.Configuration.GetConnectionString("Billing"), npgsql => npgsql.EnableRetryOnFailure()));
builder.Services.AddScoped<Settlement>();
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapPost("/merchants/{merchant:guid}/settlement", async (Guid merchant, Settlement settlement) => await settlement.SettleAsync(merchant));
app.Run();

public sealed class Payout
{
    public Guid Id { get; set; }

    public Guid Merchant { get; set; }

    public bool IsSettled { get; set; }
}

public sealed class BillingContext(DbContextOptions<BillingContext> options) : DbContext(options)
{
    public DbSet<Payout> Payouts => Set<Payout>();
}

public sealed class Settlement(BillingContext billing)
{
    private static readonly SemaphoreSlim Gate = new(1, 1);

    public async Task SettleAsync(Guid merchant)
    {
        await Gate.WaitAsync();
        try
        {
            var open = await billing.Payouts.Where(p => p.Merchant == merchant && !p.IsSettled).ToListAsync();
            open.ForEach(p => p.IsSettled = true);
            await billing.SaveChangesAsync();
        }
        finally
        {
            Gate.Release();
        }
    }
}
