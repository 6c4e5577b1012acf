using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Spof.Code.References;

/// <summary>A library that declarations of ours can stand in for.</summary>
/// <param name="Name">Name of the embedded source and of the assembly it becomes.</param>
/// <param name="Packages">Ids of the packages whose types the source declares.</param>
/// <param name="Needs">Names of the stubs it builds on.</param>
/// <param name="OlderVersion">Name of a second source with what an older version had besides; null when there is none.</param>
internal sealed record StubLibrary(string Name, ImmutableArray<string> Packages, ImmutableArray<string> Needs, string? OlderVersion = null);

/// <summary>
/// Signatures, written by hand, of the members that facts look for. They let the calls of a project bind although its packages were
/// never restored. A stub is used only for a library that is referenced and not found; the two are never mixed.
/// </summary>
internal sealed class DeclarationStubs
{
    private static readonly ImmutableArray<StubLibrary> Libraries =
    [
        new("Polly", ["Polly", "Polly.Core", "Polly.Extensions", "Polly.RateLimiting", "Polly.Extensions.Http"], []),
        new("Microsoft.Extensions.Http.Polly", ["Microsoft.Extensions.Http.Polly"], ["Polly"]),
        new("Microsoft.Extensions.Http.Resilience", ["Microsoft.Extensions.Http.Resilience", "Microsoft.Extensions.Resilience"], ["Polly"]),
        new("Microsoft.Extensions.ServiceDiscovery", ["Microsoft.Extensions.ServiceDiscovery"], []),
        new("Refit", ["Refit", "Refit.HttpClientFactory"], []),
        new("StackExchange.Redis", ["StackExchange.Redis"], []),
        new("Microsoft.Extensions.Caching.StackExchangeRedis", ["Microsoft.Extensions.Caching.StackExchangeRedis"], ["StackExchange.Redis"]),
        new("RabbitMQ.Client", ["RabbitMQ.Client"], [], OlderVersion: "RabbitMQ.Client.6"),
        new("MongoDB.Driver", ["MongoDB.Driver"], []),
        new("Confluent.Kafka", ["Confluent.Kafka"], []),
        new("Microsoft.Data.SqlClient", ["Microsoft.Data.SqlClient"], []),
        new("System.Data.SqlClient", ["System.Data.SqlClient"], []),
        new("MySqlConnector", ["MySqlConnector"], []),
        new("Npgsql", ["Npgsql", "Npgsql.DependencyInjection"], []),
        new("Microsoft.EntityFrameworkCore",
            ["Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Abstractions", "Microsoft.EntityFrameworkCore.Relational"], []),
        new("Microsoft.EntityFrameworkCore.SqlServer", ["Microsoft.EntityFrameworkCore.SqlServer"],
            ["Microsoft.EntityFrameworkCore", "Microsoft.Data.SqlClient"]),
        new("Npgsql.EntityFrameworkCore.PostgreSQL", ["Npgsql.EntityFrameworkCore.PostgreSQL"], ["Microsoft.EntityFrameworkCore", "Npgsql"]),
        new("Pomelo.EntityFrameworkCore.MySql", ["Pomelo.EntityFrameworkCore.MySql"], ["Microsoft.EntityFrameworkCore", "MySqlConnector"]),
        new("MySql.Data", ["MySql.Data"], []),
        new("MySql.EntityFrameworkCore", ["MySql.EntityFrameworkCore"], ["Microsoft.EntityFrameworkCore", "MySql.Data"]),
        new("Grpc.Net.Client", ["Grpc.Net.Client", "Grpc.Core.Api"], []),
        new("Grpc.Net.ClientFactory", ["Grpc.Net.ClientFactory"], ["Grpc.Net.Client"]),
        new("MassTransit", ["MassTransit", "MassTransit.Abstractions"], []),
        new("MassTransit.RabbitMQ", ["MassTransit.RabbitMQ"], ["MassTransit", "RabbitMQ.Client"]),
        new("Microsoft.AspNetCore.DataProtection.StackExchangeRedis", ["Microsoft.AspNetCore.DataProtection.StackExchangeRedis"], ["StackExchange.Redis"]),
        new("Microsoft.AspNetCore.SignalR.StackExchangeRedis", ["Microsoft.AspNetCore.SignalR.StackExchangeRedis"], ["StackExchange.Redis"]),
        new("Microsoft.AspNetCore.OutputCaching.StackExchangeRedis", ["Microsoft.AspNetCore.OutputCaching.StackExchangeRedis"], ["StackExchange.Redis"]),
        new("Aspire.StackExchange.Redis", ["Aspire.StackExchange.Redis"], ["StackExchange.Redis"]),
        new("Aspire.Npgsql.EntityFrameworkCore.PostgreSQL", ["Aspire.Npgsql.EntityFrameworkCore.PostgreSQL"],
            ["Microsoft.EntityFrameworkCore", "Npgsql.EntityFrameworkCore.PostgreSQL"]),
    ];

    /// <summary>Packages without a stub that are known to bring a library that has one: when they are missing, what they bring is, too.</summary>
    private static readonly Dictionary<string, string[]> Brings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Aspire.Microsoft.EntityFrameworkCore.SqlServer"] = ["Microsoft.EntityFrameworkCore.SqlServer"],
        ["Aspire.Microsoft.Data.SqlClient"] = ["Microsoft.Data.SqlClient"],
        ["Aspire.MySqlConnector"] = ["MySqlConnector"],
        ["Aspire.Confluent.Kafka"] = ["Confluent.Kafka"],
        ["Aspire.MongoDB.Driver"] = ["MongoDB.Driver"],
        ["Aspire.Npgsql"] = ["Npgsql"],
        ["Aspire.Pomelo.EntityFrameworkCore.MySql"] = ["Pomelo.EntityFrameworkCore.MySql"],
        ["Aspire.RabbitMQ.Client"] = ["RabbitMQ.Client"],
        ["Aspire.StackExchange.Redis.DistributedCaching"] = ["Microsoft.Extensions.Caching.StackExchangeRedis"],
        ["EasyNetQ"] = ["RabbitMQ.Client"],
        ["Grpc.AspNetCore"] = ["Grpc.Net.ClientFactory"],
        ["Grpc.AspNetCore.Server.ClientFactory"] = ["Grpc.Net.ClientFactory"],
        ["Microsoft.AspNetCore.Identity.EntityFrameworkCore"] = ["Microsoft.EntityFrameworkCore"],
        ["MongoDB.EntityFrameworkCore"] = ["MongoDB.Driver", "Microsoft.EntityFrameworkCore"],
        ["Microsoft.EntityFrameworkCore.Design"] = ["Microsoft.EntityFrameworkCore"],
        ["Microsoft.EntityFrameworkCore.InMemory"] = ["Microsoft.EntityFrameworkCore"],
        ["Microsoft.EntityFrameworkCore.Sqlite"] = ["Microsoft.EntityFrameworkCore"],
        ["Microsoft.EntityFrameworkCore.Tools"] = ["Microsoft.EntityFrameworkCore"],
    };

    private static readonly Dictionary<string, StubLibrary> ByPackage =
        Libraries.SelectMany(l => l.Packages.Select(p => (Package: p, Library: l))).ToDictionary(p => p.Package, p => p.Library, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, StubLibrary> ByName = Libraries.ToDictionary(l => l.Name, StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, SyntaxTree> Trees = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, MetadataReference> _references = new(StringComparer.Ordinal);

    public static ImmutableArray<StubLibrary> All => Libraries;

    /// <summary>True when declarations of ours stand in for the package itself.</summary>
    public static bool Cover(string package) => ByPackage.ContainsKey(package);

    /// <summary>The stubs for packages that are not at hand, what they build on first.</summary>
    /// <param name="missing">Ids of packages that were not found.</param>
    /// <param name="isPresent">Tells by package id whether the real assembly is among the references.</param>
    public static IReadOnlyList<StubLibrary> For(IEnumerable<string> missing, Func<string, bool> isPresent)
    {
        var chosen = new List<StubLibrary>();
        foreach (var package in missing.Order(StringComparer.OrdinalIgnoreCase))
        {
            string[] libraries = ByPackage.TryGetValue(package, out var own) ? [own.Name] : Brings.GetValueOrDefault(package, []);
            foreach (var library in libraries)
            {
                Add(ByName[library]);
            }
        }

        return chosen;

        void Add(StubLibrary library)
        {
            if (chosen.Contains(library) || library.Packages.Any(isPresent))
            {
                return;
            }

            foreach (var need in library.Needs)
            {
                Add(ByName[need]);
            }

            chosen.Add(library);
        }
    }

    /// <summary>Declarations of a library, bound against the given references. Equal references give the same instance.</summary>
    /// <param name="library">The library.</param>
    /// <param name="references">Framework, stubs and assemblies that it builds on.</param>
    /// <param name="key">Names the references.</param>
    public MetadataReference Reference(StubLibrary library, IEnumerable<MetadataReference> references, string key) =>
        _references.GetOrAdd(library.Name + "|" + key, _ => Compile(library, references).ToMetadataReference());

    public static CSharpCompilation Compile(StubLibrary library, IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create(library.Name, library.OlderVersion is null ? [Tree(library.Name)] : [Tree(library.Name), Tree(library.OlderVersion)], references, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Annotations, concurrentBuild: false));

    /// <summary>The library that declares the types of a covered package.</summary>
    public static StubLibrary LibraryOf(string package) => ByPackage[package];

    private static SyntaxTree Tree(string name) => Trees.GetOrAdd(name, static n =>
    {
        using var stream = typeof(DeclarationStubs).Assembly.GetManifestResourceStream("Stubs." + n + ".cs")
            ?? throw new InvalidOperationException($"The declarations of {n} are not embedded.");
        return CSharpSyntaxTree.ParseText(SourceText.From(stream), new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None), n + ".cs");
    });
}
