namespace SpofAnalyzers.Tests.Rules;

/// <summary>The thirty-two examples of critical state, as programs.</summary>
internal static class Spof4001CriticalCases
{
    public static IEnumerable<Spof4001Case> All { get; } =
    [
        new("P01", "static map of orders, filled in a controller, removed on payment", "SPOF4001 A", """
            using System.Collections.Concurrent;
            using Microsoft.AspNetCore.Mvc;

            public sealed record Order(Guid Id, string Customer, decimal Total);

            [ApiController, Route("orders")]
            public sealed class OrdersController : ControllerBase
            {
                private static readonly ConcurrentDictionary<Guid, Order> [|Open|] = new();

                [HttpPost]
                public IActionResult Place(Order order)
                {
                    Open[order.Id] = order;
                    return Accepted();
                }

                [HttpPost("{id}/payment")]
                public IActionResult Pay(Guid id) => Open.TryRemove(id, out var order) ? Ok(order) : NotFound();
            }
            """),
        new("P02", "singleton cart store updated per request", "SPOF4001 A", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<CartStore>();
            var app = builder.Build();
            app.MapPost("/carts/{user}/items", (string user, CartItem item, CartStore carts) => carts.Add(user, item));
            app.Run();

            public sealed record CartItem(string Sku, int Quantity);

            public sealed class Cart
            {
                public List<CartItem> Items { get; } = [];
            }

            public sealed class CartStore
            {
                private readonly Dictionary<string, Cart> [|_carts|] = new();

                public void Add(string user, CartItem item)
                {
                    lock (_carts)
                    {
                        if (!_carts.TryGetValue(user, out var cart))
                        {
                            cart = new Cart();
                            _carts[user] = cart;
                        }

                        cart.Items.Add(item);
                    }
                }
            }
            """),
        new("P03", "session registry keyed by token, filled at login", "SPOF4001 A", """
            using System.Collections.Concurrent;
            using System.Security.Cryptography;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<ISessionRegistry, SessionRegistry>();
            builder.Build().Run();

            public sealed record UserSession(string UserId, DateTimeOffset Since);

            public interface ISessionRegistry
            {
                string Login(string userId);

                void Logout(string token);
            }

            public sealed class SessionRegistry(TimeProvider clock) : ISessionRegistry
            {
                private readonly ConcurrentDictionary<string, UserSession> [|_sessions|] = new();

                public string Login(string userId)
                {
                    var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
                    _sessions.TryAdd(token, new UserSession(userId, clock.GetUtcNow()));
                    return token;
                }

                public void Logout(string token) => _sessions.TryRemove(token, out _);
            }
            """),
        new("P04", "pending one-time codes", "SPOF4001 A", """
            using System.Security.Cryptography;

            public interface ISmsGateway
            {
                Task SendAsync(string phone, string text);
            }

            public sealed record OtpEntry(int Code, DateTime Expires);

            public static class Registration
            {
                public static IServiceCollection AddOneTimeCodes(this IServiceCollection services) => services.AddSingleton<OneTimeCodes>();
            }

            public sealed class OneTimeCodes(ISmsGateway sms)
            {
                private readonly Dictionary<string, OtpEntry> [|_pending|] = [];

                public async Task IssueAsync(string phone)
                {
                    var entry = new OtpEntry(RandomNumberGenerator.GetInt32(100_000, 999_999), DateTime.UtcNow.AddMinutes(5));
                    lock (_pending)
                    {
                        _pending[phone] = entry;
                    }

                    await sms.SendAsync(phone, $"Your code is {entry.Code}");
                }

                public bool Verify(string phone, int code)
                {
                    lock (_pending)
                    {
                        return _pending.Remove(phone, out var entry) && entry.Code == code && entry.Expires > DateTime.UtcNow;
                    }
                }
            }
            """),
        new("P05", "device pairing requests", "SPOF4001 A", """
            using System.Collections.Concurrent;

            public sealed class PairingRequest(string code, string deviceId)
            {
                public string Code { get; } = code;

                public string DeviceId { get; } = deviceId;

                public bool Approved { get; set; }
            }

            public static class Startup
            {
                public static void ConfigureServices(IServiceCollection services) => services.AddSingleton(typeof(PairingManager));
            }

            public class PairingManager
            {
                private readonly ConcurrentDictionary<string, PairingRequest> [|_requests|] = new(StringComparer.Ordinal);

                public string Begin(string deviceId)
                {
                    var code = Guid.NewGuid().ToString("N")[..6];
                    _requests.TryAdd(code, new PairingRequest(code, deviceId));
                    return code;
                }

                public PairingRequest? Finish(string code) => _requests.TryRemove(code, out var request) ? request : null;
            }
            """),
        new("P06", "audit channel drained by a hosted service", "SPOF4002: accepted work in a queue of memory", """
            using System.Threading.Channels;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<AuditQueue>();
            builder.Services.AddHostedService<AuditWriter>();
            var app = builder.Build();
            app.Use(async (context, next) =>
            {
                await context.RequestServices.GetRequiredService<AuditQueue>().WriteAsync(new AuditEnvelope(context.Request.Path, DateTimeOffset.UtcNow));
                await next(context);
            });
            app.Run();

            public sealed record AuditEnvelope(string Path, DateTimeOffset At);

            public sealed class AuditQueue
            {
                private readonly Channel<AuditEnvelope> _channel = Channel.CreateUnbounded<AuditEnvelope>();

                public ChannelReader<AuditEnvelope> Reader => _channel.Reader;

                public ValueTask WriteAsync(AuditEnvelope envelope) => _channel.Writer.WriteAsync(envelope);
            }

            public sealed class AuditWriter(AuditQueue queue, ILogger<AuditWriter> logger) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    await foreach (var envelope in queue.Reader.ReadAllAsync(stoppingToken))
                    {
                        logger.LogInformation("{Path}", envelope.Path);
                    }
                }
            }
            """),
        new("P07", "mail queue emptied by a timer", "SPOF4001 B", """
            using System.Collections.Concurrent;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<MailQueue>();
            builder.Build().Run();

            public sealed record EmailMessage(string To, string Subject);

            public interface IMailer
            {
                void Deliver(EmailMessage message);
            }

            public sealed class MailQueue
            {
                private readonly ConcurrentQueue<EmailMessage> [|_queue|] = new();
                private readonly IMailer _mailer;
                private readonly Timer _timer;

                public MailQueue(IMailer mailer)
                {
                    _mailer = mailer;
                    _timer = new Timer(_ => Flush(), null, TimeSpan.Zero, TimeSpan.FromSeconds(10));
                }

                public void Add(EmailMessage message) => _queue.Enqueue(message);

                public void Stop() => _timer.Change(Timeout.Infinite, Timeout.Infinite);

                private void Flush()
                {
                    while (_queue.TryDequeue(out var message))
                    {
                        _mailer.Deliver(message);
                    }
                }
            }
            """),
        new("P08", "blocking collection between endpoint and worker", "SPOF4002: accepted work in a queue of memory", """
            using System.Collections.Concurrent;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<IJobQueue, JobQueue>();
            builder.Services.AddHostedService<JobWorker>();
            var app = builder.Build();
            app.MapPost("/jobs", (Job job, IJobQueue jobs) => jobs.Enqueue(job));
            app.Run();

            public sealed record Job(Guid Id, string Payload);

            public interface IJobQueue
            {
                void Enqueue(Job job);

                Job Dequeue(CancellationToken token);
            }

            public sealed class JobQueue : IJobQueue
            {
                private readonly BlockingCollection<Job> _jobs = new();

                public void Enqueue(Job job) => _jobs.Add(job);

                public Job Dequeue(CancellationToken token) => _jobs.Take(token);
            }

            public sealed class JobWorker(IJobQueue jobs, ILogger<JobWorker> logger) : BackgroundService
            {
                protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
                    () =>
                    {
                        while (!stoppingToken.IsCancellationRequested)
                        {
                            var job = jobs.Dequeue(stoppingToken);
                            logger.LogInformation("Job {Id}", job.Id);
                        }
                    },
                    stoppingToken);
            }
            """),
        new("P09", "in-memory outbox repository registered for production", "SPOF4008: saga or outbox state in memory", """
            using System.Collections.Concurrent;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<IOutboxRepository, InMemoryOutboxRepository>();
            builder.Build().Run();

            public sealed record OutboxMessage(Guid Id, string Type, string Body);

            public interface IOutboxRepository
            {
                void Add(OutboxMessage message);

                void MarkSent(Guid id);
            }

            public sealed class InMemoryOutboxRepository : IOutboxRepository
            {
                private readonly ConcurrentDictionary<Guid, OutboxMessage> _messages = new();

                public void Add(OutboxMessage message) => _messages[message.Id] = message;

                public void MarkSent(Guid id) => _messages.TryRemove(id, out _);
            }
            """),
        new("P10", "static list of webhook events, appended by an endpoint", "SPOF4001 B", """
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapPost("/webhooks", (WebhookEvent hook) =>
            {
                Received.Events.Add(hook);
                return Results.Ok();
            });
            app.MapGet("/webhooks", () => Received.Events);
            app.Run();

            public sealed record WebhookEvent(string Id, string Kind, string Body);

            public static class Received
            {
                public static List<WebhookEvent> [|Events|] { get; } = new();
            }
            """),
        new("P11", "presence map counted up and down", "SPOF4001 A", """
            using System.Collections.Concurrent;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<PresenceTracker>();
            builder.Build().Run();

            public sealed class PresenceTracker
            {
                private readonly ConcurrentDictionary<string, int> [|_connections|] = new();

                public bool Connected(string user) => _connections.AddOrUpdate(user, 1, (_, n) => n + 1) == 1;

                public bool Disconnected(string user) => _connections.AddOrUpdate(user, 0, (_, n) => n - 1) == 0;
            }
            """),
        new("P12", "per-tenant quota that decides whether to reject", "SPOF4001 A", """
            using System.Collections.Concurrent;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<QuotaMiddleware>();
            var app = builder.Build();
            app.UseMiddleware<QuotaMiddleware>();
            app.Run();

            public sealed class QuotaMiddleware : IMiddleware
            {
                private readonly ConcurrentDictionary<string, long> [|_used|] = new();

                public async Task InvokeAsync(HttpContext context, RequestDelegate next)
                {
                    var tenant = context.Request.Headers["X-Tenant"].ToString();
                    if (_used.AddOrUpdate(tenant, 1, (_, n) => n + 1) > 10_000)
                    {
                        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                        return;
                    }

                    await next(context);
                }
            }
            """),
        new("P13", "static next invoice number", "known miss: a bare number is no domain type; correlation ids look the same", """
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapPost("/invoices", (InvoiceRequest request) => new Invoice(Invoices.Next(), request.Customer));
            app.Run();

            public sealed record InvoiceRequest(string Customer);

            public sealed record Invoice(long Number, string Customer);

            public static class Invoices
            {
                private static long _last = 1000;

                public static long Next() => Interlocked.Increment(ref _last);
            }
            """),
        new("P14", "static flag that guards a job across requests", "known miss: a flag is no domain type", """
            using Microsoft.AspNetCore.Mvc;

            public sealed class ImportController : ControllerBase
            {
                private static bool _isProcessing;

                [HttpPost("import")]
                public async Task<IActionResult> Run()
                {
                    if (_isProcessing)
                    {
                        return Conflict();
                    }

                    _isProcessing = true;
                    try
                    {
                        await Task.Delay(1000);
                        return Ok();
                    }
                    finally
                    {
                        _isProcessing = false;
                    }
                }
            }
            """),
        new("P15", "seats held for ten minutes", "SPOF4001 A", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.TryAddSeatHolds();
            builder.Build().Run();

            public sealed record Reservation(string Seat, Guid Customer, DateTime Until);

            public static class SeatHoldServices
            {
                public static void TryAddSeatHolds(this IServiceCollection services) =>
                    Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.TryAddSingleton<SeatHolds>(services);
            }

            public sealed class SeatHolds
            {
                private readonly Dictionary<string, Reservation> [|_holds|] = new();
                private readonly object _gate = new();

                public bool Hold(string seat, Guid customer)
                {
                    lock (_gate)
                    {
                        if (_holds.TryGetValue(seat, out var held) && held.Until > DateTime.UtcNow)
                        {
                            return false;
                        }

                        _holds[seat] = new Reservation(seat, customer, DateTime.UtcNow.AddMinutes(10));
                        return true;
                    }
                }

                public void Release(string seat)
                {
                    lock (_gate)
                    {
                        _holds.Remove(seat);
                    }
                }
            }
            """),
        new("P16", "highest bid of an auction", "SPOF4001 A", """
            using Microsoft.AspNetCore.Mvc;

            public sealed record Bid(Guid Auction, string Bidder, decimal Amount);

            [ApiController]
            public sealed class AuctionController : ControllerBase
            {
                private static readonly Dictionary<Guid, Bid> [|Highest|] = new();

                [HttpPost("bids")]
                public ActionResult<Bid> Place(Bid bid)
                {
                    lock (Highest)
                    {
                        if (Highest.TryGetValue(bid.Auction, out var current) && current.Amount >= bid.Amount)
                        {
                            return Conflict(current);
                        }

                        Highest[bid.Auction] = bid;
                        return bid;
                    }
                }
            }
            """),
        new("P17", "game rooms", "SPOF4001 A", """
            using System.Collections.Concurrent;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddKeyedSingleton<GameRooms>("public");
            builder.Build().Run();

            public sealed class GameRoom(string owner)
            {
                public string Owner { get; } = owner;

                public List<string> Players { get; } = [];
            }

            public sealed class GameRooms
            {
                private readonly ConcurrentDictionary<Guid, GameRoom> [|_rooms|] = new();

                public Guid Open(string owner)
                {
                    var id = Guid.NewGuid();
                    _rooms[id] = new GameRoom(owner);
                    return id;
                }

                public void Join(Guid id, string player)
                {
                    if (_rooms.TryGetValue(id, out var room))
                    {
                        room.Players.Add(player);
                    }
                }

                public void Close(Guid id) => _rooms.TryRemove(id, out _);
            }
            """),
        new("P18", "idempotency keys that reject duplicates", "known miss: a set of strings; warn-once sets look the same", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<IdempotencyKeys>();
            builder.Build().Run();

            public sealed class IdempotencyKeys
            {
                private readonly HashSet<string> _seen = new();

                public bool IsFirst(string key)
                {
                    lock (_seen)
                    {
                        return _seen.Add(key);
                    }
                }
            }
            """),
        new("P19", "processed message ids of a consumer", "known miss: a set of ids; warn-once sets look the same", """
            using System.Collections.Concurrent;

            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddSingleton<PaymentConsumer>();
            builder.Build().Run();

            public sealed record PaymentReceived(Guid Id, decimal Amount);

            public sealed class PaymentConsumer(ILogger<PaymentConsumer> logger)
            {
                private readonly ConcurrentDictionary<Guid, byte> _processed = new();

                public void Handle(PaymentReceived message)
                {
                    if (_processed.TryAdd(message.Id, 0))
                    {
                        logger.LogInformation("{Amount}", message.Amount);
                    }
                }
            }
            """),
        new("P20", "feature toggles changed by an admin endpoint", "SPOF4001 A", """
            using System.Collections.Concurrent;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Toggles>();
            var app = builder.Build();
            app.MapPut("/admin/toggles/{name}", (string name, ToggleChange change, Toggles toggles) => toggles.Change(name, change));
            app.MapDelete("/admin/toggles/{name}", (string name, Toggles toggles) => toggles.Reset(name));
            app.Run();

            public sealed record ToggleChange(bool IsOn, string Reason);

            public sealed record Toggle(bool IsOn, string Reason, DateTimeOffset Since);

            public sealed class Toggles
            {
                private readonly ConcurrentDictionary<string, Toggle> [|_toggles|] = new();

                public bool IsOn(string name) => _toggles.TryGetValue(name, out var toggle) && toggle.IsOn;

                public void Change(string name, ToggleChange change) => _toggles[name] = new Toggle(change.IsOn, change.Reason, DateTimeOffset.UtcNow);

                public void Reset(string name) => _toggles.TryRemove(name, out _);
            }
            """),
        new("P20b", "feature toggles as bare flags", "known miss: a flag is no domain type", """
            using System.Collections.Concurrent;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Toggles>();
            builder.Build().Run();

            public sealed class Toggles
            {
                private readonly ConcurrentDictionary<string, bool> _toggles = new();

                public void Change(string name, bool isOn) => _toggles[name] = isOn;
            }
            """),
        new("P21", "scheduled reminders by due time", "SPOF4001 B", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<ReminderBook>();
            builder.Build().Run();

            public sealed record Reminder(string User, string Text);

            public sealed class ReminderBook
            {
                private readonly SortedDictionary<DateTime, Reminder> [|_due|] = new();

                public void Schedule(DateTime at, Reminder reminder)
                {
                    lock (_due)
                    {
                        _due.Add(at, reminder);
                    }
                }

                public void Cancel(DateTime at)
                {
                    lock (_due)
                    {
                        _due.Remove(at);
                    }
                }
            }
            """),
        new("P22", "current leader set at start", "known miss: set while the host starts", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<LeaderElection>();
            builder.Build().Run();

            public sealed record Leader(string Node);

            public sealed class LeaderElection(IConfiguration configuration) : IHostedService
            {
                private static Leader? _current;

                public Task StartAsync(CancellationToken cancellationToken)
                {
                    _current = new Leader(configuration["Node"] ?? Environment.MachineName);
                    return Task.CompletedTask;
                }

                public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

                public static bool IsLeader(string node)
                {
                    if (_current is null)
                    {
                        return false;
                    }

                    return _current.Node == node;
                }
            }
            """),
        new("P23", "usage counters flushed every minute", "SPOF4001 A", """
            using System.Collections.Concurrent;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<UsageRecorder>();
            builder.Services.AddHostedService<UsageFlusher>();
            builder.Build().Run();

            public interface IUsageTable
            {
                Task AddAsync(string customer, long calls, CancellationToken token);
            }

            public sealed class UsageRecorder
            {
                private readonly ConcurrentDictionary<string, long> [|_calls|] = new();

                public void Record(string customer) => _calls.AddOrUpdate(customer, 1, static (_, n) => n + 1);

                public IReadOnlyDictionary<string, long> TakeAll()
                {
                    var taken = new Dictionary<string, long>();
                    foreach (var customer in _calls.Keys)
                    {
                        if (_calls.TryRemove(customer, out var calls))
                        {
                            taken[customer] = calls;
                        }
                    }

                    return taken;
                }
            }

            public sealed class UsageFlusher(UsageRecorder recorder, IUsageTable table) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
                    while (await timer.WaitForNextTickAsync(stoppingToken))
                    {
                        foreach (var (customer, calls) in recorder.TakeAll())
                        {
                            await table.AddAsync(customer, calls, stoppingToken);
                        }
                    }
                }
            }
            """),
        new("P24", "saga state in the bus library's memory repository", "SPOF4008: saga or outbox state in memory", """
            using MassTransit;

            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddMassTransit(bus => bus.AddSagaStateMachine<OrderMachine, OrderState>().InMemoryRepository());
            builder.Build().Run();

            public sealed class OrderState : SagaStateMachineInstance
            {
                public Guid CorrelationId { get; set; }

                public string CurrentState { get; set; } = "";
            }

            public sealed class OrderMachine : MassTransitStateMachine<OrderState>;
            """),
        new("P25", "chat history per conversation", "SPOF4001 A", """
            using System.Collections.Concurrent;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Conversations>();
            var app = builder.Build();
            app.MapPost("/chat/{id}", (string id, ChatMessage message, Conversations chats) => chats.Append(id, message));
            app.Run();

            public sealed record ChatMessage(string Role, string Text);

            public sealed class Conversations
            {
                private readonly ConcurrentDictionary<string, List<ChatMessage>> [|_history|] = new();

                public IReadOnlyList<ChatMessage> Append(string id, ChatMessage message)
                {
                    var history = _history.GetOrAdd(id, _ => []);
                    lock (history)
                    {
                        history.Add(message);
                    }

                    return history;
                }
            }
            """),
        new("P26", "file chunks until the upload is complete", "SPOF4001 A", """
            using Microsoft.AspNetCore.Mvc;

            public sealed record Upload(string Name, List<byte[]> Chunks);

            public sealed class UploadController : ControllerBase
            {
                private static readonly Dictionary<string, Upload> [|Uploads|] = new();

                [HttpPost("uploads/{id}")]
                public IActionResult Start(string id, string name)
                {
                    Uploads.Add(id, new Upload(name, []));
                    return Created();
                }

                [HttpPut("uploads/{id}/chunks")]
                public IActionResult Put(string id, byte[] chunk)
                {
                    Uploads[id].Chunks.Add(chunk);
                    return NoContent();
                }

                [HttpPost("uploads/{id}/complete")]
                public IActionResult Complete(string id) => Uploads.Remove(id, out var upload) ? Ok(upload.Chunks.Count) : NotFound();
            }
            """),
        new("P27", "refresh tokens in a singleton", "SPOF4001 A", """
            using System.Collections.Concurrent;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<IRefreshTokens>(_ => new RefreshTokens(TimeSpan.FromDays(30)));
            builder.Build().Run();

            public sealed record RefreshToken(string Value, string User, DateTimeOffset Expires);

            public interface IRefreshTokens
            {
                string Issue(string user);

                string? Redeem(string value);
            }

            public sealed class RefreshTokens(TimeSpan lifetime) : IRefreshTokens
            {
                private readonly ConcurrentDictionary<string, RefreshToken> [|_tokens|] = new();

                public string Issue(string user)
                {
                    var token = new RefreshToken(Guid.NewGuid().ToString("N"), user, DateTimeOffset.UtcNow + lifetime);
                    _tokens[token.Value] = token;
                    return token.Value;
                }

                public string? Redeem(string value) => _tokens.TryRemove(value, out var token) ? token.User : null;
            }
            """),
        new("P28", "workflow instances", "SPOF4001 A", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.Add(ServiceDescriptor.Singleton<IWorkflows, Workflows>());
            builder.Build().Run();

            public sealed record WorkflowState(Guid Id, string Step);

            public interface IWorkflows
            {
                Guid Start(string first);

                void Advance(Guid id, string step);
            }

            public sealed class Workflows : IWorkflows
            {
                private readonly Dictionary<Guid, WorkflowState> [|_instances|] = new();

                public Guid Start(string first)
                {
                    var state = new WorkflowState(Guid.NewGuid(), first);
                    _instances.Add(state.Id, state);
                    return state.Id;
                }

                public void Advance(Guid id, string step) => _instances[id] = _instances[id] with { Step = step };
            }
            """),
        new("P29", "prices imported at night into a static list", "SPOF4001 B", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHttpClient();
            builder.Services.AddHostedService<PriceImport>();
            builder.Build().Run();

            public sealed record Price(string Sku, decimal Amount);

            public static class PriceList
            {
                public static readonly List<Price> [|Prices|] = new();
            }

            public sealed class PriceImport(HttpClient feed) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    while (!stoppingToken.IsCancellationRequested)
                    {
                        var prices = await feed.GetFromJsonAsync<List<Price>>("prices.json", stoppingToken) ?? [];
                        PriceList.Prices.AddRange(prices);
                        await Task.Delay(TimeSpan.FromDays(1), stoppingToken);
                    }
                }
            }
            """),
        new("P30", "device states set by messages, read by the API", "SPOF4001 B", """
            public sealed record DeviceState(string Device, string Payload, DateTimeOffset At);

            public sealed class MqttMessage
            {
                public required string Topic { get; init; }

                public required string Payload { get; init; }
            }

            public interface IMqttClient
            {
                event Func<MqttMessage, Task> MessageReceived;
            }

            public static class Devices
            {
                private static readonly Dictionary<string, DeviceState> [|States|] = new();

                public static void Listen(IMqttClient client) => client.MessageReceived += message =>
                {
                    States[message.Topic] = new DeviceState(message.Topic, message.Payload, DateTimeOffset.UtcNow);
                    return Task.CompletedTask;
                };

                public static DeviceState? Find(string device) => States.GetValueOrDefault(device);
            }
            """),
        new("P31", "per-card limit that is the only fraud limit", "SPOF4001 A", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<FraudLimit>();
            builder.Build().Run();

            public sealed class FraudLimit
            {
                private readonly Dictionary<string, decimal> [|_spent|] = new();

                public bool Allow(string card, decimal amount)
                {
                    lock (_spent)
                    {
                        _spent.TryGetValue(card, out var spent);
                        if (spent + amount > 5000m)
                        {
                            return false;
                        }

                        _spent[card] = _spent.GetValueOrDefault(card) + amount;
                        return true;
                    }
                }
            }
            """),
        new("P32", "memory cache that is the only place of a value", "known miss: entries of IMemoryCache are taken as copies", """
            using Microsoft.Extensions.Caching.Memory;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddMemoryCache();
            var app = builder.Build();
            app.MapPost("/drafts/{id}", (string id, Draft draft, IMemoryCache cache) => cache.Set(id, draft));
            app.Run();

            public sealed record Draft(string Title, string Text);
            """),
    ];
}
