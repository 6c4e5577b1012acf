using System.Collections.Immutable;

namespace Spof.Analysis.FaultTrees.Solving;

/// <summary>
/// The exact probability by Shannon's expansion, and its derivatives by all event probabilities in a second sweep from the root down.
/// A module is one variable of its user, so derivatives multiply along the modules.
/// </summary>
internal sealed class Probabilities(FaultTree tree, IReadOnlyList<SolvedModule> modules)
{
    // Above this share of the top event, P - q B would cancel too many digits.
    private const double NearlyAll = 0.999;

    public double Top { get; private set; }

    public ImmutableArray<EventImportance> Importances { get; private set; } = [];

    public Probabilities Compute()
    {
        var values = EventValues();
        Top = SweepUp(values);
        var birnbaum = SweepDown(values);
        Importances = [.. tree.Events.Select((_, e) => Importance(e, birnbaum[e]))];
        return this;
    }

    private double[] EventValues()
    {
        var values = new double[tree.Events.Length + tree.Gates.Length];
        for (var e = 0; e < tree.Events.Length; e++)
        {
            values[e] = tree.Events[e].Probability!.Value;
        }

        return values;
    }

    /// <summary>Fills in the probabilities of the modules.</summary>
    private double SweepUp(double[] values)
    {
        foreach (var module in modules)
        {
            var p = NodeValues(module.Function!, values);
            values[module.Root] = p[module.Function!.Diagram.Root];
        }

        return values[tree.Top];
    }

    private static double[] NodeValues(OrderedDiagram function, double[] values)
    {
        var diagram = function.Diagram;
        var p = new double[diagram.Count];
        p[1] = 1;
        for (var node = 2; node < p.Length; node++)
        {
            var q = values[function.Order[diagram.Level[node]]];
            p[node] = (q * p[diagram.High[node]]) + ((1 - q) * p[diagram.Low[node]]);
        }

        return p;
    }

    /// <returns>The derivative of the probability of the top event by that of each node that is an event or a module.</returns>
    private double[] SweepDown(double[] values)
    {
        var derivative = new double[values.Length];
        derivative[tree.Top] = 1;
        for (var m = modules.Count - 1; m >= 0; m--)
        {
            var (order, diagram) = modules[m].Function!;
            var p = NodeValues(modules[m].Function!, values);
            var reach = new double[p.Length];
            reach[diagram.Root] = derivative[modules[m].Root];
            for (var node = p.Length - 1; node > 1; node--)
            {
                var variable = order[diagram.Level[node]];
                var q = values[variable];
                derivative[variable] += reach[node] * (p[diagram.High[node]] - p[diagram.Low[node]]);
                reach[diagram.High[node]] += reach[node] * q;
                reach[diagram.Low[node]] += reach[node] * (1 - q);
            }
        }

        return derivative;
    }

    private EventImportance Importance(int e, double birnbaum)
    {
        var q = tree.Events[e].Probability!.Value;
        if (Top == 0)
        {
            return new EventImportance(e, birnbaum, double.NaN, double.NaN, double.NaN, double.NaN);
        }

        var without = q * birnbaum > NearlyAll * Top ? WithoutEvent(e) : Top - (q * birnbaum);
        var with = Math.Min(1, Top + ((1 - q) * birnbaum));
        return new EventImportance(e, birnbaum, q * birnbaum / Top, q * with / Top, with / Top, Top / without);
    }

    private double WithoutEvent(int e)
    {
        var values = EventValues();
        values[e] = 0;
        return SweepUp(values);
    }
}
