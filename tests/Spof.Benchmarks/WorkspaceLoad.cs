using Microsoft.CodeAnalysis.MSBuild;

namespace Spof.Benchmarks;

/// <summary>The reference: Roslyn's own way to open a solution.</summary>
internal static class WorkspaceLoad
{
    /// <returns>Number of compilations.</returns>
    public static async Task<int> OpenAsync(string solutionFile, CancellationToken cancellation)
    {
        using var workspace = MSBuildWorkspace.Create();
        var solution = await workspace.OpenSolutionAsync(solutionFile, cancellationToken: cancellation);
        var compilations = 0;
        foreach (var project in solution.Projects)
        {
            compilations += await project.GetCompilationAsync(cancellation) is null ? 0 : 1;
        }

        return compilations;
    }
}
