using System.Collections.Immutable;
using System.Xml.Linq;

namespace Spof.Analysis.FaultTrees.OpenPsa;

/// <summary>Reads the formulas of gates.</summary>
internal sealed class Formulas(Scopes scopes, IReadOnlyDictionary<string, string> kinds)
{
    private const int DeepestNesting = 200;

    public Formula Read(XElement element, Definition gate) => Read(element, gate, 0);

    private Formula Read(XElement element, Definition gate, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw element.Error(gate.Source, $"the formula of '{gate.Name}' is nested more than {DeepestNesting} deep");
        }

        var kind = element.Name.LocalName;
        switch (kind)
        {
            case "event":
                return Reference(element, gate, element.Attribute("type")?.Value);
            case "gate" or "basic-event" or "house-event":
                return Reference(element, gate, kind);
            case "constant":
                return new ConstantFormula(element.Boolean(gate.Source));
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
            _ => throw element.NotSupported(gate.Source),
        };
        ImmutableArray<Formula> arguments = [.. element.Content().Select(e => Read(e, gate, depth + 1))];
        return new OperationFormula(
            operation,
            arguments,
            operation is FormulaOperator.AtLeast or FormulaOperator.Cardinality ? element.RequiredCount(gate.Source, "min") : 0,
            operation == FormulaOperator.Cardinality ? element.RequiredCount(gate.Source, "max") : 0,
            element.PlaceOf(gate.Source));
    }

    private ReferenceFormula Reference(XElement element, Definition gate, string? kind)
    {
        var name = scopes.Resolve(gate.Path, element.Required(gate.Source, "name"));
        return kind is null || !kinds.TryGetValue(name, out var defined) || defined == kind
            ? new ReferenceFormula(name, element.PlaceOf(gate.Source))
            : throw element.Error(gate.Source, $"gate '{gate.Name}' uses '{name}' as a {kind}, but it is a {defined}");
    }
}
