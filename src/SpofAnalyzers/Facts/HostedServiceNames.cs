namespace SpofAnalyzers.Facts;

/// <summary>Tells whether a project may have a hosted service at all: one is declared or registered by a name of few.</summary>
internal sealed class HostedServiceNames
{
    private static readonly string[] Names = ["BackgroundService", "IHostedService", "IHostedLifecycleService", "AddHostedService"];

    private HostedServiceNames(bool areWritten) => AreWritten = areWritten;

    /// <summary>False when no file of the project writes one of the names.</summary>
    public bool AreWritten { get; }

    public static HostedServiceNames Of(FactContext context, CancellationToken cancellationToken) => context.GetOrCreate(c => new HostedServiceNames(
        c.Compilation.SyntaxTrees.Any(t => Array.Exists(Names, n => TreeSummary.Of(t, cancellationToken).MayMention(n)))));
}
