using Spof.Manifests.Containers;
using Spof.Manifests.Kubernetes;
using Spof.Manifests.Proxies.Yarp;
using Spof.Model;

namespace Spof.Manifests.Scanning;

/// <summary>
/// Recognises manifests of formats that this version does not read, and proxy configurations that nothing read here uses, so that they
/// are listed instead of passed over: once for each format and folder.
/// </summary>
internal static class UnreadFormats
{
    private const string ChartFile = "Chart.yaml";
    private const string Yarp = "yarp";

    /// <param name="unclaimed">Paths that no format claimed, in ordinal order.</param>
    /// <param name="files">The scanned tree.</param>
    /// <param name="templated">Patches of kustomizations.</param>
    /// <param name="manifestFolders">Folders that hold manifests that were read.</param>
    public static IEnumerable<Gap> Gaps(IReadOnlyList<string> unclaimed, FileSet files, TemplatedFiles templated, IReadOnlySet<string> manifestFolders)
    {
        var found = new Dictionary<(string Folder, Format Format), (string First, int Count)>();
        var charts = unclaimed.Where(IsChart).Select(p => p[..^ChartFile.Length]).ToHashSet(StringComparer.Ordinal);
        foreach (var path in unclaimed.Where(p => !IsInside(charts, p)))
        {
            if ((templated.IsPatch(path) ? Format.Kustomize : FormatOf(path, files)) is { } format)
            {
                var key = (FolderOf(path), format);
                found[key] = found.TryGetValue(key, out var met) ? (met.First, met.Count + 1) : (path, 1);
                if (format.IsYaml && files.Open(path)?.Yaml.Break is { } broken)
                {
                    yield return broken.ToGap();
                }
            }
            else if (ProxyOf(path, files) is { } proxy)
            {
                // The settings of a gateway project belong to the system; a file of another proxy may be an example.
                var kind = proxy == Yarp && manifestFolders.Count > 0 ? GapKind.Unread : GapKind.Note;
                yield return new Gap(new SourcePosition(path, 1), $"no container in the scanned manifests is seen to use this {proxy} configuration", kind);
            }
            else if (FaultOf(path, files, manifestFolders) is { } fault)
            {
                yield return fault;
            }
        }

        foreach (var ((folder, format), (first, count)) in found)
        {
            yield return new Gap(new SourcePosition(count > 1 || format.IsFolder ? folder : first, 1), format.NotRead(count));
        }
    }

    /// <summary>Why a YAML file that stands among manifests, or was meant to be one, could not be read as one.</summary>
    private static Gap? FaultOf(string path, FileSet files, IReadOnlySet<string> manifestFolders)
    {
        if (!FileNames.IsYaml(path) || files.Open(path) is not { } file)
        {
            return null;
        }

        var mayBeObject = file.Text.Contains("kind:", StringComparison.Ordinal) && file.Text.Contains("spec:", StringComparison.Ordinal);
        var isAmongManifests = manifestFolders.Contains(file.Folder);
        return (mayBeObject ? BrokenObjects.WithoutHeader(file) : null)
            ?? (isAmongManifests && file.Yaml.Break is { } broken ? broken.ToGap() with { Kind = GapKind.Unread } : null);
    }

    private static bool IsChart(string path) => path == ChartFile || path.EndsWith("/" + ChartFile, StringComparison.Ordinal);

    /// <summary>True for what belongs to a chart, which is listed as a whole: its files and the charts that it holds.</summary>
    private static bool IsInside(HashSet<string> charts, string path)
    {
        var own = IsChart(path) ? path.Length - ChartFile.Length : path.Length + 1;
        if (own > 0 && charts.Contains(""))
        {
            return true;
        }

        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0 && slash + 1 < own; slash = path.IndexOf('/', slash + 1))
        {
            if (charts.Contains(path[..(slash + 1)]))
            {
                return true;
            }
        }

        return false;
    }

    private static string FolderOf(string path) => RootedPath.Folder(path) is { Length: > 0 } folder ? folder : ".";

    private static Format? FormatOf(string path, FileSet files)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        if (name.EndsWith(".tf", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tf.json", StringComparison.OrdinalIgnoreCase))
        {
            return Format.Terraform;
        }

        if (name.EndsWith(".bicep", StringComparison.OrdinalIgnoreCase))
        {
            return Format.Bicep;
        }

        if (name.Equals(ChartFile, StringComparison.Ordinal))
        {
            return Format.HelmChart;
        }

        if (TemplatedFiles.IsKustomization(path))
        {
            return Format.Kustomize;
        }

        if (name.Equals("aspire-manifest.json", StringComparison.OrdinalIgnoreCase))
        {
            return Format.Aspire;
        }

        // ".template" is the older ending of CloudFormation.
        var mayBeManifest = FileNames.IsYaml(path) || FileNames.IsJson(path) || name.EndsWith(".template", StringComparison.OrdinalIgnoreCase);
        return mayBeManifest && files.Open(path) is { } file ? OfContent(file, name) : null;
    }

    private static Format? OfContent(ManifestFile file, ReadOnlySpan<char> name)
    {
        var text = file.Text;
        if (TemplateMarkup.IsUnrendered(file))
        {
            return Format.HelmTemplate;
        }

        if (Has("deploymentTemplate.json#") || Has("DeploymentTemplate.json#"))
        {
            return Format.Arm;
        }

        if (Has("AWSTemplateFormatVersion") || (Has("Resources") && Has("Type") && Has("AWS::")))
        {
            return Format.CloudFormation;
        }

        if (Has("static_resources:") && Has("clusters:"))
        {
            return Format.Envoy;
        }

        if (Has("json.schemastore.org/aspire"))
        {
            return Format.Aspire;
        }

        return name is "azure.yaml" or "azure.yml" && Has("services:") ? Format.AzureDeveloper : null;

        bool Has(string word) => text.Contains(word, StringComparison.Ordinal);
    }

    /// <summary>The proxy whose configuration the file is; routes of YARP lie in the settings of a project.</summary>
    private static string? ProxyOf(string path, FileSet files)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        var mayBe = name.EndsWith(".conf", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".cfg", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".template", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Caddyfile", StringComparison.OrdinalIgnoreCase);
        var isSettings = name is "appsettings.json";
        return (mayBe || isSettings) && files.Open(path) is { } file
            ? ManifestFormats.Proxies.FirstOrDefault(p => p is YarpConfigParser == isSettings && p.Claims(path, file.Text))?.Format
            : null;
    }

    /// <param name="Name">Name of the format.</param>
    /// <param name="IsFolder">True when a folder is one unit of it, whatever the number of its files; else a lone file is named itself.</param>
    /// <param name="Files">Word for several files of it.</param>
    /// <param name="IsYaml">True when a file of it that is no YAML is broken.</param>
    private sealed record Format(string Name, bool IsFolder = false, string Files = "files", bool IsYaml = false)
    {
        public static readonly Format Terraform = new("Terraform", IsFolder: true);
        public static readonly Format Bicep = new("Bicep", IsFolder: true);
        public static readonly Format HelmChart = new("Helm chart, not rendered", IsFolder: true, IsYaml: true);
        public static readonly Format HelmTemplate = new("Helm template, not rendered");
        public static readonly Format Kustomize = new("Kustomize, not rendered", IsYaml: true);
        public static readonly Format Aspire = new("Aspire manifest");
        public static readonly Format Arm = new("ARM", Files: "templates");
        public static readonly Format CloudFormation = new("CloudFormation", Files: "templates");
        public static readonly Format Envoy = new("Envoy configuration");
        public static readonly Format AzureDeveloper = new("Azure Developer CLI project");

        public string NotRead(int count) => $"not read by this version: {Name}" + (count > 1 ? $" ({count} {Files})" : "");
    }
}
