namespace Spof.Analysis.Graphs;

/// <summary>
/// Follows a loss through the graph: which functions fall, in which round, and because of what. Down is the least fixpoint, so a
/// cycle stands as long as nothing in it is lost. One instance answers many losses, one after the other.
/// </summary>
internal sealed class Propagation
{
    private readonly FunctionGraph _graph;
    private readonly int[] _userStart;
    private readonly int[] _user;
    private readonly int[] _userNeed;
    private readonly int[] _gateUserStart;
    private readonly int[] _gateUser;
    private readonly int[] _gateOwner;
    private readonly int[] _stamp;
    private readonly int[] _round;
    private readonly int[] _cause;
    private readonly int[] _need;
    private readonly int[] _gateStamp;
    private readonly int[] _gateDown;
    private readonly List<int> _fallen = [];
    private int _run;

    public Propagation(FunctionGraph graph)
    {
        _graph = graph;
        (_userStart, _user, _userNeed) = Reverse(graph.FunctionCount, graph.NeedStart, graph.NeedChild);
        (_gateUserStart, _gateUser, _) = Reverse(graph.FunctionCount, graph.GateChildStart, graph.GateChild);
        _gateOwner = new int[graph.GateCount];
        for (var f = 0; f < graph.FunctionCount; f++)
        {
            _gateOwner.AsSpan(graph.GateStart[f]..graph.GateStart[f + 1]).Fill(f);
        }

        _stamp = new int[graph.FunctionCount];
        _round = new int[graph.FunctionCount];
        _cause = new int[graph.FunctionCount];
        _need = new int[graph.FunctionCount];
        _gateStamp = new int[graph.GateCount];
        _gateDown = new int[graph.GateCount];
    }

    public bool IsDown(int function) => _stamp[function] == _run;

    /// <summary>0 for what was lost itself.</summary>
    public int RoundOf(int function) => _round[function];

    /// <summary>The function whose fall brought this one down; -1 for what was lost itself.</summary>
    public int CauseOf(int function) => _cause[function];

    /// <summary>Position in the needs by which it fell; ~gate when it fell by a gate; meaningless for what was lost itself.</summary>
    public int NeedOf(int function) => _need[function];

    /// <param name="lost">Functions that are down by themselves.</param>
    public void Run(IEnumerable<int> lost)
    {
        _run++;
        _fallen.Clear();
        foreach (var function in lost)
        {
            Fall(function, 0, -1, -1);
        }

        for (var next = 0; next < _fallen.Count; next++)
        {
            var function = _fallen[next];
            var round = _round[function] + 1;
            for (var u = _userStart[function]; u < _userStart[function + 1]; u++)
            {
                Fall(_user[u], round, function, _userNeed[u]);
            }

            for (var u = _gateUserStart[function]; u < _gateUserStart[function + 1]; u++)
            {
                var gate = _gateUser[u];
                if (_gateStamp[gate] != _run)
                {
                    _gateStamp[gate] = _run;
                    _gateDown[gate] = 0;
                }

                if (++_gateDown[gate] == _graph.GateThreshold[gate])
                {
                    Fall(_gateOwner[gate], round, function, ~gate);
                }
            }
        }
    }

    private void Fall(int function, int round, int cause, int need)
    {
        if (_stamp[function] == _run)
        {
            return;
        }

        _stamp[function] = _run;
        _round[function] = round;
        _cause[function] = cause;
        _need[function] = need;
        _fallen.Add(function);
    }

    // For each target the sources that point to it, and at which position they do.
    private static (int[] Start, int[] Source, int[] Position) Reverse(int targets, int[] start, int[] target)
    {
        var reverseStart = new int[targets + 1];
        foreach (var t in target)
        {
            reverseStart[t + 1]++;
        }

        for (var t = 0; t < targets; t++)
        {
            reverseStart[t + 1] += reverseStart[t];
        }

        var source = new int[target.Length];
        var position = new int[target.Length];
        var next = reverseStart.AsSpan(0, targets).ToArray();
        for (var s = 0; s + 1 < start.Length; s++)
        {
            for (var p = start[s]; p < start[s + 1]; p++)
            {
                var at = next[target[p]]++;
                source[at] = s;
                position[at] = p;
            }
        }

        return (reverseStart, source, position);
    }
}
