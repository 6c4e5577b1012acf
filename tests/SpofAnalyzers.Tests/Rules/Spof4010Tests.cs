using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof4010Tests
{
    private const string Medallion = """
        namespace Medallion.Threading { public interface IDistributedLockProvider { } }
        namespace Medallion.Threading.FileSystem
        {
            public sealed class FileDistributedSynchronizationProvider : IDistributedLockProvider { public FileDistributedSynchronizationProvider(System.IO.DirectoryInfo directory) { } }
        }
        namespace Medallion.Threading.WaitHandles
        {
            public sealed class WaitHandleDistributedSynchronizationProvider : IDistributedLockProvider { }
        }
        namespace Medallion.Threading.Postgres
        {
            public sealed class PostgresDistributedSynchronizationProvider : IDistributedLockProvider { public PostgresDistributedSynchronizationProvider(string connection) { } }
        }
        """;

    private const string Usings = """
        using Medallion.Threading;
        using Medallion.Threading.FileSystem;
        using Medallion.Threading.Postgres;
        using Medallion.Threading.WaitHandles;

        """;

    private static RuleTest Test => new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF4010", Libraries = [("DistributedLock", Medallion)] };

    private static string Program(string handler, string start = "", string members = "") => Usings + $$"""
        var builder = WebApplication.CreateBuilder(args);
        {{start}}
        var app = builder.Build();
        app.MapPost("/imports", (string name, IWebHostEnvironment environment) => new Imports().Run(name, environment));
        app.Run();
        class Imports
        {
            {{members}}
            public void Run(string name, IWebHostEnvironment environment) { {{handler}} }
        }
        """;

    [Theory]
    [InlineData("using var mutex = [|new Mutex(false, \"Global\\\\imports\")|]; mutex.WaitOne();")]
    [InlineData("using var mutex = [|new Mutex(false, name)|]; mutex.WaitOne();")]
    [InlineData("using var gate = [|new Semaphore(1, 1, \"imports\")|]; gate.WaitOne();")]
    [InlineData("using var signal = [|new EventWaitHandle(false, EventResetMode.AutoReset, \"imports\")|]; signal.Set();")]
    [InlineData("using var file = [|new FileStream(\"/var/run/imports.lock\", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)|];")]
    [InlineData("using var file = File.[|Open|](Path.Combine(environment.ContentRootPath, \"imports.lock\"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);")]
    [InlineData("var path = Path.Combine(\"/data\", \"imports.lck\"); using var file = [|new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)|];")]
    [InlineData("using var file = [|new FileStream($\"/data/{name}.lock\", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)|];")]
    public Task Locks_of_one_machine_are_reported(string handler) => Test.VerifyAsync(Program(handler));

    [Theory]
    [InlineData("builder.Services.AddSingleton<IDistributedLockProvider>(_ => [|new FileDistributedSynchronizationProvider(new DirectoryInfo(\"/locks\"))|]);")]
    [InlineData("builder.Services.AddSingleton<IDistributedLockProvider>([|new WaitHandleDistributedSynchronizationProvider()|]);")]
    public Task Lock_providers_of_one_machine_are_reported(string start) => Test.VerifyAsync(Program("", start));

    [Theory]
    [InlineData("private static readonly Mutex Gate = [|new(false, \"imports\")|];")]
    [InlineData("private readonly Semaphore _gate = [|new Semaphore(1, 1, \"imports\")|];")]
    public Task Named_locks_in_fields_are_reported(string members) => Test.VerifyAsync(Program("", members: members));

    private static string Controller(string field, string body, string kind = "ControllerBase") => $$"""
        using Microsoft.AspNetCore.Mvc;
        public class SettlementController : {{kind}}
        {
            {{field}}
            public string Post()
            {
                {{body}}
            }
            private void Settle() { }
        }
        """;

    private const string Host = "var builder = WebApplication.CreateBuilder(args); builder.Build().Run();";

    [Theory]
    [InlineData("private static bool [|_isRunning|];", "if (_isRunning) { return \"busy\"; } _isRunning = true; try { Settle(); } finally { _isRunning = false; } return \"done\";")]
    [InlineData("private static int [|_running|];", "if (Interlocked.CompareExchange(ref _running, 1, 0) != 0) { return \"busy\"; } try { Settle(); } finally { Volatile.Write(ref _running, 0); } return \"done\";")]
    [InlineData("private static int [|_running|];", "if (Interlocked.Exchange(ref _running, 1) == 1) { return \"busy\"; } try { Settle(); } finally { Interlocked.Exchange(ref _running, 0); } return \"done\";")]
    public Task A_static_flag_that_keeps_requests_apart_is_reported(string field, string body) => Test.VerifyAsync(Host, Controller(field, body));

    [Theory]
    [InlineData("private static bool _isRunning;", "_isRunning = true; Settle(); _isRunning = false; return \"done\";")]
    [InlineData("private static bool _isInitialized;", "if (_isInitialized) { return \"\"; } _isInitialized = true; try { Settle(); } catch { _isInitialized = false; } return \"done\";")]
    [InlineData("private static bool _isFirst = true;", "if (_isFirst) { Settle(); } _isFirst = false; return \"done\";")]
    [InlineData("private bool _isRunning;", "if (_isRunning) { return \"busy\"; } _isRunning = true; try { Settle(); } finally { _isRunning = false; } return \"done\";")]
    [InlineData("[ThreadStatic] private static bool _isRunning;", "if (_isRunning) { return \"busy\"; } _isRunning = true; try { Settle(); } finally { _isRunning = false; } return \"done\";")]
    public Task Other_flags_are_not(string field, string body) => Test.VerifyAsync(Host, Controller(field, body));

    [Fact]
    public Task A_flag_outside_of_requests_and_hosted_services_is_not() => Test.VerifyAsync(
        Host, Controller("private static bool _isRunning;", "if (_isRunning) { return \"busy\"; } _isRunning = true; try { Settle(); } finally { _isRunning = false; } return \"done\";", "object"));

    [Theory]
    [InlineData("using var mutex = new Mutex(false); mutex.WaitOne();")]
    [InlineData("using var mutex = new Mutex(false, null); mutex.WaitOne();")]
    [InlineData("using var gate = new SemaphoreSlim(1, 1); gate.Wait();")]
    [InlineData("using var file = new FileStream(\"/data/imports.csv\", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);")]
    [InlineData("using var file = new FileStream(\"/data/imports.lock\", FileMode.Open, FileAccess.Read, FileShare.Read);")]
    [InlineData("using var file = new FileStream(\"/data/thumbnails/a.lock\", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);")]
    [InlineData("using var file = new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);")]
    public Task Other_locks_are_not(string handler) => Test.VerifyAsync(Program(handler));

    [Theory]
    [InlineData("using var mutex = new Mutex(true, \"Global\\\\shop\", out var isFirst); if (!isFirst) { return; }")]
    [InlineData("builder.Services.AddSingleton<IDistributedLockProvider>(new PostgresDistributedSynchronizationProvider(\"Host=db\"));")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.AddSingleton<IDistributedLockProvider>(new WaitHandleDistributedSynchronizationProvider()); }")]
    [InlineData("IDistributedLockProvider locks = args.Length > 0 ? new PostgresDistributedSynchronizationProvider(\"Host=db\") : new WaitHandleDistributedSynchronizationProvider();")]
    public Task The_guard_of_the_start_and_shared_locks_are_not(string start) => Test.VerifyAsync(Program("", start));

    private static string Gated(string body, string field = "private static readonly SemaphoreSlim Gate = new(1, 1);", string register = "AddScoped", string more = "", string store = "UseNpgsql(\"Host=pg\")") => $$"""
        using Microsoft.EntityFrameworkCore;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDbContext<Billing>(o => o.{{store}});
        builder.Services.{{register}}<Settlement>();
        var app = builder.Build();
        app.MapPost("/settlements", (Settlement settlement) => settlement.SettleAsync(1));
        app.Run();
        public sealed class Payout { public int Id { get; set; } public bool IsSettled { get; set; } }
        public sealed class Billing(DbContextOptions<Billing> options) : DbContext(options) { public DbSet<Payout> Payouts => Set<Payout>(); }
        public sealed class Settlement(Billing billing)
        {
            {{field}}
            private List<Payout>? _known;
            public async Task SettleAsync(int merchant)
            {
                await Task.Yield();
                {{body}}
            }
            public int Known => _known?.Count ?? 0;
            public Billing Context => billing;
            {{more}}
        }
        """;

    [Theory]
    [InlineData("await Gate.[|WaitAsync|](); try { (await billing.Payouts.FirstAsync(p => !p.IsSettled)).IsSettled = true; await billing.SaveChangesAsync(); } finally { Gate.Release(); }", "private static readonly SemaphoreSlim Gate = new(1, 1);", "AddScoped")]
    [InlineData("Gate.[|Wait|](); if (!billing.Payouts.Any(p => p.Id == merchant)) { billing.Payouts.Add(new Payout()); billing.SaveChanges(); } Gate.Release();", "private static readonly SemaphoreSlim Gate = new SemaphoreSlim(1);", "AddScoped")]
    [InlineData("await _gate.[|WaitAsync|](); var payout = await billing.Payouts.FindAsync(merchant); payout!.IsSettled = true; await billing.SaveChangesAsync(); _gate.Release();", "private readonly SemaphoreSlim _gate = new(1, 1);", "AddSingleton")]
    [InlineData("await Gate.[|WaitAsync|](); try { await AllAsync(); } finally { Gate.Release(); }", "private static readonly SemaphoreSlim Gate = new(1, 1);", "AddScoped")]
    public Task A_semaphore_around_a_change_of_a_shared_database_is_reported(string body, string field, string register) => Test.VerifyAsync(
        Gated(body, field, register, "private async Task AllAsync() { var open = await billing.Payouts.ToListAsync(); open.ForEach(p => p.IsSettled = true); await billing.SaveChangesAsync(); }"));

    private const string Settle = "await Gate.WaitAsync(); var payout = await billing.Payouts.FindAsync(merchant); payout!.IsSettled = true; await billing.SaveChangesAsync(); Gate.Release();";

    [Theory]
    [InlineData("await Gate.WaitAsync(); _known ??= await billing.Payouts.ToListAsync(); Gate.Release();", "private static readonly SemaphoreSlim Gate = new(1, 1);", "UseNpgsql(\"Host=pg\")")]
    [InlineData("await Gate.WaitAsync(); billing.Payouts.Add(new Payout()); await billing.SaveChangesAsync(); Gate.Release();", "private static readonly SemaphoreSlim Gate = new(1, 1);", "UseNpgsql(\"Host=pg\")")]
    [InlineData(Settle, "private static readonly SemaphoreSlim Gate = new(8, 8);", "UseNpgsql(\"Host=pg\")")]
    [InlineData(Settle, "private readonly SemaphoreSlim Gate = new(1, 1);", "UseNpgsql(\"Host=pg\")")]
    [InlineData(Settle, "private static readonly SemaphoreSlim Gate = new(1, 1);", "UseSqlite(\"Data Source=shop.db\")")]
    [InlineData("await SeedGate.WaitAsync(); if (!await billing.Payouts.AnyAsync()) { billing.Payouts.Add(new Payout()); await billing.SaveChangesAsync(); } SeedGate.Release();", "private static readonly SemaphoreSlim SeedGate = new(1, 1);", "UseNpgsql(\"Host=pg\")")]
    public Task A_semaphore_around_what_the_process_has_is_not(string body, string field, string store) => Test.VerifyAsync(Gated(body, field, store: store));

    [Fact]
    public async Task The_message_names_the_lock() => Assert.Equal(
        "The lock file 'imports.lock' works on one machine only: two replicas both get it, and what it guards runs twice",
        Assert.Single(await Test.RunAsync(Program("using var file = new FileStream(\"/run/imports.lock\", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);"))).GetMessage());
}
