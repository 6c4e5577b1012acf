using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Spof.Text;

namespace SpofAnalyzers.Facts;

/// <summary>The address that an expression in a call matched by name stands for.</summary>
internal static class NamedAddress
{
    /// <summary>What binding tells; where it does not know the configuration either, the key that a read of it is written with.</summary>
    public static AddressFact Of(ExpressionSyntax value, NameMatch match, FactContext context, CancellationToken cancellationToken)
    {
        var fact = match.Operation(value) is { } operation
            ? AddressResolver.Resolve(operation, context, cancellationToken)
            : AddressFact.Unknown("the value is computed", value.GetLocation());
        return fact.Source == AddressSource.Unknown && KeyOf(Written(value), match, context, cancellationToken) is { } key
            ? new() { Source = AddressSource.ConfigurationKey, Key = ConfigurationKey.Normalize(key), Location = value.GetLocation() }
            : fact;
    }

    /// <summary>The last expression that says something: inside of <c>new Uri(…)</c>, parentheses, <c>!</c>, and of the locals that binding knows.</summary>
    private static ExpressionSyntax Written(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax parenthesized => Written(parenthesized.Expression),
        PostfixUnaryExpressionSyntax forgiven => Written(forgiven.Operand),
        BinaryExpressionSyntax { OperatorToken.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.QuestionQuestionToken } coalesce => Written(coalesce.Left),
        ObjectCreationExpressionSyntax { Type: var type, ArgumentList.Arguments: [var text] } when TreeNames.NameOf(type) == "Uri" => Written(text.Expression),
        _ => value,
    };

    /// <summary><c>configuration["A:B"]</c>, <c>configuration.GetConnectionString("A")</c>, <c>configuration.GetValue&lt;string&gt;("A:B")</c>.</summary>
    private static string? KeyOf(ExpressionSyntax value, NameMatch match, FactContext context, CancellationToken cancellationToken) => value switch
    {
        ElementAccessExpressionSyntax { Expression: var read, ArgumentList.Arguments: [var key] } when IsConfiguration(read, match) =>
            Text(key.Expression, match, context, cancellationToken),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var read }, ArgumentList.Arguments: [var key, ..] } call
            when IsUnknown(read, match) => TreeNames.NameOf(call) switch
            {
                "GetConnectionString" => Text(key.Expression, match, context, cancellationToken) is { } name ? ConfigurationKey.ConnectionStrings + name : null,
                "GetValue" when IsConfiguration(read, match) => Text(key.Expression, match, context, cancellationToken),
                _ => null,
            },
        _ => null,
    };

    private static string? Text(ExpressionSyntax key, NameMatch match, FactContext context, CancellationToken cancellationToken) =>
        match.Operation(key) is { } operation ? new AddressWalk(context, cancellationToken).FullText(operation) : null;

    /// <summary>Something of an unknown type that is called a configuration.</summary>
    private static bool IsConfiguration(ExpressionSyntax read, NameMatch match) => IsUnknown(read, match) && read switch
    {
        IdentifierNameSyntax name => IsConfigurationName(name.Identifier.ValueText),
        MemberAccessExpressionSyntax member => IsConfigurationName(member.Name.Identifier.ValueText),
        InvocationExpressionSyntax call => TreeNames.NameOf(call) is { } method && IsConfigurationName(method),
        _ => false,
    };

    private static bool IsConfigurationName(string name) => name.EndsWith("config", StringComparison.OrdinalIgnoreCase) || name.EndsWith("configuration", StringComparison.OrdinalIgnoreCase);

    private static bool IsUnknown(ExpressionSyntax read, NameMatch match) => match.TypeOf(read) is null or IErrorTypeSymbol;
}
