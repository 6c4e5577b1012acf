using System.Collections.Immutable;

namespace Spof.Model;

/// <summary>A node as users may call it.</summary>
/// <param name="Id">Logical id.</param>
/// <param name="Name">Short name.</param>
/// <param name="Aliases">Other ids of the same node.</param>
public sealed record NamedNode(string Id, string Name, ImmutableArray<string> Aliases)
{
    public static NamedNode Of(Component component) => new(component.Id, component.Name, component.Aliases);

    public static NamedNode Of(Domain domain) => new(domain.Id, domain.Name, []);

    /// <summary>All components and domains.</summary>
    public static IEnumerable<NamedNode> Of(DeploymentTarget target) => target.Components.Select(Of).Concat(target.Domains.Select(Of));

    internal IEnumerable<string> Ids => Aliases.Prepend(Id);
}

/// <summary>Finds nodes by what users call them, on the command line and in settings alike.</summary>
public static class NodeNames
{
    /// <summary>
    /// Ids of the nodes that a person may mean by this text: the one with that id or alias, else all with that name, else all whose
    /// id or alias ends in it after a slash or colon. More than one means that the text is ambiguous.
    /// </summary>
    public static ImmutableArray<string> Find(IReadOnlyCollection<NamedNode> nodes, string text)
    {
        var found = nodes.Where(n => n.Ids.Contains(text, StringComparer.Ordinal)).ToArray();
        if (found.Length == 0)
        {
            found = [.. nodes.Where(n => n.Name == text)];
        }

        if (found.Length == 0)
        {
            found = [.. nodes.Where(n => n.Ids.Any(id => EndsIn(id, text)))];
        }

        return [.. found.Select(n => n.Id).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Ids of the nodes whose names are most like the last part of the text, best first; empty when none is near.</summary>
    public static ImmutableArray<string> Near(IEnumerable<NamedNode> nodes, string text, int most = 3)
    {
        var wanted = Tail(text.TrimEnd('*').TrimEnd('/', ':')).ToLowerInvariant();
        return wanted.Length == 0 ? [] :
        [
            .. nodes.Select(n => (n.Id, Distance: n.Ids.Select(Tail).Append(n.Name).Min(name => Distance(name.ToLowerInvariant(), wanted))))
                .Where(n => n.Distance <= Math.Max(1, wanted.Length / 4))
                .OrderBy(n => n.Distance).ThenBy(n => n.Id, StringComparer.Ordinal)
                .Select(n => n.Id).Distinct().Take(most),
        ];
    }

    /// <summary>Such as "; did you mean 'k8s:shop/StatefulSet/orders-db'?"; empty when no node is near.</summary>
    public static string DidYouMean(IEnumerable<NamedNode> nodes, string text) =>
        DidYouMean([.. nodes], [text]);

    /// <summary>The same for several texts in one question, such as "; did you mean 'host:api.stripe.com', and 'host:api.adyen.com'?".</summary>
    public static string DidYouMean(IReadOnlyCollection<NamedNode> nodes, IEnumerable<string> texts)
    {
        string[] near = [.. texts.Select(t => string.Join(" or ", Near(nodes, t).Select(n => $"'{n}'"))).Where(n => n.Length > 0)];
        return near.Length == 0 ? "" : $"; did you mean {string.Join(", and ", near)}?";
    }

    private static int Distance(string name, string wanted) =>
        name.Contains(wanted, StringComparison.Ordinal) ? Math.Min(1, name.Length - wanted.Length) : EditDistance.Between(name, wanted);

    private static string Tail(string id) => id[(id.LastIndexOfAny(['/', ':']) + 1)..];

    private static bool EndsIn(string id, string text) =>
        id.Length > text.Length && id.EndsWith(text, StringComparison.Ordinal) && (id[^(text.Length + 1)] is '/' or ':');
}
