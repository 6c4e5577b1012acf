using Spof.Code.Tests.Harness;
using Spof.Model;

namespace Spof.Code.Tests;

/// <summary>The sample was never restored and its obj folders are absent: what is read must be as complete as if it were.</summary>
public sealed class FragileShopTests
{
    private static Repository Copy()
    {
        var repository = new Repository();
        var sample = Sample();
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(sample, file);
            if (!relative.Split(Path.DirectorySeparatorChar).Any(s => s is "obj" or "bin"))
            {
                repository.With(relative, File.ReadAllText(file));
            }
        }

        return repository;
    }

    private static string Sample()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "SpofAnalyzers.sln")))
            {
                return Path.Combine(folder, "samples", "FragileShop");
            }
        }

        throw new DirectoryNotFoundException("The tests run outside the repository.");
    }

    [Fact]
    public async Task All_projects_are_read_from_their_source_alone()
    {
        using var repository = Copy();
        var model = await repository.ReadAsync();
        Assert.Equal(["Catalogue", "Inventory", "Notifier", "Orders", "Storefront"], model.Projects.Select(p => p.AssemblyName));
        Assert.Equal([ProjectKind.Web, ProjectKind.Web, ProjectKind.Worker, ProjectKind.Web, ProjectKind.Web], model.Projects.Select(p => p.Kind));
        Assert.All(model.Projects, p => Assert.Empty(p.Load.PackagesMissing));
        Assert.All(model.Projects, p => Assert.Equal(p.Load.Candidates, p.Load.Bound));
        Assert.Empty(model.Gaps);
    }

    [Theory]
    [InlineData("Catalogue")]
    [InlineData("Inventory")]
    [InlineData("Notifier")]
    [InlineData("Orders")]
    [InlineData("Storefront")]
    public void A_project_compiles_against_the_declarations_without_an_error(string name)
    {
        using var repository = Copy();
        Assert.Empty(repository.Compile($"src/{name}/{name}.csproj").Errors());
    }

    [Fact]
    public async Task Clients_keep_their_address_strength_and_place()
    {
        using var repository = Copy();
        var model = await repository.ReadAsync();
        var clients = model.Projects.SelectMany(p => p.Dependencies).Where(d => d.Technology == Technology.Http).ToDictionary(d => d.Id);
        Assert.Equal(
            ["code:Orders/InventoryClient", "code:Orders/StripePayments", "code:Storefront/CatalogueClient", "code:Storefront/OrdersClient"],
            clients.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("api.stripe.com", Assert.Single(clients["code:Orders/StripePayments"].Address.Endpoints).Host);
        Assert.Equal("Services:Inventory", clients["code:Orders/InventoryClient"].Address.Key);
        Assert.Equal("Orders:BaseUrl", clients["code:Storefront/OrdersClient"].Address.Key);
        Assert.Equal(
            [Strength.Hard, Strength.Hard, Strength.Soft, Strength.Soft],
            clients.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value.Strength));
        Assert.Equal("src/Orders/Program.cs", clients["code:Orders/StripePayments"].Evidence[0].At.Path);
    }

    [Fact]
    public async Task Carts_in_memory_are_found()
    {
        using var repository = Copy();
        var state = Assert.Single((await repository.ReadAsync()).Projects.SelectMany(p => p.State));
        Assert.Equal(("code:Storefront/CartStore", "CartStore._carts", true), (state.Id, state.Name, state.IsCritical));
    }
}
