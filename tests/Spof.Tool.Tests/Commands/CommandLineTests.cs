using System.Text.Json;

namespace Spof.Tool.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("spof-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Without_a_command_the_first_commands_are_shown()
    {
        var (code, text, _) = await Shop.RunAsync();
        Assert.Equal(0, code);
        Assert.Contains("spof fail orders-db", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scan", "--fail-onn", "error")]
    [InlineData("scan", "--fail-on", "sometimes")]
    [InlineData("skan")]
    public async Task A_mistyped_option_or_command_is_a_failure(params string[] args)
    {
        var (code, _, error) = await Shop.RunAsync(args);
        Assert.Equal(2, code);
        Assert.StartsWith("spof: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_path_is_a_failure()
    {
        var (code, _, error) = await Shop.RunAsync("scan", Path.Combine(_folder, "gone"));
        Assert.Equal(2, code);
        Assert.Contains("does not exist", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_has_nothing_to_analyse()
    {
        var (code, _, error) = await Shop.RunAsync("scan", _folder);
        Assert.Equal(3, code);
        Assert.Contains("nothing to analyse", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_configuration_file_must_exist()
    {
        var (code, _, error) = await Shop.RunAsync("scan", _folder, "--config", Path.Combine(_folder, "none.yml"));
        Assert.Equal(2, code);
        Assert.Contains("none.yml", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_scan_ends_with_130_and_writes_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var file = Path.Combine(_folder, "out.json");
        var code = await CommandLine.RunAsync(["scan", Repository.Sample("FragileShop"), "-o", file], output, error, cancelled.Token);
        Assert.Equal(130, code);
        Assert.False(File.Exists(file));
        Assert.Equal("", output.ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_fault_of_the_tool_is_one_line_and_exit_code_2_with_the_stack_trace_only_on_request(bool diagnostic)
    {
        using var output = new FaultyWriter();
        using var error = new StringWriter();
        string[] args = ["explain", "SPOF7001"];
        var code = await CommandLine.RunAsync(diagnostic ? [.. args, "-v", "diagnostic"] : args, output, error, TestContext.Current.CancellationToken);

        Assert.Equal(2, code);
        Assert.StartsWith("spof: internal error: InvalidOperationException: the pen broke; please report it. Run with -v diagnostic for the stack trace", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(diagnostic, error.ToString().Contains("   at ", StringComparison.Ordinal));
    }

    private sealed class FaultyWriter : StringWriter
    {
        public override void WriteLine(string? value) => throw new InvalidOperationException("the pen broke\n");
    }

    [Fact]
    public async Task A_rule_is_explained_from_its_page()
    {
        var (code, text, _) = await Shop.RunAsync("explain", "spof7001");
        Assert.Equal(0, code);
        Assert.StartsWith("# SPOF7001: ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SPOF9876", "there is no rule")]
    [InlineData("xyz", "neither a rule id nor")]
    public async Task What_cannot_be_explained_is_said(string id, string message)
    {
        var (code, _, error) = await Shop.RunAsync("explain", id);
        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("out.sarif")]
    [InlineData("out.json")]
    [InlineData("text=out.md")]
    public async Task Every_file_asked_for_exists_also_when_there_is_nothing_to_report(string output)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "app.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: x }\n", TestContext.Current.CancellationToken);
        var equals = output.IndexOf('=', StringComparison.Ordinal);
        var path = Path.Combine(_folder, output[(equals + 1)..]);
        await Shop.RunAsync("scan", _folder, "-o", output[..(equals + 1)] + path);
        Assert.True(File.Exists(path));
        Assert.Empty(Directory.GetFiles(_folder, "*.partial"));
    }

    [Fact]
    public async Task An_output_of_unknown_format_is_refused_before_the_scan()
    {
        var (code, _, error) = await Shop.RunAsync("scan", _folder, "-o", "report.docx");
        Assert.Equal(2, code);
        Assert.Contains(".docx", error, StringComparison.Ordinal);
    }

    private async Task WriteAsync(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        await File.WriteAllTextAsync(full, text, TestContext.Current.CancellationToken);
    }

    private async Task<JsonElement> ScanAsync(params string[] args) =>
        JsonDocument.Parse((await Shop.RunAsync([.. new[] { "scan", "--format", "json" }, .. args])).Out).RootElement;

    [Theory]
    [InlineData(true, false, "Acme.Api")]
    [InlineData(false, true, "Acme.Api")]
    [InlineData(false, false, "Api")]
    public async Task Build_files_above_the_scanned_project_count_up_to_the_repository_or_the_named_root(bool isRepository, bool isNamed, string assembly)
    {
        if (isRepository)
        {
            Directory.CreateDirectory(Path.Combine(_folder, ".git"));
        }

        await WriteAsync("Directory.Build.props", "<Project><PropertyGroup><AssemblyName>Acme.$(MSBuildProjectName)</AssemblyName></PropertyGroup></Project>");
        await WriteAsync("src/Api/Api.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web" />""");
        foreach (var target in new[] { "src/Api", "src/Api/Api.csproj" })
        {
            string[] root = isNamed ? ["--root", _folder] : [];
            var project = (await ScanAsync([Path.Combine(_folder, target), .. root])).GetProperty("projects")[0];
            Assert.Equal(assembly, project.GetProperty("assemblyName").GetString());
            Assert.Equal("Api.csproj", project.GetProperty("path").GetString());
        }
    }

    [Fact]
    public async Task The_system_is_named_after_the_solution_and_not_after_files_beside_it()
    {
        await WriteAsync("Shop.slnx", """<Solution><Project Path="Api/Api.csproj" /></Solution>""");
        await WriteAsync("A.slnLaunch", "[]");
        await WriteAsync("A.sln.DotSettings", "<x/>");
        await WriteAsync("Api/Api.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web" />""");
        Assert.Equal("Shop", (await ScanAsync(_folder)).GetProperty("system").GetString());
    }

    [Fact]
    public async Task A_folder_whose_solutions_all_lie_deeper_gives_the_system_its_own_name()
    {
        await WriteAsync("one/One.slnx", """<Solution><Project Path="Api/Api.csproj" /></Solution>""");
        await WriteAsync("one/Api/Api.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web" />""");
        Assert.Equal(Path.GetFileName(_folder), (await ScanAsync(_folder)).GetProperty("system").GetString());
    }
}
