namespace Spof.Model;

/// <summary>Something that the user states and that does not apply: it matches nothing, is void or stale. The verdict is not what it was meant to be.</summary>
/// <param name="At">Where it is stated.</param>
/// <param name="Text">What does not apply and why, in one sentence.</param>
/// <param name="IsError">True when it is wrong, false when it is only out of date.</param>
public sealed record Remark(SourcePosition At, string Text, bool IsError = true);
