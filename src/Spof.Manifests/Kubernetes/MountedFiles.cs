using Spof.Manifests.Containers;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>A key of a ConfigMap or Secret that a container sees as a file.</summary>
/// <param name="Path">Path in the container.</param>
/// <param name="Value">The value behind it.</param>
internal sealed record MountedFile(string Path, ConfigurationValue Value)
{
    public string Name => RootedPath.FileName(Path);

    public bool Contains(string text) => Value.Text?.Contains(text, StringComparison.Ordinal) ?? false;
}

/// <summary>A ConfigMap or Secret that a container mounts and that no manifest holds.</summary>
/// <param name="Path">Path in the container.</param>
/// <param name="Missing">What is missing, such as "ConfigMap 'edge-nginx' is missing".</param>
/// <param name="IsSecret">True for a Secret, which is seldom kept with the manifests.</param>
/// <param name="At">The mount.</param>
internal sealed record MissingMount(string Path, string Missing, bool IsSecret, SourcePosition At);

/// <summary>Finds the configuration files that a container mounts.</summary>
internal sealed class MountedFiles(ConfigurationValues configuration)
{
    /// <param name="ns">Namespace of the pod.</param>
    /// <param name="podSpec">Specification of the pod.</param>
    /// <param name="container">One of its containers.</param>
    public IReadOnlyList<MountedFile> Of(string ns, YamlNode podSpec, YamlNode container)
    {
        var files = new List<MountedFile>();
        foreach (var mount in container["volumeMounts"]?.Items ?? [])
        {
            var volume = podSpec["volumes"]?.Items.FirstOrDefault(v => v["name"]?.Text is { } name && name == mount["name"]?.Text);
            if (volume is null || mount["mountPath"]?.Text is not { } mountPath)
            {
                continue;
            }

            var subPath = mount["subPath"]?.Text;
            foreach (var (path, value) in FilesOf(ns, volume))
            {
                if (subPath is null)
                {
                    files.Add(new MountedFile($"{mountPath.TrimEnd('/')}/{path}", value));
                }
                else if (subPath == path)
                {
                    files.Add(new MountedFile(mountPath, value));
                }
            }
        }

        return files;
    }

    /// <summary>What a container mounts from objects, or keys of objects, that are not in the scanned files and must exist.</summary>
    public IEnumerable<MissingMount> MissingOf(string ns, YamlNode podSpec, YamlNode container)
    {
        foreach (var mount in container["volumeMounts"]?.Items ?? [])
        {
            var volume = podSpec["volumes"]?.Items.FirstOrDefault(v => v["name"]?.Text is { } name && name == mount["name"]?.Text);
            if (volume is null || mount["mountPath"]?.Text is not { } path)
            {
                continue;
            }

            foreach (var (kind, name, reference) in Sources(volume))
            {
                if (reference["optional"]?.Boolean == true || IsMadeByPlatform(name))
                {
                    continue;
                }

                if (configuration.Of(kind, ns, name) is not { } values)
                {
                    yield return new MissingMount(path, $"{kind} '{name}' is missing", kind == "Secret", mount.At);
                }
                else if (volume["projected"] is null && mount["subPath"]?.Text is { } file && file.IndexOf('/') < 0
                    && reference["items"] is null && values.All(v => v.Key != file))
                {
                    yield return new MissingMount(path, $"{kind} '{name}' has no key '{file}'", kind == "Secret", mount.At);
                }
            }
        }
    }

    private static bool IsMadeByPlatform(string name) => name is "kube-root-ca.crt" or "openshift-service-ca.crt";

    private IEnumerable<(string Path, ConfigurationValue Value)> FilesOf(string ns, YamlNode volume)
    {
        foreach (var (kind, name, reference) in Sources(volume))
        {
            var items = reference["items"]?.Items;
            foreach (var value in configuration.Of(kind, ns, name) ?? [])
            {
                var item = items?.FirstOrDefault(i => i["key"]?.Text == value.Key);
                if (items is null || item is not null)
                {
                    yield return (item?["path"]?.Text ?? value.Key, value);
                }
            }
        }
    }

    private static IEnumerable<(string Kind, string Name, YamlNode Reference)> Sources(YamlNode volume)
    {
        IEnumerable<YamlNode> sources = volume.Find("projected", "sources")?.Items ?? [volume];
        foreach (var source in sources)
        {
            // A projected source names its Secret like everything else.
            var secretName = source == volume ? "secretName" : "name";
            foreach (var (field, kind, nameKey) in ((string, string, string)[])[("configMap", "ConfigMap", "name"), ("secret", "Secret", secretName)])
            {
                if (source[field] is { } reference && reference[nameKey]?.Text is { } name)
                {
                    yield return (kind, name, reference);
                }
            }
        }
    }
}
