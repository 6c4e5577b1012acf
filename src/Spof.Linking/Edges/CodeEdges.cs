using System.Collections.Immutable;
using Spof.Model;
using Spof.Text;

namespace Spof.Linking;

/// <summary>Dependencies that the code of a container shows: each client's address followed through the configuration it sees there.</summary>
internal sealed class CodeEdges(TargetGraph graph, AddressLinker linker)
{
    /// <returns>Keys of the settings that the code reads, so that they are not read again as bare variables.</returns>
    public IReadOnlySet<string> Add(Component component, string scope, DeployedProject deployed, IEnumerable<CodeProject> closure, EffectiveConfiguration configuration)
    {
        var read = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var project in closure)
        {
            var linked = project.Dependencies.Select(d => new LinkedDependency(d, Link(component, scope, deployed.Evidence, d, configuration, read))).ToArray();
            foreach (var edge in AlternativeEdges.Join(linked))
            {
                graph.Add(edge);
            }
        }

        return read;
    }

    /// <summary>Null when the address leads to no component.</summary>
    private Dependency? Link(
        Component component, string scope, ImmutableArray<Evidence> deployment, CodeDependency dependency, EffectiveConfiguration configuration, HashSet<string> read)
    {
        var code = dependency.Evidence.Length > 0 ? dependency.Evidence[..1] : dependency.Address.Evidence;
        var address = dependency.Address;
        var endpoints = address.Endpoints;
        var chain = code;
        var phase = dependency.Phase;
        if (address.Key is { } key)
        {
            var setting = address.Origin == AddressOrigin.EnvironmentVariable ? configuration.FindVariable(key) : Find(configuration, key);
            if (setting is not null)
            {
                read.Add(setting.Key);
                read.Add(ConfigurationKey.Normalize(setting.Key));
                if (dependency.Technology == Technology.Redis && setting.Options.Contains("abortConnect=false"))
                {
                    phase &= ~Phase.Startup; // Connect returns without a connection, so that the start does not need one.
                }

                endpoints = EndpointsOf(setting, configuration, read);
                chain = chain.AddRange(setting.Evidence.Select(e => e with { Layer = EvidenceLayer.Config, How = Weaker(e.How, Certainty.Resolved) }));
            }

            if (endpoints.IsEmpty)
            {
                Miss(component, dependency, setting, chain);
                return null;
            }
        }
        else if (endpoints.IsEmpty)
        {
            Miss(component, dependency, null, chain);
            return null;
        }
        else if (address.Origin == AddressOrigin.ServiceDiscovery)
        {
            var entries = configuration.Below("services:" + endpoints[0].Host).Where(s => s.Endpoints.Length > 0).ToArray();
            if (entries.Length > 0)
            {
                read.UnionWith(entries.Select(e => e.Key));
                endpoints = [.. entries.SelectMany(e => e.Endpoints).Distinct()];
                chain = chain.AddRange(entries.SelectMany(e => e.Evidence).Select(e => e with { Layer = EvidenceLayer.Config }));
            }
        }

        if (phase == 0)
        {
            return null;
        }

        chain = chain.AddRange(deployment);
        if (linker.Link(endpoints, scope, dependency.Technology, component.Id, chain) is not { } linked)
        {
            return null;
        }

        foreach (var target in linked.Targets)
        {
            Name(target, dependency.Technology);
        }

        var strength = StrengthOf(dependency, linked);
        return new Dependency
        {
            From = component.Id,
            Targets = linked.Targets,
            Strength = strength,
            Access = dependency.Access,
            Phase = phase,
            Reaches = linked.Reaches,
            Client = dependency.Resilience,
            Evidence = chain,
            Unknowns = strength == Strength.Unknown ? dependency.Unknowns : [],
        };
    }

    /// <summary>What code connects to is needed unless the code shows a substitute, or shows nothing that would need it.</summary>
    private static Strength StrengthOf(CodeDependency dependency, LinkedAddress linked) =>
        linked.IsTelemetry || dependency.Strength == Strength.Soft ? Strength.Soft
        : dependency.Strength == Strength.Unknown && dependency.Unknowns.Any(u => u.What == "strength") ? Strength.Unknown
        : Strength.Hard;

    /// <summary>The key itself, or the only value below it (a section read as an options class of one address).</summary>
    private static Setting? Find(EffectiveConfiguration configuration, string key) =>
        configuration.Find(key) ?? configuration.Below(key).FirstOrDefault(s => s.Endpoints.Length > 0);

    /// <summary>Hosts of the value; a bare word counts where an address is wanted. A list of values is a list of hosts.</summary>
    private static ImmutableArray<EndpointAddress> EndpointsOf(Setting setting, EffectiveConfiguration configuration, HashSet<string> read)
    {
        if (setting.Endpoints.IsEmpty)
        {
            return setting.Plain is { Length: > 0 } word && HostClassifier.Classify(word, HostContext.Empty).Class != HostClass.None && !word.Contains(' ', StringComparison.Ordinal)
                ? [new EndpointAddress(word.ToLowerInvariant())]
                : [];
        }

        var key = ConfigurationKey.Normalize(setting.Key);
        if (!key.EndsWith(":0", StringComparison.Ordinal))
        {
            return setting.Endpoints;
        }

        var others = configuration.Below(key[..^2]).ToArray();
        read.UnionWith(others.Select(o => o.Key));
        return [.. others.SelectMany(o => o.Endpoints).Distinct()];
    }

    /// <summary>The client's library tells what an otherwise unknown component is.</summary>
    private void Name(string id, Technology technology)
    {
        if (graph.Find(id) is { Kind: ComponentKind.Workload, Technology: null } component && ComponentKinds.OfClient(technology) is { } known)
        {
            graph.Replace(ComponentFactory.As(component, known.Kind, known.Technology));
        }
    }

    private void Miss(Component component, CodeDependency dependency, Setting? setting, ImmutableArray<Evidence> chain)
    {
        var address = dependency.Address;
        var reason = setting?.UnknownReason
            ?? (address.Key is { } key && setting is null ? $"no file or variable of this target sets '{key}'" : null)
            ?? (setting is not null ? $"the value of '{setting.Key}' names no host" : null)
            ?? address.UnknownReason
            ?? "the code does not show the address";
        graph.CountEndpoint(resolved: false);
        graph.AddUnlinked(new UnlinkedEndpoint(dependency.Name, reason, component.Id, [], chain));
    }

    private static Certainty Weaker(Certainty a, Certainty b) => a > b ? a : b;
}
