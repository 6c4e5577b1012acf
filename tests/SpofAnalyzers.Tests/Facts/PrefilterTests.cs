using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Facts;

/// <summary>
/// Facts are looked for by name before anything is bound. Here everything is bound, and what is found must be the same: the names leave
/// nothing out.
/// </summary>
public sealed class PrefilterTests
{
    private const string Prelude = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    private const string Awkward = """
        using Client = System.Net.Http.HttpClient;
        using Db = Npgsql.NpgsqlConnection;
        using static StackExchange.Redis.ConnectionMultiplexer;
        using StackExchange.Redis;

        internal sealed class Awkward
        {
            private readonly HttpClient _late;
            private readonly Lazy<HttpClient> _lazy = new(() => new() { BaseAddress = new("http://lazy/") });
            private readonly Dictionary<string, HttpClient> _many = new() { ["a"] = new(), ["b"] = new HttpClient { BaseAddress = new Uri("http://b/") } };

            public Awkward() => _late = new() { BaseAddress = new Uri("http://late/") };

            public static HttpClient Returned() { return new(); }
            public static HttpClient Arrow() => new();
            public static HttpClient Conditional(bool on) => on ? new() { BaseAddress = new("http://on/") } : new Client();
            public static HttpClient Aliased() => new Client { BaseAddress = new Uri("http://aliased/") };
            public static void Handed() => Use(new());
            public static void Use(HttpClient client) => client?.GetAsync("http://used/");
            public static Task<string> Static() => new System.Net.Http.HttpClient().GetStringAsync("http://static/");
            public static Db Database() => new("Host=aliased;Database=d");
            public static Npgsql.NpgsqlConnection Typed(string text) => new(text);
            public static ConnectionMultiplexer Imported() => Connect("imported:6379");
            public static IConnectionMultiplexer Qualified() => global::StackExchange.Redis.ConnectionMultiplexer.Connect("qualified:6379");
            public static Npgsql.NpgsqlDataSource Source() => Npgsql.NpgsqlDataSource.Create("Host=source");
            public static object[] Array() => new object[] { new Npgsql.NpgsqlConnection("Host=array"), new System.Net.Sockets.TcpClient("tcp", 1) };
            public Task<HttpResponseMessage> Member() => this._late.SendAsync(new(HttpMethod.Get, "/x"));
        }
        """;

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Checkout.Folder("samples"), "*.csproj", SearchOption.AllDirectories)
            .Select(p => Path.GetRelativePath(Checkout.Folder("samples"), Path.GetDirectoryName(p)!)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Names_leave_nothing_out_of_a_sample(string project) =>
        Compare([.. Directory.EnumerateFiles(Path.Combine(Checkout.Folder("samples"), project), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(File.ReadAllText)], isWhole: false);

    [Fact]
    public void Names_leave_nothing_out_of_awkward_code() => Compare([Awkward], isWhole: true);

    [Theory]
    [InlineData("global using Web = System.Net.Http.HttpClient;", "class Alias { public Web Make() => new Web { BaseAddress = new Uri(\"http://a/\") }; public Task<string> Get() => Make().GetStringAsync(\"http://b/\"); }")]
    [InlineData("public class Base : HttpClient { } public class Middle : Base { }", "class Derived : Middle { public Derived() { BaseAddress = new Uri(\"http://a/\"); } public Task<HttpResponseMessage> Get() => GetAsync(\"http://b/\"); }")]
    [InlineData("public class Base : HttpClient { } static class Make { public static Base One() => new(); }", "class User { public Task<HttpResponseMessage> Get() => Make.One().DeleteAsync(\"http://b/\"); }")]
    public void Names_leave_nothing_out_where_another_file_gives_a_client_its_name(string one, string other) => Compare([one, other], isWhole: true);

    private static void Compare(string[] sources, bool isWhole)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var parse = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None);
        var trees = sources.Select((s, i) => CSharpSyntaxTree.ParseText(s, parse, path: $"{i}.cs", cancellationToken: cancellation)).ToArray();
        var kind = trees.Any(t => t.GetCompilationUnitRoot(cancellation).Members.OfType<GlobalStatementSyntax>().Any())
            ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = CSharpCompilation.Create("Shop", [.. trees, CSharpSyntaxTree.ParseText(Prelude, parse, path: "Prelude.g.cs", cancellationToken: cancellation)],
            ReferenceBag.All, new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));
        if (isWhole)
        {
            Assert.DoesNotContain(compilation.GetDiagnostics(cancellation), d => d.Severity == DiagnosticSeverity.Error);
        }

        var context = new FactContext(compilation, ConfigurationView.Empty, FactOptions.Default);
        var operations = trees.SelectMany(t => All(t, context)).ToArray();
        Assert.NotEmpty(operations);

        Assert.Equal(
            Places(operations.Select(o => ConnectionFacts.From(o, context, cancellation)?.Location)),
            Places(ConnectionFacts.Extract(context, trees, cancellation).Facts.Select(f => f.Location)));
        Assert.Equal(
            Places(operations.Select(o => EndpointSinks.Of(o, context, cancellation)?.Location)),
            Places(EndpointSinks.Extract(context, trees, cancellation).Select(s => s.Location)));
        Assert.Equal([], operations.Where(o => IsHttp(o, context) && !IsMentioned(o, context, cancellation)).Select(o => o.Syntax.ToString()));
    }

    /// <summary>Every operation of a file, bound.</summary>
    private static IEnumerable<IOperation> All(SyntaxTree tree, FactContext context)
    {
        var seen = new HashSet<IOperation>();
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax
                && context.Model(tree).GetOperation(node) is { } operation && seen.Add(operation))
            {
                yield return operation;
            }
        }
    }

    private static string[] Places(IEnumerable<Location?> locations) =>
        [.. locations.OfType<Location>().Select(l => l.SourceTree!.FilePath + l.SourceSpan).Distinct().Order(StringComparer.Ordinal)];

    private static bool IsHttp(IOperation operation, FactContext context) => operation switch
    {
        IObjectCreationOperation creation => context.Is(creation.Type, HttpMethods.HttpClient),
        IInvocationOperation { TargetMethod: var method } call => HttpMethods.IsCall(call, context)
            || (method.Name == "AddHttpClient" && method.ContainingType.Name == "HttpClientFactoryServiceCollectionExtensions")
            || (method.Name == "CreateClient" && method.ContainingType.Name is "IHttpClientFactory" or "HttpClientFactoryExtensions")
            || (method.Name == "ConfigureHttpClientDefaults"),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "BaseAddress" or "Timeout" } property } } =>
            context.Is(property.ContainingType, HttpMethods.HttpClient),
        _ => false,
    };

    private static bool IsMentioned(IOperation operation, FactContext context, CancellationToken cancellation)
    {
        var mentions = HttpMentions.Of(operation.Syntax.SyntaxTree, ClientTypeNames.Of(context, cancellation), cancellation);
        return mentions.Registrations.Concat(mentions.Constructions).Concat(mentions.Calls).Concat(mentions.Settings).Concat(mentions.Wrappers)
            .Any(operation.Syntax.Span.Contains);
    }
}
