using System.Text.Json;
using Spof.Code.Projects;
using Spof.Files;

namespace Spof.Code.References;

/// <summary>A package that a restore chose.</summary>
/// <param name="Folder">Full path of its folder; null when it is not at hand.</param>
/// <param name="Assemblies">Full paths of the assemblies to compile against.</param>
internal sealed record RestoredPackage(string? Folder, IReadOnlyList<string> Assemblies);

/// <summary>What a restore wrote down in <c>project.assets.json</c> for one framework.</summary>
/// <param name="Packages">Packages by id.</param>
internal sealed record ProjectAssets(IReadOnlyDictionary<string, RestoredPackage> Packages)
{
    private const long MaxBytes = 128 * 1024 * 1024;

    /// <param name="path">The assets file.</param>
    /// <param name="framework">The project's framework.</param>
    /// <param name="folders">Package folders to look in, besides those that the file names.</param>
    /// <returns>Null when the file does not speak of the framework.</returns>
    /// <exception cref="JsonException">The file is not valid JSON.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="InvalidDataException">The file is too large.</exception>
    public static ProjectAssets? Read(string path, TargetFramework framework, PackageFolders folders)
    {
        using var stream = RegularFile.OpenRead(path);
        if (stream.Length > MaxBytes)
        {
            throw new InvalidDataException("it is larger than 128 MB");
        }

        using var document = JsonDocument.Parse(stream);
        var file = document.RootElement;
        if (Property(file, "targets") is not { ValueKind: JsonValueKind.Object } targets || Property(file, "libraries") is not { } libraries)
        {
            return null;
        }

        foreach (var target in targets.EnumerateObject())
        {
            // Names with a slash repeat a framework for one runtime.
            if (!target.Name.Contains('/') && framework.Equals(TargetFramework.Parse(target.Name)) && target.Value.ValueKind == JsonValueKind.Object)
            {
                string[] roots = [.. folders.Paths.Concat(FoldersOf(file)).Distinct()];
                return new ProjectAssets(Read(target.Value, libraries, roots));
            }
        }

        return null;
    }

    private static Dictionary<string, RestoredPackage> Read(JsonElement target, JsonElement libraries, string[] roots)
    {
        var packages = new Dictionary<string, RestoredPackage>(StringComparer.OrdinalIgnoreCase);
        foreach (var library in target.EnumerateObject())
        {
            var slash = library.Name.IndexOf('/');
            if (slash < 0 || Text(library.Value, "type") != "package" || Property(libraries, library.Name) is not { } entry || Text(entry, "path") is not { } relative)
            {
                continue;
            }

            var assemblies = new List<string>();
            var isComplete = true;
            if (Property(library.Value, "compile") is { ValueKind: JsonValueKind.Object } compile)
            {
                foreach (var file in compile.EnumerateObject().Select(f => f.Name).Where(f => f.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)))
                {
                    var path = roots.Select(r => Below(r, relative, file)).FirstOrDefault(File.Exists);
                    isComplete &= path is not null;
                    if (path is not null)
                    {
                        assemblies.Add(path);
                    }
                }
            }

            if (isComplete)
            {
                packages[library.Name[..slash]] = new RestoredPackage(roots.Select(r => Below(r, relative, "")).FirstOrDefault(Directory.Exists), assemblies);
            }
        }

        return packages;
    }

    private static IEnumerable<string> FoldersOf(JsonElement file) =>
        Property(file, "packageFolders") is { ValueKind: JsonValueKind.Object } folders
            ? folders.EnumerateObject().Select(f => f.Name).Where(Path.IsPathFullyQualified)
            : [];

    /// <summary>The path below the folder; null for one that climbs out of it.</summary>
    private static string? Below(string root, string package, string file)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Join(root, package, file)));
        return path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : null;
    }

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement element, string name) =>
        Property(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
