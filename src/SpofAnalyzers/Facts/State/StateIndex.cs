using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>
/// What a judgement about one type must know of the rest of the compilation, built on first demand and kept with the context:
/// which types are singletons, and who mentions a member. Names are looked up in file summaries, then bound. Safe for concurrent use.
/// </summary>
internal sealed class StateIndex
{
    private readonly object _gate = new();
    private Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>>? _singletons;

    private StateIndex(FactContext context)
    {
        Context = context;
        Content = new DomainContent(context);
    }

    public FactContext Context { get; }

    public DomainContent Content { get; }

    public static StateIndex Of(FactContext context) => context.GetOrCreate(c => new StateIndex(c));

    /// <summary>The constructed forms in which the type, or a type derived from it, lives once per process; empty when it does not.</summary>
    public IReadOnlyList<INamedTypeSymbol> SingletonForms(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (IsMarkedSingleton(type))
        {
            return [type];
        }

        return Singletons(cancellationToken).TryGetValue(type.OriginalDefinition, out var forms) ? forms : [];
    }

    /// <summary>Those of the names that syntax shows as the possible target of an insertion, in the type or, where reachable, elsewhere.</summary>
    public HashSet<string> InsertedNames(INamedTypeSymbol type, ISet<string> names, ISet<string> reachable, CancellationToken cancellationToken)
    {
        var inserted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            Collect(reference.GetSyntax(cancellationToken), names);
        }

        if (reachable.Any(n => !inserted.Contains(n)))
        {
            foreach (var tree in TreesNaming(type, reachable, cancellationToken))
            {
                Collect(tree.GetRoot(cancellationToken), reachable);
            }
        }

        return inserted;

        void Collect(SyntaxNode node, ISet<string> wanted)
        {
            foreach (var name in node.DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                if (wanted.Contains(name.Identifier.ValueText) && InsertionSyntax.MayInsert(name))
                {
                    inserted.Add(name.Identifier.ValueText);
                }
            }
        }
    }

    /// <summary>Code that mentions one of the names, in the given declarations of a type.</summary>
    public IEnumerable<CodeBody> BodiesOf(INamedTypeSymbol type, ISet<string> names, CancellationToken cancellationToken)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            var node = reference.GetSyntax(cancellationToken);
            foreach (var body in Bodies(node, names, cancellationToken))
            {
                yield return body;
            }
        }
    }

    /// <summary>Code outside of the type that mentions one of the names.</summary>
    public IEnumerable<CodeBody> BodiesElsewhere(INamedTypeSymbol type, ISet<string> names, CancellationToken cancellationToken)
    {
        var own = type.DeclaringSyntaxReferences;
        foreach (var tree in TreesNaming(type, names, cancellationToken))
        {
            var spans = own.Where(r => r.SyntaxTree == tree).Select(r => r.Span).ToArray();
            foreach (var body in Bodies(tree.GetRoot(cancellationToken), names, cancellationToken, n => !spans.Any(s => s.Contains(n.Span))))
            {
                yield return body;
            }
        }
    }

    /// <summary>
    /// Every place that names the method or property, bound; own overrides and interface members count as it. Looks into files that also
    /// name its type or a contract of it: a member called <c>Add</c> must not cost the binding of every <c>Add</c> there is.
    /// </summary>
    public IEnumerable<(SimpleNameSyntax Name, SemanticModel Model)> References(ISymbol member, CancellationToken cancellationToken)
    {
        foreach (var tree in Context.Compilation.SyntaxTrees)
        {
            var summary = TreeSummary.Of(tree, cancellationToken);
            if (!summary.MayMention(member.Name) || !MentionsType(summary, member.ContainingType))
            {
                continue;
            }

            foreach (var name in tree.GetRoot(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (name.Identifier.ValueText != member.Name)
                {
                    continue;
                }

                var model = Context.Model(tree);
                var info = model.GetSymbolInfo(name, cancellationToken);
                if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is { } symbol && IsSameMember(symbol, member))
                {
                    yield return (name, model);
                }
            }
        }
    }

    private IEnumerable<SyntaxTree> TreesNaming(INamedTypeSymbol type, ISet<string> names, CancellationToken cancellationToken)
    {
        foreach (var tree in Context.Compilation.SyntaxTrees)
        {
            var summary = TreeSummary.Of(tree, cancellationToken);
            if (names.Any(summary.MayMention) && MentionsType(summary, type))
            {
                yield return tree;
            }
        }
    }

    /// <summary>False when the file names neither the type nor one of its interfaces and base types.</summary>
    private static bool MentionsType(TreeSummary summary, INamedTypeSymbol type) =>
        summary.MayMention(type.Name)
        || type.AllInterfaces.Any(i => summary.MayMention(i.Name))
        || Bases(type).Any(b => summary.MayMention(b.Name));

    private static bool IsSameMember(ISymbol used, ISymbol member)
    {
        if (used is IMethodSymbol { ReducedFrom: { } reduced })
        {
            used = reduced;
        }

        if (SymbolEqualityComparer.Default.Equals(used.OriginalDefinition, member.OriginalDefinition))
        {
            return true;
        }

        return used.Kind == member.Kind && used.ContainingType is { } usedType && member.ContainingType is { } owner
            && (owner.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, usedType.OriginalDefinition))
                || Bases(owner).Any(b => SymbolEqualityComparer.Default.Equals(b.OriginalDefinition, usedType.OriginalDefinition)));
    }

    private IEnumerable<CodeBody> Bodies(
        SyntaxNode node, ISet<string> names, CancellationToken cancellationToken, Func<SyntaxNode, bool>? filter = null)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (var name in node.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (names.Contains(name.Identifier.ValueText)
                && (filter is null || filter(name))
                && CodeBody.RootAround(name) is { } root
                && seen.Add(root)
                && CodeBody.Bind(root, Context.Model(root.SyntaxTree), cancellationToken) is { } body)
            {
                yield return body;
            }
        }
    }

    private Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> Singletons(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _singletons) is { } ready)
        {
            return ready;
        }

        // A lock and no lazy value: a cancelled first caller must not poison the index.
        lock (_gate)
        {
            return _singletons ??= FindSingletons(cancellationToken);
        }
    }

    private Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> FindSingletons(CancellationToken cancellationToken)
    {
        var registrations = new List<ServiceRegistration>();
        foreach (var tree in Context.Compilation.SyntaxTrees)
        {
            foreach (var position in TreeSummary.Of(tree, cancellationToken).Registrations)
            {
                if (ServiceRegistrations.Read(tree.GetRoot(cancellationToken), position, Context, cancellationToken) is { } registration)
                {
                    registrations.Add(registration);
                }
            }
        }

        var alternatives = registrations.Where(r => r.Service is not null)
            .ToLookup(r => r.Service!, r => r.Implementation, (IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default);
        var singletons = new Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>>(SymbolEqualityComparer.Default);
        foreach (var registration in registrations)
        {
            // An arm of a choice, or a default that another registration replaces, is an option and no decision.
            var isOption = registration is { Service: { } service } && (registration.IsConditional || registration.IsTry)
                && alternatives[service].Any(other => !SymbolEqualityComparer.Default.Equals(other, registration.Implementation));
            if (registration.IsSingleton && !isOption)
            {
                foreach (var type in Bases(registration.Implementation).Prepend(registration.Implementation))
                {
                    if (!singletons.TryGetValue(type.OriginalDefinition, out var forms))
                    {
                        singletons.Add(type.OriginalDefinition, forms = []);
                    }

                    var form = type.IsUnboundGenericType ? type.OriginalDefinition : type;
                    if (!forms.Contains(form, SymbolEqualityComparer.Default))
                    {
                        forms.Add(form);
                    }
                }
            }
        }

        return singletons;
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        var start = type.IsUnboundGenericType ? type.OriginalDefinition : type;
        for (var t = start.BaseType; t is { SpecialType: SpecialType.None }; t = t.BaseType)
        {
            yield return t;
        }
    }

    /// <summary><c>[Singleton]</c>, <c>[RegisterSingleton]</c>, <c>[Service(ServiceLifetime.Singleton)]</c> of generators and scanners.</summary>
    private static bool IsMarkedSingleton(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is "SingletonAttribute" or "RegisterSingletonAttribute" or "SingletonServiceAttribute"
                || attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(n => n.Value)).Any(IsSingletonLifetime))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSingletonLifetime(TypedConstant value) =>
        value is { Kind: TypedConstantKind.Enum, Type: { Name: "ServiceLifetime" } type }
        && type.GetMembers("Singleton").OfType<IFieldSymbol>().Any(f => Equals(f.ConstantValue, value.Value));
}
