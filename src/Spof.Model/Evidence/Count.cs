namespace Spof.Model;

/// <summary>A number that an input fixes, bounds, or leaves open.</summary>
/// <param name="Min">Lower bound, or null when none is known.</param>
/// <param name="Max">Upper bound, or null when none is known.</param>
/// <param name="Reason">Why the number is not exact; null when it is.</param>
public sealed record Count(int? Min, int? Max, string? Reason = null)
{
    /// <summary>True when both bounds are known and equal.</summary>
    public bool IsExact => Min is not null && Min == Max;

    /// <summary>True when nothing at all is known.</summary>
    public bool IsUnknown => Min is null && Max is null;

    public static Count Exactly(int value) => new(value, value);

    public static Count Between(int min, int? max, string reason) => new(min, max, reason);

    public static Count Unknown(string reason) => new(null, null, reason);

    public override string ToString() => (Min, Max) switch
    {
        (null, null) => "unknown",
        var (min, max) when min == max => $"{min}",
        (null, var max) => $"up to {max}",
        (var min, null) => $"at least {min}",
        var (min, max) => $"{min} to {max}",
    };
}
