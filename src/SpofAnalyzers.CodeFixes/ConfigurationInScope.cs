using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>Finds how the code at a place can read configuration.</summary>
internal static class ConfigurationInScope
{
    /// <summary>An expression of type <c>IConfiguration</c> (<c>configuration</c>, <c>builder.Configuration</c>); null when there is none, or a constant is wanted.</summary>
    public static string? Find(SyntaxNode node, SemanticModel model)
    {
        if (!CanReadVariables(node))
        {
            return null;
        }

        string? owner = null;
        var member = Member(model.GetEnclosingSymbol(node.SpanStart));
        foreach (var symbol in model.LookupSymbols(node.SpanStart).Where(s => IsReady(s, node) && IsReachable(s, member)).OrderBy(Nearness).ThenBy(s => s.Name, StringComparer.Ordinal))
        {
            var type = TypeOf(symbol);
            if (IsConfiguration(type) && Binds(symbol.Name, node, model))
            {
                return symbol.Name;
            }

            if (owner is null && type is { Name: "WebApplicationBuilder" or "HostApplicationBuilder" or "IHostApplicationBuilder" or "WebApplication" or "HostBuilderContext" or "WebHostBuilderContext" }
                && Binds(symbol.Name + ".Configuration", node, model))
            {
                owner = symbol.Name + ".Configuration";
            }
        }

        return owner;
    }

    /// <summary>The read of a connection string where code at the place can read configuration; null where it cannot.</summary>
    public static string? ConnectionString(string name, SyntaxNode place, SemanticModel model)
    {
        if (Find(place, model) is not { } configuration)
        {
            return null;
        }

        var read = configuration + ".GetConnectionString(" + SymbolDisplay.FormatLiteral(name, quote: true) + ")";
        return model.GetSpeculativeSymbolInfo(place.SpanStart, SyntaxFactory.ParseExpression(read), SpeculativeBindingOption.BindAsExpression).Symbol is null
            ? Indexed(configuration, "ConnectionStrings:" + name)
            : read;
    }

    /// <summary>The read of a key in place of a text: never null, by <c>!</c> where the compiler would warn.</summary>
    public static ExpressionSyntax Read(string configuration, string key, SyntaxNode place, SemanticModel model) =>
        Code.Expression(model.GetNullableContext(place.SpanStart).WarningsEnabled() ? Indexed(configuration, key) + "!" : Indexed(configuration, key));

    /// <summary>The read of a key with the text that stands at the place as its default.</summary>
    public static ExpressionSyntax ReadOr(string configuration, string key, LiteralExpressionSyntax place)
    {
        var read = Code.Expression(Or(configuration, key, place.Token.Text));
        return place.Parent is ArgumentSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or AssignmentExpressionSyntax or ReturnStatementSyntax
            ? read
            : SyntaxFactory.ParenthesizedExpression(read);
    }

    public static string Or(string configuration, string key, string fallback) => Indexed(configuration, key) + " ?? " + fallback;

    private static string Indexed(string configuration, string key) => configuration + "[" + SymbolDisplay.FormatLiteral(key, quote: true) + "]";

    /// <summary>False where C# wants a constant, and where the members of the object are not there yet.</summary>
    private static bool CanReadVariables(SyntaxNode node)
    {
        foreach (var at in node.AncestorsAndSelf())
        {
            switch (at)
            {
                case AttributeSyntax or ParameterSyntax or FieldDeclarationSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax or CaseSwitchLabelSyntax or PatternSyntax:
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }:
                case LocalDeclarationStatementSyntax { IsConst: true }:
                case AnonymousFunctionExpressionSyntax function when function.Modifiers.Any(SyntaxKind.StaticKeyword):
                case LocalFunctionStatementSyntax local when local.Modifiers.Any(SyntaxKind.StaticKeyword):
                    return false;
                case MemberDeclarationSyntax:
                    return true;
            }
        }

        return true;
    }

    /// <summary>A local must have its value before the place.</summary>
    private static bool IsReady(ISymbol symbol, SyntaxNode node) => symbol switch
    {
        ILocalSymbol local => local.DeclaringSyntaxReferences.All(r => r.Span.End <= node.SpanStart),
        IParameterSymbol or IFieldSymbol or IPropertySymbol { IsIndexer: false } => !symbol.IsImplicitlyDeclared && symbol.CanBeReferencedByName,
        _ => false,
    };

    /// <summary>A member of the object is no member of a static method or of a nested type's object.</summary>
    private static bool IsReachable(ISymbol symbol, ISymbol? member)
    {
        if (symbol.IsStatic || symbol is ILocalSymbol or IParameterSymbol)
        {
            return true;
        }

        for (var type = member is { IsStatic: false } ? member.ContainingType : null; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, symbol.ContainingType.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The member of a type that the symbol is part of: of a lambda or local function, the one around it.</summary>
    private static ISymbol? Member(ISymbol? symbol)
    {
        while (symbol is { ContainingSymbol: not INamedTypeSymbol })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol;
    }

    private static int Nearness(ISymbol symbol) => symbol switch { ILocalSymbol => 0, IParameterSymbol => 1, _ => 2 };

    private static bool Binds(string expression, SyntaxNode node, SemanticModel model) =>
        model.GetSpeculativeSymbolInfo(node.SpanStart, SyntaxFactory.ParseExpression(expression + "[\"\"]"), SpeculativeBindingOption.BindAsExpression).Symbol
            is IPropertySymbol { IsIndexer: true, Type.SpecialType: SpecialType.System_String };

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static bool IsConfiguration(ITypeSymbol? type) =>
        type is { Name: "IConfiguration" or "IConfigurationRoot" or "IConfigurationManager" or "ConfigurationManager", ContainingNamespace.Name: "Configuration" }
        && type.ContainingNamespace.ContainingNamespace?.Name == "Extensions";
}
