using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddDbContext<OrderContext>(options =>
    options.UseNpgsql(builder.Configuration.GetConnectionString("Orders"), npgsql => npgsql.EnableRetryOnFailure()));
builder.Services.AddSingleton<PageViews>();
builder.Services.AddHostedService<PageViewWriter>();
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapPost("/orders", async (Order order, OrderContext context, PageViews views) =>
{
    views.Note(new PageView("/orders", DateTimeOffset.UtcNow));
    context.Orders.Add(order);
    context.Outbox.Add(new OutboxMessage { Id = Guid.NewGuid(), Order = order.Id });
    await context.SaveChangesAsync();
    return Results.Accepted();
});
app.Run();

public sealed class Order
{
    public Guid Id { get; set; }

    public required string Customer { get; set; }
}

public sealed class OutboxMessage
{
    public Guid Id { get; set; }

    public Guid Order { get; set; }
}

public sealed class OrderContext(DbContextOptions<OrderContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
}

public sealed record PageView(string Path, DateTimeOffset At);

/// <summary>Views may get lost: the buffer drops the oldest when it is full.</summary>
public sealed class PageViews
{
    private readonly Channel<PageView> _views =
        Channel.CreateBounded<PageView>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest });

    public ChannelReader<PageView> Reader => _views.Reader;

    public void Note(PageView view) => _views.Writer.TryWrite(view);
}

public sealed class PageViewWriter(PageViews views, ILogger<PageViewWriter> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var view in views.Reader.ReadAllAsync(stoppingToken))
        {
            logger.LogDebug("{Path}", view.Path);
        }
    }
}
