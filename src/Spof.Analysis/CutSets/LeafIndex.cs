namespace Spof.Analysis.CutSets;

/// <summary>From an event to the functions that it brings down by itself, or together with one more.</summary>
internal sealed class LeafIndex
{
    private readonly CutFamily[] _leaves;
    private readonly int[] _start;
    private readonly int[] _functions;

    public LeafIndex(CutFamily[] leaves, int eventCount)
    {
        _leaves = leaves;
        var uses = new List<(int Event, int Function)>();
        for (var f = 0; f < leaves.Length; f++)
        {
            foreach (var e in leaves[f].Singles)
            {
                uses.Add((e, f));
            }

            foreach (var pair in leaves[f].Pairs)
            {
                uses.Add((CutFamily.First(pair), f));
                uses.Add((CutFamily.Second(pair), f));
            }
        }

        uses.Sort();
        _start = new int[eventCount + 1];
        foreach (var (e, _) in uses)
        {
            _start[e + 1]++;
        }

        for (var e = 0; e < eventCount; e++)
        {
            _start[e + 1] += _start[e];
        }

        _functions = [.. uses.Select(u => u.Function)];
    }

    /// <summary>Functions whose own instances are lost so far that they are down; a function may come twice.</summary>
    public IEnumerable<int> DownBy(Loss loss) =>
        Using(loss.First).Concat(loss.IsSingle ? [] : Using(loss.Second)).Where(f => loss.Cuts(_leaves[f]));

    private IEnumerable<int> Using(int e) => new ArraySegment<int>(_functions, _start[e], _start[e + 1] - _start[e]);
}
