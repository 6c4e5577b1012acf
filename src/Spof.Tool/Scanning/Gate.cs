using Spof.Model;

namespace Spof.Tool.Scanning;

/// <param name="Code">Exit code.</param>
/// <param name="Reason">Why, for the last line on stderr.</param>
internal sealed record GateResult(ExitCode Code, string Reason);

/// <summary>Decides how a finished scan ends.</summary>
internal static class Gate
{
    /// <param name="assessment">The answer.</param>
    /// <param name="failOn">Level from which a finding fails; None never fails.</param>
    /// <param name="coverageGate">Least coverage in percent; null for none.</param>
    /// <param name="strict">True when neither an input that was not wholly read nor a statement that does not apply must pass.</param>
    /// <param name="asked">The solution or project that the user asked about; null for a folder.</param>
    public static GateResult Judge(Assessment assessment, FindingLevel failOn, double? coverageGate, bool strict, string? asked = null)
    {
        if (asked is not null && assessment.System.Projects.IsEmpty)
        {
            return new GateResult(ExitCode.Nothing, $"nothing to analyse: no C# project of '{asked}' could be read (listed with -v d)");
        }

        if (assessment.System is { Projects.IsEmpty: true, Targets.IsEmpty: true })
        {
            var unread = assessment.System.Gaps.Length;
            return new GateResult(ExitCode.Nothing, unread == 0
                ? "nothing to analyse: no C# project and no manifest was found"
                : $"nothing to analyse: this version reads nothing of what was found (listed with -v d: {unread})");
        }

        var judged = assessment.System.Targets.Where(t => t.Role == TargetRole.Judged).ToArray();
        if (judged.Length > 0 && judged.All(t => t.EntryPoints.IsEmpty))
        {
            return new GateResult(ExitCode.Nothing, "no entry point found, nothing was judged; name one under 'entryPoints' in spof.yml");
        }

        if (failOn == FindingLevel.None)
        {
            return new GateResult(ExitCode.Passed, "passed (fail-on none)");
        }

        var coverage = assessment.System.Coverage;
        if (strict && coverage.InputsNotRead > 0)
        {
            return new GateResult(ExitCode.Incomplete,
                $"{coverage.InputsNotRead} {(coverage.InputsNotRead == 1 ? "input was" : "inputs were")} not wholly read (--strict; listed with -v d)");
        }

        var wrong = assessment.System.Remarks.Count(r => r.IsError);
        if (strict && wrong > 0)
        {
            return new GateResult(ExitCode.Incomplete, $"{(wrong == 1 ? "1 statement does" : $"{wrong} statements do")} not apply (--strict)");
        }

        if (coverageGate is { } least && coverage.Share is { } share && share * 100 < least)
        {
            return new GateResult(ExitCode.Incomplete, $"coverage {Math.Floor(share * 100):0} % is below {least:0.#} %");
        }

        var tripped = assessment.Findings.Count(f => f.Level >= failOn && f.TargetRole == TargetRole.Judged);
        var level = failOn.ToString().ToLowerInvariant();
        return tripped > 0
            ? new GateResult(ExitCode.Gate, $"{tripped} {(tripped == 1 ? "finding" : "findings")} at or above {level} (fail-on {level})")
            : new GateResult(ExitCode.Passed, $"passed (fail-on {level})");
    }
}
