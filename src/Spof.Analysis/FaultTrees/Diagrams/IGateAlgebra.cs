namespace Spof.Analysis.FaultTrees.Diagrams;

/// <summary>What a gate needs of a kind of diagram; both engines build a tree with it in the same way.</summary>
internal interface IGateAlgebra
{
    NodeStore Nodes { get; }

    /// <summary>The function of the single variable at a level.</summary>
    int Variable(int level);

    int Or(int left, int right);

    int And(int left, int right);
}
