using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Which distributed caches a compilation registers.</summary>
internal static class Spof4003Caches
{
    public const string SessionExtensions = "SessionServiceCollectionExtensions";
    public const string MemoryExtensions = "MemoryCacheServiceCollectionExtensions";

    /// <summary>Caches that are no <c>IDistributedCache</c>, and the one that is in memory.</summary>
    private static readonly HashSet<string> NotDistributed = new(StringComparer.Ordinal)
    {
        "AddMemoryCache", "AddDistributedMemoryCache", "AddOutputCache", "AddHybridCache", "AddFusionCache", "AddResponseCaching", "AddInMemoryTokenCaches",
        "AddDistributedTokenCaches", "AddLazyCache",
    };

    /// <summary>What registers the memory cache: by name, else on the way.</summary>
    private static readonly string[] Registering = ["AddDistributedMemoryCache", "AddControllersWithViews", "AddRazorPages", "AddMvc"];

    /// <summary>True when another cache or session store is registered, or may be out of sight. The order of registrations does not matter.</summary>
    public static bool HasOther(FactContext context, CancellationToken cancellationToken) =>
        CallSearch.AnyName(IsOther, context, cancellationToken)
        || context.Compilation.SyntaxTrees.Any(t => IsRegistered("IDistributedCache", t, cancellationToken) || IsRegistered("ISessionStore", t, cancellationToken))
        || HostSetup.Of(context).MayConfigureElsewhere(
            ["Caching", "Cache"], ["IDistributedCache", "ISessionStore", "AddStackExchangeRedisCache", "AddDistributedSqlServerCache", "AddRedisDistributedCache", "AddCosmosCache"],
            cancellationToken);

    /// <summary>The call that registers the memory cache; null when none can be seen, and then another project must do it.</summary>
    public static IInvocationOperation? Memory(FactContext context, CancellationToken cancellationToken) =>
        Registering.SelectMany(name => CallSearch.Of(name, context, cancellationToken))
            .FirstOrDefault(c => c.TargetMethod.ContainingType?.Name is MemoryExtensions or "MvcServiceCollectionExtensions" && !DevelopmentOnly.Covers(c));

    private static bool IsOther(string name) =>
        name.StartsWith("Add", StringComparison.Ordinal) && !NotDistributed.Contains(name)
        && (name.IndexOf("Cache", StringComparison.Ordinal) >= 0 || name.IndexOf("Caching", StringComparison.Ordinal) >= 0 || name.IndexOf("Memcached", StringComparison.Ordinal) >= 0);

    /// <summary>True where the name is implemented, or passed to a call other than one that asks for it.</summary>
    private static bool IsRegistered(string contract, SyntaxTree tree, CancellationToken cancellationToken) =>
        NameMentions.Of(contract, tree, cancellationToken).Any(mention => Whole(mention).Parent switch
        {
            BaseTypeSyntax or TypeOfExpressionSyntax => true,
            TypeArgumentListSyntax { Parent: GenericNameSyntax { Identifier.ValueText: var method } generic } =>
                TreeNames.InvocationOf(generic) is not null && !method.StartsWith("Get", StringComparison.Ordinal),
            _ => false,
        });

    /// <summary>The name with the namespaces in front of it.</summary>
    private static SyntaxNode Whole(SyntaxNode name)
    {
        while (name.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax)
        {
            name = name.Parent;
        }

        return name;
    }
}
