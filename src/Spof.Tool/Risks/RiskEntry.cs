using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Tool.Risks;

/// <summary>One entry of <c>.spof/risks.yml</c>: which finding, and who takes the risk until when.</summary>
internal sealed record RiskEntry
{
    /// <summary>8 or more digits of a fingerprint; null when rule and node say which.</summary>
    public string? Finding { get; init; }

    public string? Rule { get; init; }

    /// <summary>Id, alias, name or unique tail of the node.</summary>
    public string? Node { get; init; }

    /// <summary>Names or ids of the entry points that may stop; empty for all.</summary>
    public ImmutableArray<string> EntryPoints { get; init; } = [];

    public required string Owner { get; init; }

    public required string Reason { get; init; }

    /// <summary>Last day on which it holds.</summary>
    public required DateOnly Until { get; init; }

    public string? Ticket { get; init; }

    public required SourcePosition At { get; init; }

    /// <summary>Which finding, in words.</summary>
    public string Subject => Finding ?? $"{Rule} of '{Node}'";
}

/// <param name="Entries">Valid entries in the order of the file.</param>
/// <param name="Remarks">Entries that are void, each with the field that is wrong.</param>
internal sealed record AcceptedRisks(ImmutableArray<RiskEntry> Entries, ImmutableArray<Remark> Remarks)
{
    public static AcceptedRisks None { get; } = new([], []);

    /// <summary>True when nothing is accepted, wherever it is written.</summary>
    public bool IsIgnored { get; init; }

    /// <summary>An entry that accepts nothing because of this.</summary>
    public static Remark Void(SettingsException problem) => new(problem.At, "the acceptance is void: " + problem.Problem);
}
