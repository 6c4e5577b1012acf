using System.Collections.Immutable;
using Spof.Analysis.FaultTrees.Compiling;

namespace Spof.Analysis.FaultTrees;

/// <summary>
/// A coherent fault tree in the form that is solved: flat, without constants and negations, each gate once. Node <c>i</c> is the event
/// <c>i</c> for <c>i &lt; Events.Length</c>, else the gate <c>i - Events.Length</c>; what a gate needs stands before it.
/// </summary>
public sealed class FaultTree
{
    internal FaultTree(string name, string topName, ImmutableArray<BasicEvent> events, ImmutableArray<Gate> gates, int top)
    {
        Name = name;
        TopName = topName;
        Events = events;
        Gates = gates;
        Top = top;
    }

    public string Name { get; }

    public string TopName { get; }

    /// <summary>The basic events that the top event depends on, in the order of their definition.</summary>
    public ImmutableArray<BasicEvent> Events { get; }

    public ImmutableArray<Gate> Gates { get; }

    /// <summary>Node of the top event. A top event that always or never happens is a gate without children.</summary>
    public int Top { get; }

    /// <summary>Checks a model and compiles what lies below its top event.</summary>
    /// <param name="model">The model as it is written.</param>
    /// <param name="top">Name of the top gate; null for the only gate that no other one uses.</param>
    /// <exception cref="FaultTreeException">A name is not defined or defined twice, gates form a cycle, the top is not unique, or the
    /// top event is not a coherent function: a negation remains that no rule removes.</exception>
    public static FaultTree Compile(FaultTreeModel model, string? top = null) => FaultTreeCompiler.Compile(model, top);

    internal bool IsEvent(int node) => node < Events.Length;

    internal Gate GateOf(int node) => Gates[node - Events.Length];
}

public sealed record BasicEvent(string Name, double? Probability);

/// <summary>A gate that fails when at least <see cref="Threshold"/> of its children do: 1 is OR, all of them is AND.</summary>
/// <param name="Name">Name of the gate it comes from; several may share one.</param>
/// <param name="Threshold">From 1 to the number of children; 0 or 1 without children is a constant.</param>
/// <param name="Children">Nodes, all smaller than the gate's own.</param>
public sealed record Gate(string Name, int Threshold, ImmutableArray<int> Children)
{
    public bool IsOr => Threshold == 1;

    public bool IsAnd => Threshold == Children.Length && Threshold > 1;

    /// <summary>True for the gate without children that always fails.</summary>
    internal bool IsAlways => Threshold == 0;
}
