using Microsoft.CodeAnalysis.Diagnostics;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class AcceptSpofTests
{
    private static readonly string Attribute = File.ReadAllText(Path.Combine(Checkout.Folder("src", "SpofAnalyzers.Annotations"), "AcceptSpofAttribute.cs"));

    private static Task VerifyAsync(string program, string? attribute = null) =>
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Suppressor = new AcceptSpofSuppressor() }.VerifyAsync(program, attribute ?? Attribute);

    private static string Program(string assembly = "", string type = "", string member = "", string client = "new HttpClient()") => $$"""
        {{assembly}}
        var app = WebApplication.CreateBuilder(args).Build();
        app.Run();
        {{type}}
        partial class Prices
        {
            {{member}}
            static readonly HttpClient Client = {{client}};
        }
        """;

    [Fact]
    public Task Without_an_acceptance_the_finding_is_reported() => VerifyAsync(Program(client: "[|new HttpClient()|]"));

    [Theory]
    [InlineData("[assembly: SpofAnalyzers.AcceptSpof(\"SPOF3006\")]", "", "")]
    [InlineData("", "[SpofAnalyzers.AcceptSpof(\"SPOF3006\", Owner = \"team\", Until = \"2027-01-31\", Reason = \"moves\")]", "")]
    [InlineData("", "", "[SpofAnalyzers.AcceptSpof(\"SPOF3006\")]")]
    [InlineData("", "", "[SpofAnalyzers.AcceptSpof(\"SPOF1001\"), SpofAnalyzers.AcceptSpof(\"spof3006\")]")]
    public Task An_acceptance_around_the_place_silences_the_rule(string assembly, string type, string member) => VerifyAsync(Program(assembly, type, member));

    [Fact]
    public Task The_day_is_not_judged_here() => VerifyAsync(Program(member: "[SpofAnalyzers.AcceptSpof(\"SPOF3006\", Until = \"2001-01-01\")]"));

    [Fact]
    public Task An_acceptance_of_another_part_of_the_type_counts() =>
        VerifyAsync(Program() + "\n[SpofAnalyzers.AcceptSpof(\"SPOF3006\")] partial class Prices;");

    [Theory]
    [InlineData("[SpofAnalyzers.AcceptSpof(\"SPOF3001\")]")]
    [InlineData("[SpofAnalyzers.AcceptSpof(\"SPOF3006\")] static readonly int Other = 1;")]
    public Task An_acceptance_of_something_else_does_not(string member) => VerifyAsync(Program(member: member, client: "[|new HttpClient()|]"));

    [Fact]
    public Task An_attribute_of_that_name_from_elsewhere_does_not() =>
        VerifyAsync(
            Program(member: "[Mine.AcceptSpof(\"SPOF3006\")]", client: "[|new HttpClient()|]"),
            "namespace Mine { class AcceptSpofAttribute(string rule) : Attribute { public string Rule => rule; } }");

    [Fact]
    public void Every_rule_can_be_accepted()
    {
        var rules = typeof(SpofAnalyzer).Assembly.GetTypes()
            .Where(t => typeof(DiagnosticAnalyzer).IsAssignableFrom(t) && !typeof(DiagnosticSuppressor).IsAssignableFrom(t) && !t.IsAbstract)
            .SelectMany(t => ((DiagnosticAnalyzer)Activator.CreateInstance(t)!).SupportedDiagnostics).Select(d => d.Id).Distinct();
        Assert.Empty(rules.Except(new AcceptSpofSuppressor().SupportedSuppressions.Select(s => s.SuppressedDiagnosticId)));
    }
}
