using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>What is written to the locals of one body; found once per body.</summary>
internal sealed class LocalWrites
{
    private static readonly ConditionalWeakTable<IOperation, LocalWrites> Cache = new();

    private readonly Dictionary<ILocalSymbol, List<IOperation?>> _writes = new(SymbolEqualityComparer.Default);

    private LocalWrites(IOperation root)
    {
        foreach (var operation in root.Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator:
                    if (declarator.GetVariableInitializer() is { } initializer)
                    {
                        Add(declarator.Symbol, initializer.Value);
                    }

                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                    Add(target.Local, assignment.Value);
                    break;
                case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared }:
                    Add(declared.Local, null);
                    break;
                case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol pattern }:
                    Add(pattern, null);
                    break;
                case ICompoundAssignmentOperation { Target: ILocalReferenceOperation target }:
                    Add(target.Local, null);
                    break;
                case ICoalesceAssignmentOperation { Target: ILocalReferenceOperation target }:
                    Add(target.Local, null);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref, Value: ILocalReferenceOperation passed }:
                    Add(passed.Local, null);
                    break;
            }
        }
    }

    /// <summary>The only value that the local ever gets, or null when it gets none, several, or one that is not visible.</summary>
    public static IOperation? Single(ILocalReferenceOperation reference)
    {
        var writes = Cache.GetValue(reference.Root(), r => new LocalWrites(r));
        return writes._writes.TryGetValue(reference.Local, out var values) && values.Count == 1 ? values[0] : null;
    }

    private void Add(ILocalSymbol local, IOperation? value)
    {
        if (!_writes.TryGetValue(local, out var values))
        {
            _writes.Add(local, values = []);
        }

        values.Add(value);
    }
}
