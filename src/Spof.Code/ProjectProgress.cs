using System.Diagnostics;

namespace Spof.Code;

/// <summary>Keeps which projects are being read, so that whoever waits learns which one takes long.</summary>
internal sealed class ProjectProgress(IProgress<CodeProgress>? progress, int total)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _running = new(StringComparer.Ordinal);
    private int _done;

    /// <summary>Does the work of one project and tells of its end, whatever that is.</summary>
    /// <param name="project">The project, relative to the root.</param>
    /// <param name="work">What to do.</param>
    public void Run(string project, Action work)
    {
        lock (_lock)
        {
            _running[project] = Stopwatch.GetTimestamp();
        }

        work();
        lock (_lock)
        {
            _running.Remove(project);
            var slowest = _running.OrderBy(r => r.Value).Select(r => r.Key).FirstOrDefault();
            progress?.Report(new CodeProgress(++_done, total, project, slowest));
        }
    }
}
