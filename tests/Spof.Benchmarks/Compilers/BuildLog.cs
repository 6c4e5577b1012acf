using Microsoft.Build.Framework;
using Microsoft.Build.Logging.StructuredLogger;
using Microsoft.CodeAnalysis;

namespace Spof.Benchmarks.Compilers;

/// <summary>Reads the calls of the C# compiler out of a binary log.</summary>
internal static class BuildLog
{
    public static IReadOnlyList<CompilerCall> Calls(string log)
    {
        var folders = new Dictionary<int, string>();
        var calls = new List<CompilerCall>();
        foreach (var record in new BinLogReader().ReadRecords(log))
        {
            if (record.Args is ProjectStartedEventArgs { ProjectFile: { Length: > 0 } file, BuildEventContext: { } started })
            {
                folders[started.ProjectContextId] = Path.GetDirectoryName(Path.GetFullPath(file))!;
            }
            else if (record.Args is TaskCommandLineEventArgs { TaskName: "Csc", BuildEventContext: { } called } call)
            {
                calls.Add(new CompilerCall(folders[called.ProjectContextId], Arguments(call.CommandLine)));
            }
        }

        return calls;
    }

    private static IReadOnlyList<string> Arguments(string commandLine)
    {
        var words = CommandLineParser.SplitCommandLineIntoArguments(commandLine, removeHashComments: false).ToArray();
        var compiler = Array.FindIndex(words, w => Path.GetFileNameWithoutExtension(w.Trim('"')).Equals("csc", StringComparison.OrdinalIgnoreCase));
        return words[(compiler + 1)..];
    }
}
