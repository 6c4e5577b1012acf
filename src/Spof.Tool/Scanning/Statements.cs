using Spof.Model;

namespace Spof.Tool.Scanning;

/// <summary>Decides what statements that do not apply mean for the end of a scan.</summary>
internal static class Statements
{
    /// <summary>Under --strict a verdict that rests on less than was stated is incomplete; a worse end stays as it is.</summary>
    public static GateResult Judge(SystemModel system, FindingLevel failOn, bool strict, GateResult gate)
    {
        var wrong = system.Remarks.Count(r => r.IsError);
        return strict && wrong > 0 && failOn != FindingLevel.None && gate.Code is (ExitCode.Passed or ExitCode.Gate)
            ? new GateResult(ExitCode.Incomplete, $"{(wrong == 1 ? "1 statement does" : $"{wrong} statements do")} not apply (--strict)")
            : gate;
    }
}
