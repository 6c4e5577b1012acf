using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF4006: a scheduler that keeps its jobs in memory forgets on every restart what it was asked to do later, and two replicas of it do
/// everything twice.
/// </summary>
internal sealed class Spof4006 : OperationRule
{
    public const string Id = "SPOF4006";

    private const string HangfireFix = "Give Hangfire a storage that survives: SQL Server, PostgreSQL or Redis.";
    private const string QuartzFix = "Use UsePersistentStore with UseClustering.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Jobs or schedules are kept in memory",
        "{0} keeps its jobs in the memory of this process ('{1}'): {2}",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Jobs that were accepted and triggers that were set at run time are gone after a restart, and replicas do not share them. A persistent store keeps them, and lets another replica take over.",
        helpLinkUri: HelpLinks.Of(Id));

    /// <summary>Words in the name of a job that only brings a copy up to date: what it misses, the next start makes good.</summary>
    private static readonly string[] Refreshing = ["Cache", "Refresh", "Warmup", "WarmUp", "Reload"];

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls => ["UseInMemoryStorage", "UseMemoryStorage", "UseInMemoryStore", "AddQuartz"];

    public override IReadOnlyList<string> Creations => ["InMemoryStorage", "MemoryStorage"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        var finding = operation switch
        {
            IObjectCreationOperation creation when creation.Type.IsInNamespace("Hangfire") => Hangfire(creation, creation.Type!.Name, context, cancellationToken),
            IInvocationOperation { TargetMethod: { Name: "AddQuartz", ContainingType: var type } } call when type.IsInNamespace("Quartz") || IsForServices(call) =>
                Quartz(call, context, cancellationToken),
            IInvocationOperation { TargetMethod: { Name: "UseInMemoryStore", ContainingType: var type } } call when type.IsInNamespace("Quartz") =>
                Store(call, context, cancellationToken),
            IInvocationOperation { TargetMethod: { Name: "UseInMemoryStorage" or "UseMemoryStorage", ContainingType: var type } } call when type.IsInNamespace("Hangfire") =>
                Hangfire(call, call.TargetMethod.Name, context, cancellationToken),
            _ => null,
        };
        return finding is null || DevelopmentOnly.Covers(operation) || RegistrationBranch.AsksForMemory(operation.Syntax) ? null : finding;
    }

    /// <summary>An arm of a choice between stores is an option, no decision.</summary>
    private RuleFinding? Hangfire(IOperation at, string marker, FactContext context, CancellationToken cancellationToken) =>
        RegistrationBranch.IsConditional(at.Syntax) && CallSearch.AnyName(IsOtherStorage, context, cancellationToken)
            ? null
            : Of(at, HangfireFix, "Hangfire", marker, "what was enqueued or scheduled is lost when it stops");

    private RuleFinding? Store(IInvocationOperation call, FactContext context, CancellationToken cancellationToken) =>
        RegistrationBranch.IsConditional(call.Syntax) && CallSearch.Mentions(context, cancellationToken, "UsePersistentStore")
            ? null
            : Of(call, QuartzFix, "Quartz", "UseInMemoryStore", "what was scheduled while it ran is lost when it stops, and every replica fires every trigger");

    /// <summary>Without a word about a store, Quartz takes the one in memory; properties and configuration may name another.</summary>
    private RuleFinding? Quartz(IInvocationOperation call, FactContext context, CancellationToken cancellationToken) =>
        call.Arguments.Argument("properties") is not null
        || CallSearch.Mentions(context, cancellationToken, "UsePersistentStore", "UseInMemoryStore", "SetProperty", "JobStoreTX", "JobStoreType")
        || CallSearch.Says("jobStore", context, cancellationToken)
        || context.Configuration.HasKey(k => k.IndexOf("jobStore", StringComparison.OrdinalIgnoreCase) >= 0)
        || HostSetup.Of(context).MayConfigureElsewhere(["Quartz"], ["UsePersistentStore", "QuartzOptions"], cancellationToken)
        || RefreshesOnly(context, cancellationToken)
            ? null
            : Of(call, QuartzFix, "Quartz", "AddQuartz", "no store is configured, so what was scheduled while it ran is lost when it stops, and every replica fires every trigger") with
            {
                Severity = DiagnosticSeverity.Info,
            };

    private RuleFinding Of(IOperation at, string fix, string product, string marker, string loss) =>
        Finding(at.NameLocation(), fix, product, marker, loss) with
        {
            Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "inProcessState"),
        };

    private static bool IsOtherStorage(string name) =>
        name.StartsWith("Use", StringComparison.Ordinal) && name.EndsWith("Storage", StringComparison.Ordinal) && name is not ("UseInMemoryStorage" or "UseMemoryStorage");

    private static bool IsForServices(IInvocationOperation call) =>
        call.TargetMethod.ContainingAssembly?.Name.StartsWith("Quartz", StringComparison.Ordinal) == true;

    /// <summary>True when all jobs that are declared have such a name, and there is one.</summary>
    private static bool RefreshesOnly(FactContext context, CancellationToken cancellationToken)
    {
        var jobs = new[] { "AddJob", "ScheduleJob" }.SelectMany(name => CallSearch.Of(name, context, cancellationToken))
            .SelectMany(c => c.TargetMethod.TypeArguments).Select(t => t.Name).ToArray();
        return jobs.Length > 0 && jobs.All(j => Refreshing.Any(w => j.IndexOf(w, StringComparison.Ordinal) >= 0));
    }
}
