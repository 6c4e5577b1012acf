using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>The six conditions and the two tiers, applied to the members of one type.</summary>
internal sealed partial class StateDefinition(INamedTypeSymbol owner, StateIndex index, CancellationToken cancellationToken)
{
    /// <summary>Methods that fill a registry while modules are set up, where nobody in this compilation calls them.</summary>
    private static readonly string[] SetupWords = ["Register", "Configure", "Initialize", "Init", "Setup", "Seed", "Load", "AddModule"];

    private readonly RuntimeCode _runtime = new(index);
    private readonly Dictionary<CodeBody, (BodyFlow Flow, ValueOrigins Origins)> _flows = [];
    private readonly bool _isListedOwner = IsListed(owner, index.Context.Options.StateTypesCritical);

    /// <summary>Conditions 2, 4 and 5 as far as the types decide them.</summary>
    public bool MayBeCritical(StateMember member)
    {
        if (member.Container is not { } container)
        {
            return true;
        }

        if (_isListedOwner || IsListedElement(container.Element))
        {
            return true;
        }

        return (container.Key is null || !DomainContent.IsPlumbing(container.Key))
            && !DomainContent.IsPlumbing(container.Element)
            && (IsCounter(container) || index.Content.Find(container.Element) is not null);
    }

    /// <summary>Conditions 3, 4 and 6 and the tier, from what the code does to the member; null when one does not hold.</summary>
    public StateFact? Judge(StateMember member, IReadOnlyList<CodeBody> bodies)
    {
        var uses = new List<StateUse>();
        foreach (var body in bodies)
        {
            cancellationToken.ThrowIfCancellationRequested();
            uses.AddRange(StateUses.In(body, member, Flow(body).Flow));
        }

        var shape = ShapeOf(member);
        if ((shape == StateShape.Scalar && !uses.Any(u => u.IsCondition))
            || (shape == StateShape.Counter && IsStatistic(member) && !uses.Any(u => u.IsCondition || u.IsLookup)))
        {
            return null;
        }

        var insertions = new List<(StateUse Use, InsertedContent Content)>();
        foreach (var use in uses)
        {
            if (!IsInsertion(use, shape))
            {
                continue;
            }

            var content = InsertionContent.Of(use, shape, Flow(use.Body).Origins, uses);
            if (content is InsertedContent.Original or InsertedContent.Pile && !KeyIsConnection(use))
            {
                insertions.Add((use, content));
            }
        }

        // The costly question comes last: who calls the code that inserts.
        var runtime = insertions
            .Where(i => !RuntimeCode.IsShutdown(i.Use) && !DevelopmentOnly.Covers(i.Use.Site) && _runtime.Runs(i.Use, cancellationToken))
            .OrderBy(i => i.Use.IsNested).ThenBy(i => i.Content == InsertedContent.Pile)
            .ThenBy(i => i.Use.Site.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(i => i.Use.Site.Syntax.SpanStart)
            .ToArray();
        if (runtime.Length == 0
            || (shape == StateShape.Scalar && runtime.All(i => IsSetup(i.Use)))
            || runtime.Any(i => IsBacked(i.Use)))
        {
            return null;
        }

        var removals = uses
            .Where(u => u.Kind is ContainerOperation.Remove or ContainerOperation.Clear && !RuntimeCode.IsShutdown(u) && !IsConstruction(u))
            .OrderBy(u => u.Kind).ThenBy(u => u.Site.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(u => u.Site.Syntax.SpanStart)
            .ToArray();
        if (shape == StateShape.Queue && IsPool(removals, member.Container!.Element))
        {
            return null;
        }

        var (insertion, _) = runtime[0];
        return new StateFact
        {
            Member = member.Symbol,
            Shape = shape,
            Tier = TierOf(member, shape, runtime, uses, removals),
            Description = member.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            Element = ElementName(member),
            Location = member.Symbol.Locations.FirstOrDefault(l => l.IsInSource) ?? Location.None,
            Insertion = insertion.Location,
            InsertedIn = NameOf(insertion.Body.Owner),
            Removal = removals.FirstOrDefault()?.Location,
            RemovedIn = removals.FirstOrDefault() is { } removal ? NameOf(removal.Body.Owner) : "",
            IsDrainedByHostedService = IsBatch(shape, removals) || (shape == StateShape.Queue && IsDrainedByHostedService(uses)),
            IsMessagingPersistence = owner.AllInterfaces.Any(i => IsMessagingContract(i.Name)),
        };
    }

    private static bool IsInsertion(StateUse use, StateShape shape) => shape switch
    {
        StateShape.Scalar => use.IsAssignment,
        StateShape.Counter => use.IsReadModifyWrite && !use.IsAssignment,
        _ => !use.IsAssignment && use.Kind is ContainerOperation.Insert or ContainerOperation.GetOrAdd or ContainerOperation.Update,
    };

    private static StateShape ShapeOf(StateMember member) =>
        member.Container is not { } container ? StateShape.Scalar : IsCounter(container) ? StateShape.Counter : container.Shape;

    private static bool IsCounter(StateContainer container) =>
        container.Shape == StateShape.Map && DomainContent.IsNumber(container.Element);

    /// <summary>Where nothing can be taken out, a new item is made: the container saves allocations.</summary>
    private static bool IsPool(IReadOnlyList<StateUse> removals, ITypeSymbol element) =>
        removals.Any(r => r.Scope.Descendants().OfType<IObjectCreationOperation>().Any(c => SymbolEqualityComparer.Default.Equals(c.Type, DomainContent.Unwrap(element))));

    /// <summary>A registry's own method that nobody calls here: other projects fill it, at start by its name.</summary>
    private bool IsSetup(StateUse use) =>
        SymbolEqualityComparer.Default.Equals(use.Body.Owner.ContainingType, owner)
        && CallVerbs.StartsWithWord(use.Body.Owner.Name, SetupWords)
        && !index.References(use.Body.Owner, cancellationToken).Any();

    /// <summary>Connections live in one process by nature; a backplane, not a store, is what they need.</summary>
    private static bool KeyIsConnection(StateUse use) =>
        use.Key is { } key && key.Unwrapped() switch
        {
            IPropertyReferenceOperation { Property: { Name: "ConnectionId" } property } => !property.ContainingType.Locations.Any(l => l.IsInSource),
            IParameterReferenceOperation parameter => parameter.Parameter.Name == "connectionId",
            _ => false,
        };

    private bool IsBacked(StateUse use)
    {
        if (WriteThrough.IsIn(use.Scope))
        {
            return true;
        }

        if (use.Body.Owner is not IMethodSymbol { DeclaredAccessibility: Accessibility.Private } method)
        {
            return false;
        }

        // A private step of a method that persists.
        var callers = index.BodiesOf(method.ContainingType, new HashSet<string>(StringComparer.Ordinal) { method.Name }, cancellationToken);
        var calls = callers.SelectMany(b => b.Operations).SelectMany(o => o.DescendantsAndSelf()).OfType<IInvocationOperation>()
            .Where(c => SymbolEqualityComparer.Default.Equals(c.TargetMethod.OriginalDefinition, method.OriginalDefinition))
            .ToArray();
        return calls.Length > 0 && calls.All(c => WriteThrough.IsIn(RuntimeCode.ScopeOf(c)));
    }

    /// <summary>A hosted service collects items and hands them on in batches.</summary>
    private bool IsBatch(StateShape shape, IReadOnlyList<StateUse> removals) =>
        shape is StateShape.List or StateShape.Queue && removals.Count > 0 && CodePhase.IsHosted(owner);

    private bool IsDrainedByHostedService(IReadOnlyList<StateUse> uses)
    {
        foreach (var use in uses)
        {
            var isExit = use.Kind == ContainerOperation.Remove || (use.Kind == ContainerOperation.None && ExposesReader(use));
            if (!isExit)
            {
                continue;
            }

            var member = CodeBody.Named(use.Body.Owner);
            if (CodePhase.IsHosted(member.ContainingType) || IsUsedByHostedService(member))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsUsedByHostedService(ISymbol member) =>
        index.References(member, cancellationToken).Any(r =>
            RuntimeCode.OwnerOf(r.Name, r.Model, cancellationToken) is { } user && CodePhase.IsHosted(user.ContainingType));

    private static bool ExposesReader(StateUse use)
    {
        for (var p = use.Site.Parent; p is IPropertyReferenceOperation or IConversionOperation or IReturnOperation; p = p.Parent)
        {
            if (p is IReturnOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsConstruction(StateUse use) =>
        use.Body.Owner is IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor };

    private static bool IsMessagingContract(string name) =>
        name.IndexOf("Outbox", StringComparison.Ordinal) >= 0 || name.IndexOf("Saga", StringComparison.Ordinal) >= 0
        || name.IndexOf("MessagePersistence", StringComparison.Ordinal) >= 0;

    private bool IsListedElement(ITypeSymbol element) =>
        index.Context.Options.StateTypesCritical.Count > 0
        && (IsListed(element, index.Context.Options.StateTypesCritical)
            || (index.Content.Find(element) is { } domain && IsListed(domain, index.Context.Options.StateTypesCritical)));

    private static bool IsListed(ITypeSymbol type, IReadOnlyCollection<string> names) =>
        names.Count > 0 && (names.Contains(type.Name) || names.Contains(type.ToDisplayString()));

    private string ElementName(StateMember member)
    {
        var element = member.Container?.Element ?? member.Type;
        return index.Content.Find(element)?.Name ?? element.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
    }

    private static string NameOf(ISymbol owner) => CodeBody.Named(owner).Name is var name && name is "<Main>$" ? "" : name;

    private (BodyFlow Flow, ValueOrigins Origins) Flow(CodeBody body)
    {
        if (!_flows.TryGetValue(body, out var flow))
        {
            var made = new BodyFlow(body);
            _flows.Add(body, flow = (made, new ValueOrigins(made)));
        }

        return flow;
    }
}
