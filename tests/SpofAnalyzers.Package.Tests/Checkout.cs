namespace SpofAnalyzers.Package.Tests;

/// <summary>Finds files of the repository.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    /// <summary>Debug or Release, as the tests themselves were built: <c>bin/Debug/net10.0</c>.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "SpofAnalyzers.sln")))
        {
            at = at.Parent ?? throw new DirectoryNotFoundException("no SpofAnalyzers.sln above the tests");
        }

        return at.FullName;
    }
}
