using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SpofAnalyzers.Facts;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

/// <summary>Code that no rule is about costs name comparisons only: no file is bound a second time for it.</summary>
public sealed class MissTests
{
    /// <summary>Everyday code of a server, with names that rules listen to (Add, Set, Host, Delay, Map, Run), none of which means what they look for.</summary>
    private const string Everyday = """
        Console.WriteLine(new Prices(LoggerFactory.Create(_ => { }).CreateLogger<Prices>()).Of(args.Length));

        public sealed class Prices(ILogger<Prices> logger)
        {
            public string Host { get; set; } = "";

            public decimal Of(int id)
            {
                var found = new List<decimal>();
                var names = new Dictionary<string, int>();
                for (var i = 0; i < id; i++)
                {
                    found.Add(i * 1.1m);
                    names["n" + i] = i;
                }

                Host = "a" + found.Count;
                logger.LogInformation("{Count} of {Names} at https://shop.example/help", found.Count, names.Keys.Select(n => n.ToUpperInvariant()).ToList());
                return found.Where(f => f > 2).OrderBy(f => f).FirstOrDefault();
            }

            public static bool Set(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Host.Length > 3;
        }

        public static class Mapping
        {
            public static string Map(this DateTime at) => at.AddDays(1).ToString("O");

            public static async Task<string> ReadAsync(Stream stream, CancellationToken cancellation)
            {
                using var reader = new StreamReader(stream);
                await Task.Yield();
                return await reader.ReadToEndAsync(cancellation);
            }
        }
        """;

    [Fact]
    public async Task Everyday_code_binds_no_file_a_second_time() => Assert.Equal(0, await BoundFilesAsync(Everyday));

    [Fact]
    public async Task The_counter_sees_what_is_bound() =>
        Assert.Equal(1, await BoundFilesAsync(Everyday + """
            public sealed class Quotes
            {
                private static readonly HttpClient Http = new() { BaseAddress = new Uri(Where()) };

                private static string Where() => "https://quotes.acme.com/";

                public Task<string> NewestAsync() => Http.GetStringAsync("newest");
            }
            """));

    private static async Task<int> BoundFilesAsync(string source)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None);
        var compilation = CSharpCompilation.Create(
            "Shop",
            [CSharpSyntaxTree.ParseText(source, parse, "Program.cs"), CSharpSyntaxTree.ParseText(RuleTest.Usings, parse, "Usings.g.cs")],
            ReferenceBag.All,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        Assert.DoesNotContain(compilation.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        var probe = new ContextProbe();
        await new CompilationWithAnalyzers(
            compilation,
            [.. AllAnalyzers(), probe],
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false)).GetAnalyzerDiagnosticsAsync();
        return Assert.IsType<FactContext>(probe.Context).BoundFiles;
    }

    private static IEnumerable<DiagnosticAnalyzer> AllAnalyzers() =>
        typeof(SpofAnalyzer).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(t))
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!);

    /// <summary>Sees what the rules see: the compiler hands analyzers a compilation of its own making.</summary>
#pragma warning disable RS1012, RS1036, RS1038, RS1041, RS2008 // No compiler loads it.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class ContextProbe : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("PROBE", "Probe", "Probe", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public FactContext? Context { get; private set; }

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterCompilationStartAction(start => Context = FactContexts.Of(start.Compilation, start.Options));
        }
    }
}
