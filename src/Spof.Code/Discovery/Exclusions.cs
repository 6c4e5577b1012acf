using Spof.Code.Projects;

namespace Spof.Code.Discovery;

/// <summary>Paths that the user does not want read.</summary>
internal sealed class Exclusions(ScanRoot root, IEnumerable<string> patterns)
{
    /// <summary>A pattern that ends with <c>/**</c> also means the folder itself, so that it is not walked.</summary>
    private readonly PathPattern[] _patterns =
    [
        .. patterns.Where(p => !string.IsNullOrWhiteSpace(p)).SelectMany(p => p.EndsWith("/**", StringComparison.Ordinal) ? new[] { p, p[..^3] } : [p])
            .Select(p => PathPattern.Parse(root.Folder, p)),
    ];

    public bool Contain(string fullPath) => Array.Exists(_patterns, p => p.Matches(fullPath));
}
