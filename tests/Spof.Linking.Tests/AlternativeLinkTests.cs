using Spof.Model;

namespace Spof.Linking.Tests;

public sealed class AlternativeLinkTests
{
    private static CodeDependency To(string host, Strength strength, params string[] alternativeTo) =>
        Given.Calls("https://" + host, strength: strength) with { AlternativeTo = [.. alternativeTo.Select(a => "code:x/" + a)] };

    private static DeploymentTarget Link(params CodeDependency[] dependencies) =>
        Given.Link(Given.Cluster([Given.Workload("orders")]), Given.Project("Orders", dependencies: dependencies));

    [Fact]
    public void A_provider_and_the_one_that_stands_in_for_it_are_one_dependency_of_which_one_is_needed()
    {
        var target = Link(To("api.stripe.com", Strength.Soft), To("api.adyen.com", Strength.Hard, "api.stripe.com"));

        var edge = Assert.Single(target.From("code:Orders"));
        Assert.Equal(["host:api.stripe.com", "host:api.adyen.com"], edge.Targets);
        Assert.Equal((1, Strength.Hard), (edge.Needed, edge.Strength));
        Assert.Equal(["https://api.stripe.com", "https://api.adyen.com"], edge.Evidence.Where(e => e.Layer == EvidenceLayer.Code).Select(e => e.Text));
    }

    [Fact]
    public void Three_in_a_row_are_one_dependency()
    {
        var target = Link(
            To("api.stripe.com", Strength.Soft), To("api.adyen.com", Strength.Soft, "api.stripe.com"), To("api.mollie.com", Strength.Hard, "api.adyen.com"));

        Assert.Equal(["host:api.stripe.com", "host:api.adyen.com", "host:api.mollie.com"], Assert.Single(target.From("code:Orders")).Targets);
    }

    [Fact]
    public void What_stands_in_for_two_makes_a_pair_with_each()
    {
        var target = Link(To("api.stripe.com", Strength.Soft), To("api.mollie.com", Strength.Soft), To("api.adyen.com", Strength.Hard, "api.stripe.com", "api.mollie.com"));

        Assert.Equal(
            ["host:api.mollie.com host:api.adyen.com", "host:api.stripe.com host:api.adyen.com"],
            target.From("code:Orders").Select(d => string.Join(' ', d.Targets)).Order());
    }

    [Fact]
    public void Two_that_stand_in_for_each_other_are_one_pair()
    {
        var target = Link(To("api.stripe.com", Strength.Hard, "api.adyen.com"), To("api.adyen.com", Strength.Hard, "api.stripe.com"));

        Assert.Equal(2, Assert.Single(target.From("code:Orders")).Targets.Length);
    }

    [Fact]
    public void Where_the_first_is_needed_anyway_the_alternative_is_not()
    {
        var target = Link(To("api.stripe.com", Strength.Hard), To("api.adyen.com", Strength.Hard, "api.stripe.com"));

        Assert.Equal(
            [("host:api.adyen.com", Strength.Soft), ("host:api.stripe.com", Strength.Hard)],
            target.From("code:Orders").Select(d => (Assert.Single(d.Targets), d.Strength)).Order());
    }

    [Fact]
    public void An_alternative_to_what_cannot_be_found_is_no_need_of_its_own()
    {
        var first = Given.Reads("Payments:Url", strength: Strength.Soft);
        var second = To("api.adyen.com", Strength.Hard) with { AlternativeTo = [first.Id] };
        var edge = Assert.Single(Link(first, second).From("code:Orders"));

        Assert.Equal((Strength.Unknown, "host:api.adyen.com"), (edge.Strength, Assert.Single(edge.Targets)));
        Assert.Contains("'Payments:Url'", Assert.Single(edge.Unknowns).Reason, StringComparison.Ordinal);
        Assert.Equal(Strength.Unknown, Assert.Single(Link(To("api.adyen.com", Strength.Hard, "gone")).From("code:Orders")).Strength);
    }

    [Fact]
    public void Unknown_strength_stays_unknown_where_the_code_says_why()
    {
        var reason = new Unknown("strength", "nothing uses it");
        var edge = Assert.Single(Link(To("api.stripe.com", Strength.Unknown) with { Unknowns = [reason] }).From("code:Orders"));

        Assert.Equal(Strength.Unknown, edge.Strength);
        Assert.Equal([reason], edge.Unknowns);
        Assert.Equal(Strength.Hard, Assert.Single(Link(To("api.stripe.com", Strength.Unknown)).From("code:Orders")).Strength);
    }
}
