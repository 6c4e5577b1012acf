namespace Spof.Benchmarks.Generation;

/// <summary>A solution to measure on: how large it is and where it lies.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Projects">Number of projects.</param>
/// <param name="Files">Number of C# files.</param>
/// <param name="Lines">Lines in them.</param>
internal sealed record GeneratedSolution(string Folder, int Projects, int Files, int Lines)
{
    public string SolutionFile => Path.Join(Folder, "Shop.slnx");
}
