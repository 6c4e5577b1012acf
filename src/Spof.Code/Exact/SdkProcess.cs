using System.Diagnostics;
using System.Text.RegularExpressions;
using Spof.Code.Discovery;
using Spof.Code.References;

namespace Spof.Code.Exact;

/// <summary>What a child <c>dotnet</c> said.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Text">Output and errors. It quotes the repository and its feeds, addresses with passwords included: never to be shown.</param>
internal sealed partial record SdkOutput(int ExitCode, string Text)
{
    /// <summary>How the host ends when the SDK that a <c>global.json</c> asks for, or any SDK, is absent; a shell keeps the last byte only.</summary>
    public bool IsSdkMissing => (ExitCode & 0xFF) is 0x91 or 0x9B;

    /// <summary>Codes of the errors by full path of the file that they name and of the project that was built, in the order of the output, each once.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Errors()
    {
        var errors = new Dictionary<string, List<string>>(ScanRoot.PathComparer);
        foreach (Match line in ErrorLine().Matches(Text))
        {
            // A project that cannot even be opened is named by the file alone; the project is then the one that asked for it.
            foreach (var file in new[] { line.Groups["file"].Value, line.Groups["project"].Value }.Where(Path.IsPathFullyQualified).Select(Path.GetFullPath).Distinct(ScanRoot.PathComparer))
            {
                if (!errors.TryGetValue(file, out var codes))
                {
                    errors.Add(file, codes = []);
                }

                if (!codes.Contains(line.Groups["code"].Value))
                {
                    codes.Add(line.Groups["code"].Value);
                }
            }
        }

        return errors.ToDictionary(e => e.Key, e => (IReadOnlyList<string>)e.Value, ScanRoot.PathComparer);
    }

    /// <summary>"/full/file(1,2): error NETSDK1004: text [/full/path.csproj]"; only the code is used, for the text is the repository's.</summary>
    [GeneratedRegex(@"^[ \t]*(?<file>[^\n]*?)(\(\d[\d,]*\))?\s?: error (?<code>[A-Za-z]+\d+):.*?(\[(?<project>[^\]\n]+?proj)(::[^\]\n]*)?\])?\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ErrorLine();
}

/// <summary>Runs the <c>dotnet</c> of the user as a child that ends with the scan.</summary>
internal static class SdkProcess
{
    /// <param name="workingFolder">Where the SDK is chosen; a <c>global.json</c> there or above counts.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Ends the child with everything it has started.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">It could not be started.</exception>
    public static async Task<SdkOutput> RunAsync(string workingFolder, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(SdkLocation.DotnetHost())
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = new Process { StartInfo = start };
        process.Start();
        process.StandardInput.Close();
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new SdkOutput(process.ExitCode, output + await errors);
        }
        catch (OperationCanceledException)
        {
            // Its folder can be removed only once nothing writes into it any more.
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }
}
