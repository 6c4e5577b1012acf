namespace Spof.Model;

/// <summary>An input, or a part of one, that could not be read. Nothing is skipped without one.</summary>
/// <param name="At">Where; line 1 when the whole file is meant.</param>
/// <param name="Reason">What could not be read and why, in one sentence.</param>
/// <param name="IsError">True when the input is broken, false when it is of a kind that this version does not read.</param>
public sealed record Gap(SourcePosition At, string Reason, bool IsError = false);

/// <summary>A value that decides something and is not known, with the reason.</summary>
/// <param name="What">What is not known, such as "replicas".</param>
/// <param name="Reason">Why, such as "variable 'multi_az' has no default".</param>
/// <param name="At">Where the value would stand.</param>
public sealed record Unknown(string What, string Reason, SourcePosition? At = null);

/// <summary>Something the analysis takes for granted because no input says it.</summary>
/// <param name="Id">Stable identifier in kebab case.</param>
/// <param name="Text">The assumption in one sentence.</param>
public sealed record Assumption(string Id, string Text);
