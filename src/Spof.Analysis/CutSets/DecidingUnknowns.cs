using System.Collections.Immutable;
using Spof.Analysis.Graphs;
using Spof.Model;

namespace Spof.Analysis.CutSets;

/// <summary>Names the unknown values that a possible cut set hangs on.</summary>
internal sealed class DecidingUnknowns(TargetIndex index)
{
    private readonly List<Unknown> _found = [];

    public ImmutableArray<Unknown> Found =>
        [.. _found.Distinct().OrderBy(u => u.What, StringComparer.Ordinal).ThenBy(u => u.Reason, StringComparer.Ordinal)];

    public void AddComponent(int number, Universe universe)
    {
        var component = index.Components[number];
        if (component.Instances.Min is null)
        {
            Add(component, "instances", component.Instances.Reason);
        }

        if (component.Required is { IsExact: false })
        {
            Add(component, "required instances", component.Required.Reason);
        }

        if (component.Replication == ReplicationStyle.Unknown && component.Instances.Min > 1)
        {
            Add(component, "replication", "nothing shows that the instances replicate");
        }

        if (component.Replication == ReplicationStyle.PrimaryReplica && component.Failover.Kind == FailoverKind.Unknown)
        {
            Add(component, "failover", "nothing shows how a standby takes over");
        }

        if (universe == Universe.Instances)
        {
            return;
        }

        foreach (var placement in component.Placements)
        {
            if (!placement.Shares.IsEmpty && Redundancy.Of(component, Reading.Favourable).HasPrimary)
            {
                Add(component, "place of the primary", "nothing shows which of its domains holds the primary");
            }

            if (placement.Shares.IsEmpty && !placement.Together.IsExact)
            {
                Add(component, "placement", placement.Together.Reason);
            }
        }
    }

    public void AddDependency(Dependency dependency, bool isBackground)
    {
        if (dependency.Strength == Strength.Unknown)
        {
            if (dependency.Unknowns.IsEmpty)
            {
                _found.Add(new Unknown(
                    $"strength of the dependency of '{NameOf(dependency.From)}' on '{NameOf(dependency.Targets[0])}'",
                    "nothing shows whether the caller fails without it",
                    dependency.Evidence.FirstOrDefault()?.At));
            }

            _found.AddRange(dependency.Unknowns);
        }

        if (isBackground)
        {
            _found.Add(new Unknown(
                $"purpose of the background work of '{NameOf(dependency.From)}'",
                "nothing shows whether the entry point is there for it",
                dependency.Evidence.FirstOrDefault()?.At));
        }
    }

    private void Add(Component component, string what, string? reason)
    {
        // The reader of the manifest knows better why, and where the value would stand.
        var stated = component.Unknowns.FirstOrDefault(u => u.What == what || u.Reason == reason)
            ?? new Unknown(what, reason ?? "the inputs do not say", component.Evidence.FirstOrDefault()?.At);
        _found.Add(stated with { What = $"{stated.What} of '{component.Name}'" });
    }

    private string NameOf(string id) => index.IndexOf(id) is >= 0 and var c ? index.Components[c].Name : id;
}
