using System.Collections.Immutable;
using Spof.Analysis.Graphs;
using Spof.Model;

namespace Spof.Analysis.CutSets;

/// <summary>
/// Shows how a loss travels to an entry point, by following it forward through the solved graph. Answers for many entry points that
/// the same loss stops cost one walk.
/// </summary>
internal sealed class Explainer
{
    private readonly ModeSolution _solution;
    private readonly ModeSolution _favourable;
    private readonly EventTable[] _events;
    private readonly Propagation _propagation;
    private readonly LeafIndex?[] _leaves;
    private Universe _universe;
    private Loss _loss;

    public Explainer(ModeSolution solution, ModeSolution favourable, EventTable[] events)
    {
        _solution = solution;
        _favourable = favourable;
        _events = events;
        _propagation = new Propagation(solution.Graph);
        _leaves = new LeafIndex?[events.Length];
    }

    /// <summary>Chooses the loss that the next questions are about.</summary>
    public void Lose(Universe universe, Loss loss)
    {
        (_universe, _loss) = (universe, loss);
        var leaves = _leaves[(int)universe] ??= new LeafIndex(_solution.Leaves[(int)universe], _events[(int)universe].Count);
        _propagation.Run(leaves.DownBy(loss));
    }

    /// <summary>Component ids from one that is lost up to that of the entry point.</summary>
    public ImmutableArray<string> Witness(int entryPoint)
    {
        var components = _solution.Graph.Index.Components;
        var chain = new List<string>();
        for (var f = _solution.Asked[entryPoint]; f >= 0; f = _propagation.CauseOf(f))
        {
            chain.Add(components[_solution.Graph.ComponentOf[f]].Id);
        }

        chain.Reverse();
        return [.. chain];
    }

    /// <summary>What would have to be known to tell whether the loss really stops the entry point.</summary>
    public ImmutableArray<Unknown> Unknowns(int entryPoint)
    {
        var graph = _solution.Graph;
        var found = new DecidingUnknowns(graph.Index);
        var seen = new HashSet<int>();
        var open = new Stack<int>();
        Open(_solution.Asked[entryPoint]);
        while (open.TryPop(out var function))
        {
            var cause = _propagation.CauseOf(function);
            if (cause < 0)
            {
                if (!_loss.Cuts(_favourable.Leaves[(int)_universe][function]))
                {
                    found.AddComponent(graph.ComponentOf[function], _universe);
                }

                continue;
            }

            var need = _propagation.NeedOf(function);
            AddDependency(need >= 0 ? graph.NeedDependency[need] : graph.GateDependency[~need]);
            if (need >= 0)
            {
                Open(cause);
                continue;
            }

            // Only children that fell earlier have brought the gate down.
            foreach (var child in graph.GateChildren(~need))
            {
                if (_propagation.IsDown(child) && _propagation.RoundOf(child) < _propagation.RoundOf(function))
                {
                    Open(child);
                }
            }
        }

        return found.Found;

        void Open(int function)
        {
            if (seen.Add(function))
            {
                open.Push(function);
            }
        }

        void AddDependency(int number)
        {
            var dependency = graph.Index.Target.Dependencies[number];
            var role = graph.Index.Background[graph.Index.IndexOf(dependency.From)];
            found.AddDependency(
                dependency,
                graph.Mode != Mode.Start && role == BackgroundWork.Role.Unknown && (dependency.Phase & Phase.Request) == 0);
        }
    }
}
