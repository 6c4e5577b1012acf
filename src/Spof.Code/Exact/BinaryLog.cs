using Microsoft.Build.Framework;
using Microsoft.Build.Logging.StructuredLogger;
using Microsoft.CodeAnalysis;
using Spof.Code.Discovery;

namespace Spof.Code.Exact;

/// <summary>Takes the compiler calls out of a binary log that a build of the user wrote (<c>-bl</c>). Nothing is run.</summary>
internal static class BinaryLog
{
    private const string CompilerTask = "Csc";
    private static readonly string[] CompilerNames = ["csc.dll", "csc.exe", "csc"];

    /// <param name="path">Full path of the log.</param>
    /// <param name="frameworks">For projects that build for several frameworks, the one to take, by full path.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Compiler calls by full path of the project.</returns>
    /// <exception cref="InvalidDataException">The file is no binary log, or it holds no call of the C# compiler.</exception>
    public static IReadOnlyDictionary<string, CompilerInvocation> Read(
        string path, IReadOnlyDictionary<string, string> frameworks, CancellationToken cancellationToken)
    {
        var invocations = new Dictionary<string, CompilerInvocation>(ScanRoot.PathComparer);
        try
        {
            foreach (var invocation in Invocations(path, cancellationToken))
            {
                if (!frameworks.TryGetValue(invocation.Project, out var framework) || IsFor(framework, invocation.Arguments))
                {
                    invocations[invocation.Project] = invocation;
                }
            }
        }
        catch (Exception e) when (e is IOException or NotSupportedException or InvalidDataException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("the file is no binary log that can be read", e);
        }

        return invocations.Count > 0
            ? invocations
            : throw new InvalidDataException("the binary log holds no call of the C# compiler; write it with a full build (-bl --no-incremental)");
    }

    private static IEnumerable<CompilerInvocation> Invocations(string path, CancellationToken cancellationToken)
    {
        var projects = new Dictionary<int, string>();
        foreach (var record in new BinLogReader().ReadRecords(path))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (record.Args is ProjectStartedEventArgs { ProjectFile: { Length: > 0 } file, BuildEventContext: { } started })
            {
                projects[started.ProjectContextId] = Path.GetFullPath(file);
            }
            else if (record.Args is TaskCommandLineEventArgs { TaskName: CompilerTask, BuildEventContext: { } called } call
                && projects.TryGetValue(called.ProjectContextId, out var project))
            {
                yield return new CompilerInvocation(project, IsRestored: true, References: null, ArgumentsOf(call.CommandLine));
            }
        }
    }

    /// <summary>What follows the compiler's name.</summary>
    private static IReadOnlyList<string> ArgumentsOf(string commandLine)
    {
        var words = CommandLineParser.SplitCommandLineIntoArguments(commandLine, removeHashComments: false).ToArray();
        var compiler = Array.FindIndex(words, w => CompilerNames.Contains(Path.GetFileName(w.Trim('"')), StringComparer.OrdinalIgnoreCase));
        return words[(compiler + 1)..];
    }

    /// <summary>The output of a build for several frameworks lies in a folder named after each.</summary>
    private static bool IsFor(string framework, IEnumerable<string> arguments) =>
        arguments.Any(a => a.StartsWith("/out:", StringComparison.Ordinal) && a.Replace('\\', '/').Split('/').Contains(framework, StringComparer.OrdinalIgnoreCase));
}
