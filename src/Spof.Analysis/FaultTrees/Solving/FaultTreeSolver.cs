using System.Runtime.ExceptionServices;

namespace Spof.Analysis.FaultTrees.Solving;

/// <summary>Solves a fault tree module by module and puts the answers together.</summary>
internal sealed class FaultTreeSolver(FaultTree tree, FaultTreeOptions options, CancellationToken cancellation)
{
    // Operations on diagrams call themselves once per level. What exceeds this many levels gets a stack of its own size.
    private const int LevelsOnCallersStack = 1000;
    private const long StackPerLevel = 1500;
    private const int LargestStack = 1 << 30;

    public FaultTreeSolution Solve()
    {
        var modules = new ModuleGraph(tree);
        var levels = modules.Modules.Max(m => m.Gates.Sum(g => tree.GateOf(g).Children.Length));
        if (levels <= LevelsOnCallersStack)
        {
            return Solve(modules);
        }

        FaultTreeSolution? solution = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    solution = Solve(modules);
                }
                catch (Exception problem)
                {
                    failure = ExceptionDispatchInfo.Capture(problem);
                }
            },
            (int)Math.Min(LargestStack, (1 << 20) + (levels * StackPerLevel)));
        thread.Start();
        thread.Join();
        failure?.Throw();
        return solution!;
    }

    private FaultTreeSolution Solve(ModuleGraph graph)
    {
        var whyNoProbability = !options.Probability ? "not asked for" : tree.Events.FirstOrDefault(e => e.Probability is null) is { } unknown ? $"'{unknown.Name}' has no probability" : null;
        var whyNoSets = options.CutSets ? null : "not asked for";
        var solver = new ModuleSolver(tree, graph, options, cancellation);
        var solved = new List<SolvedModule>();
        try
        {
            foreach (var module in graph.Modules)
            {
                cancellation.ThrowIfCancellationRequested();
                var result = solver.Solve(module, wantsFunction: whyNoProbability is null, wantsSets: whyNoSets is null);
                whyNoProbability ??= result.Function is null ? TooLarge(module, "a binary decision diagram") : null;
                whyNoSets ??= result.CutSets is null ? TooLarge(module, "a diagram of its minimal cut sets") : null;
                solved.Add(result);
            }
        }
        catch (InsufficientExecutionStackException)
        {
            whyNoProbability ??= "the tree has too many levels";
            whyNoSets ??= whyNoProbability;
        }

        var probabilities = whyNoProbability is null ? new Probabilities(tree, solved).Compute() : null;
        return new FaultTreeSolution
        {
            Tree = tree,
            CutSets = whyNoSets is null ? new MinimalCutSets(CutSetCounts.Of(solved, options.MaxOrder), new CutSetWalk(tree, solved)) : null,
            WhyNoCutSets = whyNoSets,
            Probability = probabilities?.Top,
            WhyNoProbability = whyNoProbability,
            Importances = probabilities?.Importances ?? [],
        };
    }

    private string TooLarge(Module module, string what) =>
        FormattableString.Invariant($"{what} of '{tree.GateOf(module.Root).Name}' has more than {options.NodeLimit:N0} nodes");
}
