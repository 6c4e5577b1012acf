using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// The methods that start-up code calls on builders and service collections. Where one of them belongs to another project or library, what
/// it registers is out of sight; what its assembly refers to shows what it can register at all.
/// </summary>
internal sealed class HostSetup
{
    private static readonly string[] Words =
    [
        "IServiceCollection", "Services", "IHostApplicationBuilder", "WebApplicationBuilder", "HostApplicationBuilder", "IHostBuilder", "IWebHostBuilder",
        "CreateBuilder", "CreateDefaultBuilder", "CreateApplicationBuilder",
    ];

    private static readonly string[] Verbs = ["Add", "Use", "Configure", "Register", "Setup", "With"];

    /// <summary>What a set-up method of a library extends when it may register anything.</summary>
    private static readonly string[] Hosts =
    [
        "IServiceCollection", "IHostApplicationBuilder", "WebApplicationBuilder", "HostApplicationBuilder", "IHostBuilder", "IWebHostBuilder", "ConfigureHostBuilder",
        "ConfigureWebHostBuilder",
    ];

    private readonly FactContext _context;
    private readonly object _gate = new();
    private IReadOnlyCollection<IMethodSymbol>? _methods;
    private bool _hasUnbound;

    private HostSetup(FactContext context) => _context = context;

    public static HostSetup Of(FactContext context) => context.GetOrCreate(c => new HostSetup(c));

    /// <summary>Methods that are called on a builder, each once.</summary>
    public IReadOnlyCollection<IMethodSymbol> Methods(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _methods) is { } ready)
        {
            return ready;
        }

        // A lock and no lazy value: a cancelled first caller must not poison it.
        lock (_gate)
        {
            return _methods ??= Find(cancellationToken);
        }
    }

    /// <summary>True when a called method out of sight may configure the subject; a method of a library that is not at hand may.</summary>
    /// <param name="libraries">Parts of the names of the libraries through which it would.</param>
    /// <param name="names">Names that a project in source would write.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public bool MayConfigureElsewhere(IReadOnlyList<string> libraries, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var seen = new HashSet<IAssemblySymbol>(SymbolEqualityComparer.Default) { _context.Compilation.Assembly };
        var open = new Queue<IAssemblySymbol>(Methods(cancellationToken).Select(m => m.ContainingAssembly).Where(a => a is not null));
        while (open.Count > 0)
        {
            var assembly = open.Dequeue();
            // What a library for the subject registers when it is called directly, its method says by name.
            if (!seen.Add(assembly) || IsFramework(assembly.Name) || Fits(assembly.Name))
            {
                continue;
            }

            var source = (_context.Compilation.GetMetadataReference(assembly) as CompilationReference)?.Compilation;
            var referenced = assembly.Modules.SelectMany(m => m.ReferencedAssemblySymbols);
            if (source is null
                ? assembly.Modules.SelectMany(m => m.ReferencedAssemblies).Any(r => Fits(r.Name))
                : source.SyntaxTrees.Any(t => names.Any(TreeSummary.Of(t, cancellationToken).MayMention)))
            {
                return true;
            }

            // A project in source refers to every library that it may use; only other projects are worth a look.
            foreach (var next in referenced.Where(r => source is null || _context.Compilation.GetMetadataReference(r) is CompilationReference))
            {
                open.Enqueue(next);
            }
        }

        return _hasUnbound;

        bool Fits(string name) => libraries.Any(l => name.IndexOf(l, StringComparison.Ordinal) >= 0);
    }

    private static bool IsFramework(string assembly) =>
        assembly.StartsWith("System", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.", StringComparison.Ordinal) || assembly is "mscorlib" or "netstandard";

    private IReadOnlyCollection<IMethodSymbol> Find(CancellationToken cancellationToken)
    {
        var methods = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (var tree in _context.Compilation.SyntaxTrees)
        {
            var summary = TreeSummary.Of(tree, cancellationToken);
            if (!Words.Any(summary.MayMention))
            {
                continue;
            }

            var names = TreeNames.Of(tree, cancellationToken);
            foreach (var call in names.CallNames.Where(n => n != "Add" && CallVerbs.StartsWithWord(n, Verbs)).SelectMany(names.Calls))
            {
                switch (_context.Model(tree).GetOperation(call, cancellationToken))
                {
                    case IInvocationOperation { TargetMethod: var method } when IsOfBuilder(method):
                        methods.Add((method.ReducedFrom ?? method).OriginalDefinition);
                        break;
                    case IInvalidOperation invalid when !_hasUnbound && !DevelopmentOnly.Covers(invalid):
                        _hasUnbound = UnboundCalls.Receiver(call, _context.Model(tree), cancellationToken) is { Name: var receiver } && Hosts.Contains(receiver);
                        break;
                }
            }
        }

        return methods;
    }

    private static bool IsOfBuilder(IMethodSymbol method)
    {
        var type = method.IsStatic ? method.Parameters.FirstOrDefault()?.Type : method.ReducedFrom?.Parameters.FirstOrDefault()?.Type ?? method.ContainingType;
        return type is { Name: var name } && (name.EndsWith("Builder", StringComparison.Ordinal) || name == "IServiceCollection");
    }
}
