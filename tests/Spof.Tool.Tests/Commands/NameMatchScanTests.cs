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

    [Fact]
    public async Task A_client_of_a_document_store_leads_to_the_store_that_is_deployed()
    {
        _shop.Write("deploy/app.yaml", File.ReadAllText(_shop.Path("deploy/app.yaml")).Replace("postgres://orders-db/orders", "mongodb://orders-db/orders", StringComparison.Ordinal)
            .Replace("postgres:17", "registry.example.com/store:1", StringComparison.Ordinal));
        _shop.Write("src/Web/Web.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup><PackageReference Include="MongoDB.Driver" Version="3.0.0" /></ItemGroup>
            </Project>
            """);
        Program("builder.Services.AddSingleton<MongoDB.Driver.IMongoClient>(_ => new MongoDB.Driver.MongoClient(builder.Configuration[\"DB\"]));");
        var (code, text, error) = await _shop.ScanAsync("-v", "detailed", "--no-cache");
        Assert.True(code == 1, error);
        Assert.Contains("orders-db  (MongoDB", text, StringComparison.Ordinal);
        Assert.Contains("src/Web/Program.cs:2", text, StringComparison.Ordinal);
        Assert.Contains("0 endpoints not linked", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/Lib/Lib.fsproj", "F# project; not read")]
    [InlineData("src/Lib/Lib.vbproj", "Visual Basic project; not read")]
    public async Task A_project_of_another_language_is_nothing_to_analyse(string project, string reason)
    {
        _shop.Write(project, "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        var (code, text, error) = await Shop.RunAsync("scan", _shop.Path(project), "-v", "detailed", "--no-cache");
        Assert.Equal(3, code);
        Assert.Contains(reason, text + error, StringComparison.Ordinal);
    }
}
