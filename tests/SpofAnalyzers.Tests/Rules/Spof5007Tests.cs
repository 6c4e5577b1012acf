using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof5007Tests
{
    /// <summary>The declarations of Aspire that an AppHost uses, in one assembly.</summary>
    private static readonly (string, string) Aspire = ("Aspire.Hosting", """
        #nullable enable
        using Aspire.Hosting.ApplicationModel;
        namespace Aspire.Hosting.ApplicationModel
        {
            public interface IResource { }
            public interface IResourceBuilder<out T> where T : IResource { }
            public class ProjectResource : IResource { }
            public class StoreResource : IResource { }
            public class DatabaseResource : IResource { }
        }
        namespace Aspire.Hosting
        {
            public interface IDistributedApplicationBuilder { DistributedApplicationExecutionContext ExecutionContext { get; } DistributedApplication Build(); }
            public class DistributedApplicationExecutionContext { public bool IsPublishMode => false; public bool IsRunMode => true; }
            public class DistributedApplication { public static IDistributedApplicationBuilder CreateBuilder(string[] args) => null!; public void Run() { } }
            public static class Builders
            {
                public static IResourceBuilder<StoreResource> AddPostgres(this IDistributedApplicationBuilder builder, string name) => null!;
                public static IResourceBuilder<StoreResource> AddRedis(this IDistributedApplicationBuilder builder, string name) => null!;
                public static IResourceBuilder<StoreResource> AddRabbitMQ(this IDistributedApplicationBuilder builder, string name) => null!;
                public static IResourceBuilder<StoreResource> AddKafka(this IDistributedApplicationBuilder builder, string name) => null!;
                public static IResourceBuilder<StoreResource> AddAzureRedis(this IDistributedApplicationBuilder builder, string name) => null!;
                public static IResourceBuilder<DatabaseResource> AddDatabase(this IResourceBuilder<StoreResource> server, string name) => null!;
                public static IResourceBuilder<T> WithDataVolume<T>(this IResourceBuilder<T> builder) where T : IResource => builder;
                public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> source) where T : IResource => builder;
                public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> source) where T : IResource => builder;
                public static IResourceBuilder<T> ExcludeFromManifest<T>(this IResourceBuilder<T> builder) where T : IResource => builder;
                public static IResourceBuilder<T> PublishAsConnectionString<T>(this IResourceBuilder<T> builder) where T : IResource => builder;
                public static IResourceBuilder<T> PublishAsAzureContainerApp<T>(this IResourceBuilder<T> builder, System.Action<object> configure) where T : IResource => builder;
                public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder) where T : IResource => builder;
                public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name) => null!;
                public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas) => builder;
            }
        }
        """);

    private static Task VerifyAsync(string statements, string more = "") =>
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF5007", Libraries = [Aspire] }.VerifyAsync($$"""
            using Aspire.Hosting;
            using Aspire.Hosting.ApplicationModel;
            var builder = DistributedApplication.CreateBuilder(args);
            {{statements}}
            builder.Build().Run();
            class Orders { }
            {{more}}
            """);

    [Theory]
    [InlineData("var db = builder.[|AddPostgres|](\"db\"); builder.AddProject<Orders>(\"orders\").WithReference(db);")]
    [InlineData("var cache = builder.[|AddRedis|](\"cache\").WithDataVolume(); builder.AddProject<Orders>(\"orders\").WithReference(cache);")]
    [InlineData("var db = builder.[|AddPostgres|](\"pg\").WithDataVolume().AddDatabase(\"db\"); builder.AddProject<Orders>(\"orders\").WithReference(db);")]
    [InlineData("var pg = builder.[|AddPostgres|](\"pg\"); var db = pg.AddDatabase(\"db\"); builder.AddProject<Orders>(\"orders\").WithReference(db);")]
    [InlineData("builder.AddProject<Orders>(\"orders\").WithReference(builder.[|AddRabbitMQ|](\"bus\"));")]
    [InlineData("var bus = builder.[|AddKafka|](\"bus\"); builder.AddProject<Orders>(\"orders\").WaitFor(bus);")]
    public Task A_store_that_a_project_refers_to_is_reported(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("builder.[|AddProject<Orders>|](\"orders\").WithExternalHttpEndpoints();")]
    [InlineData("builder.[|AddProject<Orders>|](\"orders\").WithReplicas(1).WithExternalHttpEndpoints();")]
    [InlineData("var orders = builder.[|AddProject<Orders>|](\"orders\"); orders.WithExternalHttpEndpoints();")]
    [InlineData("var cache = builder.AddAzureRedis(\"cache\"); builder.[|AddProject<Orders>|](\"orders\").WithExternalHttpEndpoints().WithReference(cache);")]
    public Task A_public_project_with_one_instance_is_reported(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("var db = builder.AddPostgres(\"db\");")]
    [InlineData("var cache = builder.AddAzureRedis(\"cache\"); builder.AddProject<Orders>(\"orders\").WithReference(cache);")]
    [InlineData("var db = builder.AddPostgres(\"db\").PublishAsConnectionString(); builder.AddProject<Orders>(\"orders\").WithReference(db);")]
    [InlineData("var db = builder.AddPostgres(\"db\"); db.ExcludeFromManifest(); builder.AddProject<Orders>(\"orders\").WithReference(db);")]
    [InlineData("var db = builder.ExecutionContext.IsPublishMode ? builder.AddAzureRedis(\"db\") : builder.AddRedis(\"db\"); builder.AddProject<Orders>(\"orders\").WithReference(db);")]
    [InlineData("if (builder.ExecutionContext.IsRunMode) { var db = builder.AddRedis(\"db\"); builder.AddProject<Orders>(\"orders\").WithReference(db); }")]
    [InlineData("var db = builder.AddPostgres(\"db\").ForShop(); builder.AddProject<Orders>(\"orders\").WithReference(db);")]
    [InlineData("var db = builder.AddPostgres(\"db\"); Own.Publish(db); builder.AddProject<Orders>(\"orders\").WithReference(db);")]
    [InlineData("var db = builder.AddPostgres(args[0]); builder.AddProject<Orders>(\"orders\").WithReference(db);")]
    public Task A_store_that_is_deployed_otherwise_or_used_by_nobody_is_not(string statements) => VerifyAsync(statements, """
        static class Own
        {
            public static IResourceBuilder<StoreResource> ForShop(this IResourceBuilder<StoreResource> builder) => builder.PublishAsConnectionString();
            public static void Publish(IResourceBuilder<StoreResource> builder) => builder.PublishAsConnectionString();
        }
        """);

    [Theory]
    [InlineData("builder.AddProject<Orders>(\"orders\");")]
    [InlineData("builder.AddProject<Orders>(\"orders\").WithReplicas(2).WithExternalHttpEndpoints();")]
    [InlineData("builder.AddProject<Orders>(\"orders\").WithReplicas(args.Length).WithExternalHttpEndpoints();")]
    [InlineData("builder.AddProject<Orders>(\"orders\").WithExternalHttpEndpoints().PublishAsAzureContainerApp(app => { });")]
    [InlineData("var orders = builder.AddProject<Orders>(\"orders\").WithExternalHttpEndpoints(); if (args.Length > 0) { orders.WithReplicas(3); }")]
    public Task A_project_with_several_or_with_a_scale_of_its_own_is_not(string statements) => VerifyAsync(statements);
}
