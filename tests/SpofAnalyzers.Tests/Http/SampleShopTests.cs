using SpofAnalyzers.Facts;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Http;

/// <summary>What the two sample shops show, read from their sources.</summary>
public sealed class SampleShopTests
{
    [Fact]
    public void The_fragile_order_service_calls_its_payment_provider_bare()
    {
        var clients = Clients.Of(Sources("FragileShop", "Orders"));
        var stripe = clients.Single(c => c.Name == "StripePayments");
        Assert.Equal(("https://api.stripe.com", 8d, false), (stripe.Address.Text, stripe.TimeoutSeconds, stripe.Resilience.IsPresentOrUnknown));
        Assert.Equal([(true, CallOutcome.Propagates), (false, CallOutcome.Propagates)], stripe.Calls.Select(c => (c.IsUnsafe, c.Outcome)));
        var inventory = clients.Single(c => c.Name == "InventoryClient");
        Assert.Equal((AddressSource.ConfigurationKey, "Services:Inventory", 3), (inventory.Address.Source, inventory.Address.Key, inventory.Calls.Count));
    }

    [Fact]
    public async Task Only_the_fragile_order_service_is_reported()
    {
        var fragile = await new RuleTest { Analyzer = new Spof3001Analyzer() }.RunAsync(Sources("FragileShop", "Orders"));
        Assert.Contains("'StripePayments' depends on 'api.stripe.com'", Assert.Single(fragile).GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(await new RuleTest { Analyzer = new Spof3001Analyzer() }.RunAsync(Sources("ResilientShop", "Orders")));
        Assert.Empty(await new RuleTest { Analyzer = new Spof1001Analyzer() }.RunAsync(Sources("ResilientShop", "Orders")));
    }

    [Fact]
    public void The_home_page_is_drawn_without_what_does_not_answer()
    {
        var clients = Clients.Of(Sources("FragileShop", "Storefront"));
        Assert.Equal(
            [("CatalogueClient", "Services:Catalogue"), ("OrdersClient", "Orders:BaseUrl")],
            clients.Select(c => (c.Name, c.Address.Key ?? "")));
        Assert.All(clients.SelectMany(c => c.Calls), c => Assert.Equal(CallOutcome.Substitutes, c.Outcome));
    }

    [Fact]
    public void The_resilient_order_service_states_its_attempts()
    {
        var stripe = Clients.Of(Sources("ResilientShop", "Orders")).Single(c => c.Name == "StripePayments");
        Assert.Equal((true, 3, 6d, "Payments:BaseUrl"), (stripe.Resilience.HasRetry, stripe.Resilience.Retries, stripe.Resilience.TimeoutSeconds, stripe.Address.Key));
        Assert.Equal(CallOutcome.Substitutes, Assert.Single(stripe.Calls).Outcome);
    }

    private static string[] Sources(string shop, string project) =>
        [.. Directory.GetFiles(Checkout.Folder("samples", shop, "src", project), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
}
