using Spof.Code.References;
using Spof.Code.Tests.Harness;

namespace Spof.Code.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public async Task Calls_into_packages_that_were_never_restored_bind_to_declarations()
    {
        using var repository = Shop();
        var compilation = repository.Compile("Shop.csproj");
        Assert.Equal("Microsoft.Extensions.DependencyInjection.ResilienceHttpClientBuilderExtensions.AddStandardResilienceHandler", compilation.Bound("AddStandardResilienceHandler"));
        Assert.Equal("Microsoft.EntityFrameworkCore.NpgsqlDbContextOptionsBuilderExtensions.UseNpgsql", compilation.Bound("UseNpgsql"));
        Assert.Equal("Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder.EnableRetryOnFailure", compilation.Bound("EnableRetryOnFailure"));
        Assert.Equal("StackExchange.Redis.ConnectionMultiplexer.Connect", compilation.Bound("Connect"));
        Assert.Empty(compilation.Errors());

        var project = Assert.Single((await repository.ReadAsync()).Projects);
        Assert.Equal(["Microsoft.Extensions.Http.Resilience", "Npgsql.EntityFrameworkCore.PostgreSQL", "StackExchange.Redis"], project.Load.PackagesStubbed);
        Assert.Empty(project.Load.PackagesMissing);
    }

    private static Repository Shop() => new Repository()
        .With("Shop.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.Extensions.Http.Resilience" Version="10.0.0" />
                <PackageReference Include="Npgsql.EntityFrameworkCore.PostgreSQL" Version="10.0.0" />
                <PackageReference Include="StackExchange.Redis" Version="2.8.0" />
              </ItemGroup>
            </Project>
            """)
        .With("Program.cs", """
            using Microsoft.EntityFrameworkCore;
            using StackExchange.Redis;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient("catalogue").AddStandardResilienceHandler(o => o.Retry.MaxRetryAttempts = 2);
            builder.Services.AddDbContext<Orders>(o => o.UseNpgsql("Host=db", n => n.EnableRetryOnFailure(3)));
            builder.Services.AddSingleton<IConnectionMultiplexer>(ConnectionMultiplexer.Connect("cache:6379"));
            builder.Build().Run();

            public sealed class Orders(DbContextOptions<Orders> options) : DbContext(options);
            """);

    [Fact]
    public void A_worker_that_was_never_restored_takes_hosting_from_the_targeting_pack()
    {
        using var repository = new Repository()
            .With("Worker.csproj", """
                <Project Sdk="Microsoft.NET.Sdk.Worker">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
                  <ItemGroup><PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.0" /><PackageReference Include="RabbitMQ.Client" Version="7.0.0" /></ItemGroup>
                </Project>
                """)
            .With("Program.cs", """
                using RabbitMQ.Client;
                var builder = Host.CreateApplicationBuilder(args);
                builder.Services.AddHostedService<Consumer>();
                builder.Build().Run();

                public sealed class Consumer : BackgroundService
                {
                    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                    {
                        await using var connection = await new ConnectionFactory { HostName = "queue" }.CreateConnectionAsync("consumer", stoppingToken);
                    }
                }
                """);
        var compilation = repository.Compile("Worker.csproj");
        Assert.Empty(compilation.Errors());
        Assert.Equal("RabbitMQ.Client.ConnectionFactory.CreateConnectionAsync", compilation.Bound("CreateConnectionAsync"));
    }

    [Fact]
    public void Code_for_version_6_of_the_RabbitMQ_client_binds()
    {
        using var repository = new Repository()
            .With("App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><ImplicitUsings>enable</ImplicitUsings></PropertyGroup><ItemGroup><PackageReference Include="RabbitMQ.Client" Version="6.8.1" /></ItemGroup></Project>""")
            .With("Sender.cs", """
                using RabbitMQ.Client;
                public static class Sender
                {
                    public static void Send()
                    {
                        using var connection = new ConnectionFactory { HostName = "queue" }.CreateConnection();
                        using var model = connection.CreateModel();
                        model.QueueDeclare("orders", durable: true, exclusive: false, autoDelete: false);
                        model.BasicPublish("", "orders", null, new byte[1]);
                    }
                }
                """);
        Assert.Empty(repository.Compile("App.csproj").Errors());
    }

    [Fact]
    public void Polly_7_and_8_bind_side_by_side()
    {
        using var repository = new Repository()
            .With("App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><ImplicitUsings>enable</ImplicitUsings></PropertyGroup><ItemGroup><PackageReference Include="Microsoft.Extensions.Http.Polly" Version="8.0.0" /></ItemGroup></Project>""")
            .With("Setup.cs", """
                using Microsoft.Extensions.DependencyInjection;
                using Polly;
                using Polly.Extensions.Http;
                using Polly.Retry;
                public static class Setup
                {
                    public static void Add(IServiceCollection services)
                    {
                        services.AddHttpClient("a").AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)));
                        services.AddHttpClient("b").AddTransientHttpErrorPolicy(p => p.CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)));
                        _ = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).AddTimeout(TimeSpan.FromSeconds(1)).Build();
                    }
                }
                """);
        Assert.Empty(repository.Compile("App.csproj").Errors());
    }

    [Fact]
    public async Task A_package_in_the_local_folder_is_used_and_brings_what_it_depends_on()
    {
        using var repository = new Repository()
            .WithPackage("Acme.Client", "1.2.0", "namespace Acme { public static class Client { public static void Call() { } } }",
                dependencies: """<group targetFramework=".NETStandard2.0"><dependency id="Acme.Core" version="1.0.0" /></group>""")
            .WithPackage("Acme.Core", "1.0.5", "namespace Acme { public static class Core { public static void Ping() { } } }")
            .With("App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Acme.Client" Version="1.1.0" /><PackageReference Include="Acme.Gone" Version="1.0.0" /></ItemGroup></Project>""")
            .With("A.cs", "class A { void M() { Acme.Client.Call(); Acme.Core.Ping(); } }");
        Assert.Empty(repository.Compile("App.csproj").Errors());
        var model = await repository.ReadAsync();
        var load = Assert.Single(model.Projects).Load;
        Assert.Equal(2, load.PackagesResolved);
        Assert.Equal(["Acme.Gone"], load.PackagesMissing);
        Assert.Equal("Packages not found, calls into them are told by their names at most: Acme.Gone.", Assert.Single(model.Gaps).Reason);
    }

    [Fact]
    public void The_nearest_folder_of_a_package_is_taken()
    {
        using var repository = new Repository()
            .WithPackage("Acme", "1.0.0", "public class Old;", "lib/netstandard2.0")
            .WithPackage("Acme", "1.0.0", "public class Fits;", "lib/net8.0")
            .WithPackage("Acme", "1.0.0", "public class TooNew;", "lib/net99.0")
            .With("App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="Acme" Version="1.0.0" /></ItemGroup></Project>""")
            .With("A.cs", "class A : Fits;");
        Assert.Empty(repository.Compile("App.csproj").Errors());
    }

    [Fact]
    public void Packages_of_a_restored_project_come_from_its_assets_file()
    {
        using var repository = new Repository()
            .WithPackage("Acme", "1.0.0", "public class One;", "lib/net8.0")
            .WithPackage("Acme", "1.5.0", "public class OneAndAHalf;", "lib/net8.0")
            .With("App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="Acme" Version="1.0.0" /></ItemGroup></Project>""")
            .With("A.cs", "class A : OneAndAHalf;")
            .With("obj/project.assets.json", """
                {
                  "version": 3,
                  "targets": { "net10.0": { "Acme/1.5.0": { "type": "package", "compile": { "lib/net8.0/Acme.dll": {} } } } },
                  "libraries": { "Acme/1.5.0": { "type": "package", "path": "acme/1.5.0" } }
                }
                """);
        Assert.Empty(repository.Compile("App.csproj").Errors());
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("""{ "targets": 3, "libraries": [] }""")]
    [InlineData("""{ "targets": { "net10.0": { "Acme/1.0.0": { "type": "package", "compile": { "../../../x.dll": {} } } } }, "libraries": { "Acme/1.0.0": { "path": ".." } } }""")]
    public void An_assets_file_that_says_nothing_useful_leaves_the_package_folders(string assets)
    {
        using var repository = new Repository()
            .WithPackage("Acme", "1.0.0", "public class One;")
            .With("App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="Acme" Version="1.0.0" /></ItemGroup></Project>""")
            .With("A.cs", "class A : One;")
            .With("obj/project.assets.json", assets);
        Assert.Empty(repository.Compile("App.csproj").Errors());
    }

    [Fact]
    public void Packages_flow_from_referenced_projects_unless_they_are_private()
    {
        using var repository = new Repository()
            .With("Lib/Lib.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="StackExchange.Redis" Version="2.8.0" /><PackageReference Include="MySqlConnector" Version="2.0.0" PrivateAssets="all" /></ItemGroup></Project>""")
            .With("App/App.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""")
            .With("App/A.cs", "class A { object M() => StackExchange.Redis.ConnectionMultiplexer.Connect(\"c\"); }");
        var compilation = repository.Compile("App/App.csproj", [repository.ReadProject("Lib/Lib.csproj")]);
        Assert.NotNull(compilation.GetTypeByMetadataName("StackExchange.Redis.ConnectionMultiplexer"));
        Assert.Null(compilation.GetTypeByMetadataName("MySqlConnector.MySqlConnection"));
    }

    [Fact]
    public void Declarations_never_stand_beside_the_real_library()
    {
        using var repository = new Repository()
            .WithPackage("StackExchange.Redis", "2.8.0", "namespace StackExchange.Redis { public class ConnectionMultiplexer { public static void Connect(string s) { } } }")
            .With("App.csproj", """
                <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                <ItemGroup><PackageReference Include="StackExchange.Redis" Version="2.8.0" /><PackageReference Include="Microsoft.Extensions.Caching.StackExchangeRedis" Version="8.0.0" /></ItemGroup></Project>
                """)
            .With("A.cs", "class A { void M() => StackExchange.Redis.ConnectionMultiplexer.Connect(\"c\"); }");
        var compilation = repository.Compile("App.csproj");
        Assert.Empty(compilation.Errors());
        Assert.Single(compilation.GetTypesByMetadataName("StackExchange.Redis.ConnectionMultiplexer"));
        Assert.NotNull(compilation.GetTypeByMetadataName("Microsoft.Extensions.Caching.StackExchangeRedis.RedisCacheOptions"));
    }

    [Fact]
    public void A_library_of_another_major_version_is_not_taken_for_the_wanted_one()
    {
        var folders = PackageVersionRange.Parse("6.4.0");
        Assert.Null(folders.Choose([PackageVersion.Parse("7.2.2")!]));
        Assert.Equal("6.8.1", folders.Choose([PackageVersion.Parse("6.0.0")!, PackageVersion.Parse("6.8.1")!, PackageVersion.Parse("6.9.0")!])!.Numbers.ToString(3));
        Assert.Equal("6.0.0", folders.Choose([PackageVersion.Parse("6.0.0")!])!.Numbers.ToString(3));
    }

    [Theory]
    [InlineData("1.0.0-rc.1", "1.0.0")]
    [InlineData("1.0.0-alpha.2", "1.0.0-alpha.10")]
    [InlineData("1.9.0", "1.10.0")]
    [InlineData("1.0", "1.0.0.1")]
    public void Versions_are_ordered(string lower, string higher) =>
        Assert.True(PackageVersion.Parse(lower)!.CompareTo(PackageVersion.Parse(higher)) < 0);

    [Fact]
    public void Without_a_targeting_pack_the_installed_runtime_serves()
    {
        var runtime = Path.GetFullPath(Path.Join(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        using var repository = new Repository();
        Directory.CreateSymbolicLink(repository["shared"], Path.Combine(runtime, "shared"));
        var paths = new FrameworkAssemblies([repository.Root], []).Paths(FrameworkAssemblies.Net, Projects.TargetFramework.Parse("net8.0")!);
        Assert.Contains(paths, p => Path.GetFileName(p) == "System.Net.Http.dll");
        Assert.All(paths, p => Assert.StartsWith(repository.Root, p, StringComparison.Ordinal));
    }

    private static Repository Central(string versions) => new Repository()
        .With("Directory.Packages.props", $"<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup><ItemGroup>{versions}</ItemGroup></Project>")
        .With("Shop.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup><PackageReference Include="Refit.HttpClientFactory" /></ItemGroup>
            </Project>
            """)
        .With("Program.cs", """
            using Refit;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddRefitClient<IStock>().ConfigureHttpClient(c => c.BaseAddress = new Uri("https://stock.example.org"));
            builder.Build().Run();
            interface IStock { [Get("/x")] Task<string> Get(); }
            """)
        .WithPackage("Refit.HttpClientFactory", "99.0.0", "public class Unrelated;");

    [Fact]
    public async Task A_package_without_a_central_version_is_a_gap_and_not_taken_from_what_lies_about()
    {
        using var repository = Central("");
        var model = await repository.ReadAsync();
        var gap = Assert.Single(model.Gaps);
        Assert.Equal(("Shop.csproj", 3, Spof.Model.GapKind.Unread), (gap.At.Path, gap.At.Line, gap.Kind));
        Assert.Contains("'Refit.HttpClientFactory' has no version", gap.Reason, StringComparison.Ordinal);
        var project = Assert.Single(model.Projects);
        Assert.Equal(["Refit.HttpClientFactory"], project.Load.PackagesStubbed);
        Assert.Equal("IStock", Assert.Single(project.Dependencies).Name);
    }

    [Theory]
    [InlineData("<PackageVersion Include=\"Refit.HttpClientFactory\" Version=\"8.0.0\" />")]
    [InlineData("<PackageVersion Include=\"refit.httpclientfactory\" Version=\"8.0.0\" />")]
    public async Task A_package_with_a_central_version_is_no_gap(string version)
    {
        using var repository = Central(version);
        Assert.Empty((await repository.ReadAsync()).Gaps);
    }
}
