using Spof.Manifests.EnvFiles;

namespace Spof.Manifests.Containers;

/// <summary>A stage while its instructions are read.</summary>
internal sealed class DockerfileStageDraft(string? name, string baseImage, string workingFolder)
{
    public string WorkingFolder { get; set; } = workingFolder;

    public List<Variable> Environment { get; } = [];

    public List<DockerfileCopy> Copies { get; } = [];

    public List<DockerfileRun> Runs { get; } = [];

    public List<int> Ports { get; } = [];

    public DockerfileCommand? EntryPoint { get; set; }

    public DockerfileCommand? Command { get; set; }

    public bool? HasHealthCheck { get; set; }

    public DockerfileStage ToStage(int index) => new()
    {
        Index = index,
        Name = name,
        BaseImage = baseImage,
        Environment = [.. Environment],
        Copies = [.. Copies],
        Runs = [.. Runs],
        Ports = [.. Ports],
        EntryPoint = EntryPoint,
        Command = Command,
        WorkingFolder = WorkingFolder,
        HasHealthCheck = HasHealthCheck,
    };
}
