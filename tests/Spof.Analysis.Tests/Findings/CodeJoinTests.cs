using System.Collections.Immutable;
using Spof.Model;
using static Spof.Analysis.Tests.SystemBuilder;

namespace Spof.Analysis.Tests.Findings;

public sealed class CodeJoinTests
{
    private static readonly Evidence CallSite =
        new(EvidenceLayer.Code, new SourcePosition("src/Payments/Client.cs", 40, 9), "AddHttpClient<PaymentClient>()");

    [Fact]
    public void A_third_party_client_without_resilience_is_one_more_hop_of_its_third_party()
    {
        var system = Payments();
        system.CodeFindings.Add(Found("SPOF3001", "code:Payments/PaymentClient", "pay.example.com"));
        var finding = Assert.Single(system.Analyse().Findings);
        Assert.Equal("SPOF7001", finding.RuleId);
        Assert.Equal(CallSite, finding.Chain.Where(e => e.Layer == EvidenceLayer.Code).ElementAt(1));
    }

    [Fact]
    public void It_is_found_by_its_node_as_well()
    {
        var system = Payments();
        system.CodeFindings.Add(Found("SPOF3001", "host:pay.example.com", null));
        Assert.Equal("SPOF7001", Assert.Single(system.Analyse().Findings).RuleId);
    }

    [Fact]
    public void It_stands_alone_when_no_entry_point_depends_on_it()
    {
        var system = Payments();
        system.CodeFindings.Add(Found("SPOF3001", "code:Mail/MailClient", "mail.example.com"));
        var finding = system.Analyse().Findings.Single(f => f.RuleId == "SPOF3001");
        Assert.Null(finding.TargetId);
        Assert.Null(finding.Class);
        Assert.Empty(finding.Modes);
        Assert.Equal([CallSite], finding.Chain);
        Assert.Equal(FindingLevel.Warning, finding.Level);
    }

    [Fact]
    public void A_development_target_does_not_hide_it()
    {
        var system = Payments();
        system.Role = TargetRole.Development;
        system.CodeFindings.Add(Found("SPOF3001", "host:pay.example.com", null));
        Assert.Equal(["SPOF3001", "SPOF7001"], system.Analyse().Findings.Select(f => f.RuleId).Order());
    }

    [Fact]
    public void Other_code_findings_are_passed_on_even_when_they_name_the_same_host()
    {
        var system = Payments();
        system.CodeFindings.Add(Found("SPOF1001", "host:pay.example.com", null));
        Assert.Equal(2, system.Analyse().Findings.Length);
    }

    [Fact]
    public void Two_findings_about_one_node_have_two_fingerprints()
    {
        var system = Payments();
        system.CodeFindings.Add(Found("SPOF1001", "code:Payments/PaymentClient", null));
        system.CodeFindings.Add(Found("SPOF1001", "code:Payments/PaymentClient", null) with { Message = "Another one." });
        Assert.Equal(3, system.Analyse().Findings.Select(f => f.Fingerprint).Distinct().Count());
    }

    [Fact]
    public void Critical_state_in_a_deployed_project_is_told_with_what_it_serves()
    {
        var finding = WithState(1, true).Analyse().Findings.Single(f => f.RuleId == "SPOF7060");
        Assert.Equal(FindingLevel.Warning, finding.Level);
        Assert.Equal(["entry:web"], finding.Stops);
        Assert.Equal("'cart' keeps state in the process (CartStore._carts): it cannot run twice, and a restart loses the state.", finding.Message);
        Assert.Equal(["src/CartStore.cs", "deploy/cart.yaml"], finding.Chain.Select(e => e.At.Path));
    }

    [Fact]
    public void With_several_instances_the_state_differs_between_them() =>
        Assert.Contains("runs 3 instances that each hold their own copy", WithState(3, true).Analyse().Findings.Single(f => f.RuleId == "SPOF7060").Message);

    [Fact]
    public void State_that_is_not_critical_is_no_finding() =>
        Assert.DoesNotContain(WithState(1, false).Analyse().Findings, f => f.RuleId == "SPOF7060");

    [Fact]
    public void State_that_no_entry_point_needs_is_a_note()
    {
        var system = new SystemBuilder().Component("web", 3).Entry("web").Component(Made("cart") with { Projects = ["code:Cart"] });
        system.Projects.Add(Project(true));
        Assert.Equal(FindingLevel.Note, system.Analyse().Findings.Single().Level);
    }

    private static SystemBuilder Payments() => new SystemBuilder()
        .Component("web", 3).ThirdParty("pay.example.com").Needs("web", "host:pay.example.com").Entry("web");

    private static SystemBuilder WithState(int instances, bool isCritical)
    {
        var system = new SystemBuilder()
            .Component("web", 3)
            .Component(Made("cart") with { Instances = Count.Exactly(instances), Projects = ["code:Cart"] })
            .Needs("web", "cart").Entry("web");
        system.Projects.Add(Project(isCritical));
        return system;
    }

    private static CodeProject Project(bool isCritical) => new()
    {
        Id = "code:Cart",
        AssemblyName = "Cart",
        RootNamespace = "Cart",
        Path = "src/Cart.csproj",
        State =
        [
            new StateHolder(
                "code:Cart/CartStore",
                "CartStore._carts",
                "Dictionary<string, Cart>",
                isCritical,
                [new Evidence(EvidenceLayer.Code, new SourcePosition("src/CartStore.cs", 9), "_carts")]),
        ],
    };

    private static CodeFinding Found(string rule, string node, string? host) => new(
        rule,
        FindingLevel.Warning,
        "The client has neither resilience nor fallback.",
        "Add a fallback.",
        node,
        "code:Payments",
        [CallSite],
        host is null ? ImmutableSortedDictionary<string, string>.Empty : ImmutableSortedDictionary<string, string>.Empty.Add("host", host));
}
