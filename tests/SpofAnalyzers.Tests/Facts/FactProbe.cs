using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Facts;

/// <summary>Compiles a small program and hands out its operations: those passed to <c>Sink.Use</c> are what a test asks about.</summary>
internal sealed class FactProbe
{
    private const string Prelude = """
        global using System;
        global using System.Collections.Generic;
        global using System.Net.Http;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Options;
        internal static class Sink { public static void Use(object? value) { } }
        """;

    public FactProbe(string source, string[]? symbols = null, FactOptions? options = null, ConfigurationView? configuration = null)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None, preprocessorSymbols: symbols);
        var main = CSharpSyntaxTree.ParseText(source, parse, path: "Program.cs");
        var kind = main.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any()
            ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = CSharpCompilation.Create("Shop", [main, CSharpSyntaxTree.ParseText(Prelude, parse, path: "Prelude.g.cs")], ReferenceBag.All,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
        Assert.True(errors.Length == 0, string.Join("\n", errors.Take(10)));
        Context = new FactContext(compilation, configuration ?? ConfigurationView.Empty, options ?? FactOptions.Default);
        Tree = main;
    }

    public FactContext Context { get; }

    public SyntaxTree Tree { get; }

    /// <summary>The operations passed to <c>Sink.Use</c>, in order.</summary>
    public IReadOnlyList<IOperation> Used =>
        [.. TreeNames.Of(Tree, TestContext.Current.CancellationToken).Calls("Use")
            .Select(c => ((IInvocationOperation)Context.Model(Tree).GetOperation(c)!).Arguments[0].Value)];

    public IReadOnlyList<ConnectionFact> Connections => ConnectionFacts.Extract(Context, [Tree], TestContext.Current.CancellationToken).Facts;

    public static AddressFact Address(string source)
    {
        var probe = new FactProbe(source);
        return AddressResolver.Resolve(Assert.Single(probe.Used), probe.Context, TestContext.Current.CancellationToken);
    }
}
