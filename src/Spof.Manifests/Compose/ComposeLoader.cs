using Spof.Manifests.Containers;
using Spof.Manifests.EnvFiles;
using Spof.Manifests.Scanning;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Compose;

/// <summary>Loads the files of one Compose project: lays them over each other and follows <c>include</c> and <c>extends</c>.</summary>
internal sealed class ComposeLoader(ManifestReading reading, ComposeVariables variables, Action<Gap> gap)
{
    private const int MaxDepth = 32;
    private const int MaxIncludes = 200;

    private readonly List<string> _files = [];
    private readonly Dictionary<string, List<SourcePosition>> _definitions = new(StringComparer.Ordinal);
    private int _includes;

    /// <summary>Files that were reached by include or extends.</summary>
    public HashSet<string> Consumed { get; } = new(StringComparer.Ordinal);

    public ComposeDocument Load(IReadOnlyList<string> paths)
    {
        variables.SetProject(RootedPath.Folder(paths[0]));
        var root = Merged(paths, []) ?? ComposeMerge.Map(new SourcePosition(paths[0], 1), []);
        return new ComposeDocument(root, _files, _definitions);
    }

    private YamlNode? Merged(IReadOnlyList<string> paths, HashSet<string> open)
    {
        YamlNode? merged = null;
        foreach (var path in paths)
        {
            if (File(path, open) is { } root)
            {
                merged = merged is null ? root : ComposeMerge.Documents(merged, root);
            }
        }

        return merged;
    }

    private YamlNode? File(string path, HashSet<string> open)
    {
        if (Document(path) is not { } root)
        {
            return null;
        }

        if (!_files.Contains(path))
        {
            _files.Add(path);
        }

        foreach (var (name, at, _) in root["services"]?.Entries ?? [])
        {
            if (!_definitions.TryGetValue(name, out var places))
            {
                _definitions[name] = places = [];
            }

            if (!places.Contains(at))
            {
                places.Add(at);
            }
        }

        root = WithExtensions(root, path);
        foreach (var include in root["include"]?.Items ?? [])
        {
            if (Included(include, path, [.. open, path]) is { } included)
            {
                root = ComposeMerge.Documents(included, root);
            }
        }

        return root;
    }

    private YamlNode? Document(string path)
    {
        if (reading.Files.Open(path) is not { } file)
        {
            return null;
        }

        reading.AddInput(path, ComposeFormat.FormatName);
        foreach (var error in file.Yaml.Errors)
        {
            gap(error.ToGap());
        }

        return file.Yaml.Documents.FirstOrDefault(d => d is YamlMapping);
    }

    private YamlNode? Included(YamlNode include, string from, HashSet<string> open)
    {
        var folder = RootedPath.Folder(from);
        var written = include.Text is not null ? [include] : ComposeContext.Many(include["path"]).ToList();
        var paths = new List<string>();
        foreach (var node in written)
        {
            if (Path(node, folder, "included file") is not { } path)
            {
                continue;
            }

            if (open.Contains(path) || open.Count > MaxDepth)
            {
                gap(new Gap(node.At, "Compose: include leads back to a file that is being read", GapKind.Error));
            }
            else if (++_includes > MaxIncludes)
            {
                gap(new Gap(node.At, $"Compose: more than {MaxIncludes} includes in one project are not read", GapKind.Error));
            }
            else
            {
                paths.Add(path);
            }
        }

        if (paths.Count == 0)
        {
            return null;
        }

        var ownFolder = RootedPath.Folder(paths[0]);
        if (include["project_directory"] is { } directory && RootedPath.Resolve(folder, Expand(directory).Text) != ownFolder)
        {
            gap(new Gap(directory.At, "Compose: project_directory is not applied; paths are taken from the included file's folder"));
        }

        if (include["env_file"] is { } envFiles)
        {
            variables.SetEnvFiles(ownFolder, [.. ComposeContext.Many(envFiles).Select(n => Path(n, folder, "env file")).OfType<string>()]);
        }

        Consumed.UnionWith(paths);
        return Merged(paths, open);
    }

    private YamlNode WithExtensions(YamlNode root, string path)
    {
        if (root["services"] is not YamlMapping services || !services.Entries.Any(s => s.Value["extends"] is not null))
        {
            return root;
        }

        var resolved = services.Entries.Select(s => s with { Value = Extended(s.Key, s.Value, path, []) });
        var section = ComposeMerge.Map(services.At, resolved);
        return ComposeMerge.Map(root.At, root.Entries.Select(e => e.Key == "services" ? e with { Value = section } : e));
    }

    private YamlNode Extended(string name, YamlNode service, string path, HashSet<(string, string)> open)
    {
        if (service["extends"] is not { } extends)
        {
            return service;
        }

        var baseName = extends.Text ?? extends["service"]?.Text;
        var basePath = extends["file"] is { } file ? Path(file, RootedPath.Folder(path), "extended file") : path;
        if (baseName is null || basePath is null)
        {
            return service;
        }

        if (!open.Add((path, name)) || open.Count > MaxDepth)
        {
            gap(new Gap(extends.At, "Compose: extends leads back to a service that is being read", GapKind.Error));
            return service;
        }

        if (basePath != path)
        {
            Consumed.Add(basePath);
            if (!_files.Contains(basePath))
            {
                _files.Add(basePath);
            }
        }

        if (Document(basePath)?["services"]?[baseName] is not { } lower)
        {
            gap(new Gap(extends.At, $"Compose: the extended service '{baseName}' is not defined", GapKind.Error));
            return service;
        }

        return ComposeMerge.Services(Extended(baseName, lower, basePath, open), service);
    }

    /// <summary>The file of the scanned tree that a path means; null, with a gap, when there is none.</summary>
    private string? Path(YamlNode node, string folder, string what)
    {
        var text = Expand(node);
        if (!text.IsKnown)
        {
            gap(new Gap(node.At, $"Compose: {what} is not known: {text.UnknownReason}"));
        }
        else if (RootedPath.Resolve(folder, text.Text) is not { } path)
        {
            gap(new Gap(node.At, $"Compose: {what} lies outside of the scanned folder"));
        }
        else if (!reading.Files.Contains(path))
        {
            gap(new Gap(node.At, $"Compose: {what} '{path}' is not in the scanned folder"));
        }
        else
        {
            return path;
        }

        return null;
    }

    private InterpolatedText Expand(YamlNode node) =>
        Interpolation.Expand(node.Text ?? "", name => variables.Find(name, RootedPath.Folder(node.At.Path)));
}
