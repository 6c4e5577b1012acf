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

    /// <summary>What is wrong when no target has all wanted nodes: some are in none, or each is in another one.</summary>
    public static UserError NotFound(IReadOnlyList<DeploymentTarget> targets, IReadOnlyList<string> wanted)
    {
        var unknown = wanted.Where(w => targets.All(t => WhatIf.Find(t, w).IsEmpty)).ToArray();
        return unknown.Length == 0
            ? new UserError($"no target has all of {Quoted(wanted)}")
            : new UserError($"nothing is called {Quoted(unknown)}{NodeNames.DidYouMean([.. targets.SelectMany(NamedNode.Of)], unknown)}");

        static string Quoted(IEnumerable<string> texts) => string.Join(", ", texts.Select(t => $"'{t}'"));
    }

    private static string? Find(DeploymentTarget target, string text)
    {
        var ids = WhatIf.Find(target, text);
        return ids.Length <= 1
            ? ids.FirstOrDefault()
            : throw new UserError($"'{text}' fits several nodes of {target.Id}: {string.Join(", ", ids)}");
    }
}
