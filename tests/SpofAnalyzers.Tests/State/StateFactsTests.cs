using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SpofAnalyzers.Facts;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Rules;

namespace SpofAnalyzers.Tests.State;

public sealed class StateFactsTests
{
    private const string Store = """
        public sealed record Order(Guid Id, decimal Total);

        public sealed class OrderBook
        {
            private readonly Dictionary<Guid, Order> _orders = new();

            public void Place(Order order) => _orders.Add(order.Id, order);

            public void Close(Guid id) => _orders.Remove(id);
        }

        public static class Registration
        {
            public static void AddOrders(IServiceCollection services) => services.AddSingleton<OrderBook>();
        }
        """;

    public static TheoryData<Spof4001Case> Rows => [.. Spof4001CriticalCases.All, .. Spof4001BenignCases.All.Where(c => c.Number != "N32")];

    [Theory, MemberData(nameof(Rows))]
    public async Task The_tool_finds_what_the_compiler_reports(Spof4001Case row)
    {
        var reported = await new Harness.RuleTest { Analyzer = new Spof4001Analyzer() }.RunAsync(row.Source);
        var context = StateCompilation.Context(StateCompilation.Of(row.Source));
        var found = StateCompilation.Facts(context).Select(f => Spof4001.Judge(f, context)).OfType<RuleFinding>().Select(f => f.ToDiagnostic(context.Compilation));
        Assert.Equal(reported.Select(Show), found.Select(Show));

        static string Show(Diagnostic d) => $"{d.Severity} {d.Location.SourceSpan} {d.GetMessage()} {string.Join(" ", d.AdditionalLocations.Select(l => l.SourceSpan))}";
    }

    [Fact]
    public void A_fact_names_container_element_and_both_sites()
    {
        var fact = Assert.Single(StateCompilation.Facts(Store));
        Assert.Equal("Dictionary<Guid, Order>", fact.Description);
        Assert.Equal("Order", fact.Element);
        Assert.Equal(StateShape.Map, fact.Shape);
        Assert.Equal(("Place", "Close"), (fact.InsertedIn, fact.RemovedIn));
        Assert.Equal(6, fact.Insertion!.GetLineSpan().StartLinePosition.Line);
        Assert.Equal(8, fact.Removal!.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void A_file_without_candidates_is_not_bound()
    {
        var context = StateCompilation.Context(StateCompilation.Of("""
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Clock>();
            builder.Build().Run();

            public sealed class Clock(TimeProvider time)
            {
                private readonly TimeProvider _time = time;
                private static readonly System.Text.RegularExpressions.Regex Pattern = new("a");
                private int _asked;

                public IReadOnlyList<string> Names { get; } = ["a"];

                public DateTimeOffset Now()
                {
                    var known = new Dictionary<string, Clock>();
                    known["now"] = this;
                    _asked += Pattern.Match("a").Index + known.Count;
                    return _time.GetUtcNow();
                }
            }
            """));
        Assert.Empty(StateCompilation.Facts(context));
        Assert.Equal(0, context.BoundFiles);
    }

    [Fact]
    public void Only_files_that_matter_are_bound()
    {
        var context = StateCompilation.Context(StateCompilation.Of(
            Store,
            "public static class Unrelated { public static string Name(object o) => o.ToString() ?? \"\"; }",
            "public sealed class Caller(OrderBook book) { public void Buy(Order order) => book.Place(order); }"));
        Assert.Single(StateCompilation.Facts(context));
        Assert.Equal(2, context.BoundFiles);
    }

    [Fact]
    public void Facts_are_given_for_the_wanted_files_only()
    {
        var context = StateCompilation.Context(StateCompilation.Of(Store, "public static class Empty;"));
        var other = context.Compilation.SyntaxTrees.Single(t => t.FilePath == "File1.cs");
        Assert.Empty(StateFacts.Extract(context, [other], default));
    }

    [Theory]
    [InlineData("Shop.Domain", 1)]
    [InlineData("Vendor.Sdk", 0)]
    public void Types_of_a_sister_project_are_domain_content_and_those_of_a_vendor_are_not(string assembly, int facts)
    {
        var domain = StateCompilation.Named(assembly, [], "namespace Domain; public sealed record Order(Guid Id, decimal Total);");
        using var image = new MemoryStream();
        Assert.True(domain.Emit(image).Success);
        var shop = StateCompilation.Named("Shop.Orders", [MetadataReference.CreateFromImage(image.ToArray())],
            Store.Replace("public sealed record Order(Guid Id, decimal Total);", "using Domain;"));
        Assert.Equal(facts, StateCompilation.Facts(StateCompilation.Context(shop)).Count);
    }

    [Theory]
    [InlineData(ApplicationKind.Server, 1)]
    [InlineData(ApplicationKind.Library, 1)]
    [InlineData(ApplicationKind.Tool, 1)]
    [InlineData(ApplicationKind.Client, 0)]
    internal void Client_applications_are_exempt_and_tools_with_a_host_are_not(ApplicationKind kind, int facts) =>
        Assert.Equal(facts, StateCompilation.Facts(StateCompilation.Context(StateCompilation.Of(Store), new FactOptions { ApplicationKind = kind })).Count);

    [Theory]
    [InlineData("Order")]
    [InlineData("OrderBook")]
    public void Ignored_types_are_facts_without_a_finding(string name)
    {
        var context = StateCompilation.Context(StateCompilation.Of(Store), new FactOptions { StateTypesIgnored = [name] });
        Assert.Null(Spof4001.Judge(Assert.Single(StateCompilation.Facts(context)), context));
    }

    [Theory]
    [InlineData("Lease")]
    [InlineData("LeaseMonitor")]
    public void Types_listed_as_critical_are_tier_A_whatever_their_shape(string name)
    {
        const string Source = """
            public sealed record Lease(string Resource, IDisposable Handle);

            public static class LeaseMonitor
            {
                private static readonly List<Lease> Leases = new();

                public static void Take(Lease lease) => Leases.Add(lease);
            }
            """;
        Assert.Empty(StateCompilation.Facts(Source));
        var context = StateCompilation.Context(StateCompilation.Of(Source), new FactOptions { StateTypesCritical = [name] });
        Assert.Equal(StateTier.A, Assert.Single(StateCompilation.Facts(context)).Tier);
    }

    public static TheoryData<string> BrokenPrograms => [.. Spof4001CriticalCases.All.Where(c => c.Number is "P02" or "P08" or "P11" or "P25" or "P28").Select(c => c.Number)];

    [Theory, MemberData(nameof(BrokenPrograms))]
    public void Programs_that_are_being_typed_are_survived(string number)
    {
        var source = Spof4001CriticalCases.All.Single(c => c.Number == number).Source.Replace("[|", "").Replace("|]", "");
        for (var length = 40; length < source.Length; length += 37)
        {
            foreach (var text in new[] { source[..length], source.Remove(length, Math.Min(9, source.Length - length)) })
            {
                var tree = CSharpSyntaxTree.ParseText(text, path: "Program.cs");
                var compilation = CSharpCompilation.Create("Shop", [tree], Harness.ReferenceBag.All, new CSharpCompilationOptions(OutputKind.ConsoleApplication));
                var context = StateCompilation.Context(compilation);
                Assert.All(StateCompilation.Facts(context), f => Assert.NotNull(f.Insertion));
            }
        }
    }

    [Fact]
    public void Queues_drained_by_a_hosted_service_are_facts_for_another_rule()
    {
        var context = StateCompilation.Context(StateCompilation.Of(Spof4001CriticalCases.All.Single(c => c.Number == "P08").Source));
        var fact = Assert.Single(StateCompilation.Facts(context));
        Assert.True(fact.IsDrainedByHostedService);
        Assert.Null(Spof4001.Judge(fact, context));
    }

    [Fact]
    public void Outbox_persistence_is_a_fact_for_another_rule()
    {
        var context = StateCompilation.Context(StateCompilation.Of(Spof4001CriticalCases.All.Single(c => c.Number == "P09").Source));
        var fact = Assert.Single(StateCompilation.Facts(context));
        Assert.True(fact.IsMessagingPersistence);
        Assert.Null(Spof4001.Judge(fact, context));
    }
}
