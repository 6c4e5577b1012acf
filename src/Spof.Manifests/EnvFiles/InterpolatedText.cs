using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Manifests.EnvFiles;

/// <summary>A text after its variables were replaced.</summary>
/// <param name="Text">The text; variables that nobody sets stay in it as <c>${NAME}</c>.</param>
/// <param name="UnknownReason">Why a part of it is not known; null when all of it is.</param>
/// <param name="Hops">Where the variables that were used are set, in order of use, each once.</param>
internal sealed record InterpolatedText(string Text, string? UnknownReason, ImmutableArray<Evidence> Hops)
{
    public bool IsKnown => UnknownReason is null;

    public static InterpolatedText Literal(string text) => new(text, null, []);
}
