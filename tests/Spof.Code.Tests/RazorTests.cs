using Spof.Code.Tests.Harness;
using Spof.Model;

namespace Spof.Code.Tests;

/// <summary>What is read of Razor files: injected things and blocks of members, in their lines. All else is listed.</summary>
public sealed class RazorTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
        </Project>
        """;

    private const string Program = """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient<Shop.PriceClient>(c => c.BaseAddress = new Uri("https://prices.example.org"));
        builder.Build().Run();

        namespace Shop { public class PriceClient(HttpClient http) { public Task<string> GetAsync() => http.GetStringAsync("/v1"); } }
        """;

    private static Repository Shop() => new Repository().With("Shop.csproj", Project).With("Program.cs", Program);

    private const string Page = """
        @page "/prices"
        @inject PriceClient Prices
        @* @inject Gone Gone *@
        <h1>@title</h1>

        @code {
            private string title = "}";
            private static readonly HttpClient Http = new();
            protected override async Task OnInitializedAsync()
            {
                title = await Prices.GetAsync();
                title += await Http.GetStringAsync("https://api.stripe.com/v1/prices");
            }
        }
        <p>after</p>
        """;

    [Fact]
    public async Task Calls_in_a_code_block_are_found_where_they_stand()
    {
        using var repository = Shop().With("Pages/List.razor", Page).With("Pages/_Imports.razor", "@using Shop\n");

        var model = await repository.ReadAsync();

        var stripe = Assert.Single(model.Projects[0].Dependencies, d => d.Address.Endpoints.Any(e => e.Host == "api.stripe.com"));
        Assert.Contains(stripe.Evidence, e => e.At.ToString() == "Pages/List.razor:12" && e.Text.StartsWith("title += await Http.GetStringAsync(", StringComparison.Ordinal));
        Assert.Empty(model.Gaps);
        Assert.Empty(repository.Compile("Shop.csproj").Errors());
        Assert.Equal("System.Net.Http.HttpClient.GetStringAsync", repository.Compile("Shop.csproj").Bound("GetStringAsync"));
    }

    [Theory]
    [InlineData("Pages/Prices.razor", "@inject Shop.PriceClient Prices\n<p/>", true)]
    [InlineData("Pages/_Imports.razor", "@inject Shop.PriceClient Prices", true)]
    [InlineData("Views/Index.cshtml", "@inject Shop.PriceClient Prices;\n", true)]
    [InlineData("Pages/Prices.razor", "@* @inject Shop.PriceClient Prices *@\n<p/>", false)]
    public async Task What_is_injected_is_used(string path, string text, bool isUsed)
    {
        using var repository = Shop().With(path, text).With("Pages/Other.razor", "<p/>");
        var client = Assert.Single((await repository.ReadAsync()).Projects[0].Dependencies, d => d.Name == "PriceClient");
        Assert.Equal(isUsed ? Strength.Hard : Strength.Unknown, client.Strength);
    }

    [Theory]
    [InlineData("@{ var price = Prices.Get(); }")]
    [InlineData("<p>@(await Prices.GetAsync())</p>")]
    [InlineData("@code { RenderFragment Row => @<p>one</p>; }")]
    [InlineData("@inject")]
    public async Task Statements_in_markup_are_listed_as_not_read(string text)
    {
        using var repository = Shop().With("Pages/A.razor", text).With("Pages/B.razor", text).With("Pages/C.razor", "<p>@Name</p>");
        var gap = Assert.Single((await repository.ReadAsync()).Gaps);
        Assert.Equal(("Shop.csproj:1", GapKind.Unread, "2 Razor files are not read wholly (Pages/A.razor, Pages/B.razor): statements in the markup, and blocks of code mixed with markup."), (gap.At.ToString(), gap.Kind, gap.Reason));
    }

    [Theory]
    [InlineData("namespace Shop.Pages; public partial class Prices { public void Go() => Load(); }", "@code { void Load() { } }")]
    [InlineData("namespace Acme; public partial class Prices<T> { public void Go() => Load(); }", "@namespace Acme\n@typeparam T\n@functions\n{ void Load() { } }")]
    [InlineData("namespace Acme; public class Base { protected void Load() { } }", "@inherits Acme.Base\n@code { void Go() => Load(); }")]
    public void A_component_is_one_type_with_its_code_behind_and_base(string code, string text)
    {
        using var repository = Shop().With("Pages/Prices.razor.cs", code).With("Pages/Prices.razor", text);
        Assert.Empty(repository.Compile("Shop.csproj").Errors());
    }

    [Fact]
    public void What_a_build_made_of_a_component_does_not_stand_beside_it()
    {
        using var repository = Shop().With("Pages/Prices.razor", "@code { void Load() { } void Go() => Load(); }")
            .With("obj/Release/net10.0/generated/Razor/Pages_Prices_razor.g.cs", "namespace Shop.Pages { public partial class Prices { void Load() { } void Go() => Load(); } }");
        Assert.Empty(repository.Compile("Shop.csproj").Errors());
    }

    [Fact]
    public async Task A_file_that_nests_without_end_and_one_that_cannot_be_opened_are_error_gaps()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        using var repository = Shop().With("Pages/Deep.razor", "@code { object A = " + new string('(', 20_000) + "; }");
        File.CreateSymbolicLink(repository["Pages/Circle.razor"], repository["Pages/Circle.razor"]);

        var model = await repository.ReadAsync();

        Assert.Equal(["Pages/Circle.razor", "Pages/Deep.razor"], model.Gaps.Where(g => g.IsError).Select(g => g.At.Path));
    }

    [Fact]
    public async Task A_file_made_to_take_long_is_read_as_far_as_it_goes()
    {
        var spaces = new string(' ', 2_000_000);
        using var repository = Shop().With("Pages/Wide.razor", "@inject Shop" + spaces + "!\n@using A" + spaces + "!\n@inherits B" + spaces + "!\n@*" + spaces)
            .With("Pages/Many.razor", string.Concat(Enumerable.Repeat("@code {}\n", 200_000)));

        Assert.Contains((await repository.ReadAsync()).Gaps, g => g.Reason.StartsWith("2 Razor files are not read wholly", StringComparison.Ordinal));
    }
}
