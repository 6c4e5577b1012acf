using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>When code uses a connection that it is handed by type, from the places that write the type.</summary>
internal static class MentionPhase
{
    /// <summary>The cache itself, and what works on it out of sight.</summary>
    private static readonly string[] Caches =
    [
        "IDistributedCache", "HybridCache", "IFusionCache", "AddSession", "UseSession", "AddHybridCache", "AddFusionCache", "AddDistributedTokenCaches",
    ];

    private static readonly string[] Multiplexers = ["IConnectionMultiplexer", "IDatabase", "IDatabaseAsync", "ISubscriber", "GetDatabase", "GetSubscriber"];

    /// <summary>
    /// Background when the program and the projects it references write the type in hosted services only; null when they write it
    /// elsewhere too, or when other programs may. What the start resolves is no use while the program runs.
    /// </summary>
    public static UsePhase? Of(IOperation operation, INamedTypeSymbol? contextType, FactContext context, CancellationToken cancellationToken)
    {
        var names = contextType is not null ? [contextType.Name] : TypesOf(operation);
        if (names.Length == 0 || context.Compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary)
        {
            return null;
        }

        var elsewhere = context.Compilation.References.OfType<CompilationReference>().SelectMany(r => r.Compilation.SyntaxTrees);
        if (elsewhere.SelectMany(t => Mentions(names, t, cancellationToken)).Any())
        {
            return null;
        }

        var isUsed = false;
        foreach (var mention in context.Compilation.SyntaxTrees.SelectMany(t => Mentions(names, t, cancellationToken)))
        {
            if (IsInHostedService(mention, context, cancellationToken))
            {
                isUsed = true;
            }
            else if (!IsAtStart(mention, context, cancellationToken))
            {
                return null;
            }
        }

        return isUsed ? UsePhase.Background : null;
    }

    /// <summary>The types by which code asks for what the call makes.</summary>
    private static string[] TypesOf(IOperation operation) => (operation as IInvocationOperation)?.TargetMethod.Name switch
    {
        "AddStackExchangeRedisCache" or "AddRedisDistributedCache" => Caches,
        "Connect" or "ConnectAsync" or "AddRedisClient" => Multiplexers,
        _ => [],
    };

    /// <summary>Without the declaration of the type itself and what registers it.</summary>
    private static IEnumerable<SimpleNameSyntax> Mentions(string[] names, SyntaxTree tree, CancellationToken cancellationToken) =>
        names.SelectMany(n => NameMentions.Of(n, tree, cancellationToken)).Where(m => !IsOwn(m, names) && !IsRegistration(m));

    private static bool IsOwn(SyntaxNode mention, string[] names) =>
        mention.Ancestors().OfType<BaseTypeDeclarationSyntax>().Any(d => names.Contains(d.Identifier.ValueText));

    private static bool IsRegistration(SyntaxNode mention) =>
        mention.Parent is TypeArgumentListSyntax { Parent: GenericNameSyntax { Identifier.ValueText: var method } }
        && (method.StartsWith("Add", StringComparison.Ordinal) || method.StartsWith("TryAdd", StringComparison.Ordinal));

    private static bool IsInHostedService(SyntaxNode mention, FactContext context, CancellationToken cancellationToken) =>
        mention.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
        && context.Model(mention.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken) is INamedTypeSymbol type && CodePhase.IsHosted(type);

    private static bool IsAtStart(SyntaxNode mention, FactContext context, CancellationToken cancellationToken) =>
        mention.FirstAncestorOrSelf<TypeArgumentListSyntax>()?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
        && context.Model(mention.SyntaxTree).GetOperation(call, cancellationToken) is { } operation
        && CodePhase.Of(operation, context, cancellationToken) == UsePhase.Startup;
}
