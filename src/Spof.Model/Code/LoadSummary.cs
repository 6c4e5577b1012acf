using System.Collections.Immutable;

namespace Spof.Model;

/// <summary>How well the C# of a system was read, over all its projects.</summary>
/// <param name="ProjectsByLoader">Number of projects by the loader that read them: source, exact or binlog.</param>
/// <param name="ReadFromSourceBecause">Number of projects that were read from source although a build was asked, by the reason.</param>
/// <param name="Files">C# files.</param>
/// <param name="PackagesStubbed">Different packages that declarations of ours stand in for.</param>
/// <param name="PackagesMissing">Different packages that were not found, so that calls into them are told by their names at most.</param>
/// <param name="Calls">Calls that may reach another service, by their name.</param>
/// <param name="CallsBound">Of those, the ones that were bound to a symbol.</param>
/// <param name="CallsMatchedByName">Of the others, the ones that were told by their names.</param>
public sealed record LoadSummary(
    ImmutableSortedDictionary<string, int> ProjectsByLoader, ImmutableSortedDictionary<string, int> ReadFromSourceBecause, int Files,
    int PackagesStubbed, int PackagesMissing, int Calls, int CallsBound, int CallsMatchedByName)
{
    public static LoadSummary Of(ImmutableArray<CodeProject> projects) => new(
        CountBy(projects.Select(p => p.Load.Loader)),
        CountBy(projects.Select(p => p.Load.LoaderReason).OfType<string>()),
        projects.Sum(p => p.Load.Files),
        Different(projects.SelectMany(p => p.Load.PackagesStubbed)),
        Different(projects.SelectMany(p => p.Load.PackagesMissing)),
        projects.Sum(p => p.Load.Candidates),
        projects.Sum(p => p.Load.Bound),
        projects.Sum(p => p.Load.MatchedByName));

    private static ImmutableSortedDictionary<string, int> CountBy(IEnumerable<string> values) =>
        values.GroupBy(v => v, StringComparer.Ordinal).ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    private static int Different(IEnumerable<string> packages) => packages.Distinct(StringComparer.OrdinalIgnoreCase).Count();
}
