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
    private readonly FactContext _whole;
    private readonly Lazy<HashSet<string>> _referencedAssemblies;

    /// <param name="compilation">The compilation that facts are asked of.</param>
    /// <param name="configuration">What its configuration files say.</param>
    /// <param name="options">Settings of the user.</param>
    /// <param name="users">Compilations that run a library; see <see cref="ProgramSources"/>.</param>
    public FactContext(Compilation compilation, ConfigurationView configuration, FactOptions options, IReadOnlyCollection<Compilation>? users = null)
    {
        Compilation = compilation;
        Configuration = configuration;
        Options = options;
        _referencedAssemblies = new(() => new(compilation.ReferencedAssemblyNames.Select(a => a.Name), StringComparer.OrdinalIgnoreCase));
        Sources = new ProgramSources(compilation, users ?? []);
        _whole = this;
    }

    private FactContext(FactContext whole, CallArguments arguments)
    {
        (_types, _caches, _models, _whole) = (whole._types, whole._caches, whole._models, whole._whole);
        (_referencedAssemblies, PackagesReferenced) = (whole._referencedAssemblies, whole.PackagesReferenced);
        (Compilation, Configuration, Options, Sources, Arguments) = (whole.Compilation, whole.Configuration, whole.Options, whole.Sources, arguments);
    }

    public Compilation Compilation { get; }

    /// <summary>The source that can be followed from the compilation.</summary>
    public ProgramSources Sources { get; }

    /// <summary>What the parameters stand for on the way that is looked at; none unless it leads through known calls.</summary>
    public CallArguments Arguments { get; } = CallArguments.None;

    /// <summary>Values of <c>appsettings*.json</c> and <c>*.settings*.json</c>; empty when none were given.</summary>
    public ConfigurationView Configuration { get; }

    public FactOptions Options { get; }

    /// <summary>
    /// Ids of the packages that the compilation references, whether they are at hand or not; null when what is not bound must not be told by
    /// its name, as in the compiler.
    /// </summary>
    public IReadOnlyCollection<string>? PackagesReferenced { get; init; }

    /// <summary>Simple names of the assemblies that the project references.</summary>
    public HashSet<string> ReferencedAssemblies => _referencedAssemblies.Value;

    /// <summary>The type with that metadata name, or null when the compilation does not know it (or knows it twice).</summary>
    public INamedTypeSymbol? Type(string metadataName) =>
        _types.TryGetValue(metadataName, out var known) ? known : _types.GetOrAdd(metadataName, Compilation.GetTypeByMetadataName(metadataName));

    /// <summary>True when the symbol's original definition is the type with that metadata name.</summary>
    public bool Is(ITypeSymbol? type, string metadataName) =>
        type is not null && ((Type(metadataName) is { } known && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, known))
            || IsElsewhere(type, metadataName));

    /// <summary>One value per compilation, such as an index over all files; made on first use. What is cancelled while it is made leaves nothing behind.</summary>
    public T GetOrCreate<T>(Func<FactContext, T> create)
        where T : class =>
        (T)(_caches.TryGetValue(typeof(T), out var known) ? known : _caches.GetOrAdd(typeof(T), create(_whole)));

    /// <summary>The model of a file, for values that are followed out of the file that is being looked at.</summary>
    public SemanticModel Model(SyntaxTree tree) =>
        _models.TryGetValue(tree, out var known) ? known : _models.GetOrAdd(tree, Sources.Model(tree));

    /// <summary>This context on the way through some calls.</summary>
    public FactContext Through(CallArguments arguments) => new(this, arguments);

    /// <summary>
    /// True for a type of that name as another project sees it, which may compile against another version of the library. Compares names only.
    /// </summary>
    internal bool IsElsewhere(ITypeSymbol type, string metadataName)
    {
        if (!metadataName.EndsWith(type.Name, StringComparison.Ordinal) || type is INamedTypeSymbol { Arity: > 0 } || Sources.Others.Count == 0)
        {
            return false;
        }

        var end = metadataName.Length - type.Name.Length;
        var space = type.ContainingNamespace;
        while (end > 0 && metadataName[end - 1] == '.' && space is { IsGlobalNamespace: false } && type.ContainingType is null)
        {
            end -= space.Name.Length + 1;
            if (end < 0 || string.CompareOrdinal(metadataName, end, space.Name, 0, space.Name.Length) != 0)
            {
                return false;
            }

            space = space.ContainingNamespace;
        }

        return end == 0 && space is { IsGlobalNamespace: true };
    }

    /// <summary>Files whose model was asked for: the cost of a search, watched by tests.</summary>
    public int BoundFiles => _models.Count;
}
