using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof3001FixTests
{
    private const string Imports = "using Microsoft.Extensions.Http.Resilience;\n";

    private static string Program(string statements, string call) => $$"""
        {{Imports}}var builder = WebApplication.CreateBuilder(args);
        {{statements}}
        builder.Build().Run();
        public class Stripe { readonly HttpClient http; public Stripe(HttpClient http) => this.http = http; public Task Call() => {{call}}; }
        class Till { public Till(Stripe stripe) { } }

        """;

    private static Task VerifyAsync(string before, string after, string call = "http.PostAsync(\"v1/charges\", null)") =>
        new FixTest<Spof3001Analyzer, Spof3001CodeFix>(Spof3001.Id).VerifyAsync(Program(before, call), Program(after, call));

    private const string Unsafe = ".AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods())";

    [Fact]
    public Task The_handler_is_appended_and_leaves_unsafe_methods_alone() => VerifyAsync(
        "builder.Services.[|AddHttpClient<Stripe>|](c => c.BaseAddress = new Uri(\"https://api.stripe.com\"));",
        "builder.Services.AddHttpClient<Stripe>(c => c.BaseAddress = new Uri(\"https://api.stripe.com\"))" + Unsafe + ";");

    [Fact]
    public Task A_client_that_only_reads_gets_the_plain_handler() => VerifyAsync(
        "builder.Services.[|AddHttpClient<Stripe>|](c => c.BaseAddress = new Uri(\"https://api.stripe.com\"));",
        "builder.Services.AddHttpClient<Stripe>(c => c.BaseAddress = new Uri(\"https://api.stripe.com\")).AddStandardResilienceHandler();",
        "http.GetStringAsync(\"v1/charges\")");

    [Fact]
    public Task It_comes_last_in_a_chain_of_several_lines() => VerifyAsync(
        """
        builder.Services
            .[|AddHttpClient<Stripe>|](c => c.BaseAddress = new Uri("https://api.stripe.com"))
            .SetHandlerLifetime(TimeSpan.FromMinutes(3));
        """,
        $"""
        builder.Services
            .AddHttpClient<Stripe>(c => c.BaseAddress = new Uri("https://api.stripe.com"))
            .SetHandlerLifetime(TimeSpan.FromMinutes(3))
            {Unsafe};
        """);

    [Fact]
    public Task A_builder_in_a_local_gets_a_statement() => VerifyAsync(
        "var stripe = builder.Services.[|AddHttpClient<Stripe>|](c => c.BaseAddress = new Uri(\"https://api.stripe.com\"));\nstripe.SetHandlerLifetime(TimeSpan.FromMinutes(3));",
        "var stripe = builder.Services.AddHttpClient<Stripe>(c => c.BaseAddress = new Uri(\"https://api.stripe.com\"));\nstripe" + Unsafe + ";\nstripe.SetHandlerLifetime(TimeSpan.FromMinutes(3));");

    [Fact]
    public Task With_discovery_it_comes_first() => VerifyAsync(
        "builder.Services.[|AddHttpClient<Stripe>|](c => c.BaseAddress = new Uri(\"https://api.stripe.com\")).AddServiceDiscovery();",
        "var client = builder.Services.AddHttpClient<Stripe>(c => c.BaseAddress = new Uri(\"https://api.stripe.com\"));\nclient" + Unsafe + ";\nclient.AddServiceDiscovery();");

    [Theory]
    [InlineData("var services = builder.Services.[|AddHttpClient<Stripe>|](c => c.BaseAddress = new Uri(\"https://api.stripe.com\")).Services;")]
    [InlineData("IHttpClientBuilder Add() => builder.Services.[|AddHttpClient<Stripe>|](c => c.BaseAddress = new Uri(\"https://api.stripe.com\"));\nAdd();")]
    public Task Nothing_is_offered_where_the_result_is_used(string statements) => VerifyAsync(statements, statements);

    [Fact]
    public async Task The_import_is_added_where_it_is_missing()
    {
        const string rest = "\nvar builder = WebApplication.CreateBuilder(args);\nbuilder.Services.{0}(c => c.BaseAddress = new Uri(\"https://api.stripe.com\")){1};\nbuilder.Build().Run();\npublic class Stripe {{ readonly HttpClient http; public Stripe(HttpClient http) => this.http = http; public Task Call() => http.PostAsync(\"v1/charges\", null); }}\nclass Till {{ public Till(Stripe stripe) {{ }} }}\n";
        await new FixTest<Spof3001Analyzer, Spof3001CodeFix>(Spof3001.Id).VerifyAsync(
            "using System.Text;" + string.Format(null, rest, "[|AddHttpClient<Stripe>|]", ""),
            Imports + "using System.Text;" + string.Format(null, rest, "AddHttpClient<Stripe>", Unsafe));
    }

    [Fact]
    public async Task Without_the_package_the_fix_says_which_one_is_missing()
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Shop", LanguageNames.CSharp)
            .WithMetadataReferences(ReferenceBag.All.Where(r => !r.Display!.Contains("Http.Resilience", StringComparison.Ordinal)))
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication))
            .AddDocument("Usings.cs", RuleTest.Usings).Project;
        var document = project.AddDocument("Program.cs", "var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddHttpClient(\"stripe\");\n");
        var root = await document.GetSyntaxRootAsync(TestContext.Current.CancellationToken);
        var name = root!.DescendantTokens().Single(t => t.ValueText == "AddHttpClient");
        var actions = new List<CodeAction>();
        var diagnostic = Diagnostic.Create(Spof3001.Descriptor, name.GetLocation(), "stripe", "Stripe", "PostAsync");
        await new Spof3001CodeFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        Assert.Equal("Install package Microsoft.Extensions.Http.Resilience to add the standard resilience handler", Assert.Single(actions).Title);
    }
}
