using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>Decides by syntax whether a name may be the target of an insertion, so that tables that are only read cost no binding.</summary>
internal static class InsertionSyntax
{
    public static bool MayInsert(IdentifierNameSyntax name)
    {
        var node = Target(name);
        switch (node.Parent)
        {
            case AssignmentExpressionSyntax assignment:
                return assignment.Left == node;

            case ArgumentSyntax argument:
                return !argument.RefOrOutKeyword.IsKind(SyntaxKind.None)
                    || argument.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetValueRefOrAddDefault" } };

            case MemberAccessExpressionSyntax access when access.Expression == node:
                return access.Name.Identifier.ValueText is var member
                    && (member == "Writer" || Inserts(member));

            case ElementAccessExpressionSyntax element when element.Expression == node:
                return IsChanged(element);

            case ConditionalAccessExpressionSyntax access:
                return access.Expression == node;

            default:
                return node is MemberBindingExpressionSyntax;
        }
    }

    private static bool Inserts(string method) =>
        ContainerOperations.Of(method) is ContainerOperation.Insert or ContainerOperation.GetOrAdd or ContainerOperation.Update;

    private static bool IsChanged(ElementAccessExpressionSyntax element) =>
        element.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == element,
            PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax => true,
            MemberAccessExpressionSyntax access => access.Expression == element,
            ElementAccessExpressionSyntax => true,
            _ => false,
        };

    /// <summary>The expression that stands for the member: qualified, in parentheses, with <c>!</c>, or just made (<c>_items ??= []</c>).</summary>
    private static SyntaxNode Target(IdentifierNameSyntax name)
    {
        SyntaxNode node = TreeNames.Qualified(name);
        while (node.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
            || (node.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } made && made.Left == node))
        {
            node = node.Parent;
        }

        return node;
    }
}
