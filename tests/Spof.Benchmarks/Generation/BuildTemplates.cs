namespace Spof.Benchmarks.Generation;

/// <summary>Project, solution and property files.</summary>
internal static class BuildTemplates
{
    public const string Properties = """
        <Project>
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <NoWarn>$(NoWarn);NU1603;NU1608</NoWarn>
          </PropertyGroup>
        </Project>
        """;

    public const string NoTargets = "<Project />";

    /// <param name="analyzers">Id and version of analyzer packages that every project gets.</param>
    public static string Packages(IEnumerable<(string Id, string Version)> analyzers) => $"""
        <Project>
          <PropertyGroup>
            <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
          </PropertyGroup>
          <ItemGroup>
            <PackageVersion Include="Microsoft.Extensions.Http.Resilience" Version="10.11.0" />
            <PackageVersion Include="Npgsql.EntityFrameworkCore.PostgreSQL" Version="10.0.3" />
            <PackageVersion Include="StackExchange.Redis" Version="3.4.35" />
        {string.Join('\n', analyzers.Select(a => $"""    <GlobalPackageReference Include="{a.Id}" Version="{a.Version}" />"""))}
          </ItemGroup>
        </Project>
        """;

    public const string SharedWebLibrary = """
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup>
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            <PackageReference Include="Microsoft.Extensions.Http.Resilience" />
          </ItemGroup>
        </Project>
        """;

    public static string Library(IEnumerable<string> references) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup>
        {References(references)}
          </ItemGroup>
        </Project>
        """;

    public static string Infrastructure(IEnumerable<string> references) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup>
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            <PackageReference Include="Npgsql.EntityFrameworkCore.PostgreSQL" />
            <PackageReference Include="StackExchange.Redis" />
        {References(references)}
          </ItemGroup>
        </Project>
        """;

    public static string WebService(IEnumerable<string> references) => $"""
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <ItemGroup>
        {References(references)}
          </ItemGroup>
        </Project>
        """;

    public static string Solution(IEnumerable<string> projects) => $"""
        <Solution>
        {string.Join('\n', projects.Select(p => $"""  <Project Path="{p}" />"""))}
        </Solution>
        """;

    private static string References(IEnumerable<string> names) =>
        string.Join('\n', names.Select(n => $"""    <ProjectReference Include="../{n}/{n}.csproj" />"""));
}
