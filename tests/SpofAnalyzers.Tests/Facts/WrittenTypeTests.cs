using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Facts;

public sealed class WrittenTypeTests
{
    private const string Types = """
        class Near { public int Go() => 1; }
        class Far { public int Go() => 2; }
        class Many { public int Select(System.Func<Far, int> f) => f(new()); }
        class Base { protected Far inherited = new(); }
        """;

    [Theory]
    [InlineData("class C { int M(Near x) => x.Go(); }", "Near")]
    [InlineData("class C { int M(Near? x) => x!.Go() + x.Go(); }", "Near")]
    [InlineData("class C { Far x = new(); int M(Near x) => x.Go(); }", "Near")]
    [InlineData("class C(Near x) { int M() => x.Go(); }", "Near")]
    [InlineData("class C { Near x = new(); int M() => x.Go(); }", "Near")]
    [InlineData("class C { Near x { get; } = new(); int M() { return x.Go(); } }", "Near")]
    [InlineData("class C { int M() { Near x = new(); return x.Go(); } }", "Near")]
    [InlineData("class C { Far x = new(); int M() { Near x = new(); int In() => x.Go(); return In(); } }", "Near")]
    [InlineData("class C { System.Func<Near, int> f = (Near x) => x.Go(); }", "Near")]
    [InlineData("class C { System.Func<Near, int> f = delegate (Near x) { return x.Go(); }; }", "Near")]
    [InlineData("class C { int M() { return In(new()); int In(Near x) => x.Go(); } }", "Near")]
    [InlineData("class C { int M(Near x) { System.Func<Far, int> f = (Far x) => 1; return x.Go(); } }", "Near")]
    public void A_declaration_in_sight_tells_the_type_that_the_compiler_finds(string source, string expected)
    {
        var (written, bound) = Read(source);
        Assert.Equal(expected, written);
        Assert.Equal(expected, bound);
    }

    [Theory]
    [InlineData("class C { int M() { var x = new Far(); return x.Go(); } }")]
    [InlineData("class C { System.Func<Far, int> f = x => x.Go(); Near x = new(); }")]
    [InlineData("class C { System.Func<Far, int> f = (x) => x.Go(); Near x = new(); }")]
    [InlineData("class C : Base { int M() => inherited.Go(); }")]
    [InlineData("class C { Near x = new(); int M(object o) => o is Far x ? x.Go() : 0; }")]
    [InlineData("class C { Near x = new(); void Get(out Far x) => x = new(); int M() { Get(out var x); return x.Go(); } }")]
    [InlineData("class C { Near x = new(); int M(Far[] all) { foreach (var x in all) { return x.Go(); } return 0; } }")]
    [InlineData("class C { Near x = new(); int M(Far f) { for (Far x = f; ;) { return x.Go(); } } }")]
    [InlineData("class C { Near x = new(); object M(Many all) => from x in all select x.Go(); }")]
    [InlineData("class C { Near x = new(); int M(int n) { switch (n) { case 1: Far x = new(); return x.Go(); default: return 0; } } }")]
    [InlineData("class C<Near> where Near : Far { int M(Near x) => x.Go(); }")]
    [InlineData("class C { int M<Near>(Near x) where Near : Far => x.Go(); }")]
    [InlineData("class C { Near value = new(); Far P { set { value.Go(); } } }")]
    public void What_may_be_another_variable_is_left_to_the_compiler(string source)
    {
        var (written, bound) = Read(source);
        Assert.Null(written);
        Assert.NotEqual("Near", bound);
    }

    [Fact]
    public void An_alias_is_left_to_the_compiler()
    {
        var (written, bound) = Read("class C { int M(Handle x) => x.Go(); }", "using Handle = Far;\n");
        Assert.Null(written);
        Assert.Equal("Far", bound);
    }

    /// <summary>What the syntax says of the last <c>….Go()</c>, and the type whose method the compiler calls there.</summary>
    private static (string? Written, string? Bound) Read(string source, string usings = "")
    {
        var tree = CSharpSyntaxTree.ParseText(usings + source, new CSharpParseOptions(LanguageVersion.Latest), cancellationToken: TestContext.Current.CancellationToken);
        var types = CSharpSyntaxTree.ParseText(Types, cancellationToken: TestContext.Current.CancellationToken);
        var compilation = CSharpCompilation.Create("Test", [tree, types], ReferenceBag.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);
        var call = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Last(c => c.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax, Name.Identifier.ValueText: "Go" });
        var operation = Assert.IsType<IInvocationOperation>(compilation.GetSemanticModel(tree).GetOperation(call, TestContext.Current.CancellationToken), exactMatch: false);
        return (WrittenType.Of((IdentifierNameSyntax)((MemberAccessExpressionSyntax)call.Expression).Expression), operation.TargetMethod.ContainingType.Name);
    }
}
