namespace Spof.Analysis.FaultTrees.OpenPsa;

/// <summary>
/// Which definition a reference means. What is public is known everywhere by its name; what is private only by its path, which may
/// leave out the containers that reference and definition have in common.
/// </summary>
internal sealed class Scopes
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <returns>The name in the model: the own one of what is public, else the whole path.</returns>
    public string Add(string path, string name, bool isPrivate)
    {
        var whole = Join(path, name);
        var unique = isPrivate ? whole : name;
        _names.TryAdd(whole, unique);
        if (!isPrivate)
        {
            // What is public in the model goes before what only looks like it by its path.
            _names[name] = unique;
        }

        return unique;
    }

    /// <returns>The name in the model; the reference itself where nothing is called so.</returns>
    public string Resolve(string path, string reference)
    {
        for (var container = path; container.Length > 0; container = Parent(container))
        {
            if (_names.TryGetValue(Join(container, reference), out var inner))
            {
                return inner;
            }
        }

        return _names.GetValueOrDefault(reference, reference);
    }

    public static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;

    private static string Parent(string path) => path.LastIndexOf('.') is var dot and > 0 ? path[..dot] : "";
}
