using System.Text.Json.Serialization;

namespace Spof.Model;

/// <summary>What a gap means for the answer.</summary>
public enum GapKind
{
    /// <summary>Left out by a wish of the user or by the rules of the format; the answer lacks nothing.</summary>
    Note,

    /// <summary>Belongs to the system and was not, or not wholly, read, because this version does not understand it.</summary>
    Unread,

    /// <summary>Belongs to the system and was not, or not wholly, read, because it is broken.</summary>
    Error,
}

/// <summary>An input, or a part of one, that was not read. Nothing is skipped without one.</summary>
/// <param name="At">Where; line 1 when the whole file is meant.</param>
/// <param name="Reason">What could not be read and why, in one sentence.</param>
/// <param name="Kind">What it means; all but notes lower coverage.</param>
public sealed record Gap(SourcePosition At, string Reason, GapKind Kind = GapKind.Unread)
{
    [JsonIgnore]
    public bool IsError => Kind == GapKind.Error;
}

/// <summary>A value that decides something and is not known, with the reason.</summary>
/// <param name="What">What is not known, such as "replicas".</param>
/// <param name="Reason">Why, such as "variable 'multi_az' has no default".</param>
/// <param name="At">Where the value would stand.</param>
public sealed record Unknown(string What, string Reason, SourcePosition? At = null);

/// <summary>Something the analysis takes for granted because no input says it.</summary>
/// <param name="Id">Stable identifier in kebab case.</param>
/// <param name="Text">The assumption in one sentence.</param>
public sealed record Assumption(string Id, string Text);
