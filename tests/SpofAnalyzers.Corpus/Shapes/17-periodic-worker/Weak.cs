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

public sealed class ReminderContext(DbContextOptions<ReminderContext> options) : DbContext(options)
{
    public DbSet<Reminder> Reminders => Set<Reminder>();
}

public sealed class ReminderWorker(IServiceScopeFactory scopes, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<ReminderContext>();
            var now = clock.GetUtcNow();
            foreach (var reminder in await context.Reminders.Where(r => !r.IsSent && r.Due <= now).ToListAsync(stoppingToken))
            {
                reminder.IsSent = true;
            }

            await context.SaveChangesAsync(stoppingToken);
        }
    }
}
