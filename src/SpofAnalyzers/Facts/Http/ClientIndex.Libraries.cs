using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <content>What the clients of this compilation have in the projects that it references: registrations that it calls for, and calls.</content>
internal sealed partial class ClientIndex
{
    private void RegisterThroughCalls()
    {
        foreach (var (node, path) in _paths.Into(tree => Mentions<InvocationExpressionSyntax>(tree, m => m.Registrations).OfType<SyntaxNode>()))
        {
            if (_sources.At(node, _cancellationToken) is IInvocationOperation call)
            {
                Register(new Introduction(call, _context.Through(path.Arguments), path));
            }
        }
    }

    /// <summary>The calls of typed clients whose classes are declared elsewhere, and of clients that are registered there.</summary>
    private void VisitLibraries()
    {
        var libraries = _drafts
            .SelectMany(d => d.Types.SelectMany(WithBases).SelectMany(t => t.DeclaringSyntaxReferences).Select(r => r.SyntaxTree)
                .Concat(d.Registration?.SourceTree is { } tree ? [tree] : []))
            .Concat(_context.Sources.Referenced.SelectMany(l => l.SyntaxTrees).Where(AsksForRegistered))
            .Select(_context.Sources.OwnerOf).OfType<Compilation>().Where(c => c != _context.Compilation).Distinct().ToList();
        foreach (var tree in libraries.SelectMany(l => l.SyntaxTrees))
        {
            foreach (var assignment in Mentions<AssignmentExpressionSyntax>(tree, m => m.Settings).OfType<SyntaxNode>())
            {
                if (_sources.At(assignment, _cancellationToken) is ISimpleAssignmentOperation operation)
                {
                    Set(operation);
                }
            }

            foreach (var invocation in Mentions<InvocationExpressionSyntax>(tree, m => m.Calls).OfType<SyntaxNode>())
            {
                if (_sources.At(invocation, _cancellationToken) is IInvocationOperation operation)
                {
                    Call(operation);
                }
            }
        }
    }

    /// <summary>True for a file that asks the factory for a client that is registered here.</summary>
    private bool AsksForRegistered(SyntaxTree tree) => _drafts.Exists(d => d is { Kind: ClientKind.Named, IsRegistered: true })
        && Mentions<InvocationExpressionSyntax>(tree, m => m.Constructions).OfType<InvocationExpressionSyntax>().Any(
            i => TreeNames.NameOf(i) == "CreateClient" && _sources.At(i, _cancellationToken) is IInvocationOperation create && FactoryCalls.IsCreateClient(create, _context)
                && create.Arguments.Argument("name") is { } name && ClientNames.Constant(name, _context, _cancellationToken) is { } asked
                && _byName.TryGetValue(asked, out var draft) && draft.IsRegistered);

    private static IEnumerable<INamedTypeSymbol> WithBases(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            yield return at;
        }
    }
}
