using System.Threading.Channels;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddSingleton<OrderQueue>();
builder.Services.AddHostedService<OrderWorker>();
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapPost("/orders", async (Order order, OrderQueue queue) =>
{
    await queue.AcceptAsync(order);
    return Results.Accepted();
});
app.Run();

public sealed record Order(Guid Id, string Customer, decimal Total);

public sealed class OrderQueue
{
    private readonly Channel<Order> _orders = Channel.CreateUnbounded<Order>();

    public ChannelReader<Order> Reader => _orders.Reader;

    public ValueTask AcceptAsync(Order order) => _orders.Writer.WriteAsync(order);
}

public sealed class OrderWorker(OrderQueue queue, ILogger<OrderWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var order in queue.Reader.ReadAllAsync(stoppingToken))
        {
            logger.LogInformation("Order {Id} of {Customer}", order.Id, order.Customer);
        }
    }
}
