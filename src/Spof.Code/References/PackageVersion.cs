using System.Globalization;

namespace Spof.Code.References;

/// <summary>A package version: up to four numbers and an optional pre-release label, ordered as the package manager orders them.</summary>
/// <param name="Numbers">The numbers; missing ones are zero.</param>
/// <param name="Label">Pre-release label without the dash; null for a release.</param>
internal sealed record PackageVersion(Version Numbers, string? Label) : IComparable<PackageVersion>
{
    public bool IsPreRelease => Label is not null;

    public static PackageVersion? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IndexOf('+') is >= 0 and var plus)
        {
            text = text[..plus];
        }

        string? label = null;
        if (text.IndexOf('-') is >= 0 and var dash)
        {
            label = text[(dash + 1)..].ToString();
            text = text[..dash];
        }

        Span<int> numbers = [0, 0, 0, 0];
        var count = 0;
        foreach (var part in text.Split('.'))
        {
            if (count == numbers.Length || !int.TryParse(text[part], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[count++]))
            {
                return null;
            }
        }

        return new PackageVersion(new Version(numbers[0], numbers[1], numbers[2], numbers[3]), label);
    }

    public int CompareTo(PackageVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = Numbers.CompareTo(other.Numbers);
        return order != 0 ? order : (Label, other.Label) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            var (a, b) => CompareLabels(a, b),
        };
    }

    private static int CompareLabels(string a, string b)
    {
        var left = a.Split('.');
        var right = b.Split('.');
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var order = (int.TryParse(left[i], out var x), int.TryParse(right[i], out var y)) switch
            {
                (true, true) => x.CompareTo(y),
                (true, false) => -1,
                (false, true) => 1,
                _ => string.Compare(left[i], right[i], StringComparison.OrdinalIgnoreCase),
            };
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }
}

/// <summary>A version as a reference states it: a lower bound, an exact version, a range or a floating version.</summary>
/// <param name="Min">Lower bound; null when any version will do.</param>
/// <param name="Max">Upper bound, taken as inclusive; null when open.</param>
internal sealed record PackageVersionRange(PackageVersion? Min, PackageVersion? Max)
{
    public static PackageVersionRange Any { get; } = new(null, null);

    public static PackageVersionRange Parse(string? text)
    {
        text = text?.Trim() ?? "";
        if (text.Length == 0)
        {
            return Any;
        }

        if (text[0] is '[' or '(')
        {
            var inner = text.Trim('[', ']', '(', ')').Split(',');
            var min = PackageVersion.Parse(inner[0]);
            return inner.Length == 1 ? new(min, min) : new(min, PackageVersion.Parse(inner[1]));
        }

        // 8.* is "the highest that begins with 8": its lower bound is enough to find a neighbour.
        var star = text.IndexOf('*');
        return new(PackageVersion.Parse(star < 0 ? text : text[..star].TrimEnd('.', '-')), null);
    }

    /// <summary>
    /// The version to read out of those at hand: the lowest that satisfies the range, else the highest of the same major version,
    /// else none. Another major version may have another API.
    /// </summary>
    public PackageVersion? Choose(IReadOnlyList<PackageVersion> available)
    {
        PackageVersion? lowest = null;
        PackageVersion? highest = null;
        foreach (var version in available)
        {
            if (Min is null)
            {
                highest = highest is null || version.CompareTo(highest) > 0 ? version : highest;
                continue;
            }

            if (version.Numbers.Major != Min.Numbers.Major)
            {
                continue;
            }

            if (version.CompareTo(Min) >= 0 && (Max is null || version.CompareTo(Max) <= 0) && (!version.IsPreRelease || Min.IsPreRelease))
            {
                lowest = lowest is null || version.CompareTo(lowest) < 0 ? version : lowest;
            }

            highest = highest is null || version.CompareTo(highest) > 0 ? version : highest;
        }

        return lowest ?? highest;
    }
}
