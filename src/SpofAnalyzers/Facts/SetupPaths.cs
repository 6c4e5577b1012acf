using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// The calls that lead from one project into the set-up methods of the projects it references. What such a method registers belongs to
/// the project that calls it, once for each call, with the arguments of that call; it belongs to the library itself only where no other
/// project calls it, or where the library calls it on its own.
/// </summary>
internal sealed class SetupPaths(FactContext context, CallerSearch callers, CancellationToken cancellationToken)
{
    /// <summary>Types on which a host, a container or a connection is set up.</summary>
    private static readonly string[] SetupTypes =
    [
        "IServiceCollection", "IHostApplicationBuilder", "HostApplicationBuilder", "WebApplicationBuilder", "IHostBuilder", "IWebHostBuilder",
        "IHttpClientBuilder", "DbContextOptionsBuilder", "IMvcBuilder", "ISignalRServerBuilder",
    ];

    private readonly Dictionary<IMethodSymbol, IReadOnlyList<SetupPath>> _paths = new(SymbolsAcross.Comparer!);
    private readonly Dictionary<IMethodSymbol, Owner> _owners = new(SymbolsAcross.Comparer!);

    private enum Owner
    {
        /// <summary>Nobody who is known calls it.</summary>
        Nobody,
        Callers,

        /// <summary>Code of the project that declares it, which is no set-up method that others call.</summary>
        Itself,
    }

    /// <summary>Nodes of that kind in referenced projects, with the ways that lead to them from this one. Nothing is bound before a name fits.</summary>
    public IEnumerable<(TNode Node, SetupPath Path)> Into<TNode>(Func<SyntaxTree, IEnumerable<TNode>> nodes)
        where TNode : SyntaxNode
    {
        foreach (var library in context.Sources.Referenced)
        {
            foreach (var node in library.SyntaxTrees.SelectMany(nodes))
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var path in SetupMethod(node) is { } method ? To(method) : [])
                {
                    yield return (node, path);
                }
            }
        }
    }

    /// <summary>True for a place that is in no set-up method, or in one that its own project calls: whether it runs does not hang on other projects.</summary>
    public bool RunsOnItsOwn(SyntaxNode node) => SetupMethod(node) is not { } method || OwnerOf(method) == Owner.Itself;

    /// <summary>True for a place of this project whose facts belong to the projects that call the set-up method around it.</summary>
    public bool IsTakenOver(SyntaxNode node) =>
        context.Sources.Users.Count > 0 && SetupMethod(node) is { } method && OwnerOf(method) == Owner.Callers;

    private IReadOnlyList<SetupPath> To(IMethodSymbol method)
    {
        if (_paths.TryGetValue(method, out var known))
        {
            return known;
        }

        _paths.Add(method, []); // Ends a method that calls itself.
        if (OwnerOf(method) == Owner.Itself)
        {
            return [];
        }

        var paths = new List<SetupPath>();
        foreach (var call in callers.Of(method, cancellationToken))
        {
            if (context.Compilation.ContainsSyntaxTree(call.Syntax.SyntaxTree))
            {
                paths.Add(new SetupPath(call, CallArguments.None.With(call), DevelopmentOnly.Covers(call)));
            }
            else if (SetupMethod(call.Syntax) is { } outer)
            {
                paths.AddRange(To(outer).Select(p => new SetupPath(p.Call, p.Arguments.With(call), p.IsDevelopmentOnly || DevelopmentOnly.Covers(call))));
            }
        }

        return _paths[method] = paths;
    }

    private Owner OwnerOf(IMethodSymbol method)
    {
        if (_owners.TryGetValue(method, out var known))
        {
            return known;
        }

        _owners.Add(method, Owner.Nobody);
        var declaring = method.DeclaringSyntaxReferences.Length > 0 ? context.Sources.OwnerOf(method.DeclaringSyntaxReferences[0].SyntaxTree) : null;
        var owner = Owner.Nobody;
        foreach (var call in callers.Of(method, cancellationToken))
        {
            var by = declaring?.ContainsSyntaxTree(call.Syntax.SyntaxTree) != true ? Owner.Callers
                : SetupMethod(call.Syntax) is { } outer ? OwnerOf(outer)
                : Owner.Itself;
            owner = by > owner ? by : owner;
        }

        return _owners[method] = owner;
    }

    /// <summary>The static method around a node that is given a host or container to set up; null for any other place.</summary>
    private IMethodSymbol? SetupMethod(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && method.Modifiers.Any(SyntaxKind.StaticKeyword)
            && method.ParameterList.Parameters.Any(p => p.Type is { } type && TreeNames.NameOf(type) is { } name && SetupTypes.Contains(name))
            ? context.Model(method.SyntaxTree).GetDeclaredSymbol(method, cancellationToken)
            : null;
}

/// <summary>One way into a set-up method.</summary>
/// <param name="Call">The call where it starts, in the project that is looked at.</param>
/// <param name="Arguments">What its calls hand over.</param>
/// <param name="IsDevelopmentOnly">True when one of its calls is made in development only.</param>
internal sealed record SetupPath(IInvocationOperation Call, CallArguments Arguments, bool IsDevelopmentOnly);
