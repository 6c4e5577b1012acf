using System.CommandLine;
using Spof.Analysis;
using Spof.Model;
using Spof.Model.Json;
using Spof.Reporting;
using Spof.Tool.Output;
using Spof.Tool.Risks;
using Spof.Tool.Scanning;

namespace Spof.Tool.Commands;

/// <summary><c>spof fail</c>: if this disappears, what stops and what does not?</summary>
internal static class FailCommand
{
    public static Command Create(TextWriter stdout, TextWriter stderr)
    {
        var options = new ScanOptions();
        var nodes = new Argument<string[]>("node") { Description = "Ids, aliases, names or unique tails of what disappears together.", Arity = ArgumentArity.OneOrMore };
        var path = new Option<string>("--path") { Description = "Folder, solution or project to scan.", DefaultValueFactory = _ => "." };
        var from = new Option<string?>("--from") { Description = "Answer from a spof.json instead of a new scan." };
        var expect = new Option<string?>("--expect") { Description = "survive: exit code 1 when an entry point stops." };
        expect.AcceptOnlyFromAmong("survive");
        var command = new Command("fail", "If this disappears, what stops?") { nodes };
        options.AddTo(command);
        foreach (var option in new Option[] { path, from, expect })
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var assessment = await LoadAsync(parsed, options, parsed.GetValue(from), parsed.GetValue(path)!, stderr, cancellationToken);
            var wanted = parsed.GetValue(nodes)!;
            var stopped = false;
            var targets = assessment.System.Targets.Where(t => parsed.GetValue(options.Target) is not { } named || t.Id == named || t.Name == named).ToArray();
            var answered = 0;
            foreach (var target in targets)
            {
                var ids = NodeSearch.FindAll(target, wanted);
                if (ids.IsEmpty)
                {
                    continue;
                }

                answered++;
                var result = WhatIf.Lose(assessment.System, target.Id, ids);
                new FailReport(stdout, target, result).Write();
                stopped |= target.Role == TargetRole.Judged && !result.Stops.IsEmpty;
            }

            if (answered == 0)
            {
                throw new UserError($"nothing is called {string.Join(", ", wanted.Select(w => $"'{w}'"))}{NodeSearch.Suggest(targets, wanted)}");
            }

            return (int)(parsed.GetValue(expect) is not null && stopped ? ExitCode.Gate : ExitCode.Passed);
        });
        return command;
    }

    public static async Task<Assessment> LoadAsync(
        ParseResult parsed, ScanOptions options, string? from, string path, TextWriter stderr, CancellationToken cancellationToken)
    {
        if (from is not null)
        {
            try
            {
                await using var stream = File.OpenRead(from);
                return SpofJson.Read(stream);
            }
            catch (System.Text.Json.JsonException problem)
            {
                throw new UserError($"'{from}' is no result of spof scan: {problem.Message}");
            }
        }

        using var progress = new ProgressLine(stderr, enabled: !parsed.GetValue(options.NoLogo) && options.Detail(parsed) != TextDetail.Quiet);
        var request = options.Request(parsed, path);
        return RiskAcceptance.Apply(await Scan.RunAsync(request, progress, cancellationToken), request.Risks, request.Today);
    }
}
