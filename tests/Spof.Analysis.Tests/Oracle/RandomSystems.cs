using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Analysis.Tests.Oracle;

/// <summary>Small systems with every feature mixed: cycles, alternatives, quorums, failover, nested domains, unknowns.</summary>
internal static class RandomSystems
{
    public static DeploymentTarget Create(int seed)
    {
        var random = new Random(seed);
        var components = Enumerable.Range(0, random.Next(2, 8)).Select(i => Component(random, i)).ToImmutableArray();
        return new DeploymentTarget
        {
            Id = "k8s",
            Name = "k8s",
            Kind = TargetKind.Kubernetes,
            Components = components,
            Domains = Domains(random),
            Dependencies = [.. Enumerable.Range(0, random.Next(1, 2 * components.Length + 2)).Select(_ => Dependency(random, components))],
            EntryPoints =
            [
                .. Enumerable.Range(0, random.Next(1, 3)).Select(i => new EntryPoint
                {
                    Id = $"entry{i}",
                    Name = $"entry{i}",
                    Kind = Pick(random, EntryPointKind.Ingress, EntryPointKind.Ingress, EntryPointKind.Consumer, EntryPointKind.ScheduledJob, EntryPointKind.Declared),
                    ComponentId = components[random.Next(components.Length)].Id,
                    Tier = random.Next(4),
                }),
            ],
        };
    }

    private static ImmutableArray<Domain> Domains(Random random)
    {
        string? Maybe(string id) => random.Next(3) == 0 ? null : id;
        return
        [
            new Domain("domain:region/r1", DomainKind.Region, "r1", null, []),
            new Domain("domain:region/r2", DomainKind.Region, "r2", null, []),
            .. from i in Enumerable.Range(1, 3)
               select new Domain($"domain:zone/z{i}", DomainKind.Zone, $"z{i}", Maybe($"domain:region/r{1 + (i / 3)}"), []),
            .. from i in Enumerable.Range(1, 4)
               select new Domain($"domain:host/h{i}", DomainKind.Host, $"h{i}", Maybe($"domain:zone/z{1 + (i / 2)}"), []),
        ];
    }

    private static Component Component(Random random, int i)
    {
        var style = random.Next(3) > 0 ? ReplicationStyle.None : Pick(random, Enum.GetValues<ReplicationStyle>());
        var instances = Number(random, 1, 4);
        var isThirdParty = random.Next(8) == 0;
        return new Component
        {
            Id = $"c{i}",
            Name = $"c{i}",
            Kind = isThirdParty ? ComponentKind.ThirdParty : ComponentKind.Workload,
            Instances = isThirdParty ? Count.Exactly(1) : instances,
            Required = style == ReplicationStyle.Quorum && instances.Min is { } n ? Count.Exactly((n / 2) + 1) : Number(random, 1, 2),
            Replication = style,
            Failover = new Failover(Pick(random, Enum.GetValues<FailoverKind>())),
            CanFail = random.Next(8) != 0,
            Placements = isThirdParty ? [] : [.. Placements(random)],
        };
    }

    private static IEnumerable<Placement> Placements(Random random)
    {
        foreach (var kind in new[] { DomainKind.Host, DomainKind.Zone, DomainKind.Region })
        {
            if (random.Next(2) == 0)
            {
                continue;
            }

            if (random.Next(3) == 0)
            {
                yield return new Placement { Kind = kind, Together = Number(random, 1, 3) };
                continue;
            }

            var (letter, count) = kind switch { DomainKind.Host => ("host/h", 4), DomainKind.Zone => ("zone/z", 3), _ => ("region/r", 2) };
            var shares = Enumerable.Range(1, count)
                .Where(_ => random.Next(2) == 0)
                .Select(d => new DomainShare($"domain:{letter}{d}", random.Next(1, 3)))
                .ToImmutableArray();
            yield return new Placement { Kind = kind, Shares = shares };
        }
    }

    private static Dependency Dependency(Random random, ImmutableArray<Component> components)
    {
        var targets = components.OrderBy(_ => random.Next()).Take(random.Next(3) > 0 ? 1 : random.Next(2, 5)).Select(c => c.Id).ToList();
        if (random.Next(12) == 0)
        {
            targets.Add("host:elsewhere");
        }

        return new Dependency
        {
            From = components[random.Next(components.Length)].Id,
            Targets = [.. targets],
            Needed = random.Next(1, targets.Count + 1),
            Strength = Pick(random, Strength.Hard, Strength.Hard, Strength.Hard, Strength.Unknown, Strength.Soft),
            Access = Pick(random, Access.Both, Access.Both, Access.Read, Access.Write),
            Phase = Pick(random, Phase.Request, Phase.Request, Phase.Request, Phase.Startup, Phase.Background, Phase.Startup | Phase.Request),
            Reaches = Pick(random, Access.Both, Access.Both, Access.Read, Access.Write),
        };
    }

    private static Count Number(Random random, int from, int to) => random.Next(6) switch
    {
        0 => Count.Unknown("not given"),
        1 => Count.Between(random.Next(from, to + 1), to + 2, "autoscaled"),
        2 => new Count(null, random.Next(from, to + 1), "at most"),
        _ => Count.Exactly(random.Next(from, to + 1)),
    };

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];
}
