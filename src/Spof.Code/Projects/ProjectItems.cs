using System.Collections.Immutable;
using Spof.Code.Discovery;
using Spof.Model;

namespace Spof.Code.Projects;

/// <summary>Evaluates the items of a project after all its properties are known, in the order of the files.</summary>
internal sealed class ProjectItems
{
    private readonly ScanRoot _root;
    private readonly ProjectEvaluation _evaluation;
    private readonly EarlierBuild _earlier;
    private readonly Func<string, bool> _isExcluded;
    private readonly List<Gap> _gaps = [];
    private readonly ItemText _text;
    private readonly SourceItems _sources;
    private readonly Dictionary<string, PackageReference> _packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PendingItem> _unversioned = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string?> _centralVersions = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _projectReferences = new(ScanRoot.PathComparer);
    private readonly HashSet<string> _assemblies = new(ScanRoot.PathComparer);
    private readonly HashSet<string> _frameworkReferences = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<string> _friends = new(StringComparer.Ordinal);
    private readonly List<GlobalUsing> _usings = [];

    private ProjectItems(ScanRoot root, ProjectEvaluation evaluation, EarlierBuild earlier, Func<string, bool> isExcluded)
    {
        _root = root;
        _evaluation = evaluation;
        _earlier = earlier;
        _isExcluded = isExcluded;
        _text = new ItemText(root, evaluation, _gaps);
        _sources = new SourceItems(root, evaluation, _text, isExcluded, _gaps);
    }

    public ImmutableArray<string> Sources => _sources.Paths;

    public ImmutableArray<string> Pages => _sources.Pages;

    public ImmutableArray<string> ProjectReferences => [.. _projectReferences.Order(StringComparer.Ordinal)];

    public ImmutableArray<string> Assemblies => [.. _assemblies.Order(StringComparer.Ordinal)];

    public IReadOnlySet<string> FrameworkReferences => _frameworkReferences;

    public ImmutableArray<string> Friends => [.. _friends];

    public IReadOnlyList<GlobalUsing> Usings => _usings;

    public IReadOnlyList<Gap> Gaps => _gaps;

    public ImmutableArray<PackageReference> Packages =>
    [
        .. _packages.Values
            .Select(p => p.Version is not null ? p
                : _centralVersions.TryGetValue(p.Id, out var version) ? p with { Version = version }
                : p with { HasNoVersion = HasCentralVersions && _unversioned.ContainsKey(p.Id) })
            .OrderBy(p => p.Id, StringComparer.OrdinalIgnoreCase),
    ];

    private bool HasCentralVersions => _evaluation.Properties.IsTrue("ManagePackageVersionsCentrally");

    /// <param name="root">The scanned root.</param>
    /// <param name="evaluation">Properties and pending items.</param>
    /// <param name="usings">Usings that the SDKs add by themselves.</param>
    /// <param name="earlier">What an earlier build has left.</param>
    /// <param name="isExcluded">Decides by full path about files that the user does not want read.</param>
    public static ProjectItems Evaluate(
        ScanRoot root, ProjectEvaluation evaluation, IEnumerable<GlobalUsing> usings, EarlierBuild earlier, Func<string, bool> isExcluded)
    {
        var items = new ProjectItems(root, evaluation, earlier, isExcluded);
        items._usings.AddRange(usings);
        items._sources.AddDefaults();
        foreach (var item in evaluation.Items)
        {
            items.Apply(item);
        }

        items.AddLegacyPackages();
        items.ReportUnversioned();
        return items;
    }

    /// <summary>The build stops at such a package.</summary>
    private void ReportUnversioned()
    {
        foreach (var package in Packages.Where(p => p.HasNoVersion))
        {
            _text.Report(_unversioned[package.Id], $"Package '{package.Id}' has no version: versions are managed centrally, and no PackageVersion names it.");
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
            _text.Report(item, $"Condition of '{item.Element.Name.LocalName}' is not understood; the item is {(isSource ? "left out" : "taken")}.");
            if (isSource)
            {
                return;
            }
        }

        switch (kind)
        {
            case "COMPILE":
                _sources.Apply(item);
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
                foreach (var id in _text.List(item, "Include").Concat(_text.List(item, "Update")))
                {
                    _centralVersions[id] = _text.Of(item, "Version") ?? _centralVersions.GetValueOrDefault(id);
                }

                break;
            case "FRAMEWORKREFERENCE":
                _frameworkReferences.UnionWith(_text.List(item, "Include"));
                _frameworkReferences.ExceptWith(_text.List(item, "Remove"));
                break;
            case "REFERENCE":
                ApplyAssembly(item);
                break;
            case "INTERNALSVISIBLETO":
                _friends.UnionWith(_text.List(item, "Include"));
                break;
            case "PROTOBUF" when item.Element.AttributeText("Include") is not null && !_text.List(item, "Include").All(WasGenerated):
                _text.Report(item, "Code that the build generates from .proto files is not read.");
                break;
        }
    }

    /// <summary>A pattern was generated when each file that it means was.</summary>
    private bool WasGenerated(string include)
    {
        var pattern = PathPattern.Parse(_evaluation.Directory, include);
        if (pattern.IsLiteral || !_root.Contains(pattern.Folder))
        {
            return _earlier.HasSourceOf(include);
        }

        string[] files = [.. FolderWalk.Files(_root, pattern.Folder, _isExcluded, _gaps).Where(pattern.Matches)];
        return files.Length > 0 && files.All(_earlier.HasSourceOf);
    }

    private void ApplyUsing(PendingItem item)
    {
        foreach (var name in _text.List(item, "Remove"))
        {
            _usings.RemoveAll(u => u.Name == name);
        }

        var isStatic = _text.Of(item, "Static") is { } s && s.Equals("true", StringComparison.OrdinalIgnoreCase);
        foreach (var name in _text.List(item, "Include"))
        {
            _usings.Add(new GlobalUsing(name, _text.Of(item, "Alias"), isStatic));
        }
    }

    private void ApplyProjectReference(PendingItem item)
    {
        foreach (var path in _text.List(item, "Remove"))
        {
            _projectReferences.Remove(ScanRoot.Combine(_evaluation.Directory, path));
        }

        // An analyzer or a project that only has to be built first is no part of the program.
        if (_text.Of(item, "ReferenceOutputAssembly") is { } output && output.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (var text in _text.List(item, "Include"))
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
                _text.Report(item, $"Referenced project '{Path.GetFileName(path)}' lies outside the scanned root; not followed.");
            }
            else if (!path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
            {
                _text.Report(item, $"Referenced project '{_root.Relative(path)}' is not a C# project; not read.");
            }
            else if (!File.Exists(path))
            {
                _text.Report(item, $"Referenced project '{_root.Relative(path)}' does not exist.", GapKind.Error);
            }
            else
            {
                _projectReferences.Add(path);
            }
        }
    }

    private void ApplyPackage(PendingItem item, bool isGlobal)
    {
        foreach (var id in _text.List(item, "Remove"))
        {
            _packages.Remove(id);
        }

        var version = _text.Of(item, "VersionOverride") ?? _text.Of(item, "Version");
        var isPrivate = isGlobal || (_text.Of(item, "PrivateAssets") is { } assets && assets.Equals("all", StringComparison.OrdinalIgnoreCase));
        foreach (var id in _text.List(item, "Include"))
        {
            _packages[id] = new PackageReference(id, version, isPrivate);
            if (item.Element.Metadata("Version") is null && item.Element.Metadata("VersionOverride") is null)
            {
                _unversioned[id] = item;
            }
        }

        foreach (var id in _text.List(item, "Update"))
        {
            if (_packages.TryGetValue(id, out var known))
            {
                _packages[id] = known with { Version = version ?? known.Version, IsPrivate = isPrivate || known.IsPrivate };
            }
        }
    }

    private void ApplyAssembly(PendingItem item)
    {
        if (_text.Of(item, "HintPath") is { Length: > 0 } hint)
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

        foreach (var package in SafeXml.LoadOrReport(_root, path, _gaps)?.Descendants().Where(e => e.Name.LocalName == "package") ?? [])
        {
            if (package.AttributeText("id") is { Length: > 0 } id)
            {
                _packages[id] = new PackageReference(id, package.AttributeText("version"), IsPrivate: false);
            }
        }
    }
}
