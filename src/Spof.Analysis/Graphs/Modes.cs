using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Analysis.Graphs;

/// <summary>The modes in the order in which answers come.</summary>
internal static class Modes
{
    public static ImmutableArray<Mode> All { get; } = [Mode.Read, Mode.Write, Mode.Start];

    /// <summary>What a running system does.</summary>
    public static ImmutableArray<Mode> Serving { get; } = [Mode.Read, Mode.Write];
}
