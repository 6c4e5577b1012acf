using Spof.Model;

namespace Spof.Manifests.Tests.Scanning;

/// <summary>Real manifests beside the checkout, or where SPOF_CORPUS says; tests skip where they are absent.</summary>
internal static class Corpus
{
    public static ManifestModel Read(string tree)
    {
        var folder = Find(tree);
        Assert.SkipWhen(folder is null, $"the corpus tree '{tree}' is not on this machine");
        return ManifestReader.Read(new ManifestReaderOptions { Root = folder! });
    }

    public static TargetDeclaration ReadKubernetes(string tree) => Read(tree).Targets.Single(t => t.Kind == TargetKind.Kubernetes);

    private static string? Find(string tree)
    {
        var checkout = new DirectoryInfo(AppContext.BaseDirectory);
        while (checkout is not null && !File.Exists(Path.Combine(checkout.FullName, "SpofAnalyzers.sln")))
        {
            checkout = checkout.Parent;
        }

        string?[] places = [Path.Combine(checkout?.Parent?.FullName ?? "", "shared", "corpus"), Environment.GetEnvironmentVariable("SPOF_CORPUS")];
        return places.Where(p => !string.IsNullOrEmpty(p)).Select(p => Path.Combine(p!, tree)).FirstOrDefault(Directory.Exists);
    }
}
