using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF4004: cookies are encrypted with keys that only this machine has. When it is replaced, every user is signed out and every open form
/// fails; a second replica rejects the cookies of the first.
/// </summary>
internal sealed class Spof4004 : OperationRule
{
    public const string Id = "SPOF4004";

    private const string Fix = "Keep the keys where all replicas read them: PersistKeysToDbContext, PersistKeysToStackExchangeRedis, PersistKeysToAzureBlobStorage.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Data-protection keys are not shared",
        "'{0}' {1}",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Authentication cookies, sessions and antiforgery tokens are protected with the keys of data protection. Keys that one machine keeps for itself are lost with it, and no other replica can read what they protect.",
        helpLinkUri: HelpLinks.Of(Id));

    /// <summary>Calls that make the application issue protected cookies or tokens, the most telling first, with the type that declares them.</summary>
    private static readonly (string Name, string Type)[] Issuers =
    [
        ("AddDataProtection", "DataProtectionServiceCollectionExtensions"),
        ("AddCookie", "CookieExtensions"),
        ("AddIdentity", "IdentityServiceCollectionExtensions"),
        ("AddDefaultIdentity", "IdentityServiceCollectionUIExtensions"),
        ("AddSession", "SessionServiceCollectionExtensions"),
        ("AddControllersWithViews", "MvcServiceCollectionExtensions"),
        ("AddRazorPages", "MvcServiceCollectionExtensions"),
        ("AddMvc", "MvcServiceCollectionExtensions"),
        ("AddRazorComponents", "RazorComponentsServiceCollectionExtensions"),
        ("AddAntiforgery", "AntiforgeryServiceCollectionExtensions"),
    ];

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls => [.. Issuers.Select(i => i.Name), "UseEphemeralDataProtectionProvider", "PersistKeysToFileSystem"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (operation is not IInvocationOperation { TargetMethod: { ContainingType.Name: var type, Name: var name } } call)
        {
            return null;
        }

        if (type == "DataProtectionBuilderExtensions")
        {
            return DevelopmentOnly.Covers(operation) || (RegistrationBranch.IsConditional(operation.Syntax) && HasRepository(context, cancellationToken)) ? null
                : name == "UseEphemeralDataProtectionProvider"
                    ? Of(call, "makes keys that live as long as this process: every restart makes all cookies and tokens invalid, and another replica cannot read them", DiagnosticSeverity.Warning)
                : name == "PersistKeysToFileSystem" ? OfFolder(call)
                : null;
        }

        return Issuers.Contains((name, type)) && !DevelopmentOnly.Covers(operation) && IsFirst(call, context, cancellationToken)
            && !IsConfigured(context, cancellationToken)
            ? Of(call, "protects cookies and tokens with keys that only this machine keeps: they become invalid when it is replaced, and another replica cannot read them", DiagnosticSeverity.Info)
            : null;
    }

    /// <summary>Whether the folder is a volume that replicas share, only the platform knows; a network share is one.</summary>
    private RuleFinding? OfFolder(IInvocationOperation call)
    {
        var path = call.Arguments.Argument("directory")?.Core() is IObjectCreationOperation { Arguments: [{ Value: var given }] } ? given.ConstantValue : default;
        return path is { HasValue: true, Value: string folder }
            ? folder.StartsWith(@"\\", StringComparison.Ordinal) ? null : Of(call, Message("'" + folder + "'"), DiagnosticSeverity.Info)
            : Of(call, Message("a folder"), DiagnosticSeverity.Info);

        static string Message(string where) => $"keeps the keys in {where}: another replica can read the cookies only if that is a volume that all replicas share";
    }

    private RuleFinding Of(IInvocationOperation call, string message, DiagnosticSeverity severity) =>
        Finding(call.NameLocation(), Fix, call.TargetMethod.Name, message) with
        {
            Severity = severity,
            Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "inProcessState"),
        };

    /// <summary>One finding for the application: at its most telling call.</summary>
    private static bool IsFirst(IInvocationOperation call, FactContext context, CancellationToken cancellationToken) =>
        Issuers.SelectMany(i => CallSearch.Of(i.Name, context, cancellationToken).Where(c => c.TargetMethod.ContainingType?.Name == i.Type && !DevelopmentOnly.Covers(c)))
            .FirstOrDefault()?.Syntax == call.Syntax;

    private static bool IsConfigured(FactContext context, CancellationToken cancellationToken) =>
        HasRepository(context, cancellationToken)
        || CallSearch.Mentions(context, cancellationToken, "PersistKeysToFileSystem", "UseEphemeralDataProtectionProvider")
        || CallSearch.Says("ReadOnlyDataProtectionKeyDirectory", context, cancellationToken)
        || context.Configuration.HasKey(k => k.EndsWith("ReadOnlyDataProtectionKeyDirectory", StringComparison.OrdinalIgnoreCase))
        || HostSetup.Of(context).MayConfigureElsewhere(["DataProtection"], ["AddDataProtection", "IXmlRepository", "XmlRepository", "KeyManagementOptions"], cancellationToken);

    /// <summary>True when keys are given a place other than a folder.</summary>
    private static bool HasRepository(FactContext context, CancellationToken cancellationToken) =>
        CallSearch.AnyName(n => n.StartsWith("PersistKeysTo", StringComparison.Ordinal) && n != "PersistKeysToFileSystem", context, cancellationToken)
        || CallSearch.Mentions(context, cancellationToken, "XmlRepository", "IXmlRepository");
}
