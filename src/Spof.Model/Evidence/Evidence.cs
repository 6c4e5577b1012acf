namespace Spof.Model;

/// <summary>Which layer a piece of evidence comes from; a chain runs code → config → manifest.</summary>
public enum EvidenceLayer
{
    Code,
    Config,
    Manifest,
}

/// <summary>How a fact or a hop between two facts was established, strongest first.</summary>
public enum Certainty
{
    /// <summary>It is written there.</summary>
    Declared,

    /// <summary>It was followed through a reference (a key, a selector, a DNS name).</summary>
    Resolved,

    /// <summary>It was concluded from a name or a likeness.</summary>
    Inferred,
}

/// <summary>One hop of the chain that shows a fact: where it stands, what stands there, and how it was established.</summary>
/// <param name="Layer">Code, configuration or manifest.</param>
/// <param name="At">File, line and column.</param>
/// <param name="Text">The short text that stands there, with every secret removed.</param>
/// <param name="How">How the hop was established.</param>
public sealed record Evidence(EvidenceLayer Layer, SourcePosition At, string Text, Certainty How = Certainty.Declared);
