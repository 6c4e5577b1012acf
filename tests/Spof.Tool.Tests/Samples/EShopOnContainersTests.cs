using Spof.Model;

namespace Spof.Tool.Tests.Samples;

/// <summary>Compose variants, Envoy gateways, an ingress controller beside charts that are not rendered; read against the files.</summary>
public sealed class EShopOnContainersTests
{
    private const string Id = "compose:src/";

    private static async Task<DeploymentTarget> ComposeAsync() =>
        (await Scanned.CorpusAsync("eshoponcontainers")).System.Targets.Single(t => t.Id == "compose:src");

    private static async Task<Finding[]> ComposeFindingsAsync() =>
        [.. (await Scanned.CorpusAsync("eshoponcontainers")).Findings.Where(f => f.TargetId == "compose:src")];

    [Fact]
    public async Task The_cluster_is_judged_and_what_it_lacks_is_said()
    {
        var assessment = await Scanned.CorpusAsync("eshoponcontainers");

        var cluster = Assert.Single(assessment.System.Targets, t => t.Role == TargetRole.Judged);
        Assert.Equal("nginx-ingress-controller", Assert.Single(cluster.Components, c => c.CanFail).Name);
        Assert.Equal(["identity", "webmvc"], cluster.Unlinked.Select(u => u.Text));
        Assert.Equal(["k8s:default/Service/rabbitmq-admin", "k8s:default/Service/sql-service"], cluster.Unknowns.Select(u => u.What).Order(StringComparer.Ordinal));
        Assert.Equal(23, assessment.System.Gaps.Count(g => g.Reason.Contains("Helm chart", StringComparison.Ordinal)));
        Assert.Equal(["SPOF7001"], assessment.Findings.Where(f => f.TargetRole == TargetRole.Judged).Select(f => f.RuleId));
    }

    [Fact]
    public async Task Overrides_that_name_services_of_no_base_are_not_applied_and_told()
    {
        var gaps = (await Scanned.CorpusAsync("eshoponcontainers")).System.Gaps;

        Assert.Equal(
            ["src/docker-compose-windows.prod.yml", "src/docker-compose.override.windows.yml", "src/docker-compose.prod.yml"],
            gaps.Where(g => g.Reason.Contains("not used", StringComparison.Ordinal)).Select(g => g.At.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Aggregators_need_what_they_call_and_not_what_they_ask_for_its_health()
    {
        var target = await ComposeAsync();

        string[] Needs(string from, Strength strength) =>
            [.. target.Dependencies.Where(d => d.From == Id + from && d.Phase != Phase.Startup && d.Strength == strength)
                .SelectMany(d => d.Targets).Select(t => t[Id.Length..]).Distinct().Order(StringComparer.Ordinal)];

        Assert.Equal(["basket-api", "catalog-api", "identity-api", "ordering-api"], Needs("webshoppingagg", Strength.Hard));
        Assert.Contains("payment-api", Needs("webshoppingagg", Strength.Soft));
        Assert.Empty(Needs("webstatus", Strength.Hard));
        Assert.Equal(11, Needs("webstatus", Strength.Soft).Length);
        Assert.Equal(["basketdata", "identity-api", "rabbitmq"], Needs("basket-api", Strength.Hard));
    }

    [Theory]
    [InlineData("mobileshoppingapigw", "mobileshoppingagg")]
    [InlineData("webshoppingapigw", "webshoppingagg")]
    public async Task Each_route_of_an_Envoy_gateway_leads_to_its_cluster_once(string gateway, string aggregator)
    {
        var target = await ComposeAsync();

        Assert.Equal(
            [
                ("/", aggregator), ("/b/", "basket-api"), ("/basket-api/", "basket-api"), ("/c/", "catalog-api"), ("/catalog-api/", "catalog-api"),
                ("/hub/notificationhub", "ordering-signalrhub"), ("/o/", "ordering-api"), ("/ordering-api/", "ordering-api"),
            ],
            target.Dependencies.Where(d => d.From.StartsWith(Id + gateway + "#", StringComparison.Ordinal) && !d.Targets.Contains(Id + gateway))
                .Select(d => (d.From[(Id + gateway + "#").Length..], d.Targets[0][Id.Length..])));
        Assert.Equal(9, target.EntryPoints.Count(e => e.Id.StartsWith(Id + gateway + "#", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_loss_of_payments_stops_payments_only()
    {
        var payment = Assert.Single(await ComposeFindingsAsync(), f => f.NodeName == "payment-api");

        Assert.Equal([Id + "payment-api#:5108"], payment.Stops);
    }

    [Fact]
    public async Task The_shared_database_and_the_broker_stop_most_and_the_document_store_nothing_for_certain()
    {
        var findings = await ComposeFindingsAsync();

        Assert.Equal(
            [Id + "mobileshoppingapigw#:15200", Id + "payment-api#:5108", Id + "seq#:5340", Id + "webmvc#:5100", Id + "webshoppingapigw#:15202", Id + "webspa#:5104", Id + "webstatus#:5107"],
            Assert.Single(findings, f => f.NodeName == "sqldata").Survives.Order(StringComparer.Ordinal));
        Assert.Equal(Verdict.Possible, Assert.Single(findings, f => f.NodeName == "nosqldata").Verdict);
    }

    [Fact]
    public async Task Addresses_that_only_the_shell_knows_are_listed()
    {
        var target = await ComposeAsync();

        Assert.Equal(
            ["catalog-api PicBaseUrl", "webhooks-client IdentityUrl", "webmvc IdentityUrl", "webmvc SignalrHubUrl", "webspa IdentityUrl", "webspa PurchaseUrl", "webspa SignalrHubUrl"],
            target.Unlinked.Select(u => $"{u.From[Id.Length..]} {u.Text}"));
    }

    [Fact]
    public async Task The_log_server_is_on_the_lowest_tier_and_no_error() =>
        Assert.Equal(FindingLevel.Warning, Assert.Single(await ComposeFindingsAsync(), f => f.NodeName == "seq").Level);
}
