using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Where the locals of one body get their content from: assignments, out arguments, loops and patterns, and what is put into them later
/// (<c>cart.Items.Add(item)</c>). Order is ignored: whatever may reach a local belongs to it.
/// </summary>
internal sealed class BodyFlow
{
    private readonly Dictionary<ILocalSymbol, List<IOperation>> _sources = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ILocalSymbol, List<IOperation>> _content = new(SymbolEqualityComparer.Default);

    public BodyFlow(CodeBody body)
    {
        foreach (var root in body.Operations)
        {
            foreach (var operation in root.DescendantsAndSelf())
            {
                Visit(operation);
            }
        }
    }

    /// <summary>Values that are assigned to the local.</summary>
    public IReadOnlyList<IOperation> Sources(ILocalSymbol local) => _sources.TryGetValue(local, out var sources) ? sources : [];

    /// <summary>Values that are put into the object behind the local after it exists.</summary>
    public IReadOnlyList<IOperation> Content(ILocalSymbol local) => _content.TryGetValue(local, out var content) ? content : [];

    /// <summary>The values that an operation puts into the object it is called on or assigned to, and that object; null for any other operation.</summary>
    public static (IOperation Target, IEnumerable<IOperation> Values)? Mutation(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation { Instance: { } instance } call when instance.Type is not null:
                var name = call.TargetMethod.Name;
                if (ContainerOperations.IsReceiver(instance.Type)
                        ? ContainerOperations.Of(name) is ContainerOperation.Insert or ContainerOperation.Update
                        : StoringMethod.StoresAnArgument(call.TargetMethod))
                {
                    return (instance, call.Arguments.Select(a => a.Value).Where(v => v.Unwrapped().Type is { } type && DomainContent.IsInformation(type)));
                }

                return null;

            case IAssignmentOperation { Target: IMemberReferenceOperation { Instance: { } owner } } assignment
                when assignment is not ICoalesceAssignmentOperation && assignment.Value.Type is { } valueType && DomainContent.IsInformation(valueType):
                return (owner, [assignment.Value]);

            default:
                return null;
        }
    }

    /// <summary>The local at the start of a member path (<c>cart</c> of <c>cart.Items</c>), or null.</summary>
    public static ILocalSymbol? RootLocal(IOperation operation)
    {
        while (true)
        {
            switch (operation.Unwrapped())
            {
                case ILocalReferenceOperation local:
                    return local.Local;
                case IMemberReferenceOperation { Instance: { } instance }:
                    operation = instance;
                    break;
                default:
                    return null;
            }
        }
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                Add(_sources, declarator.Symbol, initializer.Value);
                break;

            case IDeconstructionAssignmentOperation deconstruction:
                foreach (var local in Locals(deconstruction.Target))
                {
                    Add(_sources, local, deconstruction.Value);
                }

                break;

            case IAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                Add(_sources, target.Local, assignment.Value);
                break;

            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument:
                foreach (var local in Locals(argument.Value))
                {
                    if (argument.Parent is { } call)
                    {
                        Add(_sources, local, call);
                    }
                }

                break;

            case IForEachLoopOperation loop:
                foreach (var local in loop.Locals)
                {
                    Add(_sources, local, loop.Collection);
                }

                break;

            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } pattern when Matched(pattern) is { } matched:
                Add(_sources, local, matched);
                break;

            case IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local } pattern when Matched(pattern) is { } matched:
                Add(_sources, local, matched);
                break;
        }

        if (Mutation(operation) is { } mutation && RootLocal(mutation.Target) is { } owner)
        {
            foreach (var value in mutation.Values)
            {
                Add(_content, owner, value);
            }
        }
    }

    private static IEnumerable<ILocalSymbol> Locals(IOperation target) =>
        target.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Select(l => l.Local);

    private static IOperation? Matched(IOperation pattern)
    {
        for (var p = pattern.Parent; p is not null; p = p.Parent)
        {
            switch (p)
            {
                case IIsPatternOperation test:
                    return test.Value;
                case ISwitchExpressionOperation choice:
                    return choice.Value;
                case ISwitchOperation choice:
                    return choice.Value;
            }
        }

        return null;
    }

    private static void Add(Dictionary<ILocalSymbol, List<IOperation>> map, ILocalSymbol local, IOperation value)
    {
        if (!map.TryGetValue(local, out var values))
        {
            map.Add(local, values = []);
        }

        values.Add(value);
    }
}
