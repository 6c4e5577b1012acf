using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>Finds what statements of <c>spof.yml</c> are about, and remembers which of them are about something.</summary>
internal sealed class SettingMatches
{
    private readonly HashSet<(SourcePosition At, string Text)> _hits = [];
    private readonly List<(SourcePosition By, NamedNode Node)> _ignored = [];

    /// <summary>Ids of the nodes of one target that the text means: one by id, alias, name or unique tail, or several by a pattern with '*'.</summary>
    /// <param name="target">Id of the target, for messages.</param>
    /// <param name="nodes">Nodes of the target.</param>
    /// <param name="at">Where the statement stands.</param>
    /// <param name="text">What it names.</param>
    /// <exception cref="SettingsException">The text fits several nodes.</exception>
    public ImmutableArray<string> Find(string target, IReadOnlyCollection<NamedNode> nodes, SourcePosition at, string text)
    {
        var ids = Named(nodes, text);
        if (ids.Length > 1 && !IdPattern.IsPattern(text))
        {
            throw Ambiguous(target, at, text, ids);
        }

        if (ids.Length > 0)
        {
            Hit(at, text);
        }

        return ids;
    }

    /// <summary>Ids of the nodes that a pattern with '*' fits, or that the text may mean as <see cref="NodeNames.Find"/> has it.</summary>
    public static ImmutableArray<string> Named(IReadOnlyCollection<NamedNode> nodes, string text) => IdPattern.IsPattern(text)
        ? [.. nodes.Where(n => n.Aliases.Prepend(n.Id).Any(id => IdPattern.Matches(text, id))).Select(n => n.Id)]
        : NodeNames.Find(nodes, text);

    public static SettingsException Ambiguous(string target, SourcePosition at, string text, IEnumerable<string> ids) =>
        new(at, $"'{text}' fits several nodes of {target}: {string.Join(", ", ids)}; write the id that is meant");

    public void Hit(SourcePosition at, string text) => _hits.Add((at, text));

    /// <summary>Remembers what the user takes out, because statements about it apply to nothing for that reason.</summary>
    public void Ignore(SourcePosition by, IEnumerable<Component> components) => _ignored.AddRange(components.Select(c => (by, NamedNode.Of(c))));

    /// <summary>What applies to nothing in any target, with what may have been meant.</summary>
    public IEnumerable<Remark> Unmatched(SpofSettings settings, IEnumerable<DeploymentTarget> targets)
    {
        var all = targets.ToArray();
        NamedNode[] nodes = [.. all.SelectMany(t => t.Components).Select(NamedNode.Of), .. all.SelectMany(t => t.EntryPoints).Select(ExposingNode)];
        NamedNode[] domains = [.. all.SelectMany(t => t.Domains).Select(NamedNode.Of)];
        foreach (var entry in settings.EntryPoints.Where(e => !IsHit(e.At, e.Name)))
        {
            yield return IsHit(entry.At, entry.Node)
                ? new Remark(entry.At, $"'entryPoints' {entry.Name}: '{entry.Node}' has no path '{entry.Path}'")
                : Nothing(entry.At, $"'entryPoints' {entry.Name}: '{entry.Node}'", entry.Node);
        }

        foreach (var node in settings.Nodes.Where(n => !IsHit(n.At, n.Match)))
        {
            yield return Nothing(node.At, $"'nodes' match '{node.Match}'", node.Match);
        }

        foreach (var link in settings.Links)
        {
            var missing = new[] { link.From, link.To }.FirstOrDefault(end => !IsHit(link.At, end));
            if (missing is not null)
            {
                yield return Nothing(link.At, $"'links' {(missing == link.From ? "from" : "to")} '{missing}'", missing);
            }
        }

        Remark Nothing(SourcePosition at, string statement, string text)
        {
            var ignored = _ignored.FirstOrDefault(i => !Named([i.Node], text).IsEmpty);
            return new Remark(at, statement + (ignored.Node is not null ? $" matches only what 'ignore' takes out ({ignored.By})"
                : !Named(domains, text).IsEmpty ? " is a failure domain; only components can be named here, and 'domains' places them"
                : " matches nothing" + NodeNames.DidYouMean(nodes, text)));
        }
    }

    /// <summary>The object that exposes an entry point, such as an Ingress; it need not be a component.</summary>
    public static NamedNode ExposingNode(EntryPoint entry)
    {
        var hash = entry.Id.IndexOf('#', StringComparison.Ordinal);
        var id = hash < 0 ? entry.Id : entry.Id[..hash];
        return new NamedNode(id, id[(id.LastIndexOfAny(['/', ':']) + 1)..], []);
    }

    private bool IsHit(SourcePosition at, string text) => _hits.Contains((at, text));
}
