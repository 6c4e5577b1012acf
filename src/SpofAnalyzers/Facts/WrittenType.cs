using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>The type that the declaration of a variable writes, found without binding anything.</summary>
internal static class WrittenType
{
    /// <summary>
    /// Simple name of the type of the parameter, local, field or property that a name stands for; null where the declaration is not in
    /// sight, leaves the type to the compiler, or may be another one.
    /// </summary>
    public static string? Of(IdentifierNameSyntax use)
    {
        var name = use.Identifier.ValueText;
        if (name is "value" or "field")
        {
            return null; // What an accessor is given has no declaration.
        }

        for (CSharpSyntaxNode? at = use.Parent as CSharpSyntaxNode; at is not null; at = at.Parent as CSharpSyntaxNode)
        {
            switch (at)
            {
                case SimpleLambdaExpressionSyntax lambda when Is(lambda.Parameter.Identifier, name):
                    return null;
                case ParenthesizedLambdaExpressionSyntax lambda when Find(lambda.ParameterList, name) is { } parameter:
                    return NameOf(parameter.Type);
                case AnonymousMethodExpressionSyntax { ParameterList: { } parameters } when Find(parameters, name) is { } parameter:
                    return NameOf(parameter.Type);
                case LocalFunctionStatementSyntax function when Find(function.ParameterList, name) is { } parameter:
                    return NameOf(parameter.Type);
                case BlockSyntax block when Find(block, name) is { } local:
                    return NameOf(local.Type);
                case MemberDeclarationSyntax member and not BaseTypeDeclarationSyntax:
                    if (IsDeclaredOtherwise(member, name))
                    {
                        return null;
                    }

                    if (member is BaseMethodDeclarationSyntax method && Find(method.ParameterList, name) is { } argument)
                    {
                        return NameOf(argument.Type);
                    }

                    break;
                case TypeDeclarationSyntax type:
                    return Find(type, name);
            }
        }

        return null;
    }

    private static ParameterSyntax? Find(ParameterListSyntax? parameters, string name)
    {
        foreach (var parameter in parameters?.Parameters ?? default)
        {
            if (Is(parameter.Identifier, name))
            {
                return parameter;
            }
        }

        return null;
    }

    private static VariableDeclarationSyntax? Find(BlockSyntax block, string name)
    {
        foreach (var statement in block.Statements)
        {
            if (statement is LocalDeclarationStatementSyntax { Declaration: var declaration } && Declares(declaration, name))
            {
                return declaration;
            }
        }

        return null;
    }

    private static string? Find(TypeDeclarationSyntax type, string name)
    {
        foreach (var member in type.Members)
        {
            switch (member)
            {
                case BaseFieldDeclarationSyntax { Declaration: var declaration } when Declares(declaration, name):
                    return NameOf(declaration.Type);
                case PropertyDeclarationSyntax property when Is(property.Identifier, name):
                    return NameOf(property.Type);
            }
        }

        return NameOf(Find(type.ParameterList, name)?.Type);
    }

    /// <summary>True when the member declares the name in a way whose scope is not looked into: a pattern, <c>out var</c>, a loop, a query.</summary>
    private static bool IsDeclaredOtherwise(MemberDeclarationSyntax member, string name)
    {
        foreach (var token in member.DescendantTokens())
        {
            if (Is(token, name) && token.Parent is SingleVariableDesignationSyntax or ForEachStatementSyntax or CatchDeclarationSyntax or QueryClauseSyntax
                or JoinIntoClauseSyntax or QueryContinuationSyntax or LocalFunctionStatementSyntax
                or VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: ForStatementSyntax or UsingStatementSyntax or FixedStatementSyntax } }
                or VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax { Parent: not BlockSyntax } } })
            {
                return true;
            }
        }

        return false;
    }

    private static bool Declares(VariableDeclarationSyntax declaration, string name)
    {
        foreach (var variable in declaration.Variables)
        {
            if (Is(variable.Identifier, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(SyntaxToken token, string name) => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name;

    /// <summary>An alias or a type parameter may be any type; neither looks like one here, so a name that a file gives itself is left out.</summary>
    private static string? NameOf(TypeSyntax? type) =>
        type is null || type.IsVar || TreeNames.NameOf(type) is not { } name || IsOpen(type, name) ? null : name;

    private static bool IsOpen(TypeSyntax type, string name)
    {
        foreach (var directive in type.SyntaxTree.GetCompilationUnitRoot().Usings)
        {
            if (directive.Alias?.Name.Identifier.ValueText == name)
            {
                return true;
            }
        }

        for (var at = type.Parent; at is not null; at = at.Parent)
        {
            var parameters = at switch
            {
                TypeDeclarationSyntax declaration => declaration.TypeParameterList,
                MethodDeclarationSyntax method => method.TypeParameterList,
                LocalFunctionStatementSyntax function => function.TypeParameterList,
                _ => null,
            };
            foreach (var parameter in parameters?.Parameters ?? default)
            {
                if (parameter.Identifier.ValueText == name)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
