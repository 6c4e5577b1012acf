namespace Spof.Code.Exact;

/// <summary>How the build would call the compiler for one project.</summary>
/// <param name="Project">Full path of the project.</param>
/// <param name="IsRestored">True when the packages of the project were restored, so that the references are complete.</param>
/// <param name="References">Full paths of the projects that it references; null where that is not told.</param>
/// <param name="Arguments">The compiler's arguments.</param>
internal sealed record CompilerInvocation(string Project, bool IsRestored, IReadOnlyList<string>? References, IReadOnlyList<string> Arguments)
{
    private const string ProjectKey = "project=";
    private const string AssetsKey = "assets=";
    private const string ReferenceKey = "reference=";

    /// <param name="lines">What <see cref="DesignTimeBuild"/> had the build write.</param>
    /// <returns>Null when the lines name no project.</returns>
    public static CompilerInvocation? Parse(IReadOnlyList<string> lines)
    {
        string? project = null;
        var isRestored = false;
        var references = new List<string>();
        var arguments = new List<string>(lines.Count);
        foreach (var line in lines)
        {
            if (line.StartsWith(ProjectKey, StringComparison.Ordinal))
            {
                project = line[ProjectKey.Length..];
            }
            else if (line.StartsWith(AssetsKey, StringComparison.Ordinal))
            {
                isRestored = File.Exists(line[AssetsKey.Length..]);
            }
            else if (line.StartsWith(ReferenceKey, StringComparison.Ordinal))
            {
                references.Add(Path.GetFullPath(line[ReferenceKey.Length..]));
            }
            else if (line.Length > 0)
            {
                arguments.Add(line);
            }
        }

        return project is null ? null : new CompilerInvocation(Path.GetFullPath(project), isRestored, references, arguments);
    }
}
