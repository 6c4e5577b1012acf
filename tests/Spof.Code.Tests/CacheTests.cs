using Spof.Code.Tests.Harness;
using Spof.Model;
using Spof.Model.Json;

namespace Spof.Code.Tests;

/// <summary>A result is used again as long as nothing that it was read from has changed, and never after.</summary>
public sealed class CacheTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
        </Project>
        """;

    private static string Program(string host) => $$"""
        using System.Net.Http;

        var http = new HttpClient();
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", () => http.GetStringAsync("https://{{host}}/v1"));
        app.Run();
        """;

    private static Repository Shop() => new Repository()
        .With("Shop/Shop.csproj", Project)
        .With("Shop/Program.cs", Program("api.stripe.com"))
        .With("Shop/appsettings.json", """{ "Orders": { "Host": "orders", "Mode": "fast" } }""");

    private static string CacheOf(Repository repository) => Path.Combine(repository.Root, "..", "cache");

    private static string[] Entries(Repository repository) => Directory.Exists(CacheOf(repository)) ? Directory.GetFiles(CacheOf(repository)) : [];

    private static string Json(CodeModel model)
    {
        using var stream = new MemoryStream();
        CodeModelJson.Write(stream, model);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Task<CodeModel> ReadAsync(Repository repository) => repository.ReadAsync(cache: CacheOf(repository));

    /// <summary>Puts a mark into the kept result, so that a test sees whether it was used.</summary>
    private static void Mark(Repository repository)
    {
        var entry = Assert.Single(Entries(repository));
        File.WriteAllText(entry, File.ReadAllText(entry).Replace("api.stripe.com", "marked.example", StringComparison.Ordinal));
    }

    private static string HostOf(CodeModel model) => model.Projects[0].Dependencies[0].Address.Endpoints[0].Host;

    [Fact]
    public async Task The_second_reading_of_the_same_inputs_comes_from_the_cache_and_is_equal()
    {
        using var repository = Shop();

        var first = await ReadAsync(repository);
        var second = await ReadAsync(repository);
        Mark(repository);
        var third = await ReadAsync(repository);

        Assert.Equal(Json(first), Json(second));
        Assert.Equal("marked.example", HostOf(third));
    }

    [Fact]
    public async Task Values_of_configuration_are_not_kept_but_read_again()
    {
        using var repository = Shop();

        await ReadAsync(repository);
        var second = await ReadAsync(repository);

        Assert.DoesNotContain("fast", File.ReadAllText(Assert.Single(Entries(repository))), StringComparison.Ordinal);
        Assert.Equal("fast", second.Projects[0].Configuration[0].Settings.Single(s => s.Key == "Orders:Mode").Plain);
    }

    [Theory]
    [InlineData("Shop/Program.cs", "// changed")]
    [InlineData("Shop/Another.cs", "class Another;")]
    [InlineData("Directory.Build.props", "<Project />")]
    [InlineData(".editorconfig", "root = true")]
    [InlineData("Shop/appsettings.Production.json", "{}")]
    [InlineData("Shop/obj/project.assets.json", "{}")]
    [InlineData(".build/common.props", "<Project />")]
    [InlineData("Shop.slnx", "<Solution />")]
    [InlineData("Shop/Page.razor", "<p/>")]
    public async Task A_file_that_is_changed_or_added_makes_the_result_old(string path, string content)
    {
        using var repository = Shop();
        await ReadAsync(repository);
        Mark(repository);
        repository.With(path, content);

        var model = await ReadAsync(repository);

        Assert.DoesNotContain("marked.example", Json(model), StringComparison.Ordinal);
        Assert.Equal(2, Entries(repository).Length);
    }

    [Fact]
    public async Task A_file_that_is_removed_or_renamed_and_a_package_that_is_restored_make_the_result_old()
    {
        using var repository = Shop().With("Shop/Extra.cs", "class Extra;");
        await ReadAsync(repository);

        File.Move(repository["Shop/Extra.cs"], repository["Shop/Other.cs"]);
        await ReadAsync(repository);
        File.Delete(repository["Shop/Other.cs"]);
        await ReadAsync(repository);
        repository.WithPackage("Acme.Clients", "1.0.0", "public class Client;");
        await ReadAsync(repository);

        Assert.Equal(4, Entries(repository).Length);
    }

    [Fact]
    public async Task A_broken_entry_is_read_anew_and_replaced()
    {
        using var repository = Shop();
        var first = await ReadAsync(repository);
        var entry = Assert.Single(Entries(repository));
        var kept = File.ReadAllText(entry);
        File.WriteAllText(entry, kept[..(kept.Length / 2)]);

        var second = await ReadAsync(repository);

        Assert.Equal(Json(first), Json(second));
        Assert.Equal(kept, File.ReadAllText(Assert.Single(Entries(repository))));
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_does_no_harm()
    {
        using var repository = Shop();
        File.WriteAllText(CacheOf(repository), "a file where the folder should be");

        var model = await ReadAsync(repository);

        Assert.Equal("api.stripe.com", HostOf(model));
    }

    [Fact]
    public async Task Other_options_give_another_entry_and_an_exact_reading_none()
    {
        using var repository = Shop();

        await repository.ReadAsync(exclude: ["**/samples/**"], cache: CacheOf(repository));
        await repository.ReadAsync(target: "Shop/Shop.csproj", cache: CacheOf(repository));
        Assert.Equal(2, Entries(repository).Length);

        await repository.ReadAsync(isExact: true, cache: CacheOf(repository));
        Assert.Equal(2, Entries(repository).Length);
    }

    [Fact]
    public async Task A_folder_below_the_root_has_entries_of_its_own_that_are_used_again()
    {
        using var repository = Shop().With("Lib/Lib.csproj", Project).With("Lib/appsettings.json", """{ "Lib": { "Mode": "slow" } }""")
            .With("Shop/Shop.csproj", Project.Replace("</Project>", "<ItemGroup><ProjectReference Include=\"../Lib/Lib.csproj\" /></ItemGroup></Project>", StringComparison.Ordinal));
        Task<CodeModel> ReadFolderAsync() => repository.ReadAsync(folder: repository["Shop"], cache: CacheOf(repository));

        var first = await ReadFolderAsync();
        var second = await ReadFolderAsync();
        Mark(repository);
        var third = await ReadFolderAsync();
        await ReadAsync(repository);

        Assert.Equal(["../Lib/Lib.csproj", "Shop.csproj"], first.Projects.Select(p => p.Path));
        Assert.Equal(Json(first), Json(second));
        Assert.Equal("slow", second.Projects[0].Configuration[0].Settings[0].Plain);
        Assert.Equal("marked.example", third.Projects[1].Dependencies[0].Address.Endpoints[0].Host);
        Assert.Equal(2, Entries(repository).Length);
    }

    [Theory]
    [InlineData("Directory.Build.props", "<Project><PropertyGroup><Nullable>enable</Nullable></PropertyGroup></Project>")]
    [InlineData("Directory.Packages.props", "<Project />")]
    [InlineData("global.json", "{}")]
    [InlineData("nuget.config", "<configuration />")]
    [InlineData(".editorconfig", "root = true")]
    [InlineData("Neighbour/Linked.cs", "class Linked;")]
    public async Task What_changes_above_or_beside_a_folder_below_the_root_makes_its_result_old(string path, string content)
    {
        using var repository = Shop();
        await repository.ReadAsync(folder: repository["Shop"], cache: CacheOf(repository));
        repository.With(path, content);

        await repository.ReadAsync(folder: repository["Shop"], cache: CacheOf(repository));

        Assert.Equal(2, Entries(repository).Length);
    }

    [Fact]
    public async Task A_cache_that_the_user_puts_into_the_tree_is_no_input()
    {
        using var repository = Shop();
        var cache = repository["artifacts/cache"];

        await repository.ReadAsync(cache: cache);
        await repository.ReadAsync(cache: cache);

        Assert.Single(Directory.GetFiles(cache));
    }

    [Fact]
    public async Task Where_a_link_leads_that_leaves_the_root_does_not_count_but_its_target_name_does()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        using var repository = Shop().WithOutside("a.json", "{}").WithOutside("b.json", "{}");
        var link = repository["Shop/linked.json"];
        File.CreateSymbolicLink(link, Path.Combine(repository.Outside, "a.json"));
        await ReadAsync(repository);
        repository.WithOutside("a.json", """{ "changed": true }""");
        await ReadAsync(repository);
        Assert.Single(Entries(repository));

        File.Delete(link);
        File.CreateSymbolicLink(link, Path.Combine(repository.Outside, "b.json"));
        await ReadAsync(repository);
        Assert.Equal(2, Entries(repository).Length);
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_costs_neither_the_scan_nor_the_cache()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        using var repository = Shop();
        File.CreateSymbolicLink(repository["Shop/Gone.cs"], repository["Shop/NoSuchFile.txt"]);

        var first = await ReadAsync(repository);
        await ReadAsync(repository);

        Assert.Contains(first.Gaps, g => g.At.Path == "Shop/Gone.cs");
        Assert.Single(Entries(repository));
    }

    [Fact]
    public async Task Two_readings_at_once_give_the_same()
    {
        using var repository = Shop();

        var models = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ReadAsync(repository))));

        Assert.Single(models.Select(Json).Distinct());
        Assert.Single(Entries(repository));
    }
}
