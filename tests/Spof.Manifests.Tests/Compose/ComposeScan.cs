using System.Text.Encodings.Web;
using System.Text.Json;
using Spof.Model;

namespace Spof.Manifests.Tests.Compose;

/// <summary>Reads a folder that is written for one test, or a tree of the corpus.</summary>
internal sealed class ComposeScan
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private ComposeScan(ManifestModel model)
    {
        Model = model;
        Targets = [.. model.Targets.Where(t => t.Kind == TargetKind.Compose)];
    }

    public ManifestModel Model { get; }

    public IReadOnlyList<TargetDeclaration> Targets { get; }

    public TargetDeclaration Target => Assert.Single(Targets);

    public TargetDeclaration this[string id] => Assert.Single(Targets, t => t.Id == id);

    /// <summary>Everything that would be stored, as text.</summary>
    public string Json => JsonSerializer.Serialize(Model, Readable);

    public static WorkloadDeclaration Service(TargetDeclaration target, string name) => Assert.Single(target.Workloads, w => w.Name == name);

    public WorkloadDeclaration Service(string name) => Service(Target, name);

    public Setting Setting(string service, string key) => Assert.Single(Service(service).Containers[0].Environment, s => s.Key == key);

    public Gap Gap(string part) => Assert.Single(Model.Gaps, g => g.Reason.Contains(part, StringComparison.Ordinal));

    /// <summary>One file <c>compose.yaml</c> at the root of a system called "shop".</summary>
    public static ComposeScan Of(string compose) => Of(("compose.yaml", compose));

    public static ComposeScan Of(params (string Path, string Text)[] files)
    {
        var root = Directory.CreateTempSubdirectory("spof-compose-");
        try
        {
            foreach (var (path, text) in files)
            {
                var full = Path.Combine(root.FullName, path);
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                File.WriteAllText(full, text);
            }

            return new ComposeScan(ManifestReader.Read(new ManifestReaderOptions { Root = root.FullName, SystemName = "shop" }));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    /// <summary>A tree of the corpus; the test is skipped where there is none.</summary>
    public static ComposeScan OfCorpus(string tree)
    {
        var root = Corpus(tree);
        Assert.SkipUnless(root is not null, "the corpus is not there");
        return new ComposeScan(ManifestReader.Read(new ManifestReaderOptions { Root = root }));
    }

    private static string? Corpus(string tree)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "SpofAnalyzers.sln")))
            {
                continue;
            }

            var beside = Path.Combine(folder.Parent?.FullName ?? folder.FullName, "shared", "corpus", tree);
            if (Directory.Exists(beside))
            {
                return beside;
            }
        }

        var named = Path.Combine(Environment.GetEnvironmentVariable("SPOF_CORPUS") ?? "", tree);
        return Path.IsPathRooted(named) && Directory.Exists(named) ? named : null;
    }
}
