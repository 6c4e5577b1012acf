using Spof.Model;

namespace Spof.Analysis.Graphs;

/// <summary>How many instances of a component can be lost before it stops, under one reading of what is unknown.</summary>
/// <param name="Instances">Instances that run; <see cref="Many"/> when nothing bounds them.</param>
/// <param name="Threshold">Lost instances that stop it, n − k + 1; <see cref="Never"/> when no number does.</param>
/// <param name="HasPrimary">
/// True when one instance is told apart from its standbys: primary and replicas, and failover is not known to be automatic.
/// Does not depend on the reading, so that both readings speak of the same events.
/// </param>
/// <param name="PrimaryDecides">True when losing the primary alone stops writing, because no standby takes over by itself.</param>
internal readonly record struct Redundancy(int Instances, int Threshold, bool HasPrimary, bool PrimaryDecides)
{
    public const int Many = 1_000_000;

    public const int Never = int.MaxValue;

    /// <param name="component">The component.</param>
    /// <param name="reading">How unknown values are read.</param>
    /// <param name="mode">Function that is asked about: writing may need more instances than the others.</param>
    public static Redundancy Of(Component component, Reading reading, Mode mode = Mode.Read)
    {
        if (!component.CanFail)
        {
            return new(0, Never, false, false);
        }

        if (IsThirdParty(component))
        {
            return new(1, 1, false, false);
        }

        var favourable = reading == Reading.Favourable;
        var (instances, required) = favourable ? Fewest(component, RequiredFor(component, mode)) : Most(component, RequiredFor(component, mode));
        if (SharesNoState(component, favourable))
        {
            required = instances;
        }

        required = Math.Clamp(required, 0, instances);

        var failover = component.Failover.Kind;
        var hasPrimary = component.Replication == ReplicationStyle.PrimaryReplica
            && failover is FailoverKind.None or FailoverKind.Manual or FailoverKind.Unknown
            && (component.Instances.Min ?? component.Instances.Max ?? Many) > 1;
        return new(
            instances,
            required == 0 ? Never : instances - required + 1,
            hasPrimary,
            hasPrimary && (failover != FailoverKind.Unknown || !favourable));
    }

    /// <summary>
    /// A third party is lost as a whole: how many machines its owner runs is not ours to see. An outside host of another kind (a
    /// managed database, a machine that no manifest describes) is ours, and its redundancy is known or not like that of any other.
    /// </summary>
    public static bool IsThirdParty(Component component) => component.Kind == ComponentKind.ThirdParty;

    private static Count RequiredFor(Component component, Mode mode) =>
        mode == Mode.Write && component.RequiredToWrite is { } toWrite ? toWrite : component.Required;

    // A lower bound is what is sure to run (an autoscaler may be at its minimum), so it is the number under both readings.
    private static (int Instances, int Required) Fewest(Component component, Count required) =>
        (component.Instances.Min ?? component.Instances.Max ?? Many, required.Min ?? 1);

    private static (int Instances, int Required) Most(Component component, Count needed)
    {
        var required = needed.Max ?? (component.Instances.Min is { } n ? n : needed.Min ?? 1);
        return (component.Instances.Min ?? Math.Max(required, 1), required);
    }

    private static bool SharesNoState(Component component, bool favourable) =>
        component.Replication == ReplicationStyle.Sharded
        || (component.Replication == ReplicationStyle.Unknown && !favourable);
}
