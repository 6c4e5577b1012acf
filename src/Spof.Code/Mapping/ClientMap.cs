using Microsoft.CodeAnalysis;
using Spof.Model;
using SpofAnalyzers.Facts;

namespace Spof.Code.Mapping;

/// <summary>Turns HTTP and gRPC clients into dependencies.</summary>
internal static class ClientMap
{
    /// <summary>
    /// One dependency for the client's own address and one for each other address that its calls name in full. A client that only
    /// runs in development is none.
    /// </summary>
    public static IEnumerable<MappedDependency> Of(ClientFact client, string assembly, ProjectKind kind)
    {
        if (client.IsDevelopmentOnly)
        {
            yield break;
        }

        var id = $"code:{assembly}/{client.Name}";
        if (client.Routes is { UnknownReason: null } routes)
        {
            foreach (var routed in Routed(client, routes, id, kind))
            {
                yield return routed;
            }

            yield break;
        }

        var own = AddressMap.Of(client.Address);
        var elsewhere = client.Calls
            .Where(c => c.Address is not null)
            .Select(c => (Call: c, Address: AddressMap.Of(c.Address!)))
            .Where(c => !IsSame(c.Address, own))
            .ToLookup(c => Discriminator(c.Address));
        var others = elsewhere.SelectMany(g => g.Select(c => c.Call)).ToHashSet();
        var calls = client.Calls.Where(c => !others.Contains(c)).ToArray();
        if (calls.Length > 0 || others.Count == 0 || own.Key is not null || !own.Endpoints.IsEmpty)
        {
            yield return Dependency(client, id, own, calls, kind, Naming(calls, !client.IsAddressed));
        }

        foreach (var group in elsewhere)
        {
            yield return Dependency(client, id + "@" + group.Key, group.First().Address, [.. group.Select(c => c.Call)], kind, Naming([.. group.Select(c => c.Call)], true));
        }
    }

    /// <summary>Hosts of which the next is asked when one is away: each stands in for the one before it.</summary>
    private static IEnumerable<MappedDependency> Routed(ClientFact client, HedgingRoutes routes, string id, ProjectKind kind)
    {
        var hosts = routes.Hosts.Select(h => (Address: AddressMap.Of(h), h.Location)).DistinctBy(h => Discriminator(h.Address)).ToArray();
        var before = default(string);
        foreach (var (i, (address, location)) in hosts.Index())
        {
            var own = i == 0 ? id : id + "@" + Discriminator(address);
            var mapped = Dependency(client, own, address, client.Calls, kind, [location]);
            var strength = mapped.Dependency.Strength;
            yield return mapped with
            {
                Dependency = mapped.Dependency with
                {
                    Strength = strength == Strength.Hard && i < hosts.Length - 1 ? Strength.Soft : strength,
                    AlternativeTo = before is null ? [] : [before],
                },
            };
            before = own;
        }
    }

    private static MappedDependency Dependency(
        ClientFact client, string id, CodeAddress address, IReadOnlyList<CallSite> calls, ProjectKind kind, IEnumerable<Location> naming)
    {
        var strength = StrengthOf(client, calls);
        var counted = strength == Strength.Hard ? MappedDependency.Deciding(calls) : calls;
        return new MappedDependency(
            new CodeDependency
            {
                Id = id,
                Technology = client.IsGrpc ? Technology.Grpc : Technology.Http,
                Name = client.Name,
                Address = address,
                Resilience = ResilienceOf(client),
                Strength = strength,
                Access = counted.Count > 0 && counted.All(c => !c.IsUnsafe) ? Access.Read : Access.Both,
                Phase = PhaseMap.Of(counted.Count == 0 ? UsePhase.Request : counted.Aggregate((UsePhase)0, (p, c) => p | c.Phase), kind),
                Evidence = EvidenceMap.Of(client.IsMatchedByName, [.. naming, client.Location, client.Registration, .. calls.Select(c => c.Location)]),
                Unknowns = strength == Strength.Unknown && ReasonOf(client, calls) is { } reason
                    ? [new Unknown("strength", reason, EvidenceMap.Of(client.Location)?.At)]
                    : [],
            },
            calls);
    }

    /// <summary>
    /// Hard when a failure of some call reaches its caller, soft when every call goes on with a substitute; unknown where nothing uses
    /// the client. A fallback strategy around it may answer by itself or ask another host, which the call does not show.
    /// </summary>
    private static Strength StrengthOf(ClientFact client, IReadOnlyList<CallSite> calls) =>
        calls.Count == 0 ? Strength.Unknown
        : calls.All(c => c.Outcome == CallOutcome.Substitutes) ? Strength.Soft
        : client.Use != ClientUse.Used || client.Resilience.HasFallback == true || client.Routes is { UnknownReason: not null } || !calls.Any(c => c.Fails) ? Strength.Unknown
        : Strength.Hard;

    /// <summary>Why it is not known whether the caller fails; null where the code only shows no call, as of a generated client.</summary>
    private static string? ReasonOf(ClientFact client, IReadOnlyList<CallSite> calls) =>
        client.Use != ClientUse.Used ? $"'{client.Name}' is registered but nothing in the code that was read uses it"
        : calls.FirstOrDefault(c => c.UnusedType is not null && c.Outcome != CallOutcome.Substitutes) is { UnusedType: { } type } && !calls.Any(c => c.Fails)
            ? $"nothing in the code that was read uses '{type}'"
        : client.IsMatchedByName && calls.Count > 0 && calls.All(c => c.Outcome == CallOutcome.Unknown)
            ? $"the calls of '{client.Name}' are told by their names only, which do not show whether its caller fails"
        : calls.Count > 0 && !calls.Any(c => c.Fails) ? $"a handler goes on when '{client.Name}' fails, and the code after it does not show whether its caller fails"
        : calls.Count > 0 && client.Routes is { UnknownReason: { } reason } ? $"a hedging handler sends the calls of '{client.Name}' elsewhere, and {reason}"
        : calls.Count > 0 ? $"a fallback stands around '{client.Name}', and the calls do not show whether it answers by itself"
        : null;

    /// <summary>What names the host comes first: the registration or construction, or the calls where only they do.</summary>
    private static IEnumerable<Location> Naming(IReadOnlyList<CallSite> calls, bool isNamedByCalls) =>
        isNamedByCalls ? calls.Where(c => c.Address is not null).SelectMany(Named) : [];

    /// <summary>The call, after the line of its address where that is another one.</summary>
    private static IEnumerable<Location> Named(CallSite call)
    {
        var (name, at) = (call.Address!.Location.GetLineSpan(), call.Location.GetLineSpan());
        return name.Path == at.Path && name.StartLinePosition.Line == at.StartLinePosition.Line ? [call.Location] : [call.Address.Location, call.Location];
    }

    private static Resilience ResilienceOf(ClientFact client)
    {
        var fact = client.Resilience;
        return new Resilience
        {
            HasRetry = fact.HasRetry,
            HasTimeout = client.TimeoutSeconds is not null ? true : fact.HasTimeout,
            HasCircuitBreaker = fact.HasCircuitBreaker,
            HasHedging = fact.HasHedging,
            HasFallback = fact.HasFallback,
            Retries = fact.Retries,
            TimeoutSeconds = fact.TimeoutSeconds ?? client.TimeoutSeconds,
            Evidence = EvidenceMap.Of(fact.Locations),
        };
    }

    private static bool IsSame(CodeAddress a, CodeAddress b) =>
        a.Origin == b.Origin && a.Key == b.Key && Hosts(a).SequenceEqual(Hosts(b));

    private static string Discriminator(CodeAddress address) =>
        address.Key ?? (address.Endpoints.IsEmpty ? "unknown" : string.Join(',', Hosts(address)));

    /// <summary>Paths below one host are one target.</summary>
    private static IEnumerable<string> Hosts(CodeAddress address) =>
        address.Endpoints.Select(e => (e with { Path = null, Database = null }).ToString()).Distinct();
}
