using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Rules;

/// <summary>
/// An <c>[AcceptSpof]</c>: someone takes the risk of what one rule reports in a member, a type or an assembly. Whether its day is over is
/// for the tool to say, so that a build gives the same tomorrow.
/// </summary>
/// <param name="Owner">Who answers for it; null when not said.</param>
/// <param name="Until">Last day, as written; null when not said.</param>
/// <param name="Reason">Why; null when not said.</param>
/// <param name="At">The attribute.</param>
internal sealed record AcceptanceInCode(string? Owner, string? Until, string? Reason, Location At)
{
    /// <summary>The acceptance that covers what a rule reports at a place, the innermost one; null when there is none.</summary>
    /// <param name="ruleId">The rule.</param>
    /// <param name="location">What it reports; a place outside of the code is covered by the assembly only.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="model">Gives the model of a file.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static AcceptanceInCode? Of(
        string ruleId, Location location, Compilation compilation, Func<SyntaxTree, SemanticModel> model, CancellationToken cancellationToken)
    {
        for (var node = location.SourceTree?.GetRoot(cancellationToken).FindNode(location.SourceSpan, getInnermostNodeForTie: true); node is not null; node = node.Parent)
        {
            if (node is MemberDeclarationSyntax and not BaseNamespaceDeclarationSyntax and not GlobalStatementSyntax or VariableDeclaratorSyntax or LocalFunctionStatementSyntax
                && model(node.SyntaxTree).GetDeclaredSymbol(node, cancellationToken) is { } symbol
                && Among(symbol.GetAttributes(), ruleId, cancellationToken) is { } found)
            {
                return found;
            }
        }

        return Among(compilation.Assembly.GetAttributes(), ruleId, cancellationToken);
    }

    private static AcceptanceInCode? Among(IEnumerable<AttributeData> attributes, string ruleId, CancellationToken cancellationToken)
    {
        foreach (var attribute in attributes)
        {
            if (IsAcceptance(attribute.AttributeClass) && attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax syntax
                && string.Equals(RuleOf(attribute, syntax), ruleId, StringComparison.OrdinalIgnoreCase))
            {
                return new AcceptanceInCode(
                    Named(attribute, syntax, "Owner"), Named(attribute, syntax, "Until"), Named(attribute, syntax, "Reason"), syntax.GetLocation());
            }
        }

        return null;
    }

    /// <summary>In the tool the package with the attribute may be missing: then its name says what is meant.</summary>
    private static bool IsAcceptance(INamedTypeSymbol? type) =>
        type is { TypeKind: TypeKind.Error, Name: "AcceptSpof" or "AcceptSpofAttribute" }
            or { Name: "AcceptSpofAttribute", ContainingNamespace: { Name: "SpofAnalyzers", ContainingNamespace.IsGlobalNamespace: true } };

    private static string? RuleOf(AttributeData attribute, AttributeSyntax syntax) =>
        attribute.ConstructorArguments is [{ Value: string rule }, ..] ? rule
        : Literal(syntax.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals is null));

    private static string? Named(AttributeData attribute, AttributeSyntax syntax, string name)
    {
        var given = attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value;
        var text = given is { Kind: TypedConstantKind.Primitive, Value: string value } ? value
            : Literal(syntax.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == name));
        return string.IsNullOrWhiteSpace(text) ? null : text!.Trim();
    }

    private static string? Literal(AttributeArgumentSyntax? argument) =>
        argument?.Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal ? literal.Token.ValueText : null;
}
