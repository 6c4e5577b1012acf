using Spof.Model;

namespace Spof.Analysis.Graphs;

/// <summary>
/// One mode of a target under one reading, as flat arrays. A node is a <em>function</em> of a component: what it offers through any
/// copy, and, where a primary is told apart, what only the primary offers. A function is down when too many instances are lost, when
/// a function that it needs is down, or when a gate of it is: a dependency with alternatives, of which too few are left.
/// </summary>
internal sealed class FunctionGraph
{
    public required TargetIndex Index { get; init; }

    public required Mode Mode { get; init; }

    public required Reading Reading { get; init; }

    public required int FunctionCount { get; init; }

    /// <summary>Component of each function.</summary>
    public required int[] ComponentOf { get; init; }

    /// <summary>For each component, the function that only its primary offers; the common one when no primary is told apart.</summary>
    public required int[] PrimaryOf { get; init; }

    public required Redundancy[] Redundancy { get; init; }

    /// <summary>Needed functions of function f: <c>NeedChild[NeedStart[f] .. NeedStart[f + 1]]</c>.</summary>
    public required int[] NeedStart { get; init; }

    public required int[] NeedChild { get; init; }

    /// <summary>The dependency that each need comes from.</summary>
    public required int[] NeedDependency { get; init; }

    /// <summary>Gates of function f: <c>GateStart[f] .. GateStart[f + 1]</c>.</summary>
    public required int[] GateStart { get; init; }

    /// <summary>Number of children that must be down for the gate to be.</summary>
    public required int[] GateThreshold { get; init; }

    public required int[] GateDependency { get; init; }

    public required int[] GateChildStart { get; init; }

    public required int[] GateChild { get; init; }

    public int GateCount => GateThreshold.Length;

    public bool IsPrimary(int function) => function >= Index.Components.Length;

    /// <summary>The function of an entry point's component that this mode asks for, or -1 when there is no such component.</summary>
    public int EntryFunction(EntryPoint entryPoint)
    {
        var component = Index.IndexOf(entryPoint.ComponentId);
        return component < 0 || Mode == Mode.Read ? component : PrimaryOf[component];
    }

    public ReadOnlySpan<int> Needs(int function) => NeedChild.AsSpan(NeedStart[function]..NeedStart[function + 1]);

    public ReadOnlySpan<int> GateChildren(int gate) => GateChild.AsSpan(GateChildStart[gate]..GateChildStart[gate + 1]);

    /// <summary>True when the other graph asks for the same things, so that one answer serves both.</summary>
    public bool HasSameStructureAs(FunctionGraph other) =>
        NeedChild.AsSpan().SequenceEqual(other.NeedChild)
        && NeedStart.AsSpan().SequenceEqual(other.NeedStart)
        && GateStart.AsSpan().SequenceEqual(other.GateStart)
        && GateThreshold.AsSpan().SequenceEqual(other.GateThreshold)
        && GateChildStart.AsSpan().SequenceEqual(other.GateChildStart)
        && GateChild.AsSpan().SequenceEqual(other.GateChild);
}
