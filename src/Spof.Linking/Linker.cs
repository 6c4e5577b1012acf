using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>Joins what the code says with what the manifests say into one model of the system.</summary>
public static class Linker
{
    /// <exception cref="SettingsException">A statement of <c>spof.yml</c> fits several nodes of one target.</exception>
    public static SystemModel Link(CodeModel code, ManifestModel manifests, LinkOptions options)
    {
        var matcher = new ProjectMatcher(code.Projects, manifests.Targets);
        var overlay = new SettingsOverlay(options.Settings);
        var declared = manifests.Targets.Where(t => !t.Workloads.IsEmpty).Select(t => (Target: t, Role: RoleOf(t, manifests.Targets, options))).ToArray();
        var judged = declared.Where(d => d.Role == TargetRole.Judged).Select(d => d.Target);
        var targets = new TargetLinker(code, matcher, options, overlay, judged);
        var linked = declared
            .Select(d => targets.Link(d.Target, d.Role))
            .OrderBy(t => t.Role).ThenBy(t => t.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        if (linked.IsEmpty && matcher.Deployables.Any())
        {
            linked = [targets.LinkCodeAlone()];
        }

        return new SystemModel
        {
            Name = options.Settings.System ?? options.SystemName,
            Environment = options.Environment ?? options.Settings.Environment ?? "Production",
            Targets = linked,
            Inputs = [.. manifests.Inputs, .. code.Projects.Select(p => new InputFile(p.Path, "C# project"))],
            // Both readers walk the tree: what neither can follow is told once.
            Gaps = [.. code.Gaps.Concat(manifests.Gaps).Distinct().OrderBy(g => g.At)],
            Remarks = [.. overlay.Unmatched(linked).OrderBy(r => r.At)],
            Assumptions = [.. Assumptions.Of(linked, manifests.Targets), .. code.Assumptions],
            Projects = code.Projects,
            CodeFindings = [.. code.Findings.Where(f => !overlay.Contradicts(f))],
        };
    }

    /// <summary>Where a cluster or a cloud is declared, Compose and AppHost targets are for development, and so are a variant beside its base and another environment than the one asked about; the user may name the judged one.</summary>
    private static TargetRole RoleOf(TargetDeclaration target, ImmutableArray<TargetDeclaration> all, LinkOptions options)
    {
        if (options.JudgedTarget is { } judged)
        {
            return target.Id == judged || target.Name == judged ? TargetRole.Judged : TargetRole.Development;
        }

        if (target.OtherEnvironment is not null)
        {
            return TargetRole.Development;
        }

        var isLocal = target.Kind is TargetKind.Compose or TargetKind.Aspire;
        var hasCluster = all.Any(t => t.Kind is not (TargetKind.Compose or TargetKind.Aspire) && !t.Workloads.IsEmpty);
        var isVariant = target.Id.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && all.Any(t => t.Id == target.Id[..at]);
        return isLocal && (hasCluster || isVariant) ? TargetRole.Development : TargetRole.Judged;
    }
}
