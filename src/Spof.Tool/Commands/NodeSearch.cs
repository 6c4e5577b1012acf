using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Tool.Commands;

/// <summary>Finds nodes by what users call them: id, alias, name, or a unique tail of an id.</summary>
internal static class NodeSearch
{
    /// <summary>Ids of all wanted nodes; empty when the target lacks one of them.</summary>
    /// <exception cref="UserError">A text fits several nodes of the target.</exception>
    public static ImmutableArray<string> FindAll(DeploymentTarget target, IEnumerable<string> wanted)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (var text in wanted)
        {
            if (Find(target, text) is not { } id)
            {
                return [];
            }

            ids.Add(id);
        }

        return ids.ToImmutable();
    }

    public static string Suggest(IReadOnlyList<DeploymentTarget> targets, IReadOnlyList<string> wanted)
    {
        var near = targets.SelectMany(t => t.Components).Select(c => c.Name).Distinct()
            .Where(name => wanted.Any(w => name.Contains(w, StringComparison.OrdinalIgnoreCase) || EditDistance.Between(name, w) <= Math.Max(1, w.Length / 4)))
            .Order(StringComparer.Ordinal).Take(5).ToArray();
        return near.Length == 0 ? "" : $"; did you mean {string.Join(", ", near)}?";
    }

    private static string? Find(DeploymentTarget target, string text)
    {
        var names = target.Components.Select(c => (c.Id, All: c.Aliases.Add(c.Id).Add(c.Name)))
            .Concat(target.Domains.Select(d => (d.Id, All: ImmutableArray.Create(d.Id, d.Name))))
            .ToArray();
        var exact = names.Where(n => n.All.Contains(text, StringComparer.Ordinal)).ToArray();
        var found = exact.Length > 0 ? exact : [.. names.Where(n => n.All.Any(a => a.EndsWith("/" + text, StringComparison.Ordinal) || a.EndsWith(":" + text, StringComparison.Ordinal)))];
        var distinct = found.Select(f => f.Id).Distinct(StringComparer.Ordinal).ToArray();
        return distinct.Length <= 1
            ? distinct.FirstOrDefault()
            : throw new UserError($"'{text}' fits several nodes of {target.Id}: {string.Join(", ", distinct.Order(StringComparer.Ordinal))}");
    }
}
