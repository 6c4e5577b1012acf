using Spof.Analysis.FaultTrees.Diagrams;

namespace Spof.Analysis.FaultTrees.Solving;

/// <summary>A diagram and what its levels stand for.</summary>
/// <param name="Order">Node of the fault tree, an event or a module, by level.</param>
/// <param name="Diagram">The diagram.</param>
internal sealed record OrderedDiagram(int[] Order, Diagram Diagram);

/// <param name="Root">Node of the fault tree.</param>
/// <param name="Function">Binary diagram of the module; null when it was not asked for or grew too large.</param>
/// <param name="CutSets">Its minimal cut sets; null likewise.</param>
internal sealed record SolvedModule(int Root, OrderedDiagram? Function, OrderedDiagram? CutSets);
