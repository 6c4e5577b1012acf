using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Operations of what the context has the source of: methods, delegates, initializers.</summary>
internal sealed class SourceBodies
{
    private readonly FactContext _context;

    private SourceBodies(FactContext context) => _context = context;

    public static SourceBodies Of(FactContext context) => context.GetOrCreate(c => new SourceBodies(c));

    /// <summary>
    /// The operation at a node, of an expression in parentheses or with <c>!</c> that of the expression itself; null when the node has none or
    /// its file is not among the sources of the context.
    /// </summary>
    public IOperation? At(SyntaxNode node, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (node)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    node = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiven:
                    node = forgiven.Operand;
                    break;
                default:
                    return IsKnown(node.SyntaxTree) ? _context.Model(node.SyntaxTree).GetOperation(node, cancellationToken) : null;
            }
        }
    }

    /// <summary>Body of a method or local function; null for metadata and abstract methods.</summary>
    public IOperation? Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        foreach (var reference in (method.ReducedFrom ?? method).OriginalDefinition.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is var declaration
                && declaration is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
                && At(declaration, cancellationToken) is { } body)
            {
                return body;
            }
        }

        return null;
    }

    /// <summary>Body of the function that a delegate value names (lambda, method group); null when it is not visible.</summary>
    public IOperation? OfDelegate(IOperation value, CancellationToken cancellationToken) => value.Core() switch
    {
        IDelegateCreationOperation creation => OfDelegate(creation.Target, cancellationToken),
        IAnonymousFunctionOperation function => function.Body,
        IMethodReferenceOperation method => Of(method.Method, cancellationToken),
        ILocalReferenceOperation local when Initializer(local.Local, cancellationToken) is { } initializer =>
            OfDelegate(initializer, cancellationToken),
        _ => null,
    };

    /// <summary>Value that a local, field or property is declared with; null when it has none in source.</summary>
    public IOperation? Initializer(ISymbol symbol, CancellationToken cancellationToken)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            ExpressionSyntax? value = reference.GetSyntax(cancellationToken) switch
            {
                VariableDeclaratorSyntax variable => variable.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
                _ => null,
            };
            if (value is not null && At(value, cancellationToken) is { } operation)
            {
                return operation;
            }
        }

        return null;
    }

    /// <summary>Values assigned to a field or property inside its own type, apart from the initializer.</summary>
    public IEnumerable<IOperation> Assignments(ISymbol member, CancellationToken cancellationToken)
    {
        foreach (var reference in member.ContainingType.DeclaringSyntaxReferences)
        {
            if (!IsKnown(reference.SyntaxTree))
            {
                continue;
            }

            foreach (var assignment in reference.GetSyntax(cancellationToken).DescendantNodes().OfType<AssignmentExpressionSyntax>())
            {
                var left = assignment.Left is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } ? name : assignment.Left;
                if (left is IdentifierNameSyntax identifier
                    && identifier.Identifier.ValueText == member.Name
                    && SymbolsAcross.Comparer.Equals(_context.Model(reference.SyntaxTree).GetSymbolInfo(identifier, cancellationToken).Symbol, member)
                    && At(assignment.Right, cancellationToken) is { } value)
                {
                    yield return value;
                }
            }
        }
    }

    /// <summary>Values that a local, field or property may have: the one it is declared with, else what its own type assigns.</summary>
    public IEnumerable<IOperation> Values(ISymbol symbol, CancellationToken cancellationToken) =>
        Initializer(symbol, cancellationToken) is { } initializer ? [initializer]
        : symbol is ILocalSymbol ? []
        : Assignments(symbol, cancellationToken);

    /// <summary>The method or local function that holds the operation; null inside a lambda, whose caller is not known.</summary>
    public IMethodSymbol? EnclosingMethod(IOperation operation, CancellationToken cancellationToken)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation:
                    return null;
                case ILocalFunctionOperation local:
                    return local.Symbol;
            }
        }

        var node = operation.Root().Syntax;
        return _context.Model(node.SyntaxTree).GetDeclaredSymbol(node, cancellationToken) as IMethodSymbol;
    }

    /// <summary>What a body returns; of an expression body or lambda, the expression.</summary>
    public static IEnumerable<IOperation> Returned(IOperation body) =>
        body.InThisFunction().OfType<IReturnOperation>().Select(r => r.ReturnedValue).OfType<IOperation>();

    private bool IsKnown(SyntaxTree tree) => _context.Sources.OwnerOf(tree) is not null;
}
