using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Ways to answer a probe besides the health checks of ASP.NET Core: a route of one's own, a controller, a middleware, a service of gRPC, a wrapper.
/// Read generously, because each of them silences a rule.
/// </summary>
internal static class OtherHealthEndpoints
{
    private static readonly string[] Routing = ["Map", "Use", "Get", "Routes", "Verbs"];

    private static readonly string[] RouteAttributes = ["Route", "HttpGet", "HttpHead", "AcceptVerbs"];

    private static readonly string[] Kinds = ["Controller", "Endpoint", "Endpoints", "Middleware", "Module", "Service", "Publisher"];

    private static readonly string[] Subjects = ["Health", "Ping", "Liveness", "Readiness", "Heartbeat"];

    /// <summary>True when the code has one that is there in production too, or may have.</summary>
    public static bool Exist(FactContext context, CancellationToken cancellationToken) =>
        context.Compilation.SyntaxTrees.Any(tree => IsIn(tree, context, cancellationToken));

    private static bool IsIn(SyntaxTree tree, FactContext context, CancellationToken cancellationToken)
    {
        var names = TreeNames.Of(tree, cancellationToken);
        var saysHealth = HealthPath.MayStandIn(TreeSummary.Of(tree, cancellationToken));
        foreach (var name in names.CallNames)
        {
            var isListed = context.Options.HealthMethods.Contains(name);
            if (isListed || (!HealthMappings.Names.Contains(name) && CallVerbs.StartsWithWord(name, Routing)))
            {
                var isNamedHealth = name.IndexOf("Health", StringComparison.Ordinal) > 0 && !name.StartsWith("MapHealthChecksUI", StringComparison.Ordinal);
                if (names.Calls(name).Any(c => (isListed || isNamedHealth || (saysHealth && HasHealthPath(c, context, cancellationToken)))
                    && context.Model(tree).GetOperation(c, cancellationToken) is IInvocationOperation call
                    && (isListed || !isNamedHealth || !IsOwn(call.TargetMethod, context))
                    && !HealthMappings.IsForDevelopment(call, context, cancellationToken)))
                {
                    return true;
                }
            }
        }

        return tree.GetRoot(cancellationToken).DescendantNodes(n => n is not (BlockSyntax or ExpressionSyntax)).Any(n => n switch
        {
            TypeDeclarationSyntax type => IsHealthType(type.Identifier.ValueText),
            AttributeSyntax { ArgumentList.Arguments: var arguments } attribute => saysHealth && RouteAttributes.Contains(TreeNames.NameOf(attribute.Name))
                && arguments.Any(a => IsHealth(a.Expression)),
            _ => false,
        });
    }

    /// <summary><c>HealthController</c>, <c>PingEndpoint</c>, <c>HealthCheckMiddleware</c>.</summary>
    private static bool IsHealthType(string name) =>
        Subjects.Any(s => name.IndexOf(s, StringComparison.Ordinal) >= 0) && Kinds.Any(k => name.EndsWith(k, StringComparison.Ordinal));

    private static bool HasHealthPath(InvocationExpressionSyntax call, FactContext context, CancellationToken cancellationToken) =>
        call.ArgumentList.DescendantTokens().Any(t => t.IsKind(SyntaxKind.StringLiteralToken) && HealthPath.IsHealth(t.ValueText))
        || call.ArgumentList.Arguments.Any(a => a.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax
            && context.Model(call.SyntaxTree).GetConstantValue(a.Expression, cancellationToken) is { HasValue: true, Value: string path } && HealthPath.IsHealth(path));

    private static bool IsHealth(ExpressionSyntax argument) => argument is LiteralExpressionSyntax literal && HealthPath.IsHealth(literal.Token.ValueText);

    private static bool IsOwn(IMethodSymbol method, FactContext context) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, context.Compilation.Assembly);
}
