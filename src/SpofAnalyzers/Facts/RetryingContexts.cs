using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>The contexts of EF Core whose registration in this compilation enables retries.</summary>
internal sealed class RetryingContexts
{
    private readonly Dictionary<INamedTypeSymbol, ImmutableArray<Location>> _places = new(SymbolEqualityComparer.Default);
    private readonly HashSet<INamedTypeSymbol> _conditional = new(SymbolEqualityComparer.Default);
    private readonly bool _hasOneContext;

    private RetryingContexts(FactContext context, CancellationToken cancellationToken)
    {
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            var names = TreeNames.Of(tree, cancellationToken);
            foreach (var call in names.Calls("EnableRetryOnFailure").Concat(names.Calls("UseAzureSql")).Concat(names.Calls("AddAzureSql")))
            {
                if (context.Model(tree).GetOperation(call, cancellationToken) is IInvocationOperation operation && !DevelopmentOnly.Covers(operation)
                    && Registration(operation) is { } registration && ConnectionNames.ContextType(registration, context) is { } type)
                {
                    _places[type] = (_places.TryGetValue(type, out var known) ? known : ImmutableArray<Location>.Empty).Add(call.GetLocation());
                    if (!UnconditionalCode.Contains(operation, context, cancellationToken))
                    {
                        _conditional.Add(type);
                    }
                }
            }
        }

        _hasOneContext = _places.Count == 1 && ContextsDeclared(context, cancellationToken) == 1;
    }

    public static RetryingContexts Of(FactContext context, CancellationToken cancellationToken) =>
        context.GetOrCreate(c => new RetryingContexts(c, cancellationToken));

    /// <summary>Null when nothing shows that the context retries; true when it always does and the project has no other.</summary>
    public bool? IsCertain(INamedTypeSymbol type) => _places.ContainsKey(type) ? _hasOneContext && !_conditional.Contains(type) : null;

    /// <summary>Where the retries are enabled.</summary>
    public ImmutableArray<Location> PlacesOf(INamedTypeSymbol type) => _places.TryGetValue(type, out var places) ? places : ImmutableArray<Location>.Empty;

    /// <summary>The provider call that the options belong to; the call itself where the provider retries by default.</summary>
    private static IInvocationOperation? Registration(IInvocationOperation operation)
    {
        for (IOperation? at = operation; at is not null; at = at.Parent)
        {
            if (at is IInvocationOperation { TargetMethod: { } method } call && ConnectionApis.Method(method) is not null)
            {
                return call;
            }
        }

        return null;
    }

    private static int ContextsDeclared(FactContext context, CancellationToken cancellationToken)
    {
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            foreach (var declaration in tree.GetRoot(cancellationToken).DescendantNodes(n => n is not BaseMethodDeclarationSyntax).OfType<ClassDeclarationSyntax>())
            {
                if (declaration.BaseList is not null && context.Model(tree).GetDeclaredSymbol(declaration, cancellationToken) is INamedTypeSymbol { IsAbstract: false } type
                    && context.IsOrInherits(type, "Microsoft.EntityFrameworkCore.DbContext"))
                {
                    found.Add(type);
                }
            }
        }

        return found.Count;
    }
}
