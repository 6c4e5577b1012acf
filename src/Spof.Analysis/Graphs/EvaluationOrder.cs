namespace Spof.Analysis.Graphs;

/// <summary>
/// The strongly connected components of a <see cref="FunctionGraph"/> below the asked functions, what is needed first before what
/// needs it (Tarjan 1972, without recursion). A vertex below FunctionCount is a function, above it a gate.
/// </summary>
internal sealed class EvaluationOrder
{
    private readonly List<int> _members = [];
    private readonly List<int> _ends = [];

    public EvaluationOrder(FunctionGraph graph, IEnumerable<int> roots)
    {
        GroupOf = new int[graph.FunctionCount + graph.GateCount];
        Array.Fill(GroupOf, -1);
        var low = new int[GroupOf.Length];
        var number = new int[GroupOf.Length];
        var open = new Stack<int>();
        var path = new Stack<(int Vertex, int NextSuccessor)>();
        var last = 0;
        foreach (var root in roots)
        {
            if (number[root] == 0)
            {
                Visit(root);
            }
        }

        void Visit(int root)
        {
            Enter(root);
            while (path.TryPop(out var frame))
            {
                var (vertex, at) = frame;
                var successor = Successor(graph, vertex, at);
                if (successor >= 0)
                {
                    path.Push((vertex, at + 1));
                    if (number[successor] == 0)
                    {
                        Enter(successor);
                    }
                    else if (GroupOf[successor] < 0)
                    {
                        low[vertex] = Math.Min(low[vertex], number[successor]);
                    }

                    continue;
                }

                if (low[vertex] == number[vertex])
                {
                    Close(vertex);
                }

                if (path.TryPeek(out var parent))
                {
                    low[parent.Vertex] = Math.Min(low[parent.Vertex], low[vertex]);
                }
            }
        }

        void Enter(int vertex)
        {
            number[vertex] = low[vertex] = ++last;
            open.Push(vertex);
            path.Push((vertex, 0));
        }

        void Close(int vertex)
        {
            int member;
            do
            {
                member = open.Pop();
                GroupOf[member] = _ends.Count;
                _members.Add(member);
            }
            while (member != vertex);
            _ends.Add(_members.Count);
        }
    }

    /// <summary>Group of each vertex, or -1 when no asked function reaches it.</summary>
    public int[] GroupOf { get; }

    public int GroupCount => _ends.Count;

    public ReadOnlySpan<int> Group(int group)
    {
        var start = group == 0 ? 0 : _ends[group - 1];
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_members)[start.._ends[group]];
    }

    private static int Successor(FunctionGraph graph, int vertex, int at)
    {
        if (vertex >= graph.FunctionCount)
        {
            var children = graph.GateChildren(vertex - graph.FunctionCount);
            return at < children.Length ? children[at] : -1;
        }

        var needs = graph.Needs(vertex);
        if (at < needs.Length)
        {
            return needs[at];
        }

        var gate = graph.GateStart[vertex] + at - needs.Length;
        return gate < graph.GateStart[vertex + 1] ? graph.FunctionCount + gate : -1;
    }
}
