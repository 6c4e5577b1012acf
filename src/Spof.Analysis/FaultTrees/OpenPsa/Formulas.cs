using System.Collections.Immutable;

namespace Spof.Analysis.FaultTrees.OpenPsa;

/// <summary>Reads the formulas of gates.</summary>
internal sealed class Formulas(Scopes scopes, IReadOnlyDictionary<string, string> kinds)
{
    private const int DeepestNesting = 200;

    public Formula Read(Element element, Definition gate) => Read(element, gate, 0);

    private Formula Read(Element element, Definition gate, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw element.Error($"the formula of '{gate.Name}' is nested more than {DeepestNesting} deep");
        }

        var kind = element.Name;
        switch (kind)
        {
            case "event":
                return Reference(element, gate, element.Attribute("type"));
            case "gate" or "basic-event" or "house-event":
                return Reference(element, gate, kind);
            case "constant":
                return new ConstantFormula(element.Boolean());
        }

        FormulaOperator operation = kind switch
        {
            "and" => FormulaOperator.And,
            "or" => FormulaOperator.Or,
            "atleast" => FormulaOperator.AtLeast,
            "not" => FormulaOperator.Not,
            "nand" => FormulaOperator.Nand,
            "nor" => FormulaOperator.Nor,
            "xor" => FormulaOperator.Xor,
            "imply" => FormulaOperator.Imply,
            "iff" => FormulaOperator.Iff,
            "cardinality" => FormulaOperator.Cardinality,
            _ => throw element.NotSupported(),
        };
        ImmutableArray<Formula> arguments = [.. element.Content.Select(e => Read(e, gate, depth + 1))];
        return new OperationFormula(
            operation,
            arguments,
            operation is FormulaOperator.AtLeast or FormulaOperator.Cardinality ? element.RequiredCount("min") : 0,
            operation == FormulaOperator.Cardinality ? element.RequiredCount("max") : 0,
            element.Place);
    }

    private ReferenceFormula Reference(Element element, Definition gate, string? kind)
    {
        var name = scopes.Resolve(gate.Path, element.Required("name"));
        return kind is null || !kinds.TryGetValue(name, out var defined) || defined == kind
            ? new ReferenceFormula(name, element.Place)
            : throw element.Error($"gate '{gate.Name}' uses '{name}' as a {kind}, but it is a {defined}");
    }
}
