using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Finds the calls of a method in the compilation: by name first, then by symbol.</summary>
internal sealed class CallerSearch
{
    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyList<IInvocationOperation>> _found = new(SymbolEqualityComparer.Default);
    private readonly IReadOnlyList<SyntaxTree> _trees;
    private readonly SourceBodies _sources;

    public CallerSearch(FactContext context, IReadOnlyList<SyntaxTree> trees)
    {
        _trees = trees;
        _sources = SourceBodies.Of(context);
    }

    /// <summary>Calls of the method, of the interface members that it implements and of what it overrides.</summary>
    public IReadOnlyList<IInvocationOperation> Of(IMethodSymbol method, CancellationToken cancellationToken) =>
        _found.GetOrAdd(Definition(method), m => Search(m, cancellationToken));

    private List<IInvocationOperation> Search(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var targets = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { method };
        targets.UnionWith(Implemented(method));
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            targets.Add(Definition(overridden));
        }

        var calls = new List<IInvocationOperation>();
        foreach (var tree in _trees)
        {
            foreach (var invocation in TreeNames.Of(tree, cancellationToken).Calls(method.Name))
            {
                if (_sources.At(invocation, cancellationToken) is IInvocationOperation call && targets.Contains(Definition(call.TargetMethod)))
                {
                    calls.Add(call);
                }
            }
        }

        return calls;
    }

    private static IEnumerable<ISymbol> Implemented(IMethodSymbol method)
    {
        if (method.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type)
        {
            yield break;
        }

        foreach (var contract in type.AllInterfaces)
        {
            foreach (var member in contract.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method))
                {
                    yield return Definition(member);
                }
            }
        }
    }

    private static IMethodSymbol Definition(IMethodSymbol method) => (method.ReducedFrom ?? method).OriginalDefinition;
}
