using Microsoft.CodeAnalysis;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof4002Tests
{
    private const string Worker = """
        public sealed class JobWorker(JobQueue jobs, ILogger<JobWorker> logger) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                while (!stoppingToken.IsCancellationRequested)
                {
                    var job = await jobs.TakeAsync(stoppingToken);
                    logger.LogInformation("Job {Id}", job);
                }
            }
        }
        """;

    private static RuleTest Test => new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF4002" };

    private static string Program(string item, string field, string put, string take, string endpoint = "jobs.Put(job);") => $$"""
        using System.Collections.Concurrent;
        using System.Threading.Channels;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<JobQueue>();
        builder.Services.AddHostedService<JobWorker>();
        var app = builder.Build();
        app.MapPost("/jobs", ({{item}} job, JobQueue jobs, IJobStore store) => { {{endpoint}} });
        app.Run();
        public interface IJobStore { void Save({{item}} job); }
        public sealed record {{item}}(Guid Id, string Payload);
        public sealed class JobQueue
        {
            private readonly {{field}};
            public void Put({{item}} job) => {{put}};
            public async ValueTask<{{item}}?> TakeAsync(CancellationToken token) { await Task.Yield(); {{take}} }
        }
        """;

    [Theory]
    [InlineData("Job", "ConcurrentQueue<Job> _jobs = new()", "_jobs.[|Enqueue|](job)", "return _jobs.TryDequeue(out var job) ? job : null;")]
    [InlineData("Job", "Channel<Job> _jobs = Channel.CreateUnbounded<Job>()", "_jobs.Writer.[|TryWrite|](job)", "return await _jobs.Reader.ReadAsync(token);")]
    [InlineData("Job", "Channel<Job> _jobs = Channel.CreateBounded<Job>(100)", "_jobs.Writer.[|TryWrite|](job)", "return await _jobs.Reader.ReadAsync(token);")]
    [InlineData("Job", "BlockingCollection<Job> _jobs = new()", "_jobs.[|Add|](job)", "return _jobs.Take(token);")]
    [InlineData("Job", "BlockingCollection<Job> _jobs = new()", "_jobs.[|TryAdd|](job)", "return _jobs.Take(token);")]
    [InlineData("Job", "ConcurrentStack<Job> _jobs = new()", "_jobs.[|Push|](job)", "return _jobs.TryPop(out var job) ? job : null;")]
    [InlineData("Job", "Queue<Job> _jobs = new()", "_jobs.[|Enqueue|](job)", "return _jobs.TryDequeue(out var job) ? job : null;")]
    public async Task Work_that_a_hosted_service_takes_out_of_memory_is_worth_a_look(string item, string field, string put, string take)
    {
        await Test.VerifyAsync(Program(item, field, put, take), Worker);
        Assert.All(await Test.RunAsync(Program(item, field, put, take), Worker), d => Assert.Equal(DiagnosticSeverity.Info, d.Severity));
    }

    [Theory]
    [InlineData("Order")]
    [InlineData("PaymentRequest")]
    [InlineData("EmailMessage")]
    [InlineData("WebhookCall")]
    [InlineData("AuditEntry")]
    public async Task Work_that_somebody_counts_on_is_warned_of(string item)
    {
        var found = Assert.Single(await Test.RunAsync(
            Program(item, $"ConcurrentQueue<{item}> _jobs = new()", "_jobs.Enqueue(job)", "return _jobs.TryDequeue(out var job) ? job : null;"), Worker));
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
        Assert.Equal(
            $"'JobQueue._jobs' holds accepted {item} in memory until a hosted service takes it: it is lost when this process stops, and whoever handed it over was told that it was accepted",
            found.GetMessage());
        Assert.Equal(2, found.AdditionalLocations.Count);
    }

    private static string Injected(string creation, string filler) => $$"""
        using System.Threading.Channels;
        using Microsoft.AspNetCore.Mvc;
        var builder = WebApplication.CreateBuilder(args);
        {{creation}}
        builder.Services.AddHostedService<OrderWorker>();
        var app = builder.Build();
        app.MapControllers();
        app.Run();
        public sealed record Order(Guid Id, string Customer);
        {{filler}}
        public sealed class OrderWorker(Channel<Order> orders, ILogger<OrderWorker> logger) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                await foreach (var order in orders.Reader.ReadAllAsync(stoppingToken))
                {
                    logger.LogInformation("{Id}", order.Id);
                }
            }
        }
        """;

    private const string Controller = """
        [ApiController, Route("orders")]
        public sealed class OrdersController(Channel<Order> orders) : ControllerBase
        {
            [HttpPost]
            public async Task<IActionResult> Place(Order order)
            {
                await orders.Writer.WRITE(order);
                return Accepted();
            }
        }
        """;

    [Theory]
    [InlineData("builder.Services.AddSingleton(Channel.CreateUnbounded<Order>());")]
    [InlineData("builder.Services.AddSingleton(_ => Channel.CreateBounded<Order>(100));")]
    [InlineData("var orders = Channel.CreateUnbounded<Order>(); builder.Services.AddSingleton(orders);")]
    public Task A_channel_that_the_container_hands_out_is_reported_where_it_is_filled(string creation) =>
        Test.VerifyAsync(Injected(creation, Controller.Replace("WRITE", "[|WriteAsync|]")));

    [Theory]
    [InlineData("builder.Services.AddSingleton(Channel.CreateBounded<Order>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest }));")]
    [InlineData("builder.Services.AddSingleton(Channel.CreateUnbounded<string>());")]
    public Task Other_injected_channels_are_not(string creation) => Test.VerifyAsync(Injected(creation, Controller.Replace("WRITE", "WriteAsync")));

    private static string Handler(string body) => $$"""
        using Microsoft.AspNetCore.Mvc;
        public sealed record Receipt(Guid Id, string Email);
        public interface IMailer { Task SendAsync(Receipt receipt); }
        public interface IReceiptRepository { Task AddAsync(Receipt receipt); }
        [ApiController, Route("receipts")]
        public sealed class ReceiptsController(IMailer mailer, IReceiptRepository repository) : ControllerBase
        {
            [HttpPost]
            public async Task<IActionResult> Post(Receipt receipt)
            {
                await Task.Yield();
                {{body}}
                return Accepted();
            }
        }
        """;

    private const string Host = "var builder = WebApplication.CreateBuilder(args); builder.Services.AddControllers(); builder.Build().Run();";

    [Theory]
    [InlineData("_ = Task.[|Run|](() => mailer.SendAsync(receipt));")]
    [InlineData("#pragma warning disable CS4014\nTask.[|Run|](async () => await mailer.SendAsync(receipt));")]
    [InlineData("var copy = receipt with { Email = \"\" }; _ = Task.[|Run|](() => mailer.SendAsync(copy));")]
    public Task A_task_that_outlives_the_request_is_reported(string body) => Test.VerifyAsync(Host, Handler(body));

    [Theory]
    [InlineData("await Task.Run(() => mailer.SendAsync(receipt));")]
    [InlineData("await repository.AddAsync(receipt); _ = Task.Run(() => mailer.SendAsync(receipt));")]
    [InlineData("_ = Task.Run(() => Console.WriteLine(\"done\"));")]
    [InlineData("var sending = Task.Run(() => mailer.SendAsync(receipt)); await sending;")]
    public Task Other_tasks_are_not(string body) => Test.VerifyAsync(Host, Handler(body));

    [Fact]
    public Task A_task_of_an_endpoint_is_reported_and_one_of_the_start_is_not() => Test.VerifyAsync("""
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        var first = new Receipt(Guid.NewGuid());
        _ = Task.Run(() => Console.WriteLine(first));
        app.MapPost("/receipts", (Receipt receipt) => { _ = Task.[|Run|](() => Console.WriteLine(receipt)); return Results.Accepted(); });
        app.Run();
        public sealed record Receipt(Guid Id);
        """);

    private const string Enqueue = "_jobs.Enqueue(job)";
    private const string Dequeue = "return _jobs.TryDequeue(out var job) ? job : null;";

    [Fact]
    public Task Work_that_was_saved_first_is_not() => Test.VerifyAsync(Program("Job", "ConcurrentQueue<Job> _jobs = new()", Enqueue, Dequeue, "store.Save(job); jobs.Put(job);"), Worker);

    [Fact]
    public Task Work_that_is_saved_by_some_only_is_reported() => Test.VerifyAsync(
        Program("Job", "ConcurrentQueue<Job> _jobs = new()", "_jobs.[|Enqueue|](job)", Dequeue, "store.Save(job); jobs.Put(job);"), Worker,
        "static class Again { public static void Put(JobQueue jobs, Job job) => jobs.Put(job); }");

    [Fact]
    public Task A_channel_that_drops_what_does_not_fit_is_not() => Test.VerifyAsync(
        Program(
            "Job", "Channel<Job> _jobs = Channel.CreateBounded<Job>(new BoundedChannelOptions(9) { FullMode = BoundedChannelFullMode.DropOldest })",
            "_jobs.Writer.TryWrite(job)", "return await _jobs.Reader.ReadAsync(token);"), Worker);

    [Fact]
    public Task A_queue_that_no_hosted_service_empties_is_another_matter() => Test.VerifyAsync(
        Program("Job", "ConcurrentQueue<Job> _jobs = new()", Enqueue, Dequeue).Replace("builder.Services.AddHostedService<JobWorker>();", ""));

    [Fact]
    public Task Plain_values_are_no_work() => Test.VerifyAsync(
        Program("Job", "ConcurrentQueue<int> _jobs = new()", "_jobs.Enqueue(job.Payload.Length)", "return _jobs.TryDequeue(out var n) ? new Job(Guid.Empty, n.ToString()) : null;"), Worker);

    [Fact]
    public Task A_pipeline_inside_of_one_method_is_not() => Test.VerifyAsync("""
        using System.Threading.Channels;
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapPost("/sums", async (Part[] parts) =>
        {
            var channel = Channel.CreateUnbounded<Part>();
            foreach (var part in parts) { await channel.Writer.WriteAsync(part); }
            channel.Writer.Complete();
            var sum = 0;
            await foreach (var part in channel.Reader.ReadAllAsync()) { sum += part.Size; }
            return sum;
        });
        app.Run();
        public sealed record Part(int Size);
        """);
}
