using System.Collections.Immutable;
using System.Xml.Linq;
using Spof.Code.Discovery;
using Spof.Model;

namespace Spof.Code.Projects;

/// <summary>Evaluates the items of a project after all its properties are known, in the order of the files.</summary>
internal sealed class ProjectItems
{
    private readonly ScanRoot _root;
    private readonly ProjectEvaluation _evaluation;
    private readonly Func<string, bool> _isExcluded;
    private readonly List<Gap> _gaps = [];
    private readonly HashSet<string> _sources = new(ScanRoot.PathComparer);
    private readonly Dictionary<string, PackageReference> _packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _centralVersions = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _projectReferences = new(ScanRoot.PathComparer);
    private readonly HashSet<string> _assemblies = new(ScanRoot.PathComparer);
    private readonly HashSet<string> _frameworkReferences = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<string> _friends = new(StringComparer.Ordinal);
    private readonly List<GlobalUsing> _usings = [];

    private ProjectItems(ScanRoot root, ProjectEvaluation evaluation, Func<string, bool> isExcluded)
    {
        _root = root;
        _evaluation = evaluation;
        _isExcluded = isExcluded;
    }

    public ImmutableArray<string> Sources => [.. _sources.Order(StringComparer.Ordinal)];

    public ImmutableArray<string> ProjectReferences => [.. _projectReferences.Order(StringComparer.Ordinal)];

    public ImmutableArray<string> Assemblies => [.. _assemblies.Order(StringComparer.Ordinal)];

    public IReadOnlySet<string> FrameworkReferences => _frameworkReferences;

    public ImmutableArray<string> Friends => [.. _friends];

    public IReadOnlyList<GlobalUsing> Usings => _usings;

    public IReadOnlyList<Gap> Gaps => _gaps;

    public ImmutableArray<PackageReference> Packages =>
    [
        .. _packages.Values
            .Select(p => p.Version is null && _centralVersions.TryGetValue(p.Id, out var version) ? p with { Version = version } : p)
            .OrderBy(p => p.Id, StringComparer.OrdinalIgnoreCase),
    ];

    /// <param name="root">The scanned root.</param>
    /// <param name="evaluation">Properties and pending items.</param>
    /// <param name="usings">Usings that the SDKs add by themselves.</param>
    /// <param name="isExcluded">Decides by full path about files that the user does not want read.</param>
    public static ProjectItems Evaluate(
        ScanRoot root, ProjectEvaluation evaluation, IEnumerable<GlobalUsing> usings, Func<string, bool> isExcluded)
    {
        var items = new ProjectItems(root, evaluation, isExcluded);
        items._usings.AddRange(usings);
        items.AddDefaultSources();
        foreach (var item in evaluation.Items)
        {
            items.Apply(item);
        }

        items.AddLegacyPackages();
        return items;
    }

    private void AddDefaultSources()
    {
        var properties = _evaluation.Properties;
        if (_evaluation.Sdks.Count == 0 || IsFalse(properties["EnableDefaultItems"]) || IsFalse(properties["EnableDefaultCompileItems"]))
        {
            return;
        }

        var output = Path.Join(_evaluation.Directory, "bin");
        var excludes = properties["DefaultItemExcludes"].Text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(p => PathPattern.Parse(_evaluation.Directory, p)).ToArray();
        var pages = 0;
        foreach (var file in FolderWalk.Files(_root, _evaluation.Directory, f => ScanRoot.PathComparer.Equals(f, output) || _isExcluded(f), _gaps))
        {
            var extension = Path.GetExtension(file.AsSpan());
            if (extension.Equals(".cs", StringComparison.OrdinalIgnoreCase))
            {
                if (!excludes.Any(e => e.Matches(file)))
                {
                    AddSource(file);
                }
            }
            else if (extension.Equals(".razor", StringComparison.OrdinalIgnoreCase) || extension.Equals(".cshtml", StringComparison.OrdinalIgnoreCase))
            {
                pages++;
            }
        }

        if (pages > 0)
        {
            var at = _root.At(_evaluation.Properties["MSBuildProjectFullPath"].Text);
            _gaps.Add(new Gap(at, pages == 1 ? "1 Razor file is not read." : $"{pages} Razor files are not read."));
        }
    }

    private static bool IsFalse(ExpandedText value) => value.Text.Trim().Equals("false", StringComparison.OrdinalIgnoreCase);

    private void AddSource(string file)
    {
        if (!_isExcluded(file))
        {
            _sources.Add(file);
        }
    }

    private void Apply(PendingItem item)
    {
        var kind = item.Element.Name.LocalName.ToUpperInvariant();
        if (kind is not ("COMPILE" or "USING" or "PROJECTREFERENCE" or "PACKAGEREFERENCE" or "GLOBALPACKAGEREFERENCE" or "PACKAGEVERSION"
            or "FRAMEWORKREFERENCE" or "REFERENCE" or "INTERNALSVISIBLETO" or "PROTOBUF"))
        {
            return;
        }

        _evaluation.EnterFile(item.File);
        var holds = _evaluation.AreTrue(item.Conditions);
        if (holds == false)
        {
            return;
        }

        if (holds is null)
        {
            // One reference too many does no harm; a source too many does.
            var isSource = kind == "COMPILE";
            Report(item, $"Condition of '{item.Element.Name.LocalName}' is not understood; the item is {(isSource ? "left out" : "taken")}.");
            if (isSource)
            {
                return;
            }
        }

        switch (kind)
        {
            case "COMPILE":
                ApplyCompile(item);
                break;
            case "USING":
                ApplyUsing(item);
                break;
            case "PROJECTREFERENCE":
                ApplyProjectReference(item);
                break;
            case "PACKAGEREFERENCE" or "GLOBALPACKAGEREFERENCE":
                ApplyPackage(item, kind == "GLOBALPACKAGEREFERENCE");
                break;
            case "PACKAGEVERSION":
                foreach (var id in Names(item, "Include").Concat(Names(item, "Update")))
                {
                    if (Text(item, "Version") is { } version)
                    {
                        _centralVersions[id] = version;
                    }
                }

                break;
            case "FRAMEWORKREFERENCE":
                _frameworkReferences.UnionWith(Names(item, "Include"));
                _frameworkReferences.ExceptWith(Names(item, "Remove"));
                break;
            case "REFERENCE":
                ApplyAssembly(item);
                break;
            case "INTERNALSVISIBLETO":
                _friends.UnionWith(Names(item, "Include"));
                break;
            case "PROTOBUF" when item.Element.AttributeText("Include") is not null:
                Report(item, "Code that the build generates from .proto files is not read.");
                break;
        }
    }

    private void ApplyCompile(PendingItem item)
    {
        foreach (var pattern in Names(item, "Remove"))
        {
            var remove = PathPattern.Parse(_evaluation.Directory, pattern);
            _sources.RemoveWhere(remove.Matches);
        }

        var excludes = Names(item, "Exclude").Select(p => PathPattern.Parse(_evaluation.Directory, p)).ToArray();
        foreach (var text in Names(item, "Include"))
        {
            var pattern = PathPattern.Parse(_evaluation.Directory, text);
            if (!_root.Contains(pattern.Folder))
            {
                Report(item, $"Compile item '{Path.GetFileName(ScanRoot.Native(text))}' leaves the scanned root; not followed.");
            }
            else if (pattern.IsLiteral)
            {
                if (File.Exists(pattern.Folder))
                {
                    AddSource(pattern.Folder);
                }
                else if (Path.GetExtension(pattern.Folder) == ".cs")
                {
                    Report(item, $"Source file '{_root.Relative(pattern.Folder)}' does not exist.");
                }
            }
            else
            {
                foreach (var file in FolderWalk.Files(_root, pattern.Folder, _isExcluded, _gaps))
                {
                    if (file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && pattern.Matches(file) && !excludes.Any(e => e.Matches(file)))
                    {
                        AddSource(file);
                    }
                }
            }
        }
    }

    private void ApplyUsing(PendingItem item)
    {
        foreach (var name in Names(item, "Remove"))
        {
            _usings.RemoveAll(u => u.Name == name);
        }

        var isStatic = Text(item, "Static") is { } s && s.Equals("true", StringComparison.OrdinalIgnoreCase);
        foreach (var name in Names(item, "Include"))
        {
            _usings.Add(new GlobalUsing(name, Text(item, "Alias"), isStatic));
        }
    }

    private void ApplyProjectReference(PendingItem item)
    {
        foreach (var path in Names(item, "Remove"))
        {
            _projectReferences.Remove(ScanRoot.Combine(_evaluation.Directory, path));
        }

        // An analyzer or a project that only has to be built first is no part of the program.
        if (Text(item, "ReferenceOutputAssembly") is { } output && output.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (var text in Names(item, "Include"))
        {
            var path = ScanRoot.Combine(_evaluation.Directory, text);
            if (text.AsSpan().IndexOfAny('*', '?') >= 0)
            {
                var pattern = PathPattern.Parse(_evaluation.Directory, text);
                if (_root.Contains(pattern.Folder))
                {
                    _projectReferences.UnionWith(FolderWalk.Files(_root, pattern.Folder, _isExcluded, _gaps)
                        .Where(f => f.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) && pattern.Matches(f)));
                }
            }
            else if (!_root.Contains(path))
            {
                Report(item, $"Referenced project '{Path.GetFileName(path)}' lies outside the scanned root; not followed.");
            }
            else if (!path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
            {
                Report(item, $"Referenced project '{_root.Relative(path)}' is not a C# project; not read.");
            }
            else if (!File.Exists(path))
            {
                Report(item, $"Referenced project '{_root.Relative(path)}' does not exist.", GapKind.Error);
            }
            else
            {
                _projectReferences.Add(path);
            }
        }
    }

    private void ApplyPackage(PendingItem item, bool isGlobal)
    {
        foreach (var id in Names(item, "Remove"))
        {
            _packages.Remove(id);
        }

        var version = Text(item, "VersionOverride") ?? Text(item, "Version");
        var isPrivate = isGlobal || (Text(item, "PrivateAssets") is { } assets && assets.Equals("all", StringComparison.OrdinalIgnoreCase));
        foreach (var id in Names(item, "Include"))
        {
            _packages[id] = new PackageReference(id, version, isPrivate);
        }

        foreach (var id in Names(item, "Update"))
        {
            if (_packages.TryGetValue(id, out var known))
            {
                _packages[id] = known with { Version = version ?? known.Version, IsPrivate = isPrivate || known.IsPrivate };
            }
        }
    }

    private void ApplyAssembly(PendingItem item)
    {
        if (Text(item, "HintPath") is { Length: > 0 } hint)
        {
            var path = ScanRoot.Combine(_evaluation.Directory, hint);
            if (_root.Contains(path) && File.Exists(path))
            {
                _assemblies.Add(path);
            }
        }
    }

    /// <summary><c>packages.config</c> of projects in the old style.</summary>
    private void AddLegacyPackages()
    {
        var path = Path.Join(_evaluation.Directory, "packages.config");
        if (_evaluation.Sdks.Count > 0 || !File.Exists(path) || !_root.Contains(path))
        {
            return;
        }

        try
        {
            foreach (var package in SafeXml.Load(path).Descendants().Where(e => e.Name.LocalName == "package"))
            {
                if (package.AttributeText("id") is { Length: > 0 } id)
                {
                    _packages[id] = new PackageReference(id, package.AttributeText("version"), IsPrivate: false);
                }
            }
        }
        catch (Exception e) when (e is System.Xml.XmlException or IOException or UnauthorizedAccessException)
        {
            _gaps.Add(new Gap(_root.At(path), $"File cannot be read: {Reasons.Of(e)}.", GapKind.Error));
        }
    }

    /// <summary>The entries of a list attribute; an entry that refers to other items or is not understood is reported and left out.</summary>
    private IEnumerable<string> Names(PendingItem item, string attribute)
    {
        if (item.Element.AttributeText(attribute) is not { Length: > 0 } written)
        {
            yield break;
        }

        var list = _evaluation.Expansion.Expand(written);
        if (!list.IsUnderstood || list.Text.Contains("@(", StringComparison.Ordinal))
        {
            Report(item, $"{item.Element.Name.LocalName} {attribute} '{(written.Length <= 80 ? written : written[..77] + "...")}' is not understood.");
            yield break;
        }

        foreach (var name in list.Text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            yield return name;
        }
    }

    private string? Text(PendingItem item, string name) =>
        item.Element.Metadata(name) is { } written && _evaluation.Expansion.Expand(written.Trim()) is { IsUnderstood: true, Text.Length: > 0 } value
            ? value.Text
            : null;

    private void Report(PendingItem item, string reason, GapKind kind = GapKind.Unread) =>
        _gaps.Add(new Gap(_root.At(item.File, SafeXml.Line((XObject)item.Element), SafeXml.Column(item.Element)), reason, kind));
}
