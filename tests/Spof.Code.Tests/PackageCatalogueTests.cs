using Spof.Code.Tests.Harness;
using Spof.Model;

namespace Spof.Code.Tests;

/// <summary>A catalogue that a package ships in its folder <c>spof</c> holds for a scan, which runs no build file, as it does for a build.</summary>
public sealed class PackageCatalogueTests
{
    private const string Shipped = "contoso.spof/1.0.0/spof/Contoso.spof.catalogue.json";

    private static string Project(string items) => $"""
        <Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup><ItemGroup>{items}</ItemGroup></Project>
        """;

    private static Repository Shop(string items = """<PackageReference Include="Contoso.Spof" Version="1.0.0" PrivateAssets="all" />""") =>
        new Repository().With("src/Shop/Shop.csproj", Project(items)).With("src/Shop/Program.cs", """
            var app = WebApplication.Create(args);
            app.MapGet("/", () => Shop.Rates.Get());
            app.Run();
            """).With("src/Shop/Rates.cs", """
            namespace Shop;
            public static class Rates
            {
                private static readonly HttpClient Http = new() { BaseAddress = new Uri("https://api.partner-pay.io") };
                public static Task<string> Get() => Http.GetStringAsync("v1/rates");
            }
            """);

    private static string Catalogue(string category) => $$"""{ "thirdPartyHosts": { "partner-pay.io": "{{category}}" } }""";

    private static string? CategoryIn(CodeModel model) =>
        model.Findings.SingleOrDefault(f => f.RuleId == "SPOF3001" && f.Level == FindingLevel.Warning)?.Properties.GetValueOrDefault("category");

    private static async Task<string?> CategoryAsync(Repository shop) => CategoryIn(await shop.ReadAsync());

    [Theory]
    [InlineData(Shipped, "packed")]
    [InlineData("contoso.spof/1.0.0/spof/spof.catalogue.json", "packed")]
    [InlineData("contoso.spof/1.0.0/spof/Contoso.json", null)]
    [InlineData("contoso.spof/1.0.0/spof/deep/Contoso.spof.catalogue.json", null)]
    [InlineData("contoso.spof/1.0.0/buildTransitive/Contoso.spof.catalogue.json", null)]
    [InlineData("contoso.spof/2.0.0/spof/Contoso.spof.catalogue.json", null)]
    [InlineData("other/1.0.0/spof/Contoso.spof.catalogue.json", null)]
    public async Task Only_the_folder_spof_of_a_referenced_package_counts(string path, string? category)
    {
        using var shop = Shop().WithPackageFile("contoso.spof/1.0.0/readme.txt", "").WithPackageFile(path, Catalogue("packed"));
        Assert.Equal(category, await CategoryAsync(shop));
    }

    [Fact]
    public async Task A_package_that_another_one_needs_counts()
    {
        using var shop = Shop("""<PackageReference Include="Contoso.Client" Version="1.0.0" />""")
            .WithPackage("Contoso.Client", "1.0.0", "public class Client;", dependencies: """<dependency id="Contoso.Spof" version="1.0.0" />""")
            .WithPackageFile(Shipped, Catalogue("packed"));
        Assert.Equal("packed", await CategoryAsync(shop));
    }

    [Fact]
    public async Task A_package_that_a_restore_chose_counts()
    {
        using var shop = Shop().WithPackageFile("contoso.spof/1.0.0/spof/Old.spof.catalogue.json", Catalogue("old"))
            .WithPackageFile("contoso.spof/1.5.0/spof/New.spof.catalogue.json", Catalogue("restored"))
            .With("src/Shop/obj/project.assets.json", Assets("contoso.spof/1.5.0"));
        Assert.Equal("restored", await CategoryAsync(shop));
    }

    [Fact]
    public async Task A_restore_cannot_name_a_folder_outside_of_the_packages()
    {
        using var shop = Shop("").WithPackageFile("keep.txt", "").WithOutside("spof/Contoso.spof.catalogue.json", Catalogue("outside"))
            .With("src/Shop/obj/project.assets.json", Assets("../outside"));
        Assert.Null(await CategoryAsync(shop));
    }

    [Fact]
    public async Task A_catalogue_of_the_repository_counts_before_that_of_a_package()
    {
        using var shop = Shop().WithPackageFile(Shipped, Catalogue("packed")).With("spof.catalogue.json", Catalogue("own"));
        Assert.Equal("own", await CategoryAsync(shop));
    }

    [Fact]
    public async Task What_is_not_understood_is_told_once_with_the_package_and_the_line()
    {
        using var shop = Shop().WithPackageFile(Shipped, "{\n  \"hosts\": {}\n}")
            .With("src/B/B.csproj", Project("""<PackageReference Include="Contoso.Spof" Version="1.0.0" />""")).With("src/B/Program.cs", "WebApplication.Create(args).Run();");
        var gap = Assert.Single((await shop.ReadAsync()).Gaps, g => g.At.Path == "Contoso.spof.catalogue.json");
        Assert.Equal((2, "Not a valid catalogue of package 'Contoso.Spof': 'hosts' is not known."), (gap.At.Line, gap.Reason));
    }

    [Fact]
    public async Task A_link_out_of_the_package_is_not_followed_and_told()
    {
        using var shop = Shop().WithOutside("Secret.spof.catalogue.json", Catalogue("outside")).WithPackageFile("contoso.spof/1.0.0/spof/readme.txt", "");
        File.CreateSymbolicLink(Path.Combine(shop.Packages, Shipped), Path.Combine(shop.Outside, "Secret.spof.catalogue.json"));
        var model = await shop.ReadAsync();
        Assert.Null(CategoryIn(model));
        Assert.Contains(model.Gaps, g => g.Reason == "'Contoso.spof.catalogue.json' of package 'Contoso.Spof' is a link that leaves the package; not followed.");
    }

    [Fact]
    public async Task An_oversized_file_is_not_read_and_told()
    {
        using var shop = Shop().WithPackageFile(Shipped, Catalogue("packed") + new string(' ', 8 * 1024 * 1024));
        var model = await shop.ReadAsync();
        Assert.Null(CategoryIn(model));
        Assert.Contains(model.Gaps, g => g.Reason == "File of package 'Contoso.Spof' cannot be read: it is larger than 8 MB.");
    }

    [Fact]
    public async Task Of_too_many_files_the_first_are_read_and_the_rest_is_told()
    {
        using var shop = Shop();
        foreach (var number in Enumerable.Range(10, 17))
        {
            shop.WithPackageFile($"contoso.spof/1.0.0/spof/C{number}.spof.catalogue.json", number == 26 ? Catalogue("last") : "{}");
        }

        var model = await shop.ReadAsync();
        Assert.Null(CategoryIn(model));
        Assert.Contains(model.Gaps, g => g.At.Path == "C26.spof.catalogue.json" && g.Reason.Contains("a package may hold 16 catalogues", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_the_SDK_the_files_that_the_build_names_count_wherever_they_lie()
    {
        using var shop = Shop("""<AdditionalFiles Include="../../../outside/*.json" /><AdditionalFiles Include="other.json" />""")
            .WithOutside("Contoso.spof.catalogue.json", Catalogue("named")).With("src/Shop/other.json", Catalogue("other"));
        var exact = await shop.ReadAsync(isExact: true);
        Assert.Equal("exact", Assert.Single(exact.Projects).Load.Loader);
        Assert.Equal("named", CategoryIn(exact));
        Assert.Null(await CategoryAsync(shop));
    }

    private static string Assets(string path) => $$"""
        {
          "targets": { "net10.0": { "Contoso.Spof/1.5.0": { "type": "package" } } },
          "libraries": { "Contoso.Spof/1.5.0": { "type": "package", "path": "{{path}}" } }
        }
        """;
}
