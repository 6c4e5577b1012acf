using System.Text;
using Spof.Model;
using static Spof.Analysis.Tests.SystemBuilder;

namespace Spof.Analysis.Tests;

/// <summary>Recomputes the worked example of <c>docs/analysis.md</c> and compares it with what the page says.</summary>
public sealed class WorkedExampleTests
{
    [Fact]
    public void The_page_shows_what_the_analysis_answers()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot(), "docs", "analysis.md")).ReplaceLineEndings("\n");
        Assert.Contains("```text\n" + Answers() + "```\n", page);
    }

    private static string Answers()
    {
        var system = Shop();
        var text = new StringBuilder();
        foreach (var mode in Enum.GetValues<Mode>())
        {
            foreach (var cut in system.Cuts(mode))
            {
                text.Append($"{mode.ToString().ToLowerInvariant(),-6} {cut}\n");
            }
        }

        foreach (var finding in system.Analyse().Findings)
        {
            text.Append($"{finding.Rank.ToString("F1", System.Globalization.CultureInfo.InvariantCulture),5}  {finding.RuleId} {finding.Level.ToString().ToLowerInvariant(),-7} {finding.Message.Split(" Not known")[0]}\n");
        }

        return text.ToString();
    }

    private static SystemBuilder Shop() => new SystemBuilder()
        .Domain(DomainKind.Zone, "a").Domain(DomainKind.Zone, "b")
        .Component("shop", 3)
        .Component("orders", 2, placements: Together(DomainKind.Host, 1, null))
        .Component("orders-db", 2, 1, ComponentKind.Database, ReplicationStyle.PrimaryReplica, FailoverKind.Manual, In(DomainKind.Zone, ("a", 1), ("b", 1)))
        .Component("etcd", 3, 2, ComponentKind.Coordination, ReplicationStyle.Quorum, placements: In(DomainKind.Zone, ("a", 2), ("b", 1)))
        .Component("cache", kind: ComponentKind.Cache)
        .Component("vault", kind: ComponentKind.SecretStore)
        .ThirdParty("pay.example.com").ThirdParty("bank.example.com")
        .Needs("shop", "orders").Needs("shop", "cache", Strength.Soft)
        .Needs("orders", "orders-db").Needs("orders", "etcd").Needs("orders", "vault", phase: Phase.Startup)
        .Depends(new Dependency
        {
            From = "orders",
            Targets = ["host:pay.example.com", "host:bank.example.com"],
            Strength = Strength.Hard,
            Access = Access.Write,
        })
        .Entry("shop", 0);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SpofAnalyzers.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
