namespace Spof.Tool.Tests;

/// <summary>Finds the checkout that the tests were built from, and the corpus beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Folder of real manifests; null where it is absent, and tests that need it skip.</summary>
    public static string? Corpus { get; } = FindCorpus();

    public static string Sample(string name) => Path.Combine(Root, "samples", name);

    private static string FindRoot()
    {
        for (var at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, "SpofAnalyzers.sln")))
            {
                return at;
            }
        }

        throw new DirectoryNotFoundException("The tests do not run below a checkout.");
    }

    private static string? FindCorpus()
    {
        var beside = Path.Combine(Path.GetDirectoryName(Root)!, "shared", "corpus");
        return Directory.Exists(beside) ? beside : Environment.GetEnvironmentVariable("SPOF_CORPUS") is { Length: > 0 } named && Directory.Exists(named) ? named : null;
    }
}
