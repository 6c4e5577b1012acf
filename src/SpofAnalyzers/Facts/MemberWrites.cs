using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>Finds the one value that a field or property gets; cached per compilation.</summary>
internal sealed class MemberWrites
{
    private readonly SourceBodies _sources;
    private readonly ConcurrentDictionary<ISymbol, IOperation?> _found = new(SymbolsAcross.Comparer!);

    private MemberWrites(FactContext context) => _sources = SourceBodies.Of(context);

    public static MemberWrites Of(FactContext context) => context.GetOrCreate(c => new MemberWrites(c));

    /// <summary>
    /// The only value of a field or auto-property that nothing outside of its type can change: its initializer or its one assignment.
    /// </summary>
    public IOperation? SingleValue(ISymbol member, CancellationToken cancellationToken)
    {
        if (!_found.TryGetValue(member, out var value))
        {
            value = Find(member, cancellationToken);
            _found[member] = value;
        }

        return value;
    }

    /// <summary>The body of an expression-bodied property or method, or the value of its only return.</summary>
    public IOperation? Returned(ISymbol member, CancellationToken cancellationToken)
    {
        if (member.DeclaringSyntaxReferences is not [var reference])
        {
            return null;
        }

        var expression = reference.GetSyntax(cancellationToken) switch
        {
            PropertyDeclarationSyntax { ExpressionBody: { } arrow } => arrow.Expression,
            PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } => accessors
                .FirstOrDefault(a => a.Keyword.ValueText == "get") is { } getter ? OnlyReturn(getter.ExpressionBody, getter.Body) : null,
            MethodDeclarationSyntax method => OnlyReturn(method.ExpressionBody, method.Body),
            LocalFunctionStatementSyntax local => OnlyReturn(local.ExpressionBody, local.Body),
            _ => null,
        };
        return expression is null ? null : _sources.At(expression, cancellationToken);
    }

    private static ExpressionSyntax? OnlyReturn(ArrowExpressionClauseSyntax? arrow, BlockSyntax? body)
    {
        if (arrow is not null)
        {
            return arrow.Expression;
        }

        ExpressionSyntax? only = null;
        foreach (var statement in body?.DescendantNodes(n => n is not (LambdaExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>() ?? [])
        {
            if (only is not null)
            {
                return null;
            }

            only = statement.Expression;
        }

        return only;
    }

    private IOperation? Find(ISymbol member, CancellationToken cancellationToken)
    {
        var isClosed = member switch
        {
            IFieldSymbol field => field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private,
            IPropertySymbol property => property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private },
            _ => false,
        };
        if (!isClosed || member.DeclaringSyntaxReferences is not [var declaration])
        {
            return null;
        }

        var initializer = declaration.GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } => value,
            PropertyDeclarationSyntax { Initializer.Value: { } value } => value,
            _ => null,
        };
        var assigned = _sources.Assignments(member, cancellationToken).Take(2).ToList();
        return (initializer, assigned) switch
        {
            ({ } value, []) => _sources.At(value, cancellationToken),
            (null, [var value]) => value,
            _ => null,
        };
    }
}
