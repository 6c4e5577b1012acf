using Spof.Code.Projects;

namespace Spof.Code.References;

/// <summary>A package that a project compiles against.</summary>
/// <param name="Id">Package id.</param>
/// <param name="Version">What is asked for.</param>
/// <param name="IsDirect">True when a project file names it.</param>
internal sealed record PackageRequest(string Id, PackageVersionRange Version, bool IsDirect);

/// <summary>Packages of a project and what they depend on, as far as they lie in the local folders.</summary>
internal sealed record PackageClosure(IReadOnlyList<LocalPackage> Found, IReadOnlyList<string> Missing)
{
    private const int MaxPackages = 5000;

    /// <summary>Follows the dependencies of the requested packages; a direct request decides the version, else the highest lower bound.</summary>
    public static PackageClosure Of(IEnumerable<PackageRequest> requests, PackageFolders folders, TargetFramework framework)
    {
        var wanted = new SortedDictionary<string, PackageRequest>(StringComparer.OrdinalIgnoreCase);
        var found = new SortedDictionary<string, LocalPackage>(StringComparer.OrdinalIgnoreCase);
        var missing = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        var queue = new Queue<PackageRequest>(requests);
        while (queue.TryDequeue(out var request) && found.Count < MaxPackages)
        {
            if (wanted.TryGetValue(request.Id, out var known) && !Raises(request, known))
            {
                continue;
            }

            wanted[request.Id] = request;
            if (folders.Find(request.Id, request.Version) is not { } package)
            {
                if (!found.ContainsKey(request.Id))
                {
                    missing.Add(request.Id);
                }

                continue;
            }

            missing.Remove(request.Id);
            if (found.TryGetValue(request.Id, out var before) && before.Folder == package.Folder)
            {
                continue;
            }

            found[request.Id] = package;
            foreach (var dependency in folders.Dependencies(package, framework))
            {
                queue.Enqueue(new PackageRequest(dependency.Id, dependency.Range, IsDirect: false));
            }
        }

        return new PackageClosure([.. found.Values], [.. missing]);
    }

    private static bool Raises(PackageRequest request, PackageRequest known) =>
        !known.IsDirect && request.Version.Min is { } min && (known.Version.Min is null || min.CompareTo(known.Version.Min) > 0);
}
