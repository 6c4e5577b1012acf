namespace Spof.Model;

/// <summary>An acceptance as it is written in the code, not yet judged.</summary>
/// <param name="Owner">Who answers for it; null when not said.</param>
/// <param name="Reason">Why; null when not said.</param>
/// <param name="Until">Last day on which it holds, as written; null when not said.</param>
/// <param name="At">Where it is written.</param>
public sealed record StatedAcceptance(string? Owner, string? Reason, string? Until, SourcePosition At);
