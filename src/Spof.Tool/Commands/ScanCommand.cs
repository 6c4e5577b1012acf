using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Spof.Model;
using Spof.Reporting;
using Spof.Tool.Output;
using Spof.Tool.Scanning;

namespace Spof.Tool.Commands;

/// <summary><c>spof scan</c>: read, link, analyse, report, gate.</summary>
internal static class ScanCommand
{
    public static Command Create(TextWriter stdout, TextWriter stderr)
    {
        var options = new ScanOptions();
        var pathArgument = new Argument<string>("path")
        {
            Description = "Folder, solution or project; the current folder when left out.",
            DefaultValueFactory = _ => ".",
        };
        var output = new Option<string[]>("--output", "-o") { Description = "Also write [format=]path; the extension decides without a format (.json, .sarif, .txt); repeatable; - is stdout." };
        var format = new Option<OutputFormat?>("--format") { Description = "What stdout carries: text (default), json or sarif." };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var failOn = new Option<string?>("--fail-on") { Description = "Level from which a finding ends in exit code 1: error (default), warning, note or none." };
        failOn.AcceptOnlyFromAmong("error", "warning", "note", "none");
        var strict = new Option<bool>("--strict") { Description = "An input that is not wholly read, or a statement of spof.yml or .spof/risks.yml that does not apply, ends in exit code 4." };
        var timeLimit = new Option<int?>("--time-limit") { Description = "Seconds after which the scan is given up, with exit code 130." };
        timeLimit.Validators.Add(result =>
        {
            if (result.Tokens is [var written] && !(int.TryParse(written.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0))
            {
                result.AddError("--time-limit takes a positive number of seconds");
            }
        });
        var command = new Command("scan", "Build the graph, find single points of failure, write reports") { pathArgument };
        options.AddTo(command);
        foreach (var option in new Option[] { output, format, failOn, strict, timeLimit })
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var watch = Stopwatch.StartNew();
            var path = parsed.GetValue(pathArgument)!;
            var request = options.Request(parsed, path);
            var targets = OutputTarget.ParseAll(parsed.GetValue(output) ?? [], parsed.GetValue(format));
            var level = parsed.GetValue(failOn) is { } text ? Enum.Parse<FindingLevel>(text, ignoreCase: true) : request.Settings.FailOn ?? FindingLevel.Error;
            var detail = options.Detail(parsed);
            var isSilent = options.IsSilent(parsed);
            using var progress = new ProgressLine(stderr, enabled: !isSilent, everyStep: detail == TextDetail.Diagnostic);
            var assessment = await TimeLimit.RunAsync(parsed.GetValue(timeLimit), limited => Scan.RunAsync(request, progress, limited), cancellationToken);
            progress.Clear();
            var scanned = watch.Elapsed;
            var open = assessment with { Findings = [.. assessment.Findings.Where(f => !f.IsAccepted)] };
            var gate = Gate.Judge(open, level, request.Settings.CoverageGate, parsed.GetValue(strict), Path.GetFileName(request.ProjectFile));
            var next = options.Next(parsed, path, targets.FirstOrDefault(t => t.IsResultFile)?.Path);
            new Reports(assessment, request, gate.Code, detail, next).Write(targets, stdout, stderr);
            if (detail == TextDetail.Diagnostic)
            {
                stderr.WriteLine($"time: {scanned.TotalSeconds:0.0} s to scan, {(watch.Elapsed - scanned).TotalSeconds:0.0} s to write {targets.Count} {(targets.Count == 1 ? "output" : "outputs")}");
            }

            if (!isSilent || gate.Code != ExitCode.Passed)
            {
                stderr.WriteLine($"{(gate.Code == ExitCode.Nothing ? "spof" : "gate")}: {gate.Reason}");
            }

            return (int)gate.Code;
        });
        return command;
    }
}
