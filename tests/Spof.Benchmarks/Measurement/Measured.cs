namespace Spof.Benchmarks.Measurement;

/// <summary>What one run of a program cost.</summary>
/// <param name="CpuSeconds">User and system time of the process and of all children it waited for.</param>
/// <param name="WallSeconds">Time on the clock.</param>
/// <param name="PeakMegabytes">Largest resident memory of the process itself; null where the system does not tell.</param>
/// <param name="ExitCode">Its exit code.</param>
internal sealed record Measured(double CpuSeconds, double WallSeconds, double? PeakMegabytes, int ExitCode);
