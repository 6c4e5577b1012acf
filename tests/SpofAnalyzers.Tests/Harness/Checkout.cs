namespace SpofAnalyzers.Tests.Harness;

/// <summary>Finds files of the repository.</summary>
internal static class Checkout
{
    /// <summary>Full path of a folder, from the root of the repository.</summary>
    public static string Folder(params string[] path)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "SpofAnalyzers.sln")))
        {
            root = root.Parent ?? throw new DirectoryNotFoundException("no SpofAnalyzers.sln above the tests");
        }

        return Path.Combine([root.FullName, .. path]);
    }
}
