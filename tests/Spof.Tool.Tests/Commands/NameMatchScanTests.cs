namespace Spof.Tool.Tests.Commands;

/// <summary>A call that does not bind, from the line of C# to the exit code.</summary>
public sealed class NameMatchScanTests : IDisposable
{
    private readonly Shop _shop = new();

    public NameMatchScanTests()
    {
        _shop.Write("deploy/app.yaml", Shop.Manifest.Replace("replicas: 1\n  selector: { matchLabels: { app: web } }", "replicas: 3\n  selector: { matchLabels: { app: web } }", StringComparison.Ordinal));
        _shop.Write("src/Web/Web.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup><PackageReference Include="Acme.Modules.Npgsql" Version="1.0.0" /></ItemGroup>
            </Project>
            """);
        Program("Acme.Modules.Connect(c => c.UseNpgsql(builder.Configuration[\"DB\"]));");
    }

    public void Dispose() => _shop.Dispose();

    private void Program(string statement) =>
        _shop.Write("src/Web/Program.cs", $"var builder = WebApplication.CreateBuilder(args);\n{statement}\nbuilder.Build().Run();\n");

    [Fact]
    public async Task It_warns_and_is_no_error()
    {
        var (code, text, _) = await _shop.ScanAsync("-v", "detailed", "--no-cache");
        Assert.Equal(0, code);
        Assert.Contains("WARN   orders-db", text, StringComparison.Ordinal);
        Assert.Contains("code      src/Web/Program.cs:2  Acme.Modules.Connect(c => c.UseNpgsql(builder.Configuration[\"DB\"]));  (inferred)", text, StringComparison.Ordinal);
        Assert.Contains("0 endpoints not linked", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Acme.Modules.Connect(c => c.UseNpgsql(builder.Configuration[\"DB\"]));", 0)]
    [InlineData("Acme.Modules.Connect(c => c.UseMySql(builder.Configuration[\"DB\"]));", 4)]
    public async Task Coverage_below_the_gate_is_exit_code_4_and_a_call_told_by_its_name_does_not_lower_it(string statement, int exitCode)
    {
        Program(statement);
        _shop.Write("spof.yml", "gate: { failOn: error, coverage: 75 }");
        var (code, _, error) = await _shop.ScanAsync("--no-cache");
        Assert.True(exitCode == code, error);
    }
}
