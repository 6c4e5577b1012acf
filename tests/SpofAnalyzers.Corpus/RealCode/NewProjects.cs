using System.Diagnostics;

namespace SpofAnalyzers.Corpus.RealCode;

/// <summary>What <c>dotnet new</c> writes: the C# that most services began as. The SDK brings it, so it is there wherever the tests run.</summary>
internal static class NewProjects
{
    public const string Tree = "dotnet new";

    private static readonly (string Name, string Arguments)[] Templates =
    [
        ("Api", "webapi"), ("Controllers", "webapi --use-controllers"), ("Accounts", "mvc --auth Individual"), ("Members", "webapp --auth Individual --use-local-db"),
        ("Circuits", "blazor --interactivity Server"), ("Everywhere", "blazor --interactivity Auto --auth Individual"), ("Browser", "blazorwasm"), ("Greeter", "grpc"), ("Background", "worker"),
    ];

    public static async Task<RealTree> CreateAsync(CancellationToken cancellationToken)
    {
        var tree = RealTree.Empty(Tree);
        foreach (var (name, arguments) in Templates)
        {
            var start = new ProcessStartInfo("dotnet", ["new", .. arguments.Split(' '), "-n", name, "-o", Path.Combine(tree.Folder, name), "--no-restore", "--no-update-check"])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = tree.Folder,
            };
            start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            Assert.True(process.ExitCode == 0, $"dotnet new {arguments}: {await output} {await error}");
        }

        return tree;
    }
}
