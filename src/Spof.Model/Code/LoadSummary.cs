using System.Collections.Immutable;

namespace Spof.Model;

/// <summary>How well the C# of a system was read, over all its projects.</summary>
/// <param name="ProjectsByLoader">Number of projects by the loader that read them: source, exact or binlog.</param>
/// <param name="Files">C# files.</param>
/// <param name="PackagesStubbed">Different packages that declarations of ours stand in for.</param>
/// <param name="PackagesMissing">Different packages that were not found, so that calls into them are not seen.</param>
/// <param name="Calls">Calls that may reach another service, by their name.</param>
/// <param name="CallsUnderstood">Of those, the ones that were bound to a symbol.</param>
public sealed record LoadSummary(
    ImmutableSortedDictionary<string, int> ProjectsByLoader, int Files, int PackagesStubbed, int PackagesMissing, int Calls, int CallsUnderstood)
{
    public static LoadSummary Of(ImmutableArray<CodeProject> projects) => new(
        projects.GroupBy(p => p.Load.Loader).ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
        projects.Sum(p => p.Load.Files),
        Different(projects.SelectMany(p => p.Load.PackagesStubbed)),
        Different(projects.SelectMany(p => p.Load.PackagesMissing)),
        projects.Sum(p => p.Load.Candidates),
        projects.Sum(p => p.Load.Bound));

    private static int Different(IEnumerable<string> packages) => packages.Distinct(StringComparer.OrdinalIgnoreCase).Count();
}
