namespace Spof.Manifests.Scanning;

/// <summary>Formats by file ending.</summary>
internal static class FileNames
{
    public static bool IsYaml(ReadOnlySpan<char> path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    public static bool IsJson(ReadOnlySpan<char> path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
