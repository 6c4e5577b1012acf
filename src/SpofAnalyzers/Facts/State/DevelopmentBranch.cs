using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>Branches of start-up code that choose between registrations.</summary>
internal static class DevelopmentBranch
{
    /// <summary>True when the node runs only in development or when an in-memory flag asks for it.</summary>
    public static bool Contains(SyntaxNode node)
    {
        for (var (child, parent) = (node, node.Parent); parent is not null and not MemberDeclarationSyntax; (child, parent) = (parent, parent.Parent))
        {
            var inBranch = parent switch
            {
                IfStatementSyntax branch when child == branch.Statement => SaysDevelopment(branch.Condition),
                IfStatementSyntax branch when child == branch.Else => SaysDevelopment(Negated(branch.Condition)),
                ConditionalExpressionSyntax choice when child == choice.WhenTrue => SaysDevelopment(choice.Condition),
                ConditionalExpressionSyntax choice when child == choice.WhenFalse => SaysDevelopment(Negated(choice.Condition)),
                _ => false,
            };
            if (inBranch)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True inside any branch, so that another arm may register something else.</summary>
    public static bool IsConditional(SyntaxNode node)
    {
        for (var n = node; n is not null and not MemberDeclarationSyntax; n = n.Parent)
        {
            if (n is IfStatementSyntax or ElseClauseSyntax or SwitchSectionSyntax or ConditionalExpressionSyntax or SwitchExpressionArmSyntax)
            {
                return true;
            }
        }

        return false;
    }

    private static ExpressionSyntax? Negated(ExpressionSyntax condition) =>
        condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not ? not.Operand : null;

    private static bool SaysDevelopment(ExpressionSyntax? condition) => condition switch
    {
        null => false,
        ParenthesizedExpressionSyntax inner => SaysDevelopment(inner.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => SaysDevelopment(both.Left) || SaysDevelopment(both.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either => SaysDevelopment(either.Left) && SaysDevelopment(either.Right),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } => false,
        _ => NamesDevelopment(condition),
    };

    private static bool NamesDevelopment(ExpressionSyntax condition)
    {
        foreach (var token in condition.DescendantTokens())
        {
            var text = token.ValueText;
            if (text is "IsDevelopment" or "Development" || text.IndexOf("InMemory", StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
