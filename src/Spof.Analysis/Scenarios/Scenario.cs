using Spof.Analysis.Graphs;
using Spof.Model;

namespace Spof.Analysis.Scenarios;

/// <summary>How a component falls; <c>Cause</c> is the component that pulls it down, or -1.</summary>
internal readonly record struct Fall(EntryPointState State, int Round, int Cause);

/// <summary>One mode, followed three times: surely, possibly, and with soft dependencies.</summary>
internal sealed class Scenario
{
    private readonly (EntryPointState State, FunctionGraph Graph, Propagation Propagation)[] _walks;

    public Scenario(TargetIndex index, Mode mode, LostNodes lost)
    {
        _walks =
        [
            Follow(EntryPointState.Stopped, FunctionGraphBuilder.Build(index, mode, Reading.Favourable)),
            Follow(EntryPointState.PossiblyStopped, FunctionGraphBuilder.Build(index, mode, Reading.Unfavourable)),
            Follow(EntryPointState.Degraded, FunctionGraphBuilder.Build(index, mode, Reading.Favourable, withSoft: true)),
        ];

        (EntryPointState, FunctionGraph, Propagation) Follow(EntryPointState state, FunctionGraph graph)
        {
            var propagation = new Propagation(graph);
            propagation.Run(lost.DownIn(graph));
            return (state, graph, propagation);
        }
    }

    public EntryPointState StateOfEntry(EntryPoint entryPoint)
    {
        var function = _walks[0].Graph.EntryFunction(entryPoint);
        return function < 0 ? EntryPointState.Up : FallOfFunction(function).State;
    }

    public Fall FallOf(int component)
    {
        var graph = _walks[0].Graph;
        return FallOfFunction(graph.Mode == Mode.Read ? component : graph.PrimaryOf[component]);
    }

    private Fall FallOfFunction(int function)
    {
        foreach (var (state, graph, propagation) in _walks)
        {
            if (!propagation.IsDown(function))
            {
                continue;
            }

            var cause = propagation.CauseOf(function);
            return new(state, propagation.RoundOf(function), cause < 0 ? -1 : graph.ComponentOf[cause]);
        }

        return new(EntryPointState.Up, 0, -1);
    }
}
