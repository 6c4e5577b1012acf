using System.CommandLine;
using System.Text.Json;
using Spof.Model;
using Spof.Model.Json;
using Spof.Tool.Output;

namespace Spof.Tool.Commands;

/// <summary>Where a question about a system takes its answer from: the result of an earlier scan, or a new one.</summary>
internal sealed class AssessmentSource
{
    private readonly Option<string> _path = new("--path") { Description = "Folder, solution or project to scan.", DefaultValueFactory = _ => "." };

    private readonly Option<string?> _from = new("--from") { Description = "Answer from a spof.json instead of a new scan." };

    public ScanOptions Scan { get; } = new();

    public void AddTo(Command command)
    {
        Scan.AddTo(command);
        command.Options.Add(_path);
        command.Options.Add(_from);
    }

    /// <exception cref="UserError">The file is no result of a scan, or the scan cannot be done.</exception>
    public async Task<Assessment> LoadAsync(ParseResult parsed, TextWriter stderr, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_from) is { } from)
        {
            try
            {
                await using var stream = File.OpenRead(from);
                return SpofJson.Read(stream);
            }
            catch (JsonException problem)
            {
                throw new UserError($"'{from}' is no result of spof scan: {problem.Message}");
            }
        }

        using var progress = new ProgressLine(stderr, enabled: !Scan.IsSilent(parsed));
        return await Scanning.Scan.RunAsync(Scan.Request(parsed, parsed.GetValue(_path)!), progress, cancellationToken);
    }
}
