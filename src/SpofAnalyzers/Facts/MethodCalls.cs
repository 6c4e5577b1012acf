using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Finds the only call of a method, and the only creation of a type, in all known sources; cached.</summary>
internal sealed class MethodCalls
{
    /// <summary>A name that is called this often is a common name; binding every call would cost more than it gives.</summary>
    private const int MaxCandidates = 20;

    private readonly FactContext _context;
    private readonly ConcurrentDictionary<IMethodSymbol, IInvocationOperation?> _found = new(SymbolsAcross.Comparer!);
    private readonly ConcurrentDictionary<INamedTypeSymbol, IObjectCreationOperation?> _created = new(SymbolsAcross.Comparer!);

    private MethodCalls(FactContext context) => _context = context;

    public static MethodCalls Of(FactContext context) => context.GetOrCreate(c => new MethodCalls(c));

    /// <summary>
    /// The only call, or null when there is none, more than one, or when code that is not known may call it too.
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

    /// <summary>
    /// The only creation, or null when there is none, more than one, or when a container or code that is not known may
    /// create it too.
    /// </summary>
    public IObjectCreationOperation? SingleCreation(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var definition = type.OriginalDefinition;
        if (!_created.TryGetValue(definition, out var creation))
        {
            creation = FindCreation(definition, cancellationToken);
            _created[definition] = creation;
        }

        return creation;
    }

    /// <summary>The argument that a call or creation passes for a parameter.</summary>
    public static IOperation? Argument(IOperation call, int ordinal)
    {
        foreach (var argument in call is IInvocationOperation invocation ? invocation.Arguments : ((IObjectCreationOperation)call).Arguments)
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
        foreach (var tree in Trees(method))
        {
            foreach (var syntax in TreeNames.Of(tree, cancellationToken).Calls(method.Name))
            {
                if (++candidates > MaxCandidates)
                {
                    return null;
                }

                if (_context.Model(tree).GetOperation(syntax, cancellationToken) is IInvocationOperation call
                    && SymbolsAcross.Comparer.Equals((call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition, method))
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

    private IObjectCreationOperation? FindCreation(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (!_context.Sources.IsClosed && type.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Internal))
        {
            return null;
        }

        IObjectCreationOperation? only = null;
        var candidates = 0;
        foreach (var tree in Trees(type))
        {
            var names = TreeNames.Of(tree, cancellationToken);
            foreach (var syntax in names.Creations(type.Name).Concat(names.Creations("").Where(c => c.ArgumentList?.Arguments.Count > 0)))
            {
                if (++candidates > MaxCandidates)
                {
                    return null;
                }

                if (_context.Model(tree).GetOperation(syntax, cancellationToken) is IObjectCreationOperation creation
                    && SymbolsAcross.Comparer.Equals(creation.Type?.OriginalDefinition, type))
                {
                    if (only is not null)
                    {
                        return null;
                    }

                    only = creation;
                }
            }
        }

        return only;
    }

    private IEnumerable<SyntaxTree> Trees(ISymbol declared) => _context.Sources.ThatMayName(declared).SelectMany(c => c.SyntaxTrees);

    /// <summary>An executable's methods are called by itself alone; a library's only when they are not visible outside.</summary>
    private bool IsClosed(IMethodSymbol method) =>
        method.MethodKind == MethodKind.LocalFunction
        || _context.Sources.IsClosed
        || method.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal
        || method.ContainingType.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal;
}
