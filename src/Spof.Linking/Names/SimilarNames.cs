using System.Collections.Immutable;
using System.Numerics;
using Spof.Model;

namespace Spof.Linking;

/// <summary>
/// Names of components, to suggest one where a host leads nowhere. Few pairs of names are compared letter by letter: a difference in
/// length and letters that only one of the two has show at once that others are too far apart.
/// </summary>
internal sealed class SimilarNames
{
    private const int Most = 3;

    private readonly Dictionary<int, List<(string Id, string Name, ulong Letters)>> _byLength = [];

    public void Add(string id, string name)
    {
        var normal = NameLikeness.Normalise(name);
        if (!_byLength.TryGetValue(normal.Length, out var names))
        {
            _byLength[normal.Length] = names = [];
        }

        names.Add((id, normal, LettersOf(normal)));
    }

    /// <summary>Ids with the most similar names, best first.</summary>
    public ImmutableArray<string> To(string name)
    {
        var wanted = NameLikeness.Normalise(name);
        var letters = LettersOf(wanted);
        var limit = Math.Max(1, wanted.Length / 3);
        return [.. Enumerable.Range(wanted.Length - limit, (2 * limit) + 1)
            .SelectMany(length => _byLength.GetValueOrDefault(length) ?? [])
            .Where(c => BitOperations.PopCount(c.Letters & ~letters) <= limit && BitOperations.PopCount(letters & ~c.Letters) <= limit)
            .Select(c => (c.Id, Distance: EditDistance.Between(wanted, c.Name)))
            .Where(c => c.Distance <= limit)
            .OrderBy(c => c.Distance).ThenBy(c => c.Id, StringComparer.Ordinal)
            .Take(Most)
            .Select(c => c.Id)];
    }

    /// <summary>A bit for each letter that occurs; letters that share a bit only make two names look nearer.</summary>
    private static ulong LettersOf(string name) => name.Aggregate(0UL, (letters, letter) => letters | (1UL << (letter & 63)));
}
