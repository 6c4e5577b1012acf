using System.Text.RegularExpressions;

namespace Spof.Tool.Tests.Commands;

/// <summary>A command that a report names runs as it stands.</summary>
public sealed partial class HintTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task The_hint_to_explain_names_what_was_scanned()
    {
        var (_, text, _) = await _shop.ScanAsync();
        var hint = Explain().Match(text).Value;
        Assert.EndsWith(" --path " + _shop.Folder, hint, StringComparison.Ordinal);
        Assert.Equal(0, (await Shop.RunAsync(hint.Split(' ')[1..])).Code);
    }

    [Fact]
    public async Task With_a_result_file_it_is_explained_from_there()
    {
        var (_, text, _) = await _shop.ScanAsync("-o", _shop.Path("spof.json"));
        var hint = Explain().Match(text).Value;
        Assert.EndsWith(" --from " + _shop.Path("spof.json"), hint, StringComparison.Ordinal);
        Assert.Equal(0, (await Shop.RunAsync(hint.Split(' ')[1..])).Code);
    }

    [Fact]
    public async Task Options_that_decide_the_answer_are_repeated()
    {
        _shop.Write("other.yml", "version: 1");
        var (_, text, _) = await _shop.ScanAsync("--config", _shop.Path("other.yml"), "--environment", "Staging");
        Assert.Contains($"--config {_shop.Path("other.yml")} --environment Staging", Explain().Match(text).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_with_a_space_is_quoted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows quotes otherwise.");
        _shop.Write("my shop/app.yaml", Shop.Manifest);
        var (_, text, _) = await Shop.RunAsync("scan", _shop.Path("my shop"));
        Assert.EndsWith($" --path '{_shop.Path("my shop")}'", Explain().Match(text).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hint_to_see_notes_scans_the_same_again()
    {
        _shop.Write("spof.yml", "rules: { SPOF7001: { level: note } }");
        var (_, text, _) = await _shop.ScanAsync();
        Assert.Contains($"spof scan {_shop.Folder} -v detailed", text, StringComparison.Ordinal);
    }

    [GeneratedRegex("spof explain [0-9a-f]{8}.*")]
    private static partial Regex Explain();
}
