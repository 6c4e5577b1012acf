using Spof.Manifests.Containers;
using Spof.Manifests.EnvFiles;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Compose;

/// <summary>Reads one merged service definition.</summary>
internal static class ComposeServiceReader
{
    public static ComposeService Read(string name, YamlNode node, SourcePosition at, ComposeContext context)
    {
        var unknowns = new List<Unknown>();
        var (instances, instancesAt) = Instances(name, node, at, context);
        var build = ComposeBuildReader.Read(node, context, unknowns);
        var (words, wordsAt) = Words(node, at, build, context);
        var imageNode = node["image"];
        var image = imageNode is null ? null : Image(context.Expand(imageNode));
        // A registry or tag that is not known decides nothing, and the name of a built image is only a label.
        if (image is { IsKnown: false } && node["build"] is null && ComposeService.NameOf(image.Text).Contains('$'))
        {
            unknowns.Add(new Unknown("image", image.UnknownReason!, imageNode!.At));
        }

        if (image is null && node["build"] is null)
        {
            context.Gap(at, $"service '{name}' has neither image nor build", GapKind.Error);
        }

        foreach (var link in node["external_links"]?.Items ?? [])
        {
            unknowns.Add(new Unknown("external link", "it names a container of another project", link.At));
        }

        return new ComposeService
        {
            Id = context.Id(name),
            Name = name,
            Node = node,
            At = at,
            Instances = instances,
            InstancesAt = instancesAt,
            Image = image,
            ImageAt = image is null ? null : ComposeContext.At(imageNode!.At, $"image: {image.Text}"),
            Build = Started(build, node, words, wordsAt),
            Environment = ComposeEnvironment.Read(node, build, context),
            Words = words,
            WordsAt = wordsAt,
            Names = Names(name, node, context),
            Ports = ComposePorts.Published(node, context),
            Mounts = ComposeMounts.Read(node, context),
            DependsOn = DependsOn(node, context),
            Unknowns = unknowns,
        };
    }

    private static InterpolatedText Image(InterpolatedText written) => written with { Text = ImageReference.WithoutUser(written.Text) };

    private static (Count, Evidence) Instances(string name, YamlNode node, SourcePosition at, ComposeContext context)
    {
        if (node.Find("deploy", "mode")?.Text is "global" or "global-job")
        {
            var mode = node.Find("deploy", "mode")!;
            return (Count.Unknown("one instance on every node of the swarm"), ComposeContext.At(mode.At, $"mode: {mode.Text}"));
        }

        if ((node["scale"] ?? node.Find("deploy", "replicas")) is not { IsNull: false } written)
        {
            return (Count.Exactly(1), ComposeContext.At(at, $"{name}:"));
        }

        var text = context.Expand(written);
        var evidence = ComposeContext.At(written.At, $"replicas: {text.Text}");
        if (!text.IsKnown)
        {
            return (Count.Unknown(text.UnknownReason!), evidence);
        }

        return int.TryParse(text.Text, out var number) && number >= 0
            ? (Count.Exactly(number), evidence)
            : (Count.Unknown("the number of instances is no whole number"), evidence);
    }

    /// <summary>Entry point and command: an entry point of the service drops the command of the image.</summary>
    private static (IReadOnlyList<string> Words, SourcePosition At) Words(
        YamlNode node, SourcePosition at, ComposeImageBuild build, ComposeContext context)
    {
        var entryPoint = node["entrypoint"] is { IsNull: false } e ? e : null;
        var command = node["command"] is { IsNull: false } c ? c : null;
        if (entryPoint is null && command is null)
        {
            return (build.Entry?.Command ?? [], at);
        }

        IEnumerable<string> inherited = build.Lineage.Select(s => s.EntryPoint).OfType<DockerfileCommand>().FirstOrDefault()?.Words ?? [];
        var first = entryPoint is null ? inherited : Split(entryPoint, context);
        var second = command is null ? [] : Split(command, context);
        return ([.. first, .. second], (entryPoint ?? command)!.At);
    }

    private static IEnumerable<string> Split(YamlNode node, ComposeContext context) =>
        node is YamlSequence ? node.Items.Select(i => context.Expand(i).Text) : CommandWords.Split(context.Expand(node).Text);

    /// <summary>The build with the assembly that the service's own command starts, when it has one.</summary>
    private static ComposeImageBuild Started(ComposeImageBuild build, YamlNode node, IReadOnlyList<string> words, SourcePosition at)
    {
        if (build.Declaration is not { } declaration || (node["entrypoint"] is null && node["command"] is null))
        {
            return build;
        }

        var isDotnet = declaration.EntryAssembly is not null || !declaration.ProjectFiles.IsEmpty;
        var assembly = ImageEntry.Assembly([.. words], isDotnet);
        return build with
        {
            Declaration = declaration with
            {
                EntryAssembly = assembly,
                EntryAt = assembly is null ? null : ComposeContext.At(at, $"starts {assembly}"),
            },
        };
    }

    private static List<string> Names(string name, YamlNode node, ComposeContext context)
    {
        // A container in the network of another container or of the host has no name of its own in the project's network.
        var mode = node["network_mode"]?.Text;
        if (mode is not null && mode != "bridge")
        {
            return [];
        }

        var names = new List<string> { name };
        Add(context.Expand(node["container_name"]).Text);
        var host = context.Expand(node["hostname"]).Text;
        Add(host);
        if (host.Length > 0 && context.Expand(node["domainname"]).Text is { Length: > 0 } domain)
        {
            Add(host + "." + domain);
        }

        foreach (var (_, _, network) in node["networks"]?.Entries ?? [])
        {
            foreach (var alias in network["aliases"]?.Items ?? [])
            {
                Add(context.Expand(alias).Text);
            }

            Add(context.Expand(network["ipv4_address"]).Text);
        }

        return names;

        void Add(string other)
        {
            if (other.Length > 0 && !other.Contains('$') && !names.Contains(other))
            {
                names.Add(other);
            }
        }
    }

    private static List<DependsOnDeclaration> DependsOn(YamlNode node, ComposeContext context)
    {
        var needs = new List<DependsOnDeclaration>();
        foreach (var (name, at, value) in node["depends_on"] is { } written ? ComposeMerge.NamedList(written).Entries : [])
        {
            if (value["required"]?.Boolean == false)
            {
                continue;
            }

            var (condition, text) = value["condition"]?.Text switch
            {
                "service_healthy" => (StartCondition.Healthy, $"depends_on: {name} (service_healthy)"),
                "service_completed_successfully" => (StartCondition.Completed, $"depends_on: {name} (service_completed_successfully)"),
                _ => (StartCondition.Started, $"depends_on: {name}"),
            };
            needs.Add(new DependsOnDeclaration(context.Id(name), condition, ComposeContext.At(at, text)));
        }

        foreach (var link in node["links"]?.Items ?? [])
        {
            Add(context.Expand(link).Text.Split(':')[0], link.At, "links");
        }

        if (node["network_mode"] is { Text: { } mode } modeNode && mode.StartsWith("service:", StringComparison.Ordinal))
        {
            Add(mode["service:".Length..], modeNode.At, "network_mode: service");
        }

        return needs;

        void Add(string name, SourcePosition at, string key)
        {
            var id = context.Id(name);
            if (!needs.Any(n => n.TargetId == id))
            {
                needs.Add(new DependsOnDeclaration(id, StartCondition.Started, ComposeContext.At(at, $"{key}: {name}")));
            }
        }
    }
}
