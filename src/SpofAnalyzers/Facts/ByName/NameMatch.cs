using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Decides whether code that is not bound to a symbol means a member of a library, by what it writes, what its file imports and what its
/// project references. Whatever is known of a type or a method counts before its name.
/// </summary>
internal sealed class NameMatch
{
    private readonly FactContext _context;
    private readonly IReadOnlyCollection<string> _packages;
    private readonly FileImports _imports;
    private readonly CancellationToken _cancellationToken;

    private NameMatch(FactContext context, IReadOnlyCollection<string> packages, CancellationToken cancellationToken)
    {
        _context = context;
        _packages = packages;
        _imports = FileImports.Of(context);
        _cancellationToken = cancellationToken;
    }

    /// <summary>Null where a name proves nothing: in the compiler, which has every reference or says that one is missing.</summary>
    public static NameMatch? Of(FactContext context, CancellationToken cancellationToken) =>
        context.PackagesReferenced is { } packages ? new(context, packages, cancellationToken) : null;

    /// <summary>True when a type that is written there is one of the namespaces: known as such, written in full, or imported and not known at all.</summary>
    public bool IsType(ExpressionSyntax written, IReadOnlyCollection<string> namespaces)
    {
        var symbol = Symbols(written).FirstOrDefault();
        if (symbol is IAliasSymbol alias)
        {
            symbol = alias.Target;
        }

        if (symbol is not null and not IErrorTypeSymbol)
        {
            return symbol is INamedTypeSymbol known && namespaces.Contains(known.ContainingNamespace.ToDisplayString());
        }

        var qualifier = written switch
        {
            QualifiedNameSyntax name => name.Left.ToString(),
            MemberAccessExpressionSyntax access => access.Expression.ToString(),
            _ => null,
        };
        return qualifier is null ? Imports(namespaces, written) : namespaces.Contains(FileImports.WithoutGlobal(qualifier));
    }

    public bool Imports(IReadOnlyCollection<string> namespaces, SyntaxNode place)
    {
        foreach (var name in namespaces)
        {
            if (_imports.Contain(name, place))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a referenced package or an import of the file names the library.</summary>
    public bool Names(NamedLibrary library, SyntaxNode place) =>
        _packages.Any(p => library.Words.Any(w => p.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0))
        || library.Namespaces.Any(n => _imports.ContainAnyBelow(n, place));

    /// <summary>
    /// True when the call may be one of a method that extends or belongs to a type of that name: nothing that is known of its receiver, or of
    /// the methods it may have meant, says otherwise.
    /// </summary>
    /// <param name="call">The call that is not bound.</param>
    /// <param name="receiver">Simple name of the type that the method is called on.</param>
    /// <param name="owners">Simple names of the types that declare the method.</param>
    public bool MayCall(InvocationExpressionSyntax call, string receiver, IReadOnlyCollection<string> owners)
    {
        if (Receiver(call) is not { } on || !MayBe(TypeOf(on), receiver))
        {
            return false;
        }

        var meant = Symbols(call).OfType<IMethodSymbol>().ToArray();
        return meant.Length == 0 || Array.Exists(meant, m => owners.Contains(m.ContainingType.Name));
    }

    public ITypeSymbol? TypeOf(ExpressionSyntax expression) => _context.Model(expression.SyntaxTree).GetTypeInfo(expression, _cancellationToken).Type;

    public IOperation? Operation(SyntaxNode node) => SourceBodies.Of(_context).At(node, _cancellationToken);

    /// <summary>What the call is made on; null for a call of a method by its bare name.</summary>
    public static ExpressionSyntax? Receiver(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Expression,
        MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
        _ => null,
    };

    /// <summary>The first argument, or the one with that name.</summary>
    public static ExpressionSyntax? Argument(ArgumentListSyntax? arguments, string name) =>
        arguments?.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == name)?.Expression
        ?? (arguments?.Arguments.FirstOrDefault() is { NameColon: null } first ? first.Expression : null);

    /// <summary>True for a text or an address, and for a value of which nothing is known; not for a function or an object of another type.</summary>
    public bool MayBeText(ExpressionSyntax value) =>
        value is not AnonymousFunctionExpressionSyntax
        && (TypeOf(value) is not { } type || type is IErrorTypeSymbol || type.SpecialType == SpecialType.System_String || type.Name == "Uri");

    /// <summary>True for a type of that name or derived from one, and for one that is not known or derives from what is not known.</summary>
    private static bool MayBe(ITypeSymbol? type, string name)
    {
        if (type is null or IErrorTypeSymbol or ITypeParameterSymbol or IDynamicTypeSymbol)
        {
            return true;
        }

        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at is IErrorTypeSymbol || at.Name == name)
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(i => i is IErrorTypeSymbol || i.Name == name);
    }

    private IReadOnlyList<ISymbol> Symbols(ExpressionSyntax expression)
    {
        var info = _context.Model(expression.SyntaxTree).GetSymbolInfo(expression, _cancellationToken);
        IReadOnlyList<ISymbol> candidates = info.CandidateSymbols;
        return info.Symbol is { } symbol ? [symbol] : candidates;
    }
}
