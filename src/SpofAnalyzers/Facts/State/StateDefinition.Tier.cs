using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

/// <content>The tier: how strongly the code shows that the state is critical.</content>
internal sealed partial class StateDefinition
{
    /// <summary>Words that make a name speak of figures for people to look at.</summary>
    private static readonly string[] StatisticWords = ["Metric", "Statistic", "Stat", "Telemetry", "Diagnostic"];

    /// <summary>Words that make a name speak of copies, statistics, delays or settings; they lower the tier.</summary>
    private static readonly string[] HarmlessWords =
    [
        "Notifier", "Monitor", "Throttle", "Throttler", "RateLimit", "RateLimiter", "Debounce", "Debouncer", "Cache", "Cached", "Memo",
        "Options", "Builder", "Setting", "Pool", "Circuit", "Breaker", "Fake", "Mock", "Stub", .. StatisticWords,
    ];

    /// <summary>Where it is never looked up either, it decides nothing.</summary>
    private bool IsStatistic(StateMember member) => StatisticWords.Any(w => HasWord(owner.Name, w) || HasWord(member.Symbol.Name, w));

    private StateTier TierOf(
        StateMember member, StateShape shape, IReadOnlyList<(StateUse Use, InsertedContent Content)> insertions,
        IReadOnlyList<StateUse> uses, IReadOnlyList<StateUse> removals)
    {
        if (_isListedOwner || IsListedElement(member.Container?.Element ?? member.Type))
        {
            return StateTier.A;
        }

        if (insertions.All(i => i.Content == InsertedContent.Pile || IsFactory(i.Use)) || IsAuxiliary(member) || insertions.All(i => IsSetup(i.Use)))
        {
            return StateTier.B;
        }

        var isTierA = shape switch
        {
            StateShape.Counter => true,
            StateShape.Queue => !IsRingBuffer(insertions.Select(i => i.Use), removals),
            StateShape.Map => IsIdentity(member.Container!.Key!)
                && (removals.Any(r => r.Kind == ContainerOperation.Remove) || insertions.Any(i => i.Use.IsReadModifyWrite || ReadsBefore(i.Use, uses))),
            _ => false,
        };
        return isTierA ? StateTier.A : StateTier.B;
    }

    /// <summary>The value that was there decides what comes next: an auction, not a cache.</summary>
    private static bool ReadsBefore(StateUse insertion, IReadOnlyList<StateUse> uses) =>
        uses.Any(u => u.IsLookup && u.UsesFetched && u.Scope == insertion.Scope);

    /// <summary>Items leave only where new ones come in: the last few are kept for looking at.</summary>
    private static bool IsRingBuffer(IEnumerable<StateUse> insertions, IReadOnlyList<StateUse> removals)
    {
        var scopes = new HashSet<IOperation>(insertions.Select(i => i.Scope));
        return removals.Count > 0 && removals.All(r => scopes.Contains(r.Scope));
    }

    /// <summary>Filled by <c>GetOrAdd(key, factory)</c>: the form of a memo, whatever the factory wraps.</summary>
    private static bool IsFactory(StateUse use) => use is { Kind: ContainerOperation.GetOrAdd, IsNested: false } && use.Values.Any(InsertionContent.IsFunction);

    private static bool IsIdentity(ITypeSymbol key)
    {
        key = DomainContent.Unwrap(key);
        return key.IsTupleType || key.Name == "Guid" || key.SpecialType == SpecialType.System_String
            || key.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64
            || (key is { TypeKind: TypeKind.Struct } && key.Locations.Any(l => l.IsInSource));
    }

    /// <summary>Holds what serves something else: log lines, delayed notices, copies, statistics.</summary>
    private bool IsAuxiliary(StateMember member) =>
        owner.AllInterfaces.Any(i => i.Name is "ILoggerProvider" or "ILogger" or "ILogEventSink")
        || HarmlessWords.Any(w => HasWord(owner.Name, w) || HasWord(member.Symbol.Name, w) || HasWord(ElementName(member), w))
        || HasWord(ElementName(member), "Connection")
        || owner.GetMembers().Any(m => m is IFieldSymbol { Type: { Name: "Timer" or "PeriodicTimer" or "ITimer" } type } && ContainerOperations.IsBaseClassLibrary(type));

    /// <summary>True when the word, or its plural, is one of the capitalised words of the name.</summary>
    private static bool HasWord(string name, string word)
    {
        for (var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = name.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            end += end < name.Length && name[end] == 's' ? 1 : 0;
            if ((at == 0 || name[at - 1] == '_' || char.IsUpper(name[at])) && (end == name.Length || !char.IsLower(name[end])))
            {
                return true;
            }
        }

        return false;
    }
}
