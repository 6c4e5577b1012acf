using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

internal enum InsertedContent
{
    /// <summary>Nothing from outside.</summary>
    None,

    /// <summary>Computed from the key: it can be computed again.</summary>
    Memo,

    /// <summary>Read from another store.</summary>
    Copy,

    /// <summary>Read from another store and piled up: no later read brings back the same.</summary>
    Pile,

    /// <summary>From a parameter, a request or a message, and nowhere else.</summary>
    Original,
}

/// <summary>Judges what one insertion puts into a container.</summary>
internal static class InsertionContent
{
    public static InsertedContent Of(StateUse use, StateShape shape, ValueOrigins origins, IReadOnlyList<StateUse> uses)
    {
        var key = origins.Of(use.Key);
        if (shape == StateShape.Counter)
        {
            return key.IsExternal ? InsertedContent.Original : InsertedContent.None;
        }

        var value = origins.Of([.. use.Values]);
        if (use.IsNested)
        {
            return value.Direct.Count > 0 ? InsertedContent.Original : InsertedContent.None;
        }

        if (use.Kind == ContainerOperation.GetOrAdd && use.Values.Any(IsFunction))
        {
            // A factory that calls something is a computation; one that only wraps what the caller brought is not.
            return value.Direct.Any(v => !key.Covers(v)) && !use.Values.Any(Calls) ? InsertedContent.Original : InsertedContent.Memo;
        }

        if (value.IsRead && value.Direct.Count == 0)
        {
            return shape == StateShape.Map || HasReload(use, uses) ? InsertedContent.Copy : InsertedContent.Pile;
        }

        if (shape == StateShape.Map && value.IsComputed && !IsPartOfValue(use) && IsComputedFromKey(use, value, key, uses))
        {
            return InsertedContent.Memo;
        }

        return value.IsExternal || (key.IsExternal && (value.IsRandom || value.IsMade)) ? InsertedContent.Original : InsertedContent.None;
    }

    /// <summary>The key is read from the value (<c>order.Id</c>), so that the value cannot have been made from it.</summary>
    private static bool IsPartOfValue(StateUse use) =>
        use.Key is { } key && key.Unwrapped() is IMemberReferenceOperation
        && BodyFlow.RootLocal(key) is { } local
        && use.Values.Any(v => SymbolEqualityComparer.Default.Equals(BodyFlow.RootLocal(v), local));

    private static bool IsComputedFromKey(StateUse use, ValueOrigin value, ValueOrigin key, IReadOnlyList<StateUse> uses)
    {
        var isGuarded = uses.Any(u => u.IsLookup && u.Scope == use.Scope);
        if (value.IsCoveredBy(key))
        {
            return !value.IsRandom && (!value.IsMade || isGuarded);
        }

        // "TryGetValue, else compute from the key and more": what does not come from the key only went into the computation.
        return isGuarded && value.Direct.All(key.Covers) && value.Through.Any(key.Covers);
    }

    /// <summary>The function first throws away what the container holds: a refresh.</summary>
    private static bool HasReload(StateUse use, IReadOnlyList<StateUse> uses) =>
        uses.Any(u => (u.Kind == ContainerOperation.Clear || u.IsAssignment) && u.Scope == use.Scope);

    /// <summary>True for a factory: a lambda, a method group, or anything else of a delegate type.</summary>
    public static bool IsFunction(IOperation value) =>
        value.Unwrapped() is IDelegateCreationOperation or IAnonymousFunctionOperation or IMethodReferenceOperation
            or { Type.TypeKind: TypeKind.Delegate };

    private static bool Calls(IOperation value) =>
        value.DescendantsAndSelf().Any(o => o is IMethodReferenceOperation
            || (o is IInvocationOperation { TargetMethod.ContainingType: { } type } && !ContainerOperations.IsBaseClassLibrary(type)));
}
