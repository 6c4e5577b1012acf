namespace Spof.Analysis.Graphs;

/// <summary>How unknown values are read; every question is answered both ways.</summary>
internal enum Reading
{
    /// <summary>As many instances, as few needed ones and as soft dependencies as the inputs allow.</summary>
    Favourable,

    /// <summary>The other way round.</summary>
    Unfavourable,
}
