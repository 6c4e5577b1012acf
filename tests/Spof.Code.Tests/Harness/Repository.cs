using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Spof.Code.Discovery;
using Spof.Code.Projects;
using Spof.Code.References;
using Spof.Code.Sources;
using Spof.Model;

namespace Spof.Code.Tests.Harness;

/// <summary>A repository in a temporary folder. Its package folder is empty unless a test fills it, so that nothing of this machine matters.</summary>
internal sealed class Repository : IDisposable
{
    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "refs.txt"))
            .Where(p => p.Contains("Microsoft.NETCore.App.Ref", StringComparison.Ordinal)).Select(p => MetadataReference.CreateFromFile(p)),
    ];

    private readonly string _base = Directory.CreateTempSubdirectory("spof-code-").FullName;

    public Repository() => Directory.CreateDirectory(Root);

    public string Root => Path.Combine(_base, "repo");

    /// <summary>Beside the root, outside what is scanned.</summary>
    public string Outside => Path.Combine(_base, "outside");

    public string Packages => Path.Combine(_base, "packages");

    public string this[string path] => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    public Repository With(string path, string text)
    {
        Write(this[path], text);
        return this;
    }

    public Repository WithOutside(string path, string text)
    {
        Write(Path.Combine(Outside, path), text);
        return this;
    }

    /// <summary>A file of a restored package, by its path below the package folder: <c>id/version/…</c>.</summary>
    public Repository WithPackageFile(string path, string text)
    {
        Write(Path.Combine(Packages, path.Replace('/', Path.DirectorySeparatorChar)), text);
        return this;
    }

    /// <summary>A restored package with one assembly compiled from the source.</summary>
    public Repository WithPackage(string id, string version, string source, string folder = "lib/netstandard2.0", string dependencies = "")
    {
        var package = Path.Combine(Packages, id.ToLowerInvariant(), version);
        Write(Path.Combine(package, id.ToLowerInvariant() + ".nuspec"),
            $"<package><metadata><id>{id}</id><version>{version}</version><dependencies>{dependencies}</dependencies></metadata></package>");
        var assembly = Path.Combine(package, folder.Replace('/', Path.DirectorySeparatorChar), id + ".dll");
        Directory.CreateDirectory(Path.GetDirectoryName(assembly)!);
        var emitted = CSharpCompilation.Create(id, [CSharpSyntaxTree.ParseText(source)],
            Framework, new(OutputKind.DynamicallyLinkedLibrary)).Emit(assembly);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return this;
    }

    public Task<CodeModel> ReadAsync(string? target = null, string[]? exclude = null, int parallelism = 0, string? folder = null, bool isExact = false, string? binaryLog = null, string? cache = null, bool restores = false, CancellationToken cancellationToken = default) =>
        new CodeReader().ReadAsync(
            new CodeReaderOptions
            {
                RootPath = Root,
                FolderPath = folder,
                TargetPath = target,
                Exclude = [.. exclude ?? []],
                MaxParallelism = parallelism,
                IsExact = isExact,
                BinaryLog = binaryLog,
                CacheFolder = cache,
                Restores = restores,
                PackageFolders = [Packages],
            },
            progress: null,
            cancellationToken);

    public ProjectFile ReadProject(string path) => new ProjectFileReader(new ScanRoot(Root), _ => false).Read(this[path], solution: null);

    /// <summary>The compilation of one project that references no other.</summary>
    public CSharpCompilation Compile(string path) => Compile(path, []);

    public CSharpCompilation Compile(string path, IReadOnlyList<ProjectFile> referenced)
    {
        var root = new ScanRoot(Root);
        var reading = new ProjectReading(ReadProject(path));
        var packages = new PackageFolders([Packages]);
        var resolver = new ReferenceResolver(root, new FrameworkAssemblies(SdkLocation.Folders(), packages.Paths), packages);
        reading.References = resolver.Resolve(reading.File, referenced);
        reading.Sources = new SourceSet(root).Parse(reading.File, CancellationToken.None);
        reading.Compile([]);
        return reading.Compilation!;
    }

    public void Dispose() => Directory.Delete(_base, recursive: true);

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}

internal static class Compilations
{
    public static ImmutableArray<string> Errors(this Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString())];

    /// <summary>The method that a call by that name is bound to, as "Type.Method"; null when it is not bound.</summary>
    public static string? Bound(this Compilation compilation, string method)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var call = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(i => i.Expression switch
            {
                MemberAccessExpressionSyntax m => m.Name.Identifier.ValueText == method,
                IdentifierNameSyntax n => n.Identifier.ValueText == method,
                _ => false,
            });
            if (call is not null)
            {
                return compilation.GetSemanticModel(tree).GetSymbolInfo(call).Symbol is { } symbol
                    ? symbol.ContainingType.ToDisplayString() + "." + symbol.Name
                    : null;
            }
        }

        return null;
    }
}
