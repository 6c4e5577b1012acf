using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>The methods that put resilience around a client of the factory.</summary>
internal static class ResilienceCalls
{
    public const string StandardHandler = "AddStandardResilienceHandler";
    public const string HedgingHandler = "AddStandardHedgingHandler";
    public const string OwnHandler = "AddResilienceHandler";
    public const string Policy = "AddPolicyHandler";
    public const string TransientPolicy = "AddTransientHttpErrorPolicy";

    private const string ResilienceExtensions = "Microsoft.Extensions.DependencyInjection.ResilienceHttpClientBuilderExtensions";
    private const string PollyExtensions = "Microsoft.Extensions.DependencyInjection.PollyHttpClientBuilderExtensions";

    public static IReadOnlyList<string> Names { get; } = [StandardHandler, HedgingHandler, OwnHandler, Policy, TransientPolicy];

    public static IReadOnlyList<string> Assemblies { get; } = ["Microsoft.Extensions.Http.Resilience", "Microsoft.Extensions.Http.Polly"];

    public static bool Is(IInvocationOperation call, FactContext context) =>
        context.Is(call.TargetMethod.ContainingType, ResilienceExtensions) || context.Is(call.TargetMethod.ContainingType, PollyExtensions);

    /// <summary>Central set-ups stand in libraries of their own, so rules about chains judge those too.</summary>
    public static bool AppliesTo(FactContext context) => context.Options.ApplicationKind is ApplicationKind.Server or ApplicationKind.Library;
}
