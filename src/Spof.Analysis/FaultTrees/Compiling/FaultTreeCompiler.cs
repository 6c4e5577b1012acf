namespace Spof.Analysis.FaultTrees.Compiling;

/// <summary>Checks a model, works its constants in, and hands what lies below the top event to <see cref="CoherentForm"/>.</summary>
internal sealed class FaultTreeCompiler
{
    private readonly FaultTreeModel _model;
    private readonly NameTable _names;
    private readonly SignedGraph _graph;
    private readonly Literal[] _gates;

    private FaultTreeCompiler(FaultTreeModel model)
    {
        _model = model;
        _names = new NameTable(model);
        _graph = new SignedGraph(model.Events.Length);
        _gates = new Literal[model.Gates.Length];
    }

    /// <inheritdoc cref="FaultTree.Compile"/>
    public static FaultTree Compile(FaultTreeModel model, string? top)
    {
        foreach (var e in model.Events)
        {
            if (e.Probability is { } q && !(q >= 0 && q <= 1))
            {
                throw new FaultTreeException(FormattableString.Invariant($"the probability of '{e.Name}' is {q}; it lies between 0 and 1"), e.Place);
            }
        }

        var compiler = new FaultTreeCompiler(model);
        var order = new GateOrder(model, compiler._names);
        var topGate = compiler.FindTop(order, top);
        foreach (var gate in order.Order)
        {
            compiler._gates[gate] = compiler.Evaluate(model.Gates[gate].Formula, model.Gates[gate]);
        }

        return new CoherentForm(model, compiler._graph).Build(compiler._gates[topGate], model.Gates[topGate]);
    }

    private int FindTop(GateOrder order, string? top)
    {
        if (top is not null)
        {
            return _names.TryFind(top, out var found) && found.Kind == NameKind.Gate
                ? found.Index
                : throw new FaultTreeException($"there is no gate '{top}'");
        }

        var roots = order.Roots().ToArray();
        return roots.Length switch
        {
            1 => roots[0],
            0 => throw new FaultTreeException("the model has no gate"),
            _ => throw new FaultTreeException($"several gates are used by no other one: {Some(roots)}; name the top event"),
        };
    }

    private string Some(int[] gates)
    {
        const int Shown = 10;
        return string.Join(", ", gates.Take(Shown).Select(g => $"'{_model.Gates[g].Name}'")) + (gates.Length > Shown ? $" and {gates.Length - Shown} more" : "");
    }

    private Literal Evaluate(Formula formula, GateDefinition gate)
    {
        switch (formula)
        {
            case ConstantFormula constant:
                return Literal.Constant(constant.Value);
            case ReferenceFormula reference:
                var found = _names.Find(reference, gate.Name);
                return found.Kind switch
                {
                    NameKind.Event => new Literal(found.Index, false),
                    NameKind.House => Literal.Constant(_model.HouseEvents[found.Index].State),
                    _ => _gates[found.Index],
                };
            default:
                var operation = (OperationFormula)formula;
                Check(operation, gate);
                return Apply(operation, [.. operation.Arguments.Select(a => Evaluate(a, gate))], gate);
        }
    }

    private Literal Apply(OperationFormula operation, Literal[] arguments, GateDefinition gate) => operation.Operator switch
    {
        FormulaOperator.And => _graph.AtLeast(arguments.Length, arguments, gate),
        FormulaOperator.Nand => _graph.AtLeast(arguments.Length, arguments, gate).Negate(),
        FormulaOperator.Or => _graph.AtLeast(1, arguments, gate),
        FormulaOperator.Nor => _graph.AtLeast(1, arguments, gate).Negate(),
        FormulaOperator.AtLeast => _graph.AtLeast(operation.Minimum, arguments, gate),
        FormulaOperator.Not => arguments[0].Negate(),
        FormulaOperator.Xor => _graph.Xor(arguments, gate),
        FormulaOperator.Iff => _graph.Xor(arguments, gate).Negate(),
        FormulaOperator.Imply => _graph.AtLeast(1, [arguments[0].Negate(), arguments[1]], gate),
        _ => _graph.AtLeast(2, [_graph.AtLeast(operation.Minimum, arguments, gate), _graph.AtLeast(operation.Maximum + 1, arguments, gate).Negate()], gate),
    };

    private static void Check(OperationFormula operation, GateDefinition gate)
    {
        var count = operation.Arguments.Length;
        var fault = operation.Operator switch
        {
            FormulaOperator.Not when count != 1 => "'not' takes one argument",
            FormulaOperator.Imply or FormulaOperator.Iff when count != 2 => $"'{operation.Operator.ToString().ToLowerInvariant()}' takes two arguments",
            FormulaOperator.AtLeast when operation.Minimum < 0 || operation.Minimum > count => $"at least {operation.Minimum} of {count} arguments cannot be asked for",
            FormulaOperator.Cardinality when operation.Minimum < 0 || operation.Minimum > operation.Maximum || operation.Maximum > count =>
                $"from {operation.Minimum} to {operation.Maximum} of {count} arguments cannot be asked for",
            _ when count == 0 => "an operator has no argument",
            _ => null,
        };
        if (fault is not null)
        {
            throw new FaultTreeException($"gate '{gate.Name}': {fault}", operation.Place == default ? gate.Place : operation.Place);
        }
    }
}
