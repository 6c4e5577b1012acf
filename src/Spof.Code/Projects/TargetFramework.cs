using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Spof.Code.Projects;

/// <summary>Family of a target framework.</summary>
internal enum FrameworkFamily
{
    NetFramework,
    NetStandard,

    /// <summary>.NET Core and .NET 5 or later.</summary>
    Net,
}

/// <summary>A target framework such as <c>net10.0</c>, <c>netstandard2.0</c>, <c>net48</c> or <c>net8.0-windows</c>.</summary>
/// <param name="Family">Family.</param>
/// <param name="Version">Major and minor; for .NET Framework also the third number.</param>
/// <param name="Platform">Operating system with an API of its own, lower case and without version; null for the plain framework.</param>
internal sealed record TargetFramework(FrameworkFamily Family, Version Version, string? Platform = null)
{
    public static TargetFramework? Parse(string? moniker)
    {
        moniker = moniker?.Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(moniker))
        {
            return null;
        }

        if (moniker.StartsWith('.'))
        {
            return ParseLong(moniker);
        }

        string? platform = null;
        if (moniker.IndexOf('-') is > 0 and var dash)
        {
            platform = moniker[(dash + 1)..].TrimEnd('.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            moniker = moniker[..dash];
        }

        if (moniker.StartsWith("netstandard", StringComparison.Ordinal))
        {
            return Version.TryParse(moniker.AsSpan(11), out var standard) ? new(FrameworkFamily.NetStandard, standard) : null;
        }

        if (moniker.StartsWith("netcoreapp", StringComparison.Ordinal))
        {
            return Version.TryParse(moniker.AsSpan(10), out var core) ? new(FrameworkFamily.Net, core, platform) : null;
        }

        if (!moniker.StartsWith("net", StringComparison.Ordinal))
        {
            return null;
        }

        var number = moniker[3..];
        return number.Contains('.')
            ? Version.TryParse(number, out var version) ? Dotted(version, platform) : null
            : ParseDigits(number);
    }

    /// <summary>The moniker as project files and package folders write it.</summary>
    public override string ToString() => Family switch
    {
        FrameworkFamily.NetStandard => "netstandard" + Version.ToString(2),
        FrameworkFamily.NetFramework => "net" + Version.ToString().Replace(".", ""),
        _ => (Version.Major < 5 ? "netcoreapp" : "net") + Version.ToString(2) + (Platform is null ? "" : "-" + Platform),
    };

    /// <summary>True when a project of this framework can use an assembly built for the other.</summary>
    public bool CanUse(TargetFramework other) => (Family, other.Family) switch
    {
        (FrameworkFamily.Net, FrameworkFamily.Net) => other.Version <= Version && (other.Platform is null || other.Platform == Platform),
        (FrameworkFamily.Net, FrameworkFamily.NetStandard) => other.Version <= (Version.Major >= 3 ? new Version(2, 1) : new Version(2, 0)),
        (FrameworkFamily.NetFramework, FrameworkFamily.NetStandard) => Version >= new Version(4, 6, 1) && other.Version <= new Version(2, 0),
        (FrameworkFamily.NetFramework, FrameworkFamily.NetFramework) or (FrameworkFamily.NetStandard, FrameworkFamily.NetStandard) =>
            other.Version <= Version,
        _ => false,
    };

    /// <summary>
    /// The nearest of several frameworks that a project of this one can use: own family before .NET Standard, then the highest
    /// version. .NET Framework assemblies are the last resort, as the build allows with a warning.
    /// </summary>
    public bool TryNearest(IEnumerable<TargetFramework> candidates, [NotNullWhen(true)] out TargetFramework? nearest)
    {
        nearest = null;
        TargetFramework? lastResort = null;
        foreach (var candidate in candidates)
        {
            if (CanUse(candidate))
            {
                nearest = nearest is null || IsNearer(candidate, nearest) ? candidate : nearest;
            }
            else if (candidate.Family == FrameworkFamily.NetFramework && (lastResort is null || candidate.Version > lastResort.Version))
            {
                lastResort = candidate;
            }
        }

        nearest ??= lastResort;
        return nearest is not null;
    }

    /// <summary>The framework of a multi-target project that says most: .NET before .NET Standard before .NET Framework, plain before platform, highest version.</summary>
    public static TargetFramework? MostCapable(IEnumerable<TargetFramework> frameworks) => frameworks
        .OrderByDescending(f => f.Family switch { FrameworkFamily.Net => 2, FrameworkFamily.NetStandard => 1, _ => 0 })
        .ThenByDescending(f => f.Version)
        .ThenBy(f => f.Platform is null ? 0 : 1)
        .ThenBy(f => f.Platform, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Preprocessor symbols that the build defines for the framework.</summary>
    public IEnumerable<string> PreprocessorSymbols()
    {
        switch (Family)
        {
            case FrameworkFamily.NetStandard:
                yield return "NETSTANDARD";
                yield return "NETSTANDARD" + Underscored(Version.ToString(2));
                foreach (var v in (string[])["1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.0", "2.1"])
                {
                    if (Version.Parse(v) <= Version)
                    {
                        yield return "NETSTANDARD" + Underscored(v) + "_OR_GREATER";
                    }
                }

                break;
            case FrameworkFamily.NetFramework:
                yield return "NETFRAMEWORK";
                yield return "NET" + Version.ToString().Replace(".", "");
                foreach (var v in (string[])["2.0", "3.5", "4.0", "4.5", "4.5.1", "4.5.2", "4.6", "4.6.1", "4.6.2", "4.7", "4.7.1", "4.7.2", "4.8", "4.8.1"])
                {
                    if (Version.Parse(v) <= Version)
                    {
                        yield return "NET" + v.Replace(".", "") + "_OR_GREATER";
                    }
                }

                break;
            default:
                yield return "NETCOREAPP";
                yield return (Version.Major < 5 ? "NETCOREAPP" : "NET") + Underscored(Version.ToString(2));
                if (Version.Major >= 5)
                {
                    yield return "NET";
                }

                foreach (var v in (string[])["1.0", "1.1", "2.0", "2.1", "2.2", "3.0", "3.1"])
                {
                    if (Version.Parse(v) <= Version)
                    {
                        yield return "NETCOREAPP" + Underscored(v) + "_OR_GREATER";
                    }
                }

                for (var major = 5; major <= Version.Major; major++)
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"NET{major}_0_OR_GREATER");
                }

                if (Platform is not null)
                {
                    yield return Platform.ToUpperInvariant();
                }

                break;
        }
    }

    private static string Underscored(string version) => version.Replace('.', '_');

    private bool IsNearer(TargetFramework a, TargetFramework b)
    {
        var own = (a.Family == Family).CompareTo(b.Family == Family);
        return own != 0 ? own > 0
            : a.Version != b.Version ? a.Version > b.Version
            : a.Platform is not null && b.Platform is null;
    }

    /// <summary><c>net48</c>, <c>net472</c>: one digit for each number.</summary>
    private static TargetFramework? ParseDigits(string digits)
    {
        if (digits.Length is < 2 or > 3 || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        // net50 was written for a while; what begins with 5 or more is .NET.
        var major = digits[0] - '0';
        var version = digits.Length == 2 ? new Version(major, digits[1] - '0') : new Version(major, digits[1] - '0', digits[2] - '0');
        return new(major >= 5 ? FrameworkFamily.Net : FrameworkFamily.NetFramework, version);
    }

    private static TargetFramework Dotted(Version version, string? platform) =>
        version.Major >= 5
            ? new(FrameworkFamily.Net, new Version(version.Major, version.Minor), platform)
            : new(FrameworkFamily.NetFramework, version);

    /// <summary><c>.NETFramework4.7.2</c> and <c>.NETCoreApp,Version=v8.0</c>, as nuspec and assets files write them.</summary>
    private static TargetFramework? ParseLong(string moniker)
    {
        var at = moniker.AsSpan().IndexOfAnyInRange('0', '9');
        if (at < 0 || !Version.TryParse(moniker.AsSpan(at), out var version))
        {
            return null;
        }

        return moniker switch
        {
            _ when moniker.StartsWith(".netstandard", StringComparison.Ordinal) => new(FrameworkFamily.NetStandard, version),
            _ when moniker.StartsWith(".netcoreapp", StringComparison.Ordinal) => new(FrameworkFamily.Net, version),
            _ when moniker.StartsWith(".netframework", StringComparison.Ordinal) => new(FrameworkFamily.NetFramework, version),
            _ => null,
        };
    }
}
