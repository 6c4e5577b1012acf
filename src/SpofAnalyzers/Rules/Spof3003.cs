using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF3003: something that reads like resilience is declared and does nothing, so the first failure of the other side is a failure here,
/// while whoever reads the code believes it is not.
/// </summary>
internal sealed class Spof3003 : OperationRule
{
    public const string Id = "SPOF3003";

    private const string Fix = "Add the standard resilience handler, or the strategy that is missing; delete what is not used.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Resilience is declared but does nothing",
        "{0} looks like resilience but does nothing: {1}, so every failure of the other side goes straight to the caller",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An empty pipeline, a NoOp policy or a policy that nothing executes makes one attempt and hands its failure on.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assemblies => [.. ResilienceCalls.Assemblies, "Polly", "Polly.Core", "Polly.Extensions"];

    public override IReadOnlyList<string> Calls =>
        [ResilienceCalls.OwnHandler, ResilienceCalls.Policy, "AddResiliencePipeline", .. Spof3003Unused.Makers];

    public override bool AppliesTo(FactContext context) => ResilienceCalls.AppliesTo(context);

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (operation is not IInvocationOperation call)
        {
            return null;
        }

        var (subject, reason) = call.TargetMethod.Name switch
        {
            ResilienceCalls.Policy when ResilienceCalls.Is(call, context) => ("'AddPolicyHandler'", NoPolicy(call, context, cancellationToken)),
            ResilienceCalls.OwnHandler when ResilienceCalls.Is(call, context) => ("'AddResilienceHandler'", NoStrategy(call, context, cancellationToken)),
            "AddResiliencePipeline" when call.TargetMethod.ContainingType.IsInNamespace("Polly") => ("'AddResiliencePipeline'", NoStrategy(call, context, cancellationToken)),
            _ when Spof3003Unused.Holder(call, cancellationToken) is { } holder => ($"'{holder.Name}'", "nothing executes it"),
            _ => ("", null),
        };
        return reason is null || DevelopmentOnly.Covers(operation) ? null : Finding(call.NameLocation(), Fix, subject, reason);
    }

    /// <summary>Of a selector every answer must be a NoOp: one for some requests is a choice.</summary>
    private static string? NoPolicy(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        var policy = call.Arguments.FirstOrDefault(a => a.Parameter is { Ordinal: > 0, Name: "policy" or "policySelector" })?.Value;
        return policy is not null && IsSettled(policy, context, cancellationToken)
            && PolicyReader.ReadReturned(policy, context, cancellationToken) is { IsPresentOrUnknown: false } ? "its policy is a NoOp" : null;
    }

    private static string? NoStrategy(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        if (call.Arguments.Argument("configure") is not { } configure
            || SourceBodies.Of(context).OfDelegate(configure, cancellationToken) is not { } body
            || PipelineReader.ReadDelegate(configure, context, cancellationToken) is not { IsPresentOrUnknown: false })
        {
            return null;
        }

        var names = body.Descendants().OfType<IInvocationOperation>().Select(i => i.TargetMethod.Name).ToList();
        return names.Contains("AddRetry") ? "it retries 0 times"
            : names.Exists(n => n.StartsWith("AddChaos", StringComparison.Ordinal)) ? "it only adds chaos"
            : "no strategy is added to it";
    }

    /// <summary>False where a value may be replaced after the one that is read.</summary>
    private static bool IsSettled(IOperation value, FactContext context, CancellationToken cancellationToken)
    {
        var sources = SourceBodies.Of(context);
        var scopes = new List<IOperation> { value };
        scopes.AddRange(value.DescendantsAndSelf().OfType<IInvocationOperation>()
            .Select(i => sources.Of(i.TargetMethod, cancellationToken)).OfType<IOperation>());
        return scopes.SelectMany(s => s.DescendantsAndSelf()).All(o => o switch
        {
            ILocalReferenceOperation local => LocalWrites.Single(local) is not null,
            IFieldReferenceOperation field => field.Field.IsReadOnly && (sources.Initializer(field.Field, cancellationToken) is null || !sources.Assignments(field.Field, cancellationToken).Any()),
            IPropertyReferenceOperation { Property: { SetMethod: not null } property } => !property.Type.IsInNamespace("Polly"),
            _ => true,
        });
    }
}
