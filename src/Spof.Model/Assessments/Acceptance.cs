namespace Spof.Model;

/// <summary>Where an acceptance stands on the day of the scan.</summary>
public enum AcceptanceState
{
    /// <summary>It holds: the finding is known and does not trip the gate.</summary>
    Accepted,

    /// <summary>It ended a few days ago: the finding is back, as a warning at most.</summary>
    Grace,

    /// <summary>It ended: the finding is back.</summary>
    Expired,
}

/// <summary>Someone took the risk of a finding. Accepting does not make the system better.</summary>
/// <param name="State">Where it stands on the day of the scan.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">Last day on which it holds.</param>
/// <param name="Ticket">Where the repair is planned; null when not said.</param>
/// <param name="At">Where it is written.</param>
public sealed record Acceptance(AcceptanceState State, string Owner, string Reason, DateOnly Until, string? Ticket, SourcePosition At);
