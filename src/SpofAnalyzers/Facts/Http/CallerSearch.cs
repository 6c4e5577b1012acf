using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Finds the calls of a method, in its own project and in those that reference it. All calls of a name are bound once for each project,
/// however many methods share it.
/// </summary>
internal sealed class CallerSearch
{
    private readonly Dictionary<(string Name, Compilation In), Dictionary<ISymbol, List<IInvocationOperation>>> _byName = [];
    private readonly IReadOnlyList<SyntaxTree> _trees;
    private readonly FactContext _context;
    private readonly SourceBodies _sources;

    public CallerSearch(FactContext context, IReadOnlyList<SyntaxTree> trees)
    {
        _trees = trees;
        _context = context;
        _sources = SourceBodies.Of(context);
    }

    /// <summary>Calls of the method, of the interface members that it implements and of what it overrides.</summary>
    public IReadOnlyList<IInvocationOperation> Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var definition = Definition(method);
        var found = new List<IInvocationOperation>();
        foreach (var target in Targets(definition))
        {
            foreach (var compilation in _context.Sources.ThatMayName(target))
            {
                if (CallsIn(compilation, definition.Name, cancellationToken).TryGetValue(target, out var some))
                {
                    found.AddRange(some);
                }
            }
        }

        return found;
    }

    private Dictionary<ISymbol, List<IInvocationOperation>> CallsIn(Compilation compilation, string name, CancellationToken cancellationToken)
    {
        if (!_byName.TryGetValue((name, compilation), out var calls))
        {
            calls = Bind(name, compilation == _context.Compilation ? _trees : compilation.SyntaxTrees.Where(t => TreeSummary.Of(t, cancellationToken).MayMention(name)), cancellationToken);
            _byName.Add((name, compilation), calls);
        }

        return calls;
    }

    private Dictionary<ISymbol, List<IInvocationOperation>> Bind(string name, IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        var calls = new Dictionary<ISymbol, List<IInvocationOperation>>(SymbolsAcross.Comparer!);
        foreach (var tree in trees)
        {
            foreach (var invocation in TreeNames.Of(tree, cancellationToken).Calls(name))
            {
                if (_sources.At(invocation, cancellationToken) is not IInvocationOperation call)
                {
                    continue;
                }

                var target = Definition(call.TargetMethod);
                if (!calls.TryGetValue(target, out var known))
                {
                    calls.Add(target, known = []);
                }

                known.Add(call);
            }
        }

        return calls;
    }

    private static IEnumerable<ISymbol> Targets(IMethodSymbol method)
    {
        yield return method;
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            yield return Definition(overridden);
        }

        if (method.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type)
        {
            yield break;
        }

        foreach (var contract in type.AllInterfaces)
        {
            foreach (var member in contract.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                if (SymbolsAcross.Comparer.Equals(type.FindImplementationForInterfaceMember(member), method))
                {
                    yield return Definition(member);
                }
            }
        }
    }

    private static IMethodSymbol Definition(IMethodSymbol method) => (method.ReducedFrom ?? method).OriginalDefinition;
}
