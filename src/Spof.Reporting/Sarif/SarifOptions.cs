namespace Spof.Reporting;

/// <summary>What a SARIF run says about itself besides the findings.</summary>
/// <param name="ToolVersion">Semantic version of the tool.</param>
/// <param name="ExitCode">Exit code of the run.</param>
/// <param name="MaxResults">Results written at most; a notification tells how many were left out.</param>
/// <param name="PathPrefix">The scanned folder relative to the root of the repository, with a trailing slash; empty for the root itself.</param>
/// <param name="ReadFile">Gives the text of a scanned file for the code-scanning fingerprint; null when it cannot be read.</param>
public sealed record SarifOptions(string ToolVersion, int ExitCode, int MaxResults = 1000, string PathPrefix = "", Func<string, string?>? ReadFile = null);
