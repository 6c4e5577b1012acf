using System.Collections.Immutable;
using Spof.Analysis;
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

    public static string Suggest(IReadOnlyList<DeploymentTarget> targets, IReadOnlyList<string> wanted) =>
        string.Concat(wanted.Select(w => NodeNames.DidYouMean(targets.SelectMany(NamedNode.Of), w)));

    private static string? Find(DeploymentTarget target, string text)
    {
        var ids = WhatIf.Find(target, text);
        return ids.Length <= 1
            ? ids.FirstOrDefault()
            : throw new UserError($"'{text}' fits several nodes of {target.Id}: {string.Join(", ", ids)}");
    }
}
