using Spof.Model;

namespace Spof.Manifests.EnvFiles;

/// <summary>A variable that some file sets: an <c>.env</c> file, an environment entry, an ARG or ENV of a Dockerfile.</summary>
/// <param name="Name">Its name, case kept.</param>
/// <param name="Text">Its value; parts that are not known stay as <c>${NAME}</c>.</param>
/// <param name="UnknownReason">Why the value, or a part of it, is not known; null when it is.</param>
/// <param name="At">Where it is set; the text names the variable only.</param>
internal sealed record Variable(string Name, string Text, string? UnknownReason, Evidence At)
{
    public bool IsKnown => UnknownReason is null;
}
