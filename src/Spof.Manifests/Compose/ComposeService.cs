using Spof.Manifests.Containers;
using Spof.Manifests.EnvFiles;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Compose;

/// <summary>A service while the project is read. It holds raw values, secrets among them, and never leaves the reader.</summary>
internal sealed record ComposeService
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The merged definition.</summary>
    public required YamlNode Node { get; init; }

    /// <summary>Where the first file defines it.</summary>
    public required SourcePosition At { get; init; }

    public required Count Instances { get; init; }

    public required Evidence InstancesAt { get; init; }

    /// <summary>Image after interpolation; null when only a build is given.</summary>
    public InterpolatedText? Image { get; init; }

    public Evidence? ImageAt { get; init; }

    public required ComposeImageBuild Build { get; init; }

    /// <summary>Environment of the container by name: of the image, of env files, of the service.</summary>
    public required ComposeEnvironment Environment { get; init; }

    /// <summary>Entry point and command as they run; those of the image where the service sets none.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Where the command stands; the service when it is the image's.</summary>
    public required SourcePosition WordsAt { get; init; }

    /// <summary>Names that other containers can use for it, its own first; empty when it has no network of its own.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public required IReadOnlyList<PublishedPort> Ports { get; init; }

    public required IReadOnlyList<ComposeMount> Mounts { get; init; }

    public required IReadOnlyList<DependsOnDeclaration> DependsOn { get; init; }

    public required IReadOnlyList<Unknown> Unknowns { get; init; }

    /// <summary>Repository of the image without registry, tag and digest; what stands for it when the image is built.</summary>
    public string ImageName => NameOf(Image?.Text ?? "");

    /// <summary>True when two services run the same image, so that they may be members of one cluster.</summary>
    public bool SharesImageWith(ComposeService other) =>
        Image is not null && other.Image is not null
            ? ImageName == other.ImageName
            : Build.Declaration is { } mine && other.Build.Declaration is { } theirs
                && (mine.Context, mine.Dockerfile) == (theirs.Context, theirs.Dockerfile);

    /// <summary>Repository of an image reference without registry, tag and digest.</summary>
    public static string NameOf(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..];
        var depth = 0;
        for (var i = 0; i < name.Length; i++)
        {
            depth += name[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0 && name[i] is ':' or '@')
            {
                return name[..i];
            }
        }

        return name;
    }
}

/// <summary>A file or folder that a container sees.</summary>
/// <param name="Target">Absolute path in the container.</param>
/// <param name="Source">File or folder relative to the scanned root; null when it is not in the repository.</param>
/// <param name="Content">Text given in place in the Compose file; null otherwise.</param>
/// <param name="ContentAt">Position of the first line of <paramref name="Content"/>.</param>
/// <param name="Volume">The declaration.</param>
internal sealed record ComposeMount(string Target, string? Source, string? Content, SourcePosition? ContentAt, VolumeDeclaration Volume);

/// <summary>A port that the engine opens on the host.</summary>
/// <param name="HostPort">Port on the host; null when the engine chooses one or it is not known.</param>
/// <param name="ContainerPort">Port of the container.</param>
/// <param name="IsLoopback">True when only the host itself reaches it; null when a variable hides the address.</param>
/// <param name="IsRandom">True when the engine chooses the port.</param>
/// <param name="At">Where it stands.</param>
internal sealed record PublishedPort(int? HostPort, int? ContainerPort, bool? IsLoopback, bool IsRandom, Evidence At);

/// <summary>How the image of a service is built.</summary>
/// <param name="Declaration">Null when the service is not built, or not from this repository.</param>
/// <param name="Dockerfile">Null when it could not be read.</param>
/// <param name="Stage">The stage that is built.</param>
/// <param name="Entry">What the image starts.</param>
internal sealed record ComposeImageBuild(BuildDeclaration? Declaration, Dockerfile? Dockerfile, DockerfileStage? Stage, ImageEntry? Entry)
{
    public static ComposeImageBuild None { get; } = new(null, null, null, null);

    public IEnumerable<DockerfileStage> Lineage => Dockerfile is not null && Stage is not null ? Dockerfile.Lineage(Stage) : [];
}
