using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddDbContext<SessionContext>(options =>
    options.UseNpgsql(builder.Configuration.GetConnectionString("Sessions"), npgsql => npgsql.EnableRetryOnFailure()));
builder.Services.AddScoped<Sessions>();
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/me/{token}", async (string token, Sessions sessions) => await sessions.FindAsync(token));
app.Run();

public sealed class UserSession
{
    public required string Id { get; set; }

    public required string User { get; set; }
}

public sealed class SessionContext(DbContextOptions<SessionContext> options) : DbContext(options)
{
    public DbSet<UserSession> Sessions => Set<UserSession>();
}

/// <summary>The database holds the sessions; memory only saves the way to it.</summary>
public sealed class Sessions(SessionContext context)
{
    private static readonly ConcurrentDictionary<string, UserSession> Known = new();

    public async Task<UserSession?> FindAsync(string token)
    {
        if (Known.TryGetValue(token, out var known))
        {
            return known;
        }

        var stored = await context.Sessions.FindAsync(token);
        if (stored is not null)
        {
            Known[token] = stored;
        }

        return stored;
    }
}
