using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>Names of components, to suggest one where a host leads nowhere. Names of a very different length are never compared.</summary>
internal sealed class SimilarNames
{
    private const int Most = 3;

    private readonly Dictionary<int, List<(string Id, string Name)>> _byLength = [];

    public void Add(string id, string name)
    {
        var normal = NameLikeness.Normalise(name);
        if (!_byLength.TryGetValue(normal.Length, out var names))
        {
            _byLength[normal.Length] = names = [];
        }

        names.Add((id, normal));
    }

    /// <summary>Ids with the most similar names, best first.</summary>
    public ImmutableArray<string> To(string name)
    {
        var wanted = NameLikeness.Normalise(name);
        var limit = Math.Max(1, wanted.Length / 3);
        return [.. Enumerable.Range(wanted.Length - limit, (2 * limit) + 1)
            .SelectMany(length => _byLength.GetValueOrDefault(length) ?? [])
            .Select(c => (c.Id, Distance: EditDistance.Between(wanted, c.Name)))
            .Where(c => c.Distance <= limit)
            .OrderBy(c => c.Distance).ThenBy(c => c.Id, StringComparer.Ordinal)
            .Take(Most)
            .Select(c => c.Id)];
    }
}
