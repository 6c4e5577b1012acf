using System.IO.Compression;
using System.Text.Json;
using Spof.Code.Tests.Harness;
using Spof.Model;

namespace Spof.Code.Tests;

/// <summary>Restoring on request: from a feed that is a folder, so that no network is needed.</summary>
public sealed class RestoreTests
{
    private static string Project(string version) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><RestorePackagesPath>$(MSBuildThisFileDirectory)../../packages</RestorePackagesPath></PropertyGroup>
          <ItemGroup><PackageReference Include="Acme.Client" Version="{version}" /></ItemGroup>
        </Project>
        """;

    /// <summary>Two projects, and a feed with version 1.0.0 of the package that both ask for.</summary>
    private static Repository Shop(string secondVersion = "1.0.0")
    {
        var repository = new Repository()
            .With("One/One.csproj", Project("1.0.0")).With("One/A.cs", "class A { void M() => Acme.Client.Call(); }")
            .With("Two/Two.csproj", Project(secondVersion)).With("Two/A.cs", "class A { void M() => Acme.Client.Call(); }")
            .With("nuget.config", """<configuration><packageSources><clear /><add key="local" value="../outside/feed" /></packageSources></configuration>""")
            .WithPackage("Acme.Client", "1.0.0", "namespace Acme { public static class Client { public static void Call() { } } }");

        // The harness makes a restored package; as a feed has it, it is the same in a file.
        var nuspec = Path.Combine(repository.Packages, "acme.client", "1.0.0", "acme.client.nuspec");
        File.WriteAllText(nuspec, File.ReadAllText(nuspec).Replace("<dependencies>", "<authors>a</authors><description>d</description><dependencies>", StringComparison.Ordinal));
        Directory.CreateDirectory(Path.Combine(repository.Outside, "feed"));
        ZipFile.CreateFromDirectory(Path.Combine(repository.Packages, "acme.client", "1.0.0"), Path.Combine(repository.Outside, "feed", "acme.client.1.0.0.nupkg"));
        Directory.Delete(Path.Combine(repository.Packages, "acme.client"), recursive: true);
        return repository;
    }

    private static (string, int)[] Packages(CodeModel model) => [.. model.Projects.Select(p => (p.AssemblyName, p.Load.PackagesResolved))];

    [Fact]
    public async Task Nothing_is_restored_unless_asked_for()
    {
        using var repository = Shop();

        var before = await repository.ReadAsync();
        Assert.Equal([("One", 0), ("Two", 0)], Packages(before));
        Assert.False(Directory.Exists(repository["One/obj"]));

        var after = await repository.ReadAsync(restores: true);
        Assert.Equal([("One", 1), ("Two", 1)], Packages(after));
        Assert.Empty(after.Gaps);
    }

    [Fact]
    public async Task What_cannot_be_restored_is_named_with_its_codes_and_the_others_are()
    {
        using var repository = Shop("9.0.0").With("Three/Three.csproj", """<Project Sdk="Acme.Build.Sdk/1.0.0" />""");

        var model = await repository.ReadAsync(restores: true);

        Assert.Equal([("One", 1), ("Three", 0), ("Two", 0)], Packages(model));
        Assert.Equal(
            [
                "Three/Three.csproj:1 --restore: packages of the project are not restored (NU1503); those that are here are used.",
                "Two/Two.csproj:1 --restore: packages of the project are not restored (NU1102); those that are here are used.",
            ],
            model.Gaps.Where(g => g.IsError).Select(g => $"{g.At} {g.Reason}"));
    }

    [Fact]
    public async Task A_feed_that_does_not_answer_costs_no_scan_and_its_password_is_not_told()
    {
        using var repository = Shop().With("nuget.config", """
            <configuration><packageSources><clear /><add key="local" value="http://user:hunter2hunter2@localhost:9/index.json" allowInsecureConnections="true" /></packageSources>
            <config><add key="http_retries" value="0" /></config></configuration>
            """);

        var model = await repository.ReadAsync(restores: true);

        Assert.Equal(2, model.Projects.Length);
        Assert.Contains(model.Gaps, g => g.IsError && g.Reason.Contains("(NU1301", StringComparison.Ordinal));
        Assert.DoesNotContain("hunter2", JsonSerializer.Serialize(model), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_SDK_that_is_not_installed_restores_nothing_and_says_so()
    {
        using var repository = Shop().With("global.json", """{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }""");

        var gap = Assert.Single((await repository.ReadAsync(restores: true)).Gaps, g => g.IsError);

        Assert.Equal("global.json:1 --restore: the .NET SDK that is asked for is not installed; nothing is restored.", $"{gap.At} {gap.Reason}");
    }

    [Fact]
    public async Task It_stops_when_asked_to()
    {
        using var repository = Shop();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => repository.ReadAsync(restores: true, cancellationToken: cancelled.Token));

        Assert.False(Directory.Exists(repository["One/obj"]));
    }

    [Fact]
    public async Task What_is_restored_makes_a_kept_result_old_and_what_is_not_is_told_again()
    {
        using var repository = Shop("9.0.0");
        var cache = Path.Combine(repository.Root, "..", "cache");

        await repository.ReadAsync(cache: cache);
        var first = await repository.ReadAsync(cache: cache, restores: true);
        var second = await repository.ReadAsync(cache: cache, restores: true);

        Assert.Equal([("One", 1), ("Two", 0)], Packages(first));
        Assert.Equal(first.Gaps, second.Gaps);
        Assert.Contains(second.Gaps, g => g.Reason.Contains("NU1102", StringComparison.Ordinal));
    }
}
