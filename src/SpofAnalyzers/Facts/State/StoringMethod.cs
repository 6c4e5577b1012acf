using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>Tells methods that keep what they are given (<c>room.Join(player)</c>) from those that only look at it.</summary>
internal static class StoringMethod
{
    /// <summary>
    /// True when the method is in source and, as its syntax shows, assigns a parameter to a member or adds one to a collection.
    /// Numbers, times and flags do not count: summing them up is statistics.
    /// </summary>
    public static bool StoresAnArgument(IMethodSymbol method)
    {
        if (method.IsStatic || method.MethodKind != MethodKind.Ordinary || method.Parameters.Length == 0)
        {
            return false;
        }

        var names = new HashSet<string>(method.Parameters.Where(p => DomainContent.IsInformation(p.Type)).Select(p => p.Name), StringComparer.Ordinal);
        return names.Count > 0 && method.DeclaringSyntaxReferences.Any(r => Stores(r.GetSyntax(), names));
    }

    private static bool Stores(SyntaxNode method, HashSet<string> parameters)
    {
        foreach (var node in method.DescendantNodes())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax assignment
                    when Root(assignment.Left) is not { } target || !IsLocal(method, target):
                    if (Mentions(assignment.Right, parameters))
                    {
                        return true;
                    }

                    break;

                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
                    when ContainerOperations.Of(access.Name.Identifier.ValueText) is ContainerOperation.Insert or ContainerOperation.Update:
                    if (call.ArgumentList.Arguments.Any(a => Mentions(a.Expression, parameters)))
                    {
                        return true;
                    }

                    break;
            }
        }

        return false;
    }

    private static string? Root(ExpressionSyntax target) => target is IdentifierNameSyntax name ? name.Identifier.ValueText : null;

    private static bool IsLocal(SyntaxNode method, string name) =>
        method.DescendantNodes().Any(n => n is VariableDeclaratorSyntax local && local.Identifier.ValueText == name);

    private static bool Mentions(ExpressionSyntax expression, HashSet<string> names) =>
        expression.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && names.Contains(t.ValueText));
}
