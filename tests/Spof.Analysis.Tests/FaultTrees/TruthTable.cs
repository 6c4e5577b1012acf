using System.Numerics;
using Spof.Analysis.FaultTrees;

namespace Spof.Analysis.Tests.FaultTrees;

/// <summary>The definition, tried out on every state of the events of a model. Knows nothing of how the analysis works.</summary>
internal sealed class TruthTable
{
    private readonly FaultTreeModel _model;
    private readonly Dictionary<string, Formula> _gates;
    private readonly Dictionary<string, int> _events;
    private readonly Dictionary<string, bool> _houses;
    private readonly bool[] _table;

    public TruthTable(FaultTreeModel model, string top)
    {
        _model = model;
        _gates = model.Gates.ToDictionary(g => g.Name, g => g.Formula);
        _events = model.Events.Select((e, i) => (e.Name, i)).ToDictionary();
        _houses = model.HouseEvents.ToDictionary(h => h.Name, h => h.State);
        _table = new bool[1 << model.Events.Length];
        for (var state = 0; state < _table.Length; state++)
        {
            _table[state] = Holds(Formula.Of(top), state);
        }
    }

    /// <summary>Sets of events that bring the top down, and no part of which does: names, sorted.</summary>
    public List<string> MinimalCutSets()
    {
        var sets = new List<string>();
        for (var state = 0; state < _table.Length; state++)
        {
            if (_table[state] && Bits(state).All(e => !_table[state & ~(1 << e)]))
            {
                sets.Add(Name(Bits(state).Select(e => _model.Events[e].Name)));
            }
        }

        sets.Sort(StringComparer.Ordinal);
        return sets;
    }

    public static string Name(IEnumerable<string> events) => string.Join('+', events.Order(StringComparer.Ordinal));

    /// <summary>
    /// The probability of the top event as an exact number of 16^n-ths; with one event taken as certain or impossible if asked for.
    /// </summary>
    public long Numerator(int fixedEvent = -1, bool happens = false)
    {
        var values = Array.ConvertAll(_table, t => t ? 1L : 0);
        for (var e = _model.Events.Length - 1; e >= 0; e--)
        {
            var q = e != fixedEvent ? (long)(_model.Events[e].Probability!.Value * RandomTrees.Denominator) : happens ? RandomTrees.Denominator : 0;
            var half = 1 << e;
            for (var state = 0; state < half; state++)
            {
                values[state] = checked((q * values[state | half]) + ((RandomTrees.Denominator - q) * values[state]));
            }
        }

        return values[0];
    }

    public double Unit => Math.Pow(RandomTrees.Denominator, -_model.Events.Length);

    private static IEnumerable<int> Bits(int state)
    {
        for (; state != 0; state &= state - 1)
        {
            yield return BitOperations.TrailingZeroCount(state);
        }
    }

    private bool Holds(Formula formula, int state) => formula switch
    {
        ConstantFormula constant => constant.Value,
        ReferenceFormula { Name: var name } when _events.TryGetValue(name, out var e) => (state >> e & 1) != 0,
        ReferenceFormula { Name: var name } when _houses.TryGetValue(name, out var house) => house,
        ReferenceFormula { Name: var name } => Holds(_gates[name], state),
        OperationFormula operation => Holds(operation, operation.Arguments.Count(a => Holds(a, state))),
        _ => throw new InvalidOperationException(),
    };

    private static bool Holds(OperationFormula operation, int count) => operation.Operator switch
    {
        FormulaOperator.And => count == operation.Arguments.Length,
        FormulaOperator.Nand => count < operation.Arguments.Length,
        FormulaOperator.Or => count > 0,
        FormulaOperator.Nor or FormulaOperator.Not => count == 0,
        FormulaOperator.AtLeast => count >= operation.Minimum,
        FormulaOperator.Cardinality => count >= operation.Minimum && count <= operation.Maximum,
        FormulaOperator.Xor => count % 2 == 1,
        FormulaOperator.Iff => count != 1,
        _ => throw new InvalidOperationException(),
    };
}
