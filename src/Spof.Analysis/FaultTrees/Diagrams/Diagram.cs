namespace Spof.Analysis.FaultTrees.Diagrams;

/// <summary>A finished decision diagram: only the nodes below its root, children before parents, so that a sweep is a plain loop.</summary>
internal sealed class Diagram
{
    private Diagram(int[] level, int[] high, int[] low, int root)
    {
        Level = level;
        High = high;
        Low = low;
        Root = root;
    }

    public int[] Level { get; }

    public int[] High { get; }

    public int[] Low { get; }

    public int Root { get; }

    /// <summary>With the two terminals.</summary>
    public int Count => Level.Length;

    /// <summary>Takes what lies below a root out of a store.</summary>
    public static Diagram From(NodeStore store, int root)
    {
        var isKept = new bool[Math.Max(root, 1) + 1];
        isKept[0] = isKept[1] = isKept[root] = true;
        var count = 2;
        for (var node = root; node > 1; node--)
        {
            if (isKept[node])
            {
                count++;
                isKept[store.High(node)] = true;
                isKept[store.Low(node)] = true;
            }
        }

        var (level, high, low) = (new int[count], new int[count], new int[count]);
        var number = new int[isKept.Length];
        number[1] = 1;
        level[0] = level[1] = NodeStore.TerminalLevel;
        var next = 2;
        for (var node = 2; node <= root; node++)
        {
            if (isKept[node])
            {
                number[node] = next;
                level[next] = store.Level(node);
                high[next] = number[store.High(node)];
                low[next] = number[store.Low(node)];
                next++;
            }
        }

        return new Diagram(level, high, low, number[root]);
    }
}
