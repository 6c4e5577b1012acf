using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Finds the only call of a method of this compilation; cached.</summary>
internal sealed class MethodCalls
{
    /// <summary>A name that is called this often is a common name; binding every call would cost more than it gives.</summary>
    private const int MaxCandidates = 20;

    private readonly FactContext _context;
    private readonly ConcurrentDictionary<IMethodSymbol, IInvocationOperation?> _found = new(SymbolEqualityComparer.Default);

    private MethodCalls(FactContext context) => _context = context;

    public static MethodCalls Of(FactContext context) => context.GetOrCreate(c => new MethodCalls(c));

    /// <summary>
    /// The only call, or null when there is none, more than one, or when code outside of the compilation may call it too.
    /// </summary>
    public IInvocationOperation? Single(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!_found.TryGetValue(definition, out var call))
        {
            call = Find(definition, cancellationToken);
            _found[definition] = call;
        }

        return call;
    }

    /// <summary>The argument that a call passes for a parameter.</summary>
    public static IOperation? Argument(IInvocationOperation call, int ordinal)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal && argument.ArgumentKind != ArgumentKind.DefaultValue)
            {
                return argument.Value;
            }
        }

        return null;
    }

    private IInvocationOperation? Find(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var isOrdinary = method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction;
        if (!isOrdinary || method.IsVirtual || method.IsOverride || method.IsAbstract || method.DeclaringSyntaxReferences.IsEmpty
            || !IsClosed(method))
        {
            return null;
        }

        IInvocationOperation? only = null;
        var candidates = 0;
        foreach (var tree in _context.Compilation.SyntaxTrees)
        {
            foreach (var syntax in TreeNames.Of(tree, cancellationToken).Calls(method.Name))
            {
                if (++candidates > MaxCandidates)
                {
                    return null;
                }

                if (_context.Model(tree).GetOperation(syntax, cancellationToken) is IInvocationOperation call
                    && SymbolEqualityComparer.Default.Equals((call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition, method))
                {
                    if (only is not null)
                    {
                        return null;
                    }

                    only = call;
                }
            }
        }

        return only;
    }

    /// <summary>An executable's methods are called by itself alone; a library's only when they are not visible outside.</summary>
    private bool IsClosed(IMethodSymbol method) =>
        method.MethodKind == MethodKind.LocalFunction
        || _context.Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication
        || method.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal
        || method.ContainingType.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal;
}
