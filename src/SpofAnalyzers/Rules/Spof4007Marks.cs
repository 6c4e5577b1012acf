using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>What one of the development methods puts into a single process.</summary>
/// <param name="Loss">What is lost with the process.</param>
/// <param name="Fix">What to use instead.</param>
/// <param name="IsNamed">True where several providers stand side by side, each under a name.</param>
/// <param name="IsAlternative">Tells the name of a method that registers a real provider for the same purpose.</param>
internal sealed record Spof4007Mark(string Loss, string Fix, bool IsNamed, Func<string, bool> IsAlternative);

/// <summary>The development methods of Orleans and of its Aspire integration.</summary>
internal static class Spof4007Marks
{
    private const string ClusteringFix = "Keep the membership table in a database, Redis, Consul or Azure storage (AddRedisClustering, UseAdoNetClustering, …).";
    private const string StorageFix = "Store the grains in a database, Redis or Azure storage (AddRedisGrainStorage, AddAdoNetGrainStorage, …).";

    private static readonly Spof4007Mark OneSilo = new(
        "the membership of the cluster is in the memory of one silo, and when it stops no other silo can join", ClusteringFix, false, IsClustering);

    private static readonly Spof4007Mark OneGateway = new(
        "clients know one gateway, and without it they reach no silo at all", ClusteringFix, false, IsClustering);

    private static readonly Spof4007Mark Storage = new(
        "the state of grains is in the memory of one silo, and is lost with it", StorageFix, true,
        n => n.IndexOf("GrainStorage", StringComparison.Ordinal) >= 0 && n.IndexOf("Memory", StringComparison.Ordinal) < 0);

    private static readonly Spof4007Mark Reminders = new(
        "reminders are in the memory of one silo, and are lost with it", "Keep reminders in a database, Redis or Azure storage.", false,
        n => n.IndexOf("Reminder", StringComparison.Ordinal) >= 0 && n.StartsWith("Use", StringComparison.Ordinal) && n.IndexOf("Memory", StringComparison.Ordinal) < 0);

    private static readonly Spof4007Mark Streams = new(
        "events are queued in the memory of one silo, and what was not yet delivered is lost with it", "Use a stream provider over a queue, such as Azure Queue, Event Hubs or Kafka.", true,
        n => n.EndsWith("Streams", StringComparison.Ordinal) && n.IndexOf("Memory", StringComparison.Ordinal) < 0 && n != "AddStreams");

    private static readonly Dictionary<string, Spof4007Mark> ByName = new(StringComparer.Ordinal)
    {
        ["UseLocalhostClustering"] = OneSilo,
        ["UseDevelopmentClustering"] = OneSilo,
        ["WithDevelopmentClustering"] = OneSilo,
        ["UseStaticClustering"] = OneGateway,
        ["AddMemoryGrainStorage"] = Storage,
        ["AddMemoryGrainStorageAsDefault"] = Storage,
        ["WithMemoryGrainStorage"] = Storage,
        ["UseInMemoryReminderService"] = Reminders,
        ["WithMemoryReminders"] = Reminders,
        ["AddMemoryStreams"] = Streams,
        ["WithMemoryStreaming"] = Streams,
    };

    public static IEnumerable<string> Names => ByName.Keys;

    public static Spof4007Mark? Of(string method) => ByName.TryGetValue(method, out var mark) ? mark : null;

    /// <summary>The constant name that a provider is registered under; "Default" where the method says so, null where it is not constant.</summary>
    public static string? NameOf(IInvocationOperation call) =>
        call.Arguments.Argument("name") is { } name ? name.ConstantValue is { HasValue: true, Value: string text } ? text : null
        : call.TargetMethod.Name.EndsWith("AsDefault", StringComparison.Ordinal) ? "Default"
        : null;

    /// <summary>True when a real provider is registered under the same name, or under one that cannot be seen.</summary>
    public static bool IsRegisteredAgain(IInvocationOperation call, Spof4007Mark mark, FactContext context, CancellationToken cancellationToken)
    {
        var name = NameOf(call);
        return context.Compilation.SyntaxTrees
            .SelectMany(t => TreeNames.Of(t, cancellationToken).CallNames).Distinct(StringComparer.Ordinal).Where(mark.IsAlternative).ToArray()
            .SelectMany(n => CallSearch.Of(n, context, cancellationToken))
            .Any(other => NameOf(other) is not { } otherName || name is null || otherName == name);
    }

    private static bool IsClustering(string name) =>
        name.EndsWith("Clustering", StringComparison.Ordinal) && name is not ("UseLocalhostClustering" or "UseDevelopmentClustering" or "UseStaticClustering" or "WithDevelopmentClustering");
}
