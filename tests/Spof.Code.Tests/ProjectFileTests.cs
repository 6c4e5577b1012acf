using Microsoft.CodeAnalysis;
using Spof.Code.Projects;
using Spof.Code.Tests.Harness;
using Spof.Model;

namespace Spof.Code.Tests;

public sealed class ProjectFileTests
{
    private static ProjectFile Read(string project, params (string Path, string Text)[] others)
    {
        using var repository = new Repository().With("src/App/App.csproj", project);
        foreach (var (path, text) in others)
        {
            repository.With(path, text);
        }

        var file = repository.ReadProject("src/App/App.csproj");
        return file with { Sources = [.. file.Sources.Select(s => Path.GetRelativePath(repository.Root, s).Replace('\\', '/'))] };
    }

    [Theory]
    [InlineData("Microsoft.NET.Sdk", 7, "System.Linq", "Microsoft.AspNetCore.Builder")]
    [InlineData("Microsoft.NET.Sdk.Web", 16, "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Mvc")]
    [InlineData("Microsoft.NET.Sdk.Worker", 11, "Microsoft.Extensions.Hosting", "Microsoft.AspNetCore.Builder")]
    public void Implicit_usings_are_those_of_the_sdk(string sdk, int count, string present, string absent)
    {
        var usings = Read($"""<Project Sdk="{sdk}"><PropertyGroup><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>""").Usings;
        Assert.Equal(count, usings.Length);
        Assert.Contains(usings, u => u.Name == present);
        Assert.DoesNotContain(usings, u => u.Name == absent);
    }

    [Fact]
    public void Without_the_property_there_are_no_implicit_usings() =>
        Assert.Empty(Read("""<Project Sdk="Microsoft.NET.Sdk.Web" />""").Usings);

    [Fact]
    public void Using_items_add_and_remove()
    {
        var usings = Read("""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><ImplicitUsings>true</ImplicitUsings></PropertyGroup>
              <ItemGroup><Using Remove="System.IO" /><Using Include="System.Math" Static="true" /><Using Include="System.Text" Alias="T" /></ItemGroup>
            </Project>
            """).Usings;
        Assert.DoesNotContain(usings, u => u.Name == "System.IO");
        Assert.Contains(new GlobalUsing("System.Math", null, true), usings);
        Assert.Contains(new GlobalUsing("System.Text", "T", false), usings);
    }

    [Fact]
    public void Properties_come_from_Directory_Build_props_and_the_project_overrides_them()
    {
        var file = Read("""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><RootNamespace>Own</RootNamespace></PropertyGroup></Project>""",
            ("Directory.Build.props", """
                <Project><PropertyGroup>
                  <TargetFramework>net8.0</TargetFramework><Nullable>enable</Nullable><RootNamespace>Shared</RootNamespace>
                  <AssemblyName>Acme.$(MSBuildProjectName)</AssemblyName>
                </PropertyGroup></Project>
                """));
        Assert.Equal(("Acme.App", "Own", "net8.0", true), (file.AssemblyName, file.RootNamespace, file.Framework.ToString(), file.IsNullable));
    }

    [Fact]
    public void Only_the_nearest_Directory_Build_props_counts_and_it_may_import_the_one_above()
    {
        var nearest = ("src/Directory.Build.props", """<Project><Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" /></Project>""");
        var above = ("Directory.Build.props", "<Project><PropertyGroup><AssemblyName>FromAbove</AssemblyName></PropertyGroup></Project>");
        Assert.Equal("App", Read("""<Project Sdk="Microsoft.NET.Sdk" />""", ("src/Directory.Build.props", "<Project />"), above).AssemblyName);
        Assert.Equal("FromAbove", Read("""<Project Sdk="Microsoft.NET.Sdk" />""", nearest, above).AssemblyName);
    }

    [Fact]
    public void Versions_come_from_the_central_file_and_an_override_wins()
    {
        var file = Read("""
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup><PackageReference Include="A" /><PackageReference Include="B" VersionOverride="9.0.0" /><PackageReference Include="C"><Version>1.2.3</Version></PackageReference></ItemGroup>
            </Project>
            """,
            ("Directory.Packages.props", """<Project><PropertyGroup><V>2.0.0</V></PropertyGroup><ItemGroup><PackageVersion Include="A" Version="$(V)" /><PackageVersion Include="B" Version="1.0.0" /></ItemGroup></Project>"""));
        Assert.Equal([("A", "2.0.0"), ("B", "9.0.0"), ("C", "1.2.3")], file.Packages.Select(p => (p.Id, p.Version)));
    }

    [Theory]
    [InlineData("net48;netstandard2.0;net8.0", "net8.0")]
    [InlineData("net8.0;net10.0-windows;net10.0", "net10.0")]
    [InlineData("net472;netstandard2.0", "netstandard2.0")]
    [InlineData("netcoreapp3.1;netstandard2.1", "netcoreapp3.1")]
    public void A_multi_target_project_is_read_for_its_most_capable_framework(string frameworks, string chosen) =>
        Assert.Equal(chosen, Read($"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFrameworks>{frameworks}</TargetFrameworks></PropertyGroup></Project>").Framework.ToString());

    [Fact]
    public void Conditions_on_the_framework_hold_for_the_chosen_one()
    {
        var file = Read("""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFrameworks>net48;net10.0</TargetFrameworks></PropertyGroup>
              <ItemGroup Condition="'$(TargetFramework)' == 'net48'"><PackageReference Include="Old" Version="1.0.0" /></ItemGroup>
              <ItemGroup Condition=" '$(TargetFramework)' != 'net48' and $([MSBuild]::IsTargetFrameworkCompatible('$(TargetFramework)', 'net8.0')) "><PackageReference Include="New" Version="1.0.0" /></ItemGroup>
            </Project>
            """);
        Assert.Equal(["New"], file.Packages.Select(p => p.Id));
        Assert.Contains("NET8_0_OR_GREATER", file.PreprocessorSymbols);
    }

    [Theory]
    [InlineData("'$(Configuration)' == 'Release'", true)]
    [InlineData("'$(Configuration)|$(Platform)' == 'Debug|AnyCPU'", false)]
    [InlineData("!('$(X)' == '' or '$(Configuration)' == 'Debug')", false)]
    [InlineData("'$(X)' == '' And Exists('$(MSBuildProjectDirectory)/App.csproj')", true)]
    [InlineData("Exists('nowhere.txt')", false)]
    [InlineData("$(MSBuildProjectName.StartsWith('Ap'))", true)]
    [InlineData("'$(MSBuildProjectName.Contains('x'))' == 'true'", false)]
    [InlineData("'1.10' > '1.9'", false)]
    [InlineData("'1.10.0' > '1.9.0'", true)]
    public void Conditions_are_evaluated(string condition, bool holds) =>
        Assert.Equal(holds ? "Yes" : "App", Read($"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup Condition=\"{condition.Replace(">", "&gt;", StringComparison.Ordinal)}\"><AssemblyName>Yes</AssemblyName></PropertyGroup></Project>").AssemblyName);

    [Fact]
    public void A_condition_that_is_not_understood_is_a_gap_with_its_line()
    {
        var file = Read("""
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <Compile Remove="X.cs" Condition="$([System.DateTime]::Now.Year) > 2000" />
              </ItemGroup>
            </Project>
            """, ("src/App/X.cs", "class X;"));
        var gap = Assert.Single(file.Gaps);
        Assert.Equal(("src/App/App.csproj", 3), (gap.At.Path, gap.At.Line));
        Assert.Single(file.Sources);
    }

    [Fact]
    public void Expressions_in_properties_that_decide_nothing_are_no_gap() =>
        Assert.Empty(Read("""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><Copyright>$([System.DateTime]::Now.Year)</Copyright></PropertyGroup></Project>""").Gaps);

    [Fact]
    public void Default_sources_are_all_below_the_project_but_not_its_output()
    {
        var file = Read("""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><Compile Remove="Old/**" /><Compile Include="..\Shared\*.cs" Link="Shared\%(Filename)" /></ItemGroup></Project>""",
            ("src/App/A.cs", ""), ("src/App/Deep/B.cs", ""), ("src/App/Old/C.cs", ""), ("src/App/obj/D.cs", ""), ("src/App/bin/E.cs", ""),
            ("src/Shared/S.cs", ""), ("src/Shared/Deep/T.cs", ""), ("src/App/notes.txt", ""));
        Assert.Equal(["src/App/A.cs", "src/App/Deep/B.cs", "src/Shared/S.cs"], file.Sources);
    }

    [Fact]
    public void Patterns_built_on_output_folders_leave_the_sources_alone() =>
        Assert.Equal(["src/App/A.cs"], Read("""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><DefaultItemExcludes>$(DefaultItemExcludes);$(OutDir)**</DefaultItemExcludes></PropertyGroup>
              <ItemGroup><Compile Remove="$(BaseIntermediateOutputPath)**/*.cs" /></ItemGroup>
            </Project>
            """, ("src/App/A.cs", "")).Sources);

    [Fact]
    public void Without_default_items_only_listed_sources_count()
    {
        var file = Read("""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><EnableDefaultCompileItems>false</EnableDefaultCompileItems></PropertyGroup><ItemGroup><Compile Include="A.cs;Gone.cs" /></ItemGroup></Project>""",
            ("src/App/A.cs", ""), ("src/App/B.cs", ""));
        Assert.Equal(["src/App/A.cs"], file.Sources);
        Assert.Equal("Source file 'src/App/Gone.cs' does not exist.", Assert.Single(file.Gaps).Reason);
    }

    [Fact]
    public void A_project_in_the_old_style_lists_its_sources_and_packages()
    {
        var file = Read("""
            <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
              <Import Project="$(MSBuildExtensionsPath)\$(MSBuildToolsVersion)\Microsoft.Common.props" />
              <PropertyGroup><OutputType>Exe</OutputType><RootNamespace>Old.App</RootNamespace><AssemblyName>Old</AssemblyName><TargetFrameworkVersion>v4.7.2</TargetFrameworkVersion></PropertyGroup>
              <ItemGroup><Compile Include="Program.cs" /></ItemGroup>
              <Import Project="$(MSBuildToolsPath)\Microsoft.CSharp.targets" />
            </Project>
            """,
            ("src/App/Program.cs", ""), ("src/App/Other.cs", ""), ("src/App/packages.config", """<packages><package id="Npgsql" version="4.0.0" /></packages>"""));
        Assert.Equal(["src/App/Program.cs"], file.Sources);
        Assert.Equal(("Old", "net472", OutputKind.ConsoleApplication), (file.AssemblyName, file.Framework.ToString(), file.OutputKind));
        Assert.Equal([("Npgsql", "4.0.0")], file.Packages.Select(p => (p.Id, p.Version)));
        Assert.Empty(file.Gaps);
    }

    [Fact]
    public void Choose_takes_the_first_branch_that_holds()
    {
        var file = Read("""
            <Project Sdk="Microsoft.NET.Sdk"><Choose>
              <When Condition="'$(Configuration)' == 'Debug'"><PropertyGroup><AssemblyName>D</AssemblyName></PropertyGroup></When>
              <Otherwise><PropertyGroup><AssemblyName>R</AssemblyName></PropertyGroup></Otherwise>
            </Choose></Project>
            """);
        Assert.Equal("R", file.AssemblyName);
    }

    [Fact]
    public void Sources_that_a_target_adds_are_named_as_a_gap() =>
        Assert.Contains("Target 'Generate' adds sources", Assert.Single(Read("""<Project Sdk="Microsoft.NET.Sdk"><Target Name="Generate"><ItemGroup><Compile Include="gen/*.cs" /></ItemGroup></Target></Project>""").Gaps).Reason);

    [Fact]
    public void An_import_that_leaves_the_root_is_a_gap_and_a_chain_of_imports_ends()
    {
        var file = Read("""<Project Sdk="Microsoft.NET.Sdk"><Import Project="../../../elsewhere.props" /><Import Project="loop.props" /></Project>""",
            ("src/App/loop.props", """<Project><Import Project="loop.props" /><PropertyGroup><AssemblyName>Looped</AssemblyName></PropertyGroup></Project>"""));
        Assert.Equal("Looped", file.AssemblyName);
        Assert.Equal("Import of 'elsewhere.props' leaves the scanned root; not followed.", Assert.Single(file.Gaps).Reason);
    }

    [Theory]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk.Web" />""", ProjectKind.Web)]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk.Worker" />""", ProjectKind.Worker)]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk" />""", ProjectKind.Library)]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup></Project>""", ProjectKind.Console)]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup><ItemGroup><FrameworkReference Include="Microsoft.AspNetCore.App" /></ItemGroup></Project>""", ProjectKind.Web)]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup><ItemGroup><PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.0" /></ItemGroup></Project>""", ProjectKind.Worker)]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><OutputType>Library</OutputType></PropertyGroup></Project>""", ProjectKind.Library)]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="xunit" Version="2.9.0" /></ItemGroup></Project>""", ProjectKind.Test)]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup></Project>""", ProjectKind.Test)]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="BenchmarkDotNet" Version="0.14.0" /></ItemGroup></Project>""", ProjectKind.Test)]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk"><Sdk Name="Aspire.AppHost.Sdk" Version="9.0.0" /><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup></Project>""", ProjectKind.AppHost)]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk.BlazorWebAssembly" />""", ProjectKind.Client)]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0-android</TargetFramework><OutputType>Exe</OutputType></PropertyGroup></Project>""", ProjectKind.Client)]
    public void The_kind_follows_from_sdk_output_and_references(string project, ProjectKind kind) =>
        Assert.Equal(kind, Read(project).Kind);
}
