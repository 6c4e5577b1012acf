using Spof.Code;
using Spof.Reporting;

namespace Spof.Tool.Output;

/// <summary>Progress of long work: one line that is rewritten on a terminal, a plain line each ten seconds elsewhere; or each step with its time.</summary>
/// <param name="stderr">Where it is shown.</param>
/// <param name="enabled">False for a user who wants nothing but the answer.</param>
/// <param name="everyStep">True for each step on a line of its own.</param>
/// <param name="isTerminal">Whether a line can be rewritten; null to ask the console.</param>
/// <param name="clock">Measures time; null for that of the system.</param>
internal sealed class ProgressLine(TextWriter stderr, bool enabled, bool everyStep = false, bool? isTerminal = null, TimeProvider? clock = null) : IProgress<CodeProgress>, IDisposable
{
    /// <summary>What a terminal shows at least.</summary>
    private const int Width = 80;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly bool _isTerminal = isTerminal ?? (!Console.IsErrorRedirected && stderr == Console.Error && Environment.GetEnvironmentVariable("TERM") != "dumb");
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly long _start = (clock ?? TimeProvider.System).GetTimestamp();
    private TimeSpan _lastPlain;
    private bool _shown;

    private TimeSpan Elapsed => _clock.GetElapsedTime(_start);

    public void Report(CodeProgress value)
    {
        lock (_lock)
        {
            if (everyStep)
            {
                stderr.WriteLine($"{Elapsed.TotalSeconds,6:0.0} s  C# {value.Done} of {value.Total}  {SafeText.Of(value.Project)}");
                return;
            }

            if (!enabled || Elapsed < Quiet)
            {
                return;
            }

            if (_isTerminal)
            {
                var text = TextOf(value);
                stderr.Write($"\r\u001b[K{(text.Length < Width ? text : text[..(Width - 2)] + "…")}");
                _shown = true;
            }
            else if (Elapsed - _lastPlain >= PlainInterval)
            {
                stderr.WriteLine(TextOf(value));
                _lastPlain = Elapsed;
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            if (_shown)
            {
                stderr.Write("\r\u001b[K");
                _shown = false;
            }
        }
    }

    public void Dispose() => Clear();

    private static string TextOf(CodeProgress value) =>
        $"reading C#: {value.Done} of {value.Total} projects{(value.Slowest is { } slowest ? $", still at {SafeText.Of(slowest)}" : "")}";
}
