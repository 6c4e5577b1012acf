using System.CommandLine;
using Spof.Analysis;
using Spof.Model;
using Spof.Reporting;

namespace Spof.Tool.Commands;

/// <summary><c>spof fail</c>: if this disappears, what stops and what does not?</summary>
internal static class FailCommand
{
    public static Command Create(TextWriter stdout, TextWriter stderr)
    {
        var source = new AssessmentSource();
        var nodes = new Argument<string[]>("node") { Description = "Ids, aliases, names or unique tails of what disappears together.", Arity = ArgumentArity.OneOrMore };
        var expect = new Option<string?>("--expect") { Description = "survive: exit code 1 when an entry point stops." };
        expect.AcceptOnlyFromAmong("survive");
        var command = new Command("fail", "If this disappears, what stops?") { nodes };
        source.AddTo(command);
        command.Options.Add(expect);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var assessment = await source.LoadAsync(parsed, stderr, cancellationToken);
            var wanted = parsed.GetValue(nodes)!;
            var named = parsed.GetValue(source.Scan.Target);
            var targets = assessment.System.Targets.Where(t => named is null || t.Id == named || t.Name == named).ToArray();
            var answered = false;
            var stopped = false;
            foreach (var target in targets)
            {
                var ids = NodeSearch.FindAll(target, wanted);
                if (ids.IsEmpty)
                {
                    continue;
                }

                answered = true;
                var result = WhatIf.Lose(assessment.System, target.Id, ids);
                new FailReport(stdout, target, result).Write();
                stopped |= target.Role == TargetRole.Judged && !result.Stops.IsEmpty;
            }

            if (!answered)
            {
                throw NodeSearch.NotFound(targets, wanted);
            }

            return (int)(parsed.GetValue(expect) is not null && stopped ? ExitCode.Gate : ExitCode.Passed);
        });
        return command;
    }
}
