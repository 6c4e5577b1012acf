using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF4003: sessions go into the distributed cache, and the only one that is registered is the memory of the process. A restart logs every
/// user out of what was begun, and a second replica does not know the sessions of the first.
/// </summary>
internal sealed class Spof4003 : OperationRule
{
    public const string Id = "SPOF4003";

    private const string Fix = "Register a cache that all replicas share, such as AddStackExchangeRedisCache.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Session state lives in process memory",
        "'{0}' keeps {1} in the memory of this process, {2}: a restart loses it, and another replica does not see it",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Sessions are stored in the registered IDistributedCache. The memory one, which MVC and Razor Pages register without being asked, is not distributed.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls => ["AddSession", "AddDistributedMemoryCache"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (operation is not IInvocationOperation { TargetMethod.ContainingType: { } type } call
            || type.Name is not (Spof4003Caches.SessionExtensions or Spof4003Caches.MemoryExtensions)
            || DevelopmentOnly.Covers(operation) || RegistrationBranch.AsksForMemory(operation.Syntax))
        {
            return null;
        }

        // Who registers a session that no request opens keeps nothing.
        var hasSession = CallSearch.Mentions(context, cancellationToken, "AddSession") && CallSearch.Mentions(context, cancellationToken, "UseSession");
        var isSession = type.Name == Spof4003Caches.SessionExtensions;
        if (isSession != hasSession || Spof4003Caches.HasOther(context, cancellationToken))
        {
            return null;
        }

        if (!isSession)
        {
            return Of(call, "what is put into the distributed cache", "which is the only one registered") with { Severity = DiagnosticSeverity.Info };
        }

        return Spof4003Caches.Memory(context, cancellationToken) is { } memory
            ? Of(call, "sessions", $"since the only distributed cache is the one that '{memory.TargetMethod.Name}' registers") with
            {
                AdditionalLocations = ImmutableArray.Create(memory.NameLocation()),
            }
            : null;
    }

    private RuleFinding Of(IInvocationOperation call, string what, string why) =>
        Finding(call.NameLocation(), Fix, call.TargetMethod.Name, what, why) with
        {
            Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "inProcessState"),
        };
}
