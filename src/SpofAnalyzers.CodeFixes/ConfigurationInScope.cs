using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>Finds how code at a place would read a connection string.</summary>
internal static class ConfigurationInScope
{
    /// <summary>An expression that reads the connection string, or null when no configuration is in scope.</summary>
    /// <param name="name">Name of the connection string.</param>
    /// <param name="call">The call next to which the expression will stand; what it is called on is asked first.</param>
    /// <param name="model">Model of the file.</param>
    public static string? ConnectionString(string name, InvocationExpressionSyntax call, SemanticModel model) =>
        Find(call, model) is not { } configuration ? null
        : model.LookupSymbols(call.SpanStart, configuration.Type, "GetConnectionString", includeReducedExtensionMethods: true).IsEmpty
            ? $"{configuration.Text}[\"ConnectionStrings:{name}\"]"
            : $"{configuration.Text}.GetConnectionString(\"{name}\")";

    private static (string Text, ITypeSymbol Type)? Find(InvocationExpressionSyntax call, SemanticModel model)
    {
        // builder.Services.AddX(): the builder has the configuration too.
        foreach (var access in call.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().Where(a => a.Name.Identifier.ValueText == "Services"))
        {
            if (model.GetTypeInfo(access.Expression).Type is { } builder
                && model.LookupSymbols(call.SpanStart, builder, "Configuration").OfType<IPropertySymbol>().FirstOrDefault(p => IsConfiguration(p.Type)) is { } property)
            {
                return (access.Expression + ".Configuration", property.Type);
            }
        }

        var isStatic = IsStatic(model.GetEnclosingSymbol(call.SpanStart));
        foreach (var symbol in model.LookupSymbols(call.SpanStart))
        {
            var type = symbol switch
            {
                ILocalSymbol local when local.Locations.All(l => l.SourceSpan.End < call.SpanStart) => local.Type,
                IParameterSymbol parameter => parameter.Type,
                IFieldSymbol field when field.IsStatic || !isStatic => field.Type,
                IPropertySymbol property when property.IsStatic || !isStatic => property.Type,
                _ => null,
            };
            if (type is not null && IsConfiguration(type) && SyntaxFacts.IsValidIdentifier(symbol.Name))
            {
                return (symbol.Name, type);
            }
        }

        return null;
    }

    private static bool IsStatic(ISymbol? symbol)
    {
        for (; symbol is IMethodSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.IsStatic)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsConfiguration(ITypeSymbol type) =>
        type.Name == "IConfiguration" || type.AllInterfaces.Any(i => i is { Name: "IConfiguration", ContainingNamespace.Name: "Configuration" });
}
