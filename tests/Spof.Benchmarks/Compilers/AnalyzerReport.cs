using System.Globalization;
using System.Text.RegularExpressions;

namespace Spof.Benchmarks.Compilers;

/// <summary>Reads what the compiler prints with <c>/reportanalyzer</c>: seconds by assembly, and below each by analyzer.</summary>
internal static partial class AnalyzerReport
{
    /// <summary>Seconds by assembly, and by analyzer and rules for those assemblies that are asked for.</summary>
    public static void Add(string output, Dictionary<string, double> seconds, Func<string, bool> inDetail)
    {
        var assembly = "";
        foreach (var line in output.Split('\n').Select(l => l.TrimEnd('\r')))
        {
            if (Row().Match(line) is not { Success: true } row)
            {
                continue;
            }

            var spent = row.Groups["seconds"].Value is var text && text.StartsWith('<') ? 0 : double.Parse(text, CultureInfo.InvariantCulture);
            var name = row.Groups["name"].Value;
            if (name.Contains(", Version=", StringComparison.Ordinal))
            {
                assembly = name[..name.IndexOf(',', StringComparison.Ordinal)];
                seconds[assembly] = seconds.GetValueOrDefault(assembly) + spent;
            }
            else if (inDetail(assembly))
            {
                seconds["  " + name] = seconds.GetValueOrDefault("  " + name) + spent;
            }
        }
    }

    [GeneratedRegex(@"^\s*(?<seconds><?\d+\.\d+)\s+(?:<?\d+|<\s*\d+)\s+(?<name>\S.*)$")]
    private static partial Regex Row();
}
