using Microsoft.CodeAnalysis;
using Spof.Text;

namespace SpofAnalyzers.Rules;

/// <summary>Infers which domains belong to the owner of the code.</summary>
internal static class OwnDomains
{
    /// <summary>First segments that name a layer or a platform and no owner.</summary>
    private static readonly HashSet<string> NoOwner = new(StringComparer.OrdinalIgnoreCase)
    {
        "system", "microsoft", "google", "amazon", "azure", "api", "app", "web", "src", "server", "core", "common", "shared", "services",
        "service", "application", "infrastructure", "domain", "project", "backend", "demo", "sample", "samples", "client", "tools", "test",
    };

    private static readonly string[] Forges = ["github.com", "gitlab.com", "bitbucket.org", "dev.azure.com", "visualstudio.com", "codeberg.org"];

    /// <summary>The domain of the repository or project URL and the first segment of the root namespace.</summary>
    public static IReadOnlyList<string> Infer(Compilation compilation, OptionReader options)
    {
        var domains = new List<string>();
        foreach (var property in new[] { "RepositoryUrl", "PackageProjectUrl" })
        {
            if (options.BuildProperty(property) is { } url && UriText.Parse(url) is { Endpoints: [var endpoint, ..] }
                && HostClassifier.Classify(endpoint.Host, HostContext.Empty).Class == HostClass.PublicName
                && !Forges.Any(f => HostClassifier.IsOrEndsWith(endpoint.Host, f)))
            {
                var labels = endpoint.Host.Split('.');
                domains.Add(labels[labels.Length - 2] + "." + labels[labels.Length - 1]);
            }
        }

        var name = options.BuildProperty("RootNamespace") ?? compilation.AssemblyName ?? "";
        var dot = name.IndexOf('.');
        var first = dot < 0 ? name : name.Substring(0, dot);
        if (first.Length >= 3 && !NoOwner.Contains(first))
        {
            domains.Add(first.ToLowerInvariant());
        }

        return domains;
    }
}
