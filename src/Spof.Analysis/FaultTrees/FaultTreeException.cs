namespace Spof.Analysis.FaultTrees;

/// <summary>A fault tree that cannot be read or solved as it is written; the message is meant for its author.</summary>
/// <param name="message">What is wrong, with the names concerned.</param>
/// <param name="place">Where, as far as it is known.</param>
public sealed class FaultTreeException(string message, Place place = default) : Exception(message)
{
    public Place Place { get; } = place;
}
