namespace Spof.Tool.Tests.Docs;

/// <summary>The pages that people read: of the repository, of the samples and of the packages.</summary>
internal static class Pages
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. new[] { "docs", "samples" }.SelectMany(f => Directory.GetFiles(Path.Combine(Repository.Root, f), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(f => Path.Combine(f, "README.md")).Where(File.Exists))
            .Concat(Directory.GetFiles(Repository.Root, "*.md"))
            .Order(StringComparer.Ordinal),
    ];

    public static string Name(string page) => Path.GetRelativePath(Repository.Root, page);
}
