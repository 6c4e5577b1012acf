using Spof.Manifests.Containers;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>A container with what only this reader needs to know of it.</summary>
/// <param name="Declaration">What goes into the model.</param>
/// <param name="Member">What decides about clustering; may hold secrets.</param>
/// <param name="NamedPorts">Numbers of its named ports.</param>
/// <param name="HostPorts">Ports that it opens on its node for callers outside, with the place of each.</param>
/// <param name="Missing">Configuration that it mounts and that is not in the scanned files.</param>
/// <param name="Unknowns">What could not be known.</param>
internal sealed record ContainerReading(
    ContainerDeclaration Declaration, ClusterMember Member, IReadOnlyDictionary<string, int?> NamedPorts,
    IReadOnlyList<(int Port, SourcePosition At)> HostPorts, IReadOnlyList<MissingMount> Missing, IReadOnlyList<Unknown> Unknowns);

/// <summary>Reads the containers of a pod.</summary>
internal sealed class ContainerReader(ObjectSet objects, ConfigurationValues configuration, string environment)
{
    private readonly MountedFiles _mounted = new(configuration);

    /// <param name="ns">Namespace of the pod.</param>
    /// <param name="podSpec">Specification of the pod.</param>
    public IReadOnlyList<ContainerReading> Read(string ns, YamlNode podSpec)
    {
        var containers = new List<ContainerReading>();
        foreach (var container in podSpec["containers"]?.Items ?? [])
        {
            containers.Add(Container(ns, podSpec, container, isInit: false));
        }

        // An init container that restarts always is a sidecar: it runs beside the others (Kubernetes 1.29).
        foreach (var container in podSpec["initContainers"]?.Items ?? [])
        {
            containers.Add(Container(ns, podSpec, container, container["restartPolicy"]?.Text != "Always"));
        }

        return containers;
    }

    private ContainerReading Container(string ns, YamlNode podSpec, YamlNode container, bool isInit)
    {
        var variables = new EnvironmentReader(configuration, objects, ns);
        var (settings, unknowns) = variables.Read(container);
        var files = _mounted.Of(ns, podSpec, container);
        var arguments = Arguments(container);
        var imageNode = container["image"];
        var image = imageNode?.Text is { } written ? ImageReference.WithoutUser(written) : null;
        var declaration = new ContainerDeclaration
        {
            Name = container["name"]?.Text ?? "",
            Image = image,
            ImageAt = image is null ? null : new Evidence(EvidenceLayer.Manifest, imageNode!.At, $"image: {image}"),
            IsInit = isInit,
            Ports = [.. (container["ports"]?.Items ?? []).Select(p => p["containerPort"]?.Integer).OfType<int>()],
            Environment = [.. MountedSettings.Read(files, settings, EnvironmentName(variables)), .. settings, .. OnCommandLine(arguments, variables)],
            Arguments = ShownArguments.Of([.. arguments.Select(a => a.Text)]),
            HasReadinessProbe = container["readinessProbe"] is YamlMapping,
            HasLivenessProbe = container["livenessProbe"] is YamlMapping,
        };
        var member = new ClusterMember(image, arguments, variables.PlainValue, variables.EvidenceOf, files);
        var namedPorts = new Dictionary<string, int?>(StringComparer.Ordinal);
        foreach (var port in container["ports"]?.Items ?? [])
        {
            if (port["name"]?.Text is { } name)
            {
                namedPorts[name] = port["containerPort"]?.Integer;
            }
        }

        return new ContainerReading(declaration, member, namedPorts, HostPorts.Of(container), [.. _mounted.MissingOf(ns, podSpec, container)], unknowns);
    }

    private static IEnumerable<Setting> OnCommandLine(List<CommandArgument> arguments, EnvironmentReader variables)
    {
        var words = arguments.ConvertAll(a => variables.Expand(a.Text));
        foreach (var (key, value, index) in CommandLineSettings.Of(words.ConvertAll(w => w.Text)))
        {
            var at = new Evidence(EvidenceLayer.Manifest, arguments[index].At, $"argument {key}");
            yield return SettingFactory.Create(key, value, [at], words.Exists(w => w.IsSecret));
        }
    }

    private string EnvironmentName(EnvironmentReader variables) =>
        variables.PlainValue("ASPNETCORE_ENVIRONMENT") ?? variables.PlainValue("DOTNET_ENVIRONMENT") ?? environment;

    private static List<CommandArgument> Arguments(YamlNode container) =>
        [.. new[] { container["command"], container["args"] }.SelectMany(list => list?.Items ?? [])
            .OfType<YamlScalar>().Select(a => new CommandArgument(a.Value, a.At))];
}
