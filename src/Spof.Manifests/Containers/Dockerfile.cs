using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Manifests.Containers;

/// <summary>A Dockerfile as read: its stages in order.</summary>
/// <param name="Path">Relative to the scanned root; the Compose file for an inline Dockerfile.</param>
/// <param name="Stages">One per FROM.</param>
/// <param name="Gaps">What could not be read.</param>
internal sealed record Dockerfile(string Path, ImmutableArray<DockerfileStage> Stages, ImmutableArray<Gap> Gaps)
{
    /// <summary>The stage that is built: the named one, or the last; null when there is none of that name.</summary>
    public DockerfileStage? Target(string? name) =>
        name is null ? Stages.LastOrDefault() : Stages.FirstOrDefault(s => s.IsNamed(name));

    /// <summary>The stage and those it starts from, the stage itself first. Later stages cannot be a base, so there is no cycle.</summary>
    public IEnumerable<DockerfileStage> Lineage(DockerfileStage stage)
    {
        for (var current = stage; current is not null; current = Base(current))
        {
            yield return current;
        }
    }

    /// <summary>Every stage that ends up in the image of a stage: its lineage and the stages it copies from, nearest first.</summary>
    public IEnumerable<DockerfileStage> Contributors(DockerfileStage stage)
    {
        var seen = new HashSet<int>();
        var queue = new Queue<DockerfileStage>([stage]);
        while (queue.TryDequeue(out var current))
        {
            if (!seen.Add(current.Index))
            {
                continue;
            }

            yield return current;
            if (Base(current) is { } parent)
            {
                queue.Enqueue(parent);
            }

            foreach (var copy in current.Copies)
            {
                if (copy.From is { } from && Earlier(current, from) is { } source)
                {
                    queue.Enqueue(source);
                }
            }
        }
    }

    private DockerfileStage? Base(DockerfileStage stage) => Earlier(stage, stage.BaseImage);

    private DockerfileStage? Earlier(DockerfileStage stage, string name)
    {
        for (var i = stage.Index - 1; i >= 0; i--)
        {
            if (Stages[i].IsNamed(name))
            {
                return Stages[i];
            }
        }

        return null;
    }
}

/// <summary>One stage: what stands between a FROM and the next one.</summary>
internal sealed record DockerfileStage
{
    public required int Index { get; init; }

    public string? Name { get; init; }

    /// <summary>Image, or name of an earlier stage, that it starts from, variables replaced where they are known.</summary>
    public required string BaseImage { get; init; }

    /// <summary>Variables set by ENV, in order.</summary>
    public ImmutableArray<EnvFiles.Variable> Environment { get; init; } = [];

    public ImmutableArray<DockerfileCopy> Copies { get; init; } = [];

    public ImmutableArray<DockerfileRun> Runs { get; init; } = [];

    public ImmutableArray<int> Ports { get; init; } = [];

    /// <summary>ENTRYPOINT set in this stage; null when it is inherited.</summary>
    public DockerfileCommand? EntryPoint { get; init; }

    /// <summary>CMD set in this stage; null when it is inherited.</summary>
    public DockerfileCommand? Command { get; init; }

    /// <summary>Folder at the end of the stage.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>True for a HEALTHCHECK, false for HEALTHCHECK NONE, null when the stage says nothing.</summary>
    public bool? HasHealthCheck { get; init; }

    public bool IsNamed(string name) =>
        string.Equals(Name, name, StringComparison.OrdinalIgnoreCase)
        || (int.TryParse(name, out var index) && index == Index);
}

/// <summary>A COPY or ADD.</summary>
/// <param name="Sources">Sources as written, variables replaced.</param>
/// <param name="Destination">Absolute path in the image.</param>
/// <param name="IsFolder">True when the destination was written as a folder.</param>
/// <param name="From">Stage or image copied from; null for the build context.</param>
/// <param name="At">Where it stands.</param>
internal sealed record DockerfileCopy(
    ImmutableArray<string> Sources, string Destination, bool IsFolder, string? From, SourcePosition At);

/// <summary>A RUN in its folder.</summary>
/// <param name="Words">The command line in words, quotes removed, variables replaced where they are known.</param>
/// <param name="WorkingFolder">Absolute folder in the image that it runs in.</param>
/// <param name="At">Where it stands.</param>
internal sealed record DockerfileRun(ImmutableArray<string> Words, string WorkingFolder, SourcePosition At);

/// <summary>An ENTRYPOINT or CMD.</summary>
/// <param name="Words">Its words; a shell form is split like a shell does.</param>
/// <param name="IsShell">True for the shell form.</param>
/// <param name="At">Where it stands.</param>
internal sealed record DockerfileCommand(ImmutableArray<string> Words, bool IsShell, SourcePosition At);
