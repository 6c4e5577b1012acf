using Spof.Manifests.Containers;
using Spof.Manifests.Proxies;

namespace Spof.Manifests.Compose;

/// <summary>
/// The configuration files of the repository that a container sees: copied by the Dockerfile, and over them what Compose mounts.
/// Folders are looked into where proxies keep their configuration.
/// </summary>
internal sealed class ContainerFiles
{
    private const int MaxFilesOfFolder = 200;

    private static readonly string[] ConfigurationFolders = ["/etc/", "/usr/local/etc/", "/opt/bitnami/", "/config"];

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
                AddSource(source, mount.Target);
            }
        }
    }

    public IEnumerable<IncludedConfig> All => _files.Values;

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
            else if (IsConfigurationFolder(copy.Destination))
            {
                AddFolder(path, copy.Destination);
            }
        }
    }

    private void AddSource(string source, string target)
    {
        if (_context.Reading.Files.Contains(source))
        {
            AddFile(source, target);
        }
        else if (IsConfigurationFolder(target))
        {
            AddFolder(source, target);
        }
    }

    private void AddFolder(string folder, string target)
    {
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
