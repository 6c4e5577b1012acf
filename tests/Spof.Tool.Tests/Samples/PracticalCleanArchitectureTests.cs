using Spof.Model;

namespace Spof.Tool.Tests.Samples;

/// <summary>Three systems side by side, each with manifests of the same names.</summary>
public sealed class PracticalCleanArchitectureTests
{
    [Fact]
    public async Task The_three_systems_are_assessed_apart()
    {
        var targets = (await Scanned.CorpusAsync("practical-clean-architecture")).System.Targets.Where(t => t.Role == TargetRole.Judged).ToArray();

        Assert.Equal(["k8s:src/Microservices", "k8s:src/ModularMonolith", "k8s:src/Monolith"], targets.Select(t => t.Id));
        Assert.Equal([1, 1, 1], targets.Select(t => t.Components.Count(c => c.Name == "db")));
        Assert.DoesNotContain(targets[1].Components, c => c.Name == "auditlog-grpc");
    }

    [Fact]
    public async Task A_service_that_only_another_system_has_is_not_taken_for_an_answer()
    {
        var modular = (await Scanned.CorpusAsync("practical-clean-architecture")).System.Targets.Single(t => t.Id == "k8s:src/ModularMonolith");

        Assert.Contains(modular.Unlinked, u => u.Text == "notificationserver");
    }
}
