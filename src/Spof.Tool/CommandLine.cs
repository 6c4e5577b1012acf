using System.CommandLine;
using System.Reflection;
using Spof.Tool.Commands;

namespace Spof.Tool;

/// <summary>The command line: System.CommandLine stays at this edge; commands take plain options and writers.</summary>
internal static class CommandLine
{
    public static string Version { get; } =
        typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Runs one command; every way out has an exit code of <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("If this disappears, does the system stop? Finds the single points of failure of .NET systems.")
        {
            ScanCommand.Create(output, error),
            FailCommand.Create(output, error),
            ExplainCommand.Create(output, error),
        };
        var parsed = root.Parse(args);
        if (args.Length == 0)
        {
            WriteWelcome(output);
            return (int)ExitCode.Passed;
        }

        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                await error.WriteLineAsync("spof: " + problem.Message);
            }

            await error.WriteLineAsync($"spof: see 'spof {parsed.CommandResult.Command.Name switch { "spof" => "", var name => name + " " }}--help'");
            return (int)ExitCode.Failure;
        }

        try
        {
            var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (UserError problem)
        {
            await error.WriteLineAsync("spof: " + problem.Message);
            return (int)problem.Code;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("spof: cancelled");
            return (int)ExitCode.Cancelled;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync("spof: " + problem.Message);
            return (int)ExitCode.Failure;
        }
    }

    private static void WriteWelcome(TextWriter output) => output.WriteLine(
        $"""
        spof {Version}: if this disappears, does the system stop?

        Look
          scan       Build the graph, find single points of failure, write reports
          fail       If this disappears, what stops?
          explain    A rule or a finding

        Examples
          spof scan                          the solution and manifests below this folder
          spof scan -o spof.sarif -o spof.json
          spof fail orders-db                what stops without it, and what does not
        """);
}
