using Spof.Model;

namespace Spof.Analysis.Findings;

/// <summary>What to do about a finding, by kind of component and cause. Every text names the risk of its own advice.</summary>
internal static class Fixes
{
    public const string PrimaryWithoutFailover =
        "Let a standby take over by itself (an operator, a managed service with failover, or Patroni with a quorum of three) and point "
        + "writers to an address that follows the primary. Without a quorum both copies may take writes after a network split, and an "
        + "asynchronous standby lacks the last of them.";

    public const string ManualFailover =
        "Let the standby be promoted without a person (an operator, a managed service with automatic failover, or a quorum of three "
        + "that elects a primary). Until then keep the runbook short and rehearsed. Automatic failover without a quorum can leave two "
        + "primaries.";

    public const string EveryInstanceNeeded =
        "Lower the number of instances that are needed, or give each part of the data a replica of its own. More instances alone make it "
        + "worse: each one is needed.";

    public const string UnknownReplication =
        "Show that the instances replicate and take over from each other: an operator's resource, clustering variables, or 'nodes' with "
        + "'failover' in spof.yml. If they do not, they hold different data, and each of them is a single point of failure.";

    public const string LowerBound =
        "Let it never run fewer than two instances (the autoscaler's minimum, or the variant that asks for one) and spread them over hosts "
        + "and zones. Check first that no state lives in the process and that two at once do no harm (timers, migrations, locks).";

    public const string StartUp =
        "Let the service start without it: connect on first use, retry with a delay, and report 'not ready' instead of ending. A start "
        + "that goes on without its data must not answer as if it had it.";

    public const string State =
        "Move the state to a store that all instances share (a database, a distributed cache) or make it rebuildable from one. The store "
        + "then becomes a dependency of every request, so give it a standby first.";

    public const string Pair =
        "Keep the two apart so that one event does not take both: different hosts and zones, different maintenance windows, different "
        + "vendors. Two of one kind still share their version, image and configuration.";

    public const string PairOfThirdParties =
        "Choose a fallback from a different vendor and network, or add an answer that needs neither (a queue, a cached or reduced "
        + "answer). A fallback that is never exercised tends not to work: send it a share of the traffic.";

    private const string Host =
        "Spread the instances over at least two hosts (required anti-affinity or a topology spread constraint with DoNotSchedule). Hard "
        + "rules leave instances pending when hosts are short.";

    private const string Zone =
        "Spread the instances over at least two zones, three for a quorum, and check that volumes and load balancers may follow. Traffic "
        + "between zones costs money and adds latency.";

    private const string Region =
        "Decide whether a region may take the system down. If not, run a second one with replicated data and traffic that moves by itself. "
        + "Asynchronous replication between regions can lose the last writes.";

    private const string ComposeHost =
        "Compose runs a project on one host: run the system where several hosts share it (Kubernetes, Docker Swarm), or accept that it "
        + "stops with its host. More containers on the same host do not help.";

    public const string ComposeWorkload =
        "Run at least two instances behind one address. On the one host of a Compose project both still stop with it, so run what must not "
        + "stop where several hosts share it (Kubernetes, Docker Swarm). Check first that no state lives in the process and that two at once "
        + "do no harm (timers, migrations, locks).";

    private const string ForeignStore =
        "Ask its provider for a standby in a second zone with automatic failover (multi-AZ, zone-redundant), and connect to the address "
        + "that follows the primary, with a client that reconnects. A restored backup is repair, not redundancy, and an asynchronous "
        + "standby lacks the last writes.";

    public static string OfDomain(FailureClass failureClass, TargetKind target) => failureClass switch
    {
        FailureClass.Host or FailureClass.Zone when target == TargetKind.Compose => ComposeHost,
        FailureClass.Host => Host,
        FailureClass.Zone => Zone,
        _ => Region,
    };

    /// <summary>What to do about an outside host: a store that others run is still a store, and no payment provider.</summary>
    public static string OfThirdParty(Component component) =>
        component.StoreBehind is null ? OfSingleInstance(ComponentKind.ThirdParty) : ForeignStore;

    public static string OfSingleInstance(ComponentKind kind) => kind switch
    {
        ComponentKind.Database =>
            "Add a standby with automatic failover, and a connection string that follows it. A standby on the same host or volume adds "
            + "nothing, and an asynchronous one lacks the last writes.",
        ComponentKind.Cache =>
            "Let callers go on without it (short timeout, an error counts as a miss), or run replicas with automatic failover. Without the "
            + "cache the store behind it carries the full load: check that it can.",
        ComponentKind.Broker =>
            "Run three members with replicated (quorum) queues or topics, and list them all in the connection; of a managed broker, take the "
            + "form that is replicated over zones or regions. A cluster whose queues are not replicated still loses those of a lost member.",
        ComponentKind.ObjectStore =>
            "Use a replicated store (erasure coding over at least four nodes, or a managed service). Deleting or overwriting is replicated "
            + "too, so keep versions or backups.",
        ComponentKind.SearchEngine =>
            "Run three nodes that may be master, with at least one replica of each index. Two nodes cannot form a majority.",
        ComponentKind.Coordination =>
            "Run three or five members on different hosts and zones. An even number adds cost without tolerating more.",
        ComponentKind.LoadBalancer or ComponentKind.Gateway =>
            "Run two behind a floating address or use the platform's load balancer. Both take the same configuration, so roll a change out "
            + "to one first.",
        ComponentKind.Dns =>
            "Use at least two name servers in different networks. Long record lifetimes delay every later move.",
        ComponentKind.ThirdParty =>
            "Add a fallback for when it is away: a second provider, a queue that retries later, or a reduced answer. A second provider "
            + "differs in limits and semantics and must be exercised; a queue must not repeat payments.",
        ComponentKind.IdentityProvider =>
            "Run two instances on a replicated store, and let callers validate tokens with cached keys. Cached keys delay the effect of a "
            + "revocation.",
        ComponentKind.SecretStore =>
            "Run it replicated, and let services keep what they read at start. Kept secrets go stale when they are rotated.",
        ComponentKind.Volume =>
            "Use replicated storage or a store that replicates by itself. A volume bound to one zone still goes with its zone.",
        ComponentKind.Node =>
            "Run at least two nodes and spread the instances over them. Check that the one that stays can carry the load.",
        ComponentKind.Network =>
            "Double the device or gateway, one a zone. Routes must fail over by themselves, or the second one stays unused.",
        ComponentKind.Scheduler =>
            "Run two with leader election, and make jobs safe to run twice: after a change of leader one may.",
        ComponentKind.Route => "Add a second backend to the route.",
        _ =>
            "Run at least two instances and spread them over hosts and zones. Check first that no state lives in the process and that two "
            + "at once do no harm (timers, migrations, locks).",
    };
}
