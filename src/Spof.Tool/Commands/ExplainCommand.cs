using System.CommandLine;
using Spof.Reporting;

namespace Spof.Tool.Commands;

/// <summary><c>spof explain</c>: a rule by its id, or a finding by its fingerprint.</summary>
internal static class ExplainCommand
{
    public static Command Create(TextWriter stdout, TextWriter stderr)
    {
        var source = new AssessmentSource();
        var what = new Argument<string>("id") { Description = "Rule id (SPOF7001), or 8 or more characters of a finding's fingerprint." };
        var command = new Command("explain", "A rule or a finding") { what };
        source.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var id = parsed.GetValue(what)!;
            if (RuleBook.Find(id) is { } page)
            {
                stdout.WriteLine(page.Markdown.TrimEnd());
                return (int)ExitCode.Passed;
            }

            if (id.StartsWith("SPOF", StringComparison.OrdinalIgnoreCase))
            {
                throw new UserError($"there is no rule '{id}'; there are {string.Join(", ", RuleBook.All.Select(p => p.Id))}");
            }

            if (id.Length < 8 || !id.All(Uri.IsHexDigit))
            {
                throw new UserError($"'{id}' is neither a rule id nor 8 or more hex digits of a fingerprint");
            }

            var assessment = await source.LoadAsync(parsed, stderr, cancellationToken);
            var found = assessment.Findings.Where(f => f.Fingerprint.StartsWith(id, StringComparison.OrdinalIgnoreCase)).ToArray();
            if (found.Length != 1)
            {
                throw new UserError(found.Length == 0 ? $"no finding has the fingerprint '{id}'" : $"'{id}' fits {found.Length} findings; give more digits");
            }

            new FindingReport(stdout, assessment, found[0]).Write();
            return (int)ExitCode.Passed;
        });
        return command;
    }
}
