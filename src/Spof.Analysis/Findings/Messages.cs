using Spof.Model;

namespace Spof.Analysis.Findings;

/// <summary>The sentences of system findings. The first one stands alone.</summary>
internal static class Messages
{
    private const int NamesShown = 5;

    /// <summary>Such as "Losing 'orders-db' stops 2 of 3 entry points: checkout, orders."</summary>
    /// <param name="lost">What is lost, such as "'orders-db'" or "the primary of 'orders-db'".</param>
    /// <param name="modes">What stops.</param>
    /// <param name="verdict">Certain, or possible.</param>
    /// <param name="stops">Names of the entry points that stop.</param>
    /// <param name="total">Entry points of the target.</param>
    /// <param name="until">A condition after the verb phrase, such as "until a person fails over"; or null.</param>
    public static string Losing(
        string lost, IReadOnlyList<Mode> modes, Verdict verdict, IReadOnlyList<string> stops, int total, string? until = null) =>
        $"Losing {lost} {Stops(modes, verdict, stops, total)}{(until is null ? "" : " " + until)}: {Names(stops)}.";

    public static string Names(IReadOnlyList<string> names) => names.Count <= NamesShown
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(NamesShown))} and {names.Count - NamesShown} more";

    /// <summary>What would have to be known, as a second sentence; empty when nothing is missing.</summary>
    public static string NotKnown(IEnumerable<Unknown> unknowns)
    {
        var words = unknowns.Select(u => $"{u.What} ({u.Reason})").Distinct().ToArray();
        return words.Length == 0 ? "" : $" Not known: {Names(words)}.";
    }

    /// <summary>Such as "1 instance" or "3 instances".</summary>
    public static string Instances(int count) => count == 1 ? "1 instance" : $"{count} instances";

    private static string Stops(IReadOnlyList<Mode> modes, Verdict verdict, IReadOnlyList<string> stops, int total)
    {
        var may = verdict == Verdict.Possible ? "may " : "";
        var s = verdict == Verdict.Possible ? "" : "s";
        var which = total == 1 ? "the only entry point" : $"{stops.Count} of {total} entry points";
        return modes switch
        {
            [Mode.Start] => $"{may}keep{s} {which} from starting",
            [Mode.Read] or [Mode.Read, Mode.Start] => $"{may}stop{s} reads of {which}",
            [Mode.Write] or [Mode.Write, Mode.Start] => $"{may}stop{s} writes of {which}",
            _ => $"{may}stop{s} {which}",
        };
    }
}
