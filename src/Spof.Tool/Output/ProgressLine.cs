using Spof.Code;
using Spof.Reporting;

namespace Spof.Tool.Output;

/// <summary>Progress of long work: one line that is rewritten on a terminal, a plain line each ten seconds elsewhere; or each step with its time.</summary>
internal sealed class ProgressLine(TextWriter stderr, bool enabled, bool everyStep = false) : IProgress<CodeProgress>, IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly bool _isTerminal = !Console.IsErrorRedirected && stderr == Console.Error && Environment.GetEnvironmentVariable("TERM") != "dumb";
    private readonly System.Diagnostics.Stopwatch _watch = System.Diagnostics.Stopwatch.StartNew();
    private TimeSpan _lastPlain;
    private bool _shown;

    public void Report(CodeProgress value)
    {
        lock (_lock)
        {
            if (everyStep)
            {
                stderr.WriteLine($"{_watch.Elapsed.TotalSeconds,6:0.0} s  C# {value.Done} of {value.Total}  {SafeText.Of(value.Project)}");
                return;
            }

            if (!enabled || _watch.Elapsed < Quiet)
            {
                return;
            }

            if (_isTerminal)
            {
                stderr.Write($"\r\u001b[Kreading C#: {value.Done} of {value.Total} projects");
                _shown = true;
            }
            else if (_watch.Elapsed - _lastPlain >= PlainInterval)
            {
                stderr.WriteLine($"reading C#: {value.Done} of {value.Total} projects");
                _lastPlain = _watch.Elapsed;
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
}
