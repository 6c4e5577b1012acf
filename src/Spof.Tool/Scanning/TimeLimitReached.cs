namespace Spof.Tool.Scanning;

/// <summary>A scan that takes longer than the user lets it; nothing of it is written.</summary>
internal sealed class TimeLimitReached(int seconds) : OperationCanceledException($"the time limit of {seconds} s was reached; nothing is written");
