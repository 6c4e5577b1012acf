using System.Collections.Immutable;
using Spof.Analysis.Graphs;
using Spof.Model;

namespace Spof.Analysis.Findings;

/// <summary>What shows that a loss travels along a witness, and how sure that is.</summary>
internal sealed class EvidenceChain
{
    private readonly TargetIndex _index;
    private readonly ILookup<int, Dependency> _dependenciesOf;

    public EvidenceChain(TargetIndex index)
    {
        _index = index;
        _dependenciesOf = index.Target.Dependencies.ToLookup(d => index.IndexOf(d.From));
    }

    /// <summary>
    /// Code → config → manifest: the hop from what is lost to the first that needs it, and where the lost thing itself is declared.
    /// </summary>
    /// <param name="witness">Component ids from the lost one up.</param>
    /// <param name="mode">The function that stops.</param>
    /// <param name="entryPoint">The entry point at the end of the witness.</param>
    /// <param name="placed">Domain and placement evidence when a domain is lost.</param>
    public ImmutableArray<Evidence> Of(
        ImmutableArray<string> witness, Mode mode, EntryPoint entryPoint, IEnumerable<Evidence> placed)
    {
        var first = witness.Length > 1
            ? HopOf(witness[1], witness[0], mode)?.Evidence.AsEnumerable() ?? []
            : entryPoint.Evidence.DistinctBy(e => e.Layer); // One port of several is enough to show it.
        var own = ComponentOf(witness[0])?.Evidence ?? [];
        return [.. first.Concat(placed).Concat(own.Take(1)).Distinct().OrderBy(e => e.Layer)];
    }

    /// <summary>The confidence of the weakest hop of the whole way.</summary>
    public Confidence ConfidenceOf(ImmutableArray<string> witness, Mode mode, EntryPoint entryPoint, IEnumerable<Evidence> placed)
    {
        var weakest = Confidences.Weakest(Confidences.Of(entryPoint.Evidence), Confidences.Of(placed));
        if (ComponentOf(witness[0]) is { } lost)
        {
            weakest = Confidences.Weakest(weakest, Confidences.Of(lost.Evidence.Take(1)));
        }

        for (var i = 0; i + 1 < witness.Length; i++)
        {
            if (HopOf(witness[i + 1], witness[i], mode) is { } hop)
            {
                weakest = Confidences.Weakest(weakest, Confidences.Of(hop.Evidence));
            }
        }

        return weakest;
    }

    public Component? ComponentOf(string id) => _index.IndexOf(id) is >= 0 and var c ? _index.Components[c] : null;

    private Dependency? HopOf(string from, string to, Mode mode)
    {
        var target = _index.IndexOf(to);
        return _dependenciesOf[_index.IndexOf(from)]
            .Where(d => d.Strength != Strength.Soft && Serves(d, mode) && d.Targets.Any(t => _index.IndexOf(t) == target))
            .MaxBy(d => (d.Strength == Strength.Hard, Confidences.Of(d.Evidence)));
    }

    private static bool Serves(Dependency dependency, Mode mode) => mode switch
    {
        Mode.Read => (dependency.Access & Access.Read) != 0 && dependency.Phase != Phase.Startup,
        Mode.Write => (dependency.Access & Access.Write) != 0 && dependency.Phase != Phase.Startup,
        _ => true,
    };
}
