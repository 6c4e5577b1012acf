using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>Branches of start-up code that choose between registrations.</summary>
internal static class RegistrationBranch
{
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

    /// <summary>True where a flag asks for memory by name (<c>if (options.UseInMemory)</c>, <c>case StorageEngine.InMemory</c>): an option, not a decision.</summary>
    public static bool AsksForMemory(SyntaxNode node)
    {
        for (var (child, parent) = (node, node.Parent); parent is not null and not MemberDeclarationSyntax; (child, parent) = (parent, parent.Parent))
        {
            SyntaxNode? question = parent switch
            {
                IfStatementSyntax branch when child == branch.Statement => branch.Condition,
                ConditionalExpressionSyntax choice when child == choice.WhenTrue => choice.Condition,
                SwitchSectionSyntax section => section.Labels.First(),
                SwitchExpressionArmSyntax arm => arm.Pattern,
                _ => null,
            };
            if (question?.DescendantTokens().Any(t => t.ValueText.IndexOf("InMemory", StringComparison.OrdinalIgnoreCase) >= 0) == true)
            {
                return true;
            }
        }

        return false;
    }
}
