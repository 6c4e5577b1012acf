using System.CommandLine;
using System.Reflection;
using Spof.Model;
using Spof.Reporting;
using Spof.Tool.Commands;
using Spof.Tool.Scanning;

namespace Spof.Tool;

/// <summary>The command line: System.CommandLine stays at this edge; commands take plain options and writers.</summary>
internal static class CommandLine
{
    public static string Version { get; } =
        typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Runs one command; every way out has an exit code of <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        var parsed = Create(output, error).Parse(args);
        if (args.Length == 0)
        {
            WriteWelcome(output);
            return (int)ExitCode.Passed;
        }

        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                await SayAsync(error, problem.Message);
            }

            await error.WriteLineAsync($"spof: see 'spof {parsed.CommandResult.Command.Name switch { "spof" => "", var name => name + " " }}--help'");
            return (int)ExitCode.Failure;
        }

        try
        {
            var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException problem)
        {
            await SayAsync(error, problem is TimeLimitReached ? problem.Message : "cancelled");
            return (int)ExitCode.Cancelled;
        }
        catch (Exception problem) when (problem is UserError or SettingsException or IOException or UnauthorizedAccessException)
        {
            await SayAsync(error, problem.Message);
            return (int)ExitCode.Failure;
        }
        catch (Exception problem)
        {
            // Whatever else is thrown is a fault of the tool: the user gets one line and an exit code that is none of a finding.
            await SayAsync(error, $"internal error: {problem.GetType().Name}: {problem.Message.Trim()}; please report it. Run with -v diagnostic for the stack trace");
            if (ScanOptions.IsDiagnostic(parsed))
            {
                await error.WriteLineAsync(problem.ToString());
            }

            return (int)ExitCode.Failure;
        }
    }

    // One line, whatever it quotes: messages hold paths and values of scanned files.
    private static Task SayAsync(TextWriter error, string message) => error.WriteLineAsync("spof: " + SafeText.Of(string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), 2000));

    internal static RootCommand Create(TextWriter output, TextWriter error) =>
        new("If this disappears, does the system stop? Finds the single points of failure of .NET systems.")
        {
            ScanCommand.Create(output, error),
            FailCommand.Create(output, error),
            ExplainCommand.Create(output, error),
            FaultTreeCommand.Create(output),
        };

    private static void WriteWelcome(TextWriter output) => output.WriteLine(
        $"""
        spof {Version}: if this disappears, does the system stop?

        Look
          scan       Build the graph, find single points of failure, write reports
          fail       If this disappears, what stops?
          explain    A rule or a finding
          faulttree  Cut sets and probability of an Open-PSA fault tree

        Examples
          spof scan                          the solution and manifests below this folder
          spof scan -o spof.sarif -o spof.json
          spof fail orders-db                what stops without it, and what does not
        """);
}
