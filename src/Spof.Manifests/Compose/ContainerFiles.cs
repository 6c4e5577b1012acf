using Spof.Manifests.Containers;
using Spof.Manifests.Proxies;
using Spof.Model;

namespace Spof.Manifests.Compose;

/// <summary>Configuration that a container needs and that the scanned folder does not hold.</summary>
/// <param name="Target">Path in the container.</param>
/// <param name="Reason">What is missing.</param>
/// <param name="At">Where it is mounted or copied.</param>
internal sealed record MissingConfig(string Target, string Reason, SourcePosition At);

/// <summary>
/// The configuration files of the repository that a container sees: copied by the Dockerfile, and over them what Compose mounts.
/// Folders are looked into where proxies keep their configuration.
/// </summary>
internal sealed class ContainerFiles
{
    private const int MaxFilesOfFolder = 200;

    private static readonly string[] ConfigurationFolders = ["/etc/", "/usr/local/etc/", "/opt/bitnami/", "/config"];

    private readonly List<MissingConfig> _missing = [];
    private readonly SortedDictionary<string, IncludedConfig> _files = new(StringComparer.Ordinal);
    private readonly ComposeContext _context;

    public ContainerFiles(ComposeService service, ComposeContext context)
    {
        _context = context;
        if (service.Build.Declaration is { } build)
        {
            foreach (var copy in service.Build.Lineage.Reverse().SelectMany(s => s.Copies).Where(c => c.From is null))
            {
                AddCopy(copy, build.Context);
            }
        }

        foreach (var mount in service.Mounts)
        {
            if (mount is { Content: { } text, ContentAt: { } at })
            {
                Add(mount.Target, new IncludedConfig(mount.Target, text, at));
            }
            else if (mount.Source is { } source)
            {
                AddSource(source, mount);
            }
            else if (mount.Volume.Kind is VolumeKind.Host or VolumeKind.Configuration)
            {
                Miss(mount, $"'{mount.Volume.Name}' is not part of the scanned folder");
            }
        }
    }

    public IEnumerable<IncludedConfig> All => _files.Values;

    /// <summary>Configuration that the container mounts or copies and that is not in the scanned folder.</summary>
    public IReadOnlyList<MissingConfig> Missing => _missing;

    /// <summary>Files that a path or pattern of an include directive means; a relative one is taken from a folder.</summary>
    public IReadOnlyList<IncludedConfig> Include(string pattern, string folder)
    {
        var absolute = ImagePath.Combine(folder, pattern);
        if (!absolute.Contains('*'))
        {
            return _files.TryGetValue(absolute, out var file) ? [file] : [];
        }

        var star = absolute.IndexOf('*');
        var (head, tail) = (absolute[..star], absolute[(star + 1)..]);
        return [.. _files.Values.Where(f => f.FileName.Length >= head.Length + tail.Length
            && f.FileName.StartsWith(head, StringComparison.Ordinal) && f.FileName.EndsWith(tail, StringComparison.Ordinal)
            && f.FileName.IndexOf('/', head.Length) < 0)];
    }

    private void AddCopy(DockerfileCopy copy, string context)
    {
        foreach (var source in copy.Sources)
        {
            if (RootedPath.Resolve(context, source.TrimStart('/')) is not { } path || path.Contains('*') || path.Contains('$'))
            {
                continue;
            }

            if (_context.Reading.Files.Contains(path))
            {
                AddFile(path, copy.IsFolder ? ImagePath.Combine(copy.Destination, RootedPath.FileName(path)) : copy.Destination);
            }
            else if (ScannedFolder.Paths(_context.Reading.Files, path).Any())
            {
                AddFolder(path, copy.Destination);
            }
            else if (ProxyConfigurationPath.IsAt(copy.Destination))
            {
                _missing.Add(new MissingConfig(copy.Destination, $"'{path}' is missing", copy.At));
            }
        }
    }

    private void AddSource(string source, ComposeMount mount)
    {
        if (_context.Reading.Files.Contains(source))
        {
            AddFile(source, mount.Target);
        }
        else if (ScannedFolder.Paths(_context.Reading.Files, source).Any())
        {
            AddFolder(source, mount.Target);
        }
        else
        {
            Miss(mount, $"'{source}' is missing");
        }
    }

    private void Miss(ComposeMount mount, string reason)
    {
        // Sockets, user secrets and clocks come from the host, as they should; a file of the repository does not.
        var isOfRepository = mount is { Source: not null, Volume.Kind: VolumeKind.Configuration };
        if (isOfRepository || ProxyConfigurationPath.IsAt(mount.Target))
        {
            _missing.Add(new MissingConfig(mount.Target, reason, mount.Volume.At.At));
        }
    }

    private void AddFolder(string folder, string target)
    {
        if (!IsConfigurationFolder(target))
        {
            return;
        }

        foreach (var path in ScannedFolder.Paths(_context.Reading.Files, folder).Take(MaxFilesOfFolder))
        {
            AddFile(path, ImagePath.Combine(target, folder.Length == 0 ? path : path[(folder.Length + 1)..]));
        }
    }

    private void AddFile(string path, string target)
    {
        if (_context.Reading.Files.Open(path) is { } file)
        {
            Add(target, new IncludedConfig(target, file.Text, file.Start));
        }
    }

    private void Add(string target, IncludedConfig file)
    {
        _files[target] = file;
        // The image of nginx renders its templates when it starts, and many entry point scripts do the same beside the template.
        if (!target.EndsWith(".template", StringComparison.Ordinal))
        {
            return;
        }

        var rendered = target[..^".template".Length].Replace("/etc/nginx/templates/", "/etc/nginx/conf.d/", StringComparison.Ordinal);
        _files.TryAdd(rendered, file with { FileName = rendered });
    }

    private static bool IsConfigurationFolder(string target) =>
        ConfigurationFolders.Any(f => (target + "/").StartsWith(f, StringComparison.Ordinal));
}
