using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Critical in-process state: a member of process lifetime that holds a mutable container or variable of domain content, filled at run time
/// from outside, not computable again and not written to a store by the same code.
/// </summary>
internal static class StateFacts
{
    /// <summary>Facts of all given files, by position; binds only types that declare a candidate and code that names it.</summary>
    public static IReadOnlyList<StateFact> Extract(FactContext context, IReadOnlyList<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        if (!Applies(context))
        {
            return [];
        }

        var index = StateIndex.Of(context);
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var facts = new List<StateFact>();
        var wanted = new HashSet<SyntaxTree>(trees);
        foreach (var tree in trees)
        {
            foreach (var declaration in StateMembers.DeclaringTypes(tree.GetRoot(cancellationToken)))
            {
                if (context.Model(tree).GetDeclaredSymbol(declaration, cancellationToken) is { } type && seen.Add(type))
                {
                    facts.AddRange(OfType(type, index, cancellationToken));
                }
            }
        }

        return
        [
            .. facts.Where(f => f.Location.SourceTree is { } tree && wanted.Contains(tree))
                .OrderBy(f => f.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(f => f.Location.SourceSpan),
        ];
    }

    /// <summary>
    /// False for programs whose memory is nobody else's business: client applications, and programs without a host, a container
    /// or a web server.
    /// </summary>
    public static bool Applies(FactContext context) =>
        context.Options.ApplicationKind switch
        {
            ApplicationKind.Client => false,
            ApplicationKind.Tool => context.Type("Microsoft.Extensions.Hosting.IHost") is not null,
            _ => context.Type("Microsoft.Extensions.DependencyInjection.IServiceCollection") is not null
                || context.Type("Microsoft.Extensions.Hosting.IHost") is not null
                || context.Type("Microsoft.AspNetCore.Http.HttpContext") is not null,
        };

    /// <summary>Members of process lifetime that could hold state, by type and registration alone.</summary>
    private static IEnumerable<StateMember> Candidates(INamedTypeSymbol type, StateIndex index, CancellationToken cancellationToken) =>
        StateMembers.MayHold(type) && !IsGrain(type)
            ? StateMembers.Of(type, FormsThatFill(type, index, cancellationToken), index.Content)
            : [];

    /// <summary>
    /// The forms in which the type is a singleton; none where nothing is inserted into its instances. What registers the services of a
    /// program is the longest method it has: it is not bound for types that only carry data.
    /// </summary>
    private static IReadOnlyList<INamedTypeSymbol> FormsThatFill(INamedTypeSymbol type, StateIndex index, CancellationToken cancellationToken)
    {
        var containers = StateMembers.OfInstances(type).ToArray();
        return containers.Length > 0 && index.InsertedNames(type, NamesOf(containers), NamesOf(containers.Where(IsReachableElsewhere)), cancellationToken).Count > 0
            ? index.SingletonForms(type, cancellationToken)
            : [];
    }

    /// <summary>Facts of one type.</summary>
    /// <param name="type">The type as declared.</param>
    /// <param name="index">What is known of the rest of the compilation.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static IEnumerable<StateFact> OfType(INamedTypeSymbol type, StateIndex index, CancellationToken cancellationToken)
    {
        var judgement = new StateDefinition(type, index, cancellationToken);
        var candidates = Candidates(type, index, cancellationToken).Where(judgement.MayBeCritical).ToArray();
        if (candidates.Length == 0)
        {
            return [];
        }

        var names = NamesOf(candidates);
        var reachable = NamesOf(candidates.Select(c => c.Symbol).Where(IsReachableElsewhere));
        names = index.InsertedNames(type, names, reachable, cancellationToken);
        candidates = [.. candidates.Where(c => names.Contains(c.Symbol.Name))];
        if (candidates.Length == 0)
        {
            return [];
        }

        names = NamesOf(candidates);
        reachable.IntersectWith(names);
        var bodies = index.BodiesOf(type, names, cancellationToken).ToList();
        if (reachable.Count > 0)
        {
            bodies.AddRange(index.BodiesElsewhere(type, reachable, cancellationToken));
        }

        return candidates.Select(c => judgement.Judge(c, bodies)).OfType<StateFact>()
            .GroupBy(f => f.Member, SymbolEqualityComparer.Default).Select(g => g.First());
    }

    private static HashSet<string> NamesOf(IEnumerable<StateMember> members) => NamesOf(members.Select(m => m.Symbol));

    private static HashSet<string> NamesOf(IEnumerable<ISymbol> members) => new(members.Select(m => m.Name), StringComparer.Ordinal);

    /// <summary>A private member is used by its own type and the types nested in it only.</summary>
    private static bool IsReachableElsewhere(ISymbol member) =>
        member.DeclaredAccessibility != Accessibility.Private || member.ContainingType.DeclaringSyntaxReferences.Length == 0;

    /// <summary>Orleans places and persists grains itself.</summary>
    private static bool IsGrain(INamedTypeSymbol type)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (t.Name == "Grain" && t.ContainingNamespace?.Name == "Orleans")
            {
                return true;
            }
        }

        return false;
    }
}
