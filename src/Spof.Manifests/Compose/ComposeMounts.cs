using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Compose;

/// <summary>Reads volumes, tmpfs, configs and secrets of a service; a later mount of the same path replaces an earlier one.</summary>
internal sealed class ComposeMounts(ComposeContext context)
{
    private static readonly string[] ConfigurationExtensions =
    [
        ".conf", ".cfg", ".cnf", ".ini", ".json", ".yaml", ".yml", ".toml", ".properties", ".xml", ".template", ".tmpl", ".env", ".pem",
        ".crt", ".key",
    ];

    private readonly List<ComposeMount> _mounts = [];

    public static List<ComposeMount> Read(YamlNode service, ComposeContext context)
    {
        var mounts = new ComposeMounts(context);
        foreach (var node in service["volumes"]?.Items ?? [])
        {
            if (node is YamlMapping)
            {
                mounts.Long(node);
            }
            else
            {
                mounts.Short(node);
            }
        }

        foreach (var node in ComposeContext.Many(service["tmpfs"]))
        {
            mounts.Add(node, context.Expand(node).Text.Split(':')[0], null, VolumeKind.Ephemeral);
        }

        foreach (var node in service["configs"]?.Items ?? [])
        {
            mounts.File(node, "configs", name => "/" + name);
        }

        foreach (var node in service["secrets"]?.Items ?? [])
        {
            mounts.File(node, "secrets", name => "/run/secrets/" + name);
        }

        return [.. Enumerable.Reverse(mounts._mounts).DistinctBy(m => m.Target, StringComparer.Ordinal).Reverse()];
    }

    private void Short(YamlNode node)
    {
        var text = context.Expand(node).Text;
        var parts = Parts(text);
        if (parts is [var anonymous])
        {
            Add(node, anonymous, null, VolumeKind.Ephemeral);
            return;
        }

        if (parts.Count < 2)
        {
            return;
        }

        var isReadOnly = parts.Count > 2 && parts[2].Split(',').Contains("ro");
        if (IsPath(parts[0]))
        {
            Bind(node, parts[0], parts[1], isReadOnly);
        }
        else
        {
            Named(node, parts[0], parts[1]);
        }
    }

    private void Long(YamlNode node)
    {
        var source = context.Expand(node["source"]).Text;
        var target = context.Expand(node["target"]).Text;
        switch (node["type"]?.Text ?? "volume")
        {
            case "tmpfs":
                Add(node, target, null, VolumeKind.Ephemeral);
                break;
            case "bind":
                Bind(node, source, target, node["read_only"]?.Boolean == true);
                break;
            case "cluster":
                Add(node, target, null, VolumeKind.Claim, source);
                break;
            case "volume" when source.Length > 0:
                Named(node, source, target);
                break;
            default:
                Add(node, target, null, VolumeKind.Ephemeral);
                break;
        }
    }

    private void Named(YamlNode node, string name, string target)
    {
        var definition = context.Root.Find("volumes", name);
        var driver = context.Expand(definition?["driver"]).Text;
        var type = context.Expand(definition?.Find("driver_opts", "type")).Text;
        var isRemote = (driver.Length > 0 && driver != "local")
            || type.StartsWith("nfs", StringComparison.Ordinal) || type is "cifs" or "glusterfs";
        Add(node, target, null, isRemote ? VolumeKind.Claim : VolumeKind.Host, name);
    }

    private void Bind(YamlNode node, string source, string target, bool isReadOnly)
    {
        var path = source.Contains('$') ? null : ComposeContext.Path(node, source);
        // What is part of the repository is no data that the service writes.
        var isConfiguration = isReadOnly || source.EndsWith(".sock", StringComparison.Ordinal)
            || ConfigurationExtensions.Any(e => source.EndsWith(e, StringComparison.OrdinalIgnoreCase))
            || (path is not null && (context.Reading.Files.Contains(path) || ScannedFolder.Paths(context.Reading.Files, path).Any()));
        Add(node, target, path, isConfiguration ? VolumeKind.Configuration : VolumeKind.Host, source);
    }

    private void File(YamlNode node, string section, Func<string, string> defaultTarget)
    {
        var name = node.Text ?? node["source"]?.Text;
        if (name is null)
        {
            return;
        }

        var target = context.Expand(node["target"]).Text;
        if (target.Length == 0)
        {
            target = defaultTarget(name);
        }
        else if (!target.StartsWith('/'))
        {
            target = defaultTarget(target);
        }

        var definition = context.Root.Find(section, name);
        var file = definition?["file"] is { } path ? ComposeContext.Path(path, context.Expand(path).Text) : null;
        var volume = new VolumeDeclaration(name, VolumeKind.Configuration, ComposeContext.At(node.At, $"{section}: {name}"));
        if (section == "configs" && definition?["content"] is YamlScalar { Text: not null } content)
        {
            var at = new SourcePosition(content.At.Path, content.Line + (content.IsBlock ? 1 : 0));
            Add(new ComposeMount(target, null, context.Expand(content).Text, at, volume));
        }
        else
        {
            Add(new ComposeMount(target, file, null, null, volume));
        }
    }

    private void Add(YamlNode node, string target, string? source, VolumeKind kind, string? name = null) =>
        Add(new ComposeMount(
            target, source, null, null, new VolumeDeclaration(name ?? target, kind, ComposeContext.At(node.At, $"volume {target}"))));

    private void Add(ComposeMount mount) => _mounts.Add(mount);

    private static bool IsPath(string source) =>
        source.StartsWith('.') || source.StartsWith('/') || source.StartsWith('~') || source.StartsWith('$') || source.Contains('\\')
        || source.Contains('/') || (source.Length == 2 && source[1] == ':');

    /// <summary>Source, target and mode; the colon of a drive letter and of a variable's default does not cut.</summary>
    private static List<string> Parts(string text)
    {
        var parts = new List<string>();
        var start = 0;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            var isDrive = i - start == 1 && char.IsAsciiLetter(text[start]) && i + 1 < text.Length && text[i + 1] is '\\' or '/';
            if (text[i] != ':' || depth > 0 || (isDrive && (parts.Count == 0 || text[i + 1] == '\\')))
            {
                continue;
            }

            parts.Add(text[start..i]);
            start = i + 1;
        }

        parts.Add(text[start..]);
        return parts;
    }
}
