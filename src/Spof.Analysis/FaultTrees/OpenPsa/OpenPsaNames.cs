using System.Xml;

namespace Spof.Analysis.FaultTrees.OpenPsa;

/// <summary>A name of the format for each node of a tree, no two of them equal.</summary>
internal sealed class OpenPsaNames
{
    private readonly string[] _names;

    public OpenPsaNames(FaultTree tree)
    {
        _names = new string[tree.Events.Length + tree.Gates.Length];
        var taken = new HashSet<string>(StringComparer.Ordinal);

        // From the top down, so that of several gates with one name the outer one keeps it; events keep theirs before all gates.
        for (var node = 0; node < tree.Events.Length; node++)
        {
            _names[node] = Take(taken, tree.Events[node].Name);
        }

        for (var node = _names.Length - 1; node >= tree.Events.Length; node--)
        {
            _names[node] = Take(taken, tree.GateOf(node).Name);
        }
    }

    public string this[int node] => _names[node];

    /// <summary>A letter or underscore, then letters, digits, underscores and hyphens; a hyphen stands neither last nor twice.</summary>
    public static string Legal(string name)
    {
        var legal = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' || c == '-' ? c : '_'));
        legal = legal.Replace("--", "__", StringComparison.Ordinal).TrimEnd('-');
        return legal.Length > 0 && (char.IsAsciiLetter(legal[0]) || legal[0] == '_') ? legal : "_" + legal;
    }

    /// <summary>Without characters that XML cannot hold.</summary>
    public static string Printable(string text) => string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) ? c : '_'));

    private static string Take(HashSet<string> taken, string name)
    {
        var legal = Legal(name);
        var unique = legal;
        for (var i = 2; !taken.Add(unique); i++)
        {
            unique = FormattableString.Invariant($"{legal}_{i}");
        }

        return unique;
    }
}
