using Spof.Manifests.Containers;
using Spof.Manifests.EnvFiles;

namespace Spof.Manifests.Compose;

/// <summary>
/// Names Compose projects: their <c>name:</c>, else their folder relative to the root, else the name of the system; a variant adds
/// <c>@variant</c>. No two get the same name.
/// </summary>
internal static class ComposeProjectName
{
    public static IEnumerable<(ComposeGroup Group, string Name)> Assign(IReadOnlyList<ComposeGroup> groups, string systemName)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var byFolder = group.Folder.Length == 0 ? systemName : group.Folder;
            var suffix = group.Variant is null ? "" : "@" + group.Variant;
            var declared = Declared(group);
            var name = (declared ?? byFolder) + suffix;
            if (taken.Contains(name) && declared is not null)
            {
                name = $"{declared}@{byFolder}{suffix}";
            }

            yield return (group, Free(name, taken));
        }
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var i = 2; !taken.Add(free); i++)
        {
            free = $"{name}~{i}";
        }

        return free;
    }

    private static string? Declared(ComposeGroup group)
    {
        if (group.Document.Root["name"] is not { Text: { Length: > 0 } text } node)
        {
            return null;
        }

        var expanded = Interpolation.Expand(text, n => group.Variables.Find(n, RootedPath.Folder(node.At.Path)));
        return expanded.IsKnown && expanded.Text.Length > 0 ? expanded.Text : null;
    }
}
