using System.CommandLine;
using Spof.Model;
using Spof.Tool.Output;
using Spof.Tool.Scanning;

namespace Spof.Tool.Commands;

/// <summary><c>spof scan</c>: read, link, analyse, report, gate.</summary>
internal static class ScanCommand
{
    public static Command Create(TextWriter stdout, TextWriter stderr)
    {
        var options = new ScanOptions();
        var output = new Option<string[]>("--output", "-o") { Description = "Also write [format=]path; the extension decides without a format (.json, .sarif, .txt); repeatable." };
        var format = ScanOptions.Named("--format", null, "What stdout carries: text, json or sarif.", "text", "text", "json", "sarif");
        var failOn = new Option<string?>("--fail-on") { Description = "Level from which a finding ends in exit code 1: error (default), warning, note or none." };
        failOn.AcceptOnlyFromAmong("error", "warning", "note", "none");
        var strict = new Option<bool>("--strict") { Description = "An input that is not wholly read ends in exit code 4." };
        var command = new Command("scan", "Build the graph, find single points of failure, write reports") { options.PathArgument };
        options.AddTo(command);
        foreach (var option in new Option[] { output, format, failOn, strict })
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = options.Request(parsed, parsed.GetValue(options.PathArgument)!);
            var targets = (parsed.GetValue(output) ?? []).Select(OutputTarget.Parse).ToList();
            targets.Add(new OutputTarget(Enum.Parse<OutputFormat>(parsed.GetValue(format)!, ignoreCase: true), "-"));
            var level = parsed.GetValue(failOn) is { } text ? Enum.Parse<FindingLevel>(text, ignoreCase: true) : request.Settings.FailOn ?? FindingLevel.Error;
            using var progress = new ProgressLine(stderr, enabled: !parsed.GetValue(options.NoLogo));
            var assessment = await Scan.RunAsync(request, progress, cancellationToken);
            progress.Clear();
            var gate = Gate.Judge(assessment, level, request.Settings.CoverageGate, parsed.GetValue(strict));
            var reports = new Reports(assessment, request, gate.Code, options.Detail(parsed));
            foreach (var target in targets)
            {
                reports.Write(target, stdout);
            }

            if (!parsed.GetValue(options.NoLogo) || gate.Code != ExitCode.Passed)
            {
                stderr.WriteLine($"{(gate.Code == ExitCode.Nothing ? "spof" : "gate")}: {gate.Reason}");
            }

            return (int)gate.Code;
        });
        return command;
    }
}
