using Spof.Manifests.EnvFiles;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>What decides about clustering in one container.</summary>
/// <param name="Image">Image reference.</param>
/// <param name="Arguments">Command and arguments as written, with their places.</param>
/// <param name="ValueOf">Value of a variable that is known and no secret.</param>
/// <param name="EvidenceOf">Where a variable is set; null when it is not.</param>
/// <param name="Files">Configuration files that it mounts.</param>
internal sealed record ClusterMember(
    string? Image, IReadOnlyList<CommandArgument> Arguments, Func<string, string?> ValueOf, Func<string, Evidence?> EvidenceOf,
    IReadOnlyList<MountedFile> Files)
{
    /// <summary>A variable as proxy templates take it; null when it is not set.</summary>
    public Variable? Variable(string name)
    {
        if (EvidenceOf(name) is not { } at)
        {
            return null;
        }

        return ValueOf(name) is { } value
            ? new Variable(name, value, null, at)
            : new Variable(name, $"${{{name}}}", $"the value of {name} is not in the scanned files", at);
    }
}

/// <param name="Text">The argument as written; may hold secrets.</param>
/// <param name="At">Where it stands.</param>
internal sealed record CommandArgument(string Text, SourcePosition At);
