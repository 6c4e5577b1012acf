using Microsoft.CodeAnalysis;
using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof2007Tests
{
    private static RuleTest Rule(params (string Path, string Text)[] files) =>
        new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2007", AdditionalFiles = files };

    private static string Program(string statements) => $$"""
        using MongoDB.Driver;
        var builder = WebApplication.CreateBuilder(args);
        var services = builder.Services;
        {{statements}}
        builder.Build().Run();
        """;

    [Theory]
    [InlineData("var client = [|new MongoClient(\"mongodb://mongo:27017/?directConnection=true\")|];")]
    [InlineData("services.AddSingleton<IMongoClient>([|new MongoClient(\"mongodb://anna:hunter2@mongo01.corp/shop?replicaSet=rs0&directConnection=true\")|]);")]
    [InlineData("services.AddSingleton<IMongoClient>(_ => [|new MongoClient(MongoUrl.Create(\"mongodb://mongo/?DirectConnection=True\"))|]);")]
    [InlineData("services.AddSingleton<IMongoClient>(_ => [|new MongoClient(MongoClientSettings.FromConnectionString(\"mongodb://10.1.2.3/?directConnection=true\"))|]);")]
    [InlineData("var settings = MongoClientSettings.FromUrl(new MongoUrl(\"mongodb://mongo/?directConnection=true\")); settings.ApplicationName = \"shop\"; var client = [|new MongoClient(settings)|];")]
    [InlineData("var settings = MongoClientSettings.FromConnectionString(args[0]); [|settings.DirectConnection = true|]; var client = new MongoClient(settings);")]
    [InlineData("var client = new MongoClient(new MongoClientSettings { Server = new MongoServerAddress(\"mongo01.corp\", 27017), [|DirectConnection = true|] });")]
    [InlineData("var client = new MongoClient(new MongoUrlBuilder(args[0]) { [|DirectConnection = true|] }.ToMongoUrl());")]
    public Task A_direct_connection_is_reported(string statements) => Rule().VerifyAsync(Program(statements));

    [Theory]
    [InlineData("\"mongodb://mongo01.corp:27017/shop\"")]
    [InlineData("\"mongodb://db.contoso.com\"")]
    [InlineData("\"mongodb://10.1.2.3/?retryWrites=false\"")]
    [InlineData("MongoUrl.Create(\"mongodb://db.contoso.com/?directConnection=false\")")]
    public async Task One_machine_as_seed_is_a_suggestion(string text)
    {
        var found = Assert.Single(await Rule().RunAsync(Program($"var client = new MongoClient({text});")));
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Contains("start-up seed", found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var client = new MongoClient(\"mongodb+srv://shop.abc12.mongodb.net/shop\");")]
    [InlineData("var client = new MongoClient(\"mongodb://a.contoso.com,b.contoso.com,c.contoso.com\");")]
    [InlineData("var client = new MongoClient(\"mongodb://a.contoso.com/?replicaSet=rs0\");")]
    [InlineData("var client = new MongoClient(\"mongodb://lb.contoso.com/?loadBalanced=true\");")]
    [InlineData("var client = new MongoClient(\"mongodb://shop.mongo.cosmos.azure.com:10255/?ssl=true\");")]
    [InlineData("var client = new MongoClient(\"mongodb://mongo:27017\");")]
    [InlineData("var client = new MongoClient(\"mongodb://localhost:27017/?directConnection=true\");")]
    [InlineData("var client = new MongoClient();")]
    [InlineData("var client = new MongoClient(args[0]);")]
    [InlineData("var client = new MongoClient(builder.Configuration.GetConnectionString(\"Mongo\"));")]
    [InlineData("if (builder.Environment.IsDevelopment()) { var client = new MongoClient(\"mongodb://mongo/?directConnection=true\"); }")]
    [InlineData("var settings = MongoClientSettings.FromConnectionString(args[0]); settings.DirectConnection = args.Length > 1;")]
    [InlineData("var settings = MongoClientSettings.FromConnectionString(args[0]); if (args.Length > 1) { settings.DirectConnection = true; }")]
    [InlineData("var settings = MongoClientSettings.FromConnectionString(\"mongodb://localhost\"); settings.DirectConnection = true;")]
    [InlineData("var client = new MongoClient(new MongoClientSettings { Server = new MongoServerAddress(\"localhost\"), DirectConnection = true });")]
    [InlineData("var settings = MongoClientSettings.FromConnectionString(\"mongodb://db.contoso.com\"); settings.ReplicaSetName = \"rs0\"; var client = new MongoClient(settings);")]
    public Task Sets_seed_lists_and_local_servers_are_not(string statements) => Rule().VerifyAsync(Program(statements));

    [Fact]
    public async Task A_configured_string_is_judged_where_it_holds_and_shows_no_secret()
    {
        var found = Assert.Single(await Rule(("appsettings.Production.json", """{ "Mongo": "mongodb://anna:hunter2@mongo:27017/?directConnection=true" }"""))
            .RunAsync(Program("var client = new MongoClient(builder.Configuration[\"Mongo\"]);")));
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
        Assert.Contains("'mongo' (Production)", found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", found.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[|new MongoClient(\"mongodb://mongo/?directConnection=true\")|]", "new MongoClient(\"mongodb://mongo/\")")]
    [InlineData("[|new MongoClient(\"mongodb://mongo/?directConnection=true&replicaSet=rs0\")|]", "new MongoClient(\"mongodb://mongo/?replicaSet=rs0\")")]
    [InlineData("[|new MongoClient(@\"mongodb://mongo/?replicaSet=rs0&directConnection=true\")|]", "new MongoClient(@\"mongodb://mongo/?replicaSet=rs0\")")]
    [InlineData("[|new MongoClient(MongoUrl.Create(\"mongodb://mongo/?directConnection=true\"))|]", "new MongoClient(MongoUrl.Create(\"mongodb://mongo/\"))")]
    [InlineData("new MongoClient(new MongoClientSettings { Server = new MongoServerAddress(\"mongo\"), [|DirectConnection = true|] })", "new MongoClient(new MongoClientSettings { Server = new MongoServerAddress(\"mongo\") })")]
    public Task The_fix_removes_the_direct_connection(string before, string after) => FixAsync($"var client = {before};", $"var client = {after};");

    [Fact]
    public Task The_fix_removes_the_statement() => FixAsync(
        "var settings = MongoClientSettings.FromConnectionString(args[0]);\n[|settings.DirectConnection = true|];\nvar client = new MongoClient(settings);",
        "var settings = MongoClientSettings.FromConnectionString(args[0]);\nvar client = new MongoClient(settings);");

    private static Task FixAsync(string before, string after) =>
        new FixTest<DefaultRulesAnalyzer, Spof2007CodeFix>("SPOF2007").VerifyAsync(Program(before), Program(after));
}
