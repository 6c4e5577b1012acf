using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Spof.Code.Mapping;
using Spof.Code.Tests.Harness;
using Spof.Model;
using SpofAnalyzers.Facts;

namespace Spof.Code.Tests;

public sealed class MappingTests
{
    private static readonly SyntaxTree Tree = CSharpSyntaxTree.ParseText("""
        class C
        {
            string s = "Server=db;Database=d;Password=hunter2hunter2";
            string t = "https://api.stripe.com/v1";
        }
        """, path: "src/C.cs");

    private static Location At(string text)
    {
        var literal = Tree.GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>().First(l => l.Token.ValueText.Contains(text, StringComparison.Ordinal));
        return literal.GetLocation();
    }

    private static AddressFact Literal(string text) => new() { Source = AddressSource.Literal, Text = text, Location = At("stripe") };

    private static CallSite Call(CallOutcome outcome, bool isUnsafe = false, AddressFact? address = null) =>
        new("GetAsync", isUnsafe, outcome, IsPiped: false, address, At("stripe"));

    private static ClientFact Client(AddressFact address, ResilienceFact resilience, params CallSite[] calls) => new()
    {
        Name = "Payments", Kind = ClientKind.Typed, Address = address, Resilience = resilience, Location = At("stripe"), Calls = calls,
    };

    private static CodeDependency Only(ClientFact client) => Assert.Single(ClientMap.Of(client, "Shop", ProjectKind.Web)).Dependency;

    [Theory]
    [InlineData(Strength.Unknown)]
    [InlineData(Strength.Hard, CallOutcome.Propagates)]
    [InlineData(Strength.Hard, CallOutcome.Rethrows)]
    [InlineData(Strength.Hard, CallOutcome.Substitutes, CallOutcome.Propagates)]
    [InlineData(Strength.Soft, CallOutcome.Substitutes, CallOutcome.Substitutes)]
    internal void Strength_follows_from_what_calls_do_when_they_fail(Strength strength, params CallOutcome[] outcomes) =>
        Assert.Equal(strength, Only(Client(Literal("https://api.stripe.com"), ResilienceFact.Nothing, [.. outcomes.Select(o => Call(o))])).Strength);

    [Fact]
    public void A_fallback_strategy_may_ask_another_host_so_it_is_neither_hard_nor_soft()
    {
        var dependency = Only(Client(Literal("https://api.stripe.com"), ResilienceFact.Nothing with { HasFallback = true }, Call(CallOutcome.Propagates)));
        Assert.Equal(Strength.Unknown, dependency.Strength);
        Assert.Contains("fallback", Assert.Single(dependency.Unknowns).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_carries_address_access_and_resilience()
    {
        var fact = Client(
            Literal("https://api.stripe.com/v1"), new ResilienceFact { HasRetry = true, Retries = 3, HasFallback = false }, Call(CallOutcome.Propagates)) with
        { TimeoutSeconds = 8 };
        var dependency = Only(fact);
        Assert.Equal(("code:Shop/Payments", Technology.Http, AddressOrigin.Literal), (dependency.Id, dependency.Technology, dependency.Address.Origin));
        Assert.Equal(new EndpointAddress("api.stripe.com", null, "https", "/v1"), Assert.Single(dependency.Address.Endpoints) with { Port = null });
        Assert.Equal((true, 3, true, 8d), (dependency.Resilience.HasRetry, dependency.Resilience.Retries, dependency.Resilience.HasTimeout, dependency.Resilience.TimeoutSeconds));
        Assert.Equal(Access.Read, dependency.Access);
        Assert.Equal(Access.Both, Only(fact with { Calls = [Call(CallOutcome.Propagates, isUnsafe: true)] }).Access);
    }

    [Fact]
    public void Calls_to_another_host_are_a_dependency_of_their_own()
    {
        var dependencies = ClientMap.Of(
            Client(Literal("https://api.stripe.com"), ResilienceFact.Nothing, Call(CallOutcome.Propagates), Call(CallOutcome.Substitutes, address: Literal("https://rates.acme.example/today"))),
            "Shop", ProjectKind.Web).Select(d => d.Dependency).ToArray();
        Assert.Equal([("code:Shop/Payments", Strength.Hard), ("code:Shop/Payments@https://rates.acme.example", Strength.Soft)], dependencies.Select(d => (d.Id, d.Strength)));
    }

    [Fact]
    public void The_access_of_a_hard_need_is_that_of_the_calls_that_need_it()
    {
        var dependency = Only(Client(Literal("https://api.stripe.com"), ResilienceFact.Nothing, Call(CallOutcome.Propagates), Call(CallOutcome.Substitutes, isUnsafe: true)));
        Assert.Equal((Strength.Hard, Access.Read), (dependency.Strength, dependency.Access));
        Assert.Equal(Access.Both, Only(Client(Literal("https://api.stripe.com"), ResilienceFact.Nothing, Call(CallOutcome.Substitutes), Call(CallOutcome.Propagates, isUnsafe: true))).Access);
        Assert.Equal(Access.Both, Only(Client(Literal("https://api.stripe.com"), ResilienceFact.Nothing, Call(CallOutcome.Substitutes), Call(CallOutcome.Substitutes, isUnsafe: true))).Access);
    }

    [Fact]
    public void What_only_runs_in_development_is_no_dependency()
    {
        Assert.Empty(ClientMap.Of(Client(Literal("https://api.stripe.com"), ResilienceFact.Nothing) with { IsDevelopmentOnly = true }, "Shop", ProjectKind.Web));
        Assert.Empty(ConnectionMap.Of(Connection() with { IsDevelopmentOnly = true }, "Shop", ProjectKind.Web));
    }

    private static ConnectionFact Connection() => new()
    {
        Technology = StoreTechnology.SqlServer, Name = "Orders", Location = At("Server"),
        Address = new AddressFact { Source = AddressSource.Literal, Text = "Server=db,1433;Database=d;Password=hunter2hunter2", Location = At("Server") },
    };

    [Fact]
    public void A_connection_is_read_by_the_rules_of_its_driver_and_shows_no_secret()
    {
        var dependency = Assert.Single(ConnectionMap.Of(Connection() with { FailsCaller = true, Phase = UsePhase.Startup | UsePhase.Request }, "Shop", ProjectKind.Web));
        Assert.Equal(new EndpointAddress("db", 1433, null, null, "d"), Assert.Single(dependency.Address.Endpoints));
        Assert.Equal((Strength.Hard, Phase.Startup | Phase.Request), (dependency.Strength, dependency.Phase));
        var evidence = Assert.Single(dependency.Evidence);
        Assert.Equal(("src/C.cs", 3, 16), (evidence.At.Path, evidence.At.Line, evidence.At.Column));
        Assert.Contains("string s", evidence.Text);
        Assert.DoesNotContain("hunter2", evidence.Text);
    }

    [Fact]
    public void What_the_start_opens_unguarded_and_requests_do_without_is_needed_at_the_start_only()
    {
        var connection = Connection() with { FailsCaller = false, FailsStart = true, Phase = UsePhase.Startup | UsePhase.Request };
        Assert.Equal(
            [("code:Shop/Orders@start", Strength.Hard, Phase.Startup), ("code:Shop/Orders", Strength.Soft, Phase.Request)],
            ConnectionMap.Of(connection, "Shop", ProjectKind.Web).Select(d => (d.Id, d.Strength, d.Phase)));
        Assert.Equal(Strength.Soft, Assert.Single(ConnectionMap.Of(connection with { FailsStart = false }, "Shop", ProjectKind.Web)).Strength);
    }

    [Fact]
    public void What_a_worker_does_while_it_runs_is_background_work() =>
        Assert.Equal(Phase.Background, Assert.Single(ConnectionMap.Of(Connection(), "Shop", ProjectKind.Worker)).Phase);

    [Fact]
    public void Long_lines_are_cut()
    {
        var tree = CSharpSyntaxTree.ParseText("class C { string s = \"" + new string('a', 5000) + "\"; }", path: "C.cs");
        var evidence = EvidenceMap.Of(tree.GetRoot().GetLocation())!;
        Assert.Equal(100, evidence.Text.Length);
        Assert.EndsWith("…", evidence.Text);
    }

    [Fact]
    public async Task A_configuration_file_is_evidence_by_its_key_and_not_by_its_line()
    {
        using var repository = new Repository()
            .With("Shop.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup><ItemGroup><PackageReference Include="Npgsql" Version="10.0.0" /></ItemGroup></Project>""")
            .With("appsettings.json", "{ \"ConnectionStrings\": {\n \"Orders\": \"Host=10.4.5.6;Password=s3cret\" } }")
            .With("Program.cs", """
                var builder = WebApplication.CreateBuilder(args);
                var source = Npgsql.NpgsqlDataSource.Create(builder.Configuration.GetConnectionString("Orders")!);
                builder.Build().Run();
                """);
        var finding = Assert.Single((await repository.ReadAsync()).Findings, f => f.RuleId == "SPOF2001");
        var config = Assert.Single(finding.Evidence, e => e.Layer == EvidenceLayer.Config);
        Assert.Equal(("ConnectionStrings:Orders", 2), (config.Text, config.At.Line));
    }
}
