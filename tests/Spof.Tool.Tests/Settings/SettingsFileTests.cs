using Spof.Tool.Settings;
using Spof.Tool.Tests.Commands;

namespace Spof.Tool.Tests.Settings;

public sealed class SettingsFileTests : IDisposable
{
    private readonly Shop _shop = new();
    private readonly string _outside = Directory.CreateTempSubdirectory("spof-test-").FullName;

    public void Dispose()
    {
        _shop.Dispose();
        Directory.Delete(_outside, recursive: true);
    }

    [Fact]
    public async Task A_link_out_of_the_root_is_refused()
    {
        await File.WriteAllTextAsync(Path.Combine(_outside, "secret.yml"), "system: other", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(_shop.Path("spof.yml"), Path.Combine(_outside, "secret.yml"));
        var (code, text, error) = await _shop.ScanAsync();
        Assert.Equal((2, ""), (code, text));
        Assert.Contains("leads out of", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_links_out_of_the_root_is_refused()
    {
        File.WriteAllText(Path.Combine(_outside, "spof.yml"), "system: other");
        Directory.CreateSymbolicLink(_shop.Path(".config"), _outside);
        Assert.Throws<UserError>(() => SettingsFile.Load(null, _shop.Folder, _shop.Folder));
    }

    [Fact]
    public void A_pipe_in_its_place_is_refused_and_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes are files on Linux.");
        using (var made = System.Diagnostics.Process.Start("mkfifo", _shop.Path("spof.yml")))
        {
            made.WaitForExit();
        }

        var problem = Assert.Throws<UserError>(() => SettingsFile.Load(null, _shop.Folder, _shop.Folder));
        Assert.Contains("spof.yml' cannot be read: The file is no regular file.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_inside_the_root_is_followed()
    {
        _shop.Write("settings/shop.yml", "system: linked");
        File.CreateSymbolicLink(_shop.Path("spof.yml"), _shop.Path("settings/shop.yml"));
        Assert.Equal("linked", SettingsFile.Load(null, _shop.Folder, _shop.Folder).System);
    }

    [Fact]
    public void A_root_that_is_itself_behind_a_link_is_no_way_out()
    {
        _shop.Write("spof.yml", "system: shop");
        var link = Path.Combine(_outside, "checkout");
        Directory.CreateSymbolicLink(link, _shop.Folder);
        Assert.Equal("shop", SettingsFile.Load(null, link, link).System);
    }

    [Theory]
    [InlineData("/", "/srv/shop", true)]
    [InlineData("/srv", "/srv/shop", true)]
    [InlineData("/srv", "/srv", false)]
    [InlineData("/srv", "/srv2/shop", false)]
    public void What_lies_below_a_folder_is_told_by_whole_names(string folder, string path, bool expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows separates otherwise.");
        Assert.Equal(expected, RealPath.IsBelow(folder, path));
    }

    [Fact]
    public void A_file_outside_that_the_user_names_is_read()
    {
        var named = Path.Combine(_outside, "named.yml");
        File.WriteAllText(named, "system: named");
        Assert.Equal("named", SettingsFile.Load(named, _shop.Folder, _shop.Folder).System);
    }
}
