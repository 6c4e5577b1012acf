using System.Collections.Immutable;
using System.Net;
using Spof.Model;

namespace Spof.Manifests.Compose;

/// <summary>The host names of a project: services, container names, aliases, links, extra hosts.</summary>
internal static class ComposeNames
{
    public static ImmutableArray<NameDeclaration> Of(IReadOnlyList<ComposeService> services, ComposeContext context)
    {
        var owners = new Dictionary<string, List<ComposeService>>(StringComparer.OrdinalIgnoreCase);
        foreach (var service in services)
        {
            foreach (var name in service.Names)
            {
                Own(name, service);
            }
        }

        Links(services, context, Own);
        var names = ImmutableArray.CreateBuilder<NameDeclaration>();
        var serviceNames = services.Where(s => s.Names.Count > 0).Select(s => s.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var others = owners.Where(o => o.Value.Count == 1 && !serviceNames.Contains(o.Key)).ToLookup(o => o.Value[0].Id, o => o.Key);
        foreach (var service in services.Where(s => s.Names.Count > 0))
        {
            names.Add(new NameDeclaration
            {
                Id = service.Id,
                Name = service.Name,
                Scope = context.Project,
                OtherNames = [.. others[service.Id].Order(StringComparer.Ordinal)],
                WorkloadIds = [.. owners[service.Name].Select(s => s.Id)],
                Ports = [.. ComposePorts.Container(service.Node, context).Select(p => new PortMapping(null, p, p))],
                At = ComposeContext.At(service.At, $"{service.Name}:"),
            });
        }

        // An alias that several services carry is answered by any of them.
        foreach (var (name, carriers) in owners.Where(o => o.Value.Count > 1 && !serviceNames.Contains(o.Key)))
        {
            names.Add(new NameDeclaration
            {
                Id = $"{context.TargetId}/alias/{name}",
                Name = name,
                Scope = context.Project,
                WorkloadIds = [.. carriers.Select(c => c.Id)],
                At = ComposeContext.At(carriers[0].At, $"alias {name}"),
            });
        }

        names.AddRange(ExtraHosts(services, context, owners.Keys));
        return names.ToImmutable();

        void Own(string name, ComposeService service)
        {
            if (!owners.TryGetValue(name, out var list))
            {
                owners[name] = list = [];
            }

            if (!list.Contains(service))
            {
                list.Add(service);
            }
        }
    }

    /// <summary>Names that <c>links</c> give; they hold in one container only, which is told where they hide a service.</summary>
    private static void Links(IReadOnlyList<ComposeService> services, ComposeContext context, Action<string, ComposeService> own)
    {
        var byName = services.ToDictionary(s => s.Name, StringComparer.Ordinal);
        foreach (var service in services)
        {
            foreach (var link in service.Node["links"]?.Items ?? [])
            {
                var parts = context.Expand(link).Text.Split(':');
                if (parts is not [var target, var alias] || alias == target || !byName.TryGetValue(target, out var linked))
                {
                    continue;
                }

                if (byName.ContainsKey(alias))
                {
                    context.Gap(link.At, $"the link alias '{alias}' hides the service of that name for one container and is not applied");
                }
                else
                {
                    own(alias, linked);
                }
            }
        }
    }

    private static IEnumerable<NameDeclaration> ExtraHosts(
        IReadOnlyList<ComposeService> services, ComposeContext context, IEnumerable<string> taken)
    {
        var seen = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        foreach (var service in services)
        {
            foreach (var (name, at, value) in service.Node["extra_hosts"] is { } hosts ? ComposeMerge.ExtraHosts(hosts).Entries : [])
            {
                var address = context.Expand(value).Text.Trim('[', ']');
                if (!IPAddress.TryParse(address, out _) || !seen.Add(name))
                {
                    continue;
                }

                yield return new NameDeclaration
                {
                    Id = $"host:{name.ToLowerInvariant()}",
                    Name = name,
                    Scope = context.Project,
                    External = new EndpointAddress(address),
                    At = ComposeContext.At(at, $"extra_hosts: {name}"),
                };
            }
        }
    }
}
