using Microsoft.EntityFrameworkCore;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddDbContext<ReminderContext>(options =>
    options.UseNpgsql(builder.Configuration.GetConnectionString("Reminders"), npgsql => npgsql.EnableRetryOnFailure()));
builder.Services.AddHostedService<ReminderWorker>();
builder.Build().Run();

public sealed class Reminder
{
    public Guid Id { get; set; }

    public DateTimeOffset Due { get; set; }

    public bool IsSent { get; set; }
}

public sealed class Lease
{
    public required string Id { get; set; }

    public string? Owner { get; set; }

    public DateTimeOffset Until { get; set; }
}

public sealed class ReminderContext(DbContextOptions<ReminderContext> options) : DbContext(options)
{
    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<Lease> Leases => Set<Lease>();

    /// <summary>True when this process holds the lease until the time given; of several replicas one wins.</summary>
    public async Task<bool> TakeLeaseAsync(string id, string owner, DateTimeOffset now, CancellationToken token) =>
        await Leases.Where(l => l.Id == id && (l.Owner == owner || l.Until < now))
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.Owner, owner).SetProperty(x => x.Until, now.AddMinutes(2)), token) == 1;
}

public sealed class ReminderWorker(IServiceScopeFactory scopes, TimeProvider clock) : BackgroundService
{
    private readonly string _me = Guid.NewGuid().ToString();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<ReminderContext>();
            var now = clock.GetUtcNow();
            if (!await context.TakeLeaseAsync("reminders", _me, now, stoppingToken))
            {
                continue;
            }

            foreach (var reminder in await context.Reminders.Where(r => !r.IsSent && r.Due <= now).ToListAsync(stoppingToken))
            {
                reminder.IsSent = true;
            }

            await context.SaveChangesAsync(stoppingToken);
        }
    }
}
