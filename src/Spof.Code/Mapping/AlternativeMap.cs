using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Spof.Model;

namespace Spof.Code.Mapping;

/// <summary>Joins a dependency that is only asked when another one has failed to that other one.</summary>
internal static class AlternativeMap
{
    public static ImmutableArray<CodeDependency> Join(IReadOnlyList<MappedDependency> dependencies)
    {
        var byCall = dependencies.SelectMany(d => d.Calls.Select(c => (c.Location, d.Dependency.Id))).ToLookup(c => c.Location, c => c.Id);
        return [.. dependencies.Select(d => Join(d, byCall))];
    }

    private static CodeDependency Join(MappedDependency mapped, ILookup<Location, string> byCall)
    {
        var dependency = mapped.Dependency;
        var deciding = MappedDependency.Deciding(mapped.Calls);
        if (deciding.Count == 0 || !deciding.All(c => c.IsAlternative))
        {
            return dependency;
        }

        var firsts = deciding.SelectMany(c => c.AlternativeOf).SelectMany(l => byCall[l]).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        return firsts.Contains(dependency.Id) ? dependency // The same provider asked again stands in for nobody.
            : firsts.Length > 0 ? dependency with { AlternativeTo = firsts }
            : dependency.Strength != Strength.Hard ? dependency
            : dependency with
            {
                Strength = Strength.Unknown,
                Unknowns = [new Unknown("strength", $"'{dependency.Name}' is only called where something else has failed, and the code does not show what", EvidenceMap.Of(deciding[0].Location)?.At)],
            };
    }
}
