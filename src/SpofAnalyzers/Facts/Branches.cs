using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>Which of two places of one function run together.</summary>
internal static class Branches
{
    /// <summary>True when a branch lets at most one of the two run: two arms, or a guard that returns before the second.</summary>
    public static bool Exclude(SyntaxNode first, SyntaxNode second)
    {
        if (first.SyntaxTree != second.SyntaxTree)
        {
            return false;
        }

        SyntaxNode? firstPart = first;
        while (firstPart.Parent is { } parent && !parent.Span.Contains(second.Span))
        {
            firstPart = parent;
        }

        return firstPart.Parent switch
        {
            IfStatementSyntax { Else: { } otherwise } choice => firstPart == choice.Statement ? otherwise.Span.Contains(second.Span)
                : firstPart == otherwise && choice.Statement.Span.Contains(second.Span),
            ConditionalExpressionSyntax choice => firstPart != choice.Condition && !choice.Condition.Span.Contains(second.Span),
            SwitchStatementSyntax choice => firstPart is SwitchSectionSyntax && !choice.Expression.Span.Contains(second.Span),
            SwitchExpressionSyntax choice => firstPart is SwitchExpressionArmSyntax && !choice.GoverningExpression.Span.Contains(second.Span),
            BlockSyntax => IsGuard(firstPart, first),
            CompilationUnitSyntax => firstPart is GlobalStatementSyntax { Statement: var statement } && IsGuard(statement, first),
            _ => false,
        };
    }

    /// <summary>True when it depends on a condition of its function whether the place runs.</summary>
    public static bool IsConditional(SyntaxNode node)
    {
        for (var at = node; at.Parent is { } parent and not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax); at = parent)
        {
            if (parent is IfStatementSyntax choice ? at != choice.Condition
                : parent is ConditionalExpressionSyntax conditional ? at != conditional.Condition
                : parent is SwitchSectionSyntax or SwitchExpressionArmSyntax or CatchClauseSyntax)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsGuard(SyntaxNode statement, SyntaxNode inside) =>
        statement is IfStatementSyntax { Statement: var guarded }
        && guarded.Span.Contains(inside.Span)
        && guarded is BlockSyntax { Statements: [.., ReturnStatementSyntax or ThrowStatementSyntax] };
}
