using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

/// <summary>
/// What every fact source may ask about a compilation, resolved once: known types by metadata name, configuration values,
/// the owner's domains and the options. Safe for concurrent use.
/// </summary>
internal sealed class FactContext
{
    private readonly ConcurrentDictionary<string, INamedTypeSymbol?> _types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, object> _caches = new();
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly Lazy<HashSet<string>> _referencedAssemblies;

    public FactContext(Compilation compilation, ConfigurationView configuration, FactOptions options)
    {
        Compilation = compilation;
        Configuration = configuration;
        Options = options;
        _referencedAssemblies = new(() => new(compilation.ReferencedAssemblyNames.Select(a => a.Name), StringComparer.OrdinalIgnoreCase));
    }

    public Compilation Compilation { get; }

    /// <summary>Values of <c>appsettings*.json</c> and <c>*.settings*.json</c>; empty when none were given.</summary>
    public ConfigurationView Configuration { get; }

    public FactOptions Options { get; }

    /// <summary>Simple names of the assemblies that the project references.</summary>
    public HashSet<string> ReferencedAssemblies => _referencedAssemblies.Value;

    /// <summary>The type with that metadata name, or null when the compilation does not know it (or knows it twice).</summary>
    public INamedTypeSymbol? Type(string metadataName) =>
        _types.TryGetValue(metadataName, out var known) ? known : _types.GetOrAdd(metadataName, Compilation.GetTypeByMetadataName(metadataName));

    /// <summary>True when the symbol's original definition is the type with that metadata name.</summary>
    public bool Is(ITypeSymbol? type, string metadataName) =>
        type is not null && Type(metadataName) is { } known && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, known);

    /// <summary>One value per compilation, such as an index over all files; made on first use. What is cancelled while it is made leaves nothing behind.</summary>
    public T GetOrCreate<T>(Func<FactContext, T> create)
        where T : class =>
        (T)(_caches.TryGetValue(typeof(T), out var known) ? known : _caches.GetOrAdd(typeof(T), create(this)));

    /// <summary>The model of a file, for values that are followed out of the file that is being looked at.</summary>
    public SemanticModel Model(SyntaxTree tree) =>
        _models.TryGetValue(tree, out var known) ? known : _models.GetOrAdd(tree, Compilation.GetSemanticModel(tree));

    /// <summary>Files whose model was asked for: the cost of a search, watched by tests.</summary>
    public int BoundFiles => _models.Count;
}
