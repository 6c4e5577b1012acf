using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Tells handlers that send again what failed in the usual ways from those that react to something else, such as an expired token.</summary>
internal static class RetryLayers
{
    private const int MaxHops = 3;

    public static bool RepeatsFailures(HandlerStep step, FactContext context, CancellationToken cancellationToken) =>
        step.Repeats && ResilienceCalls.Is(step.Call, context) && step.Method switch
        {
            ResilienceCalls.StandardHandler or ResilienceCalls.HedgingHandler or ResilienceCalls.OwnHandler => !ChoosesFailures(step.Call, context, cancellationToken),
            ResilienceCalls.TransientPolicy => true,
            ResilienceCalls.Policy => step.Call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 1)?.Value is { } policy
                && !DependsOnRequest(policy) && HandlesTransient(policy, MaxHops, context, cancellationToken),
            _ => false,
        };

    /// <summary>True when the options leave out requests by their method.</summary>
    public static bool ChoosesMethods(IInvocationOperation call, FactContext context, CancellationToken cancellationToken) =>
        Options(call, context, cancellationToken).Any(o => o.Descendants().OfType<IInvocationOperation>().Any(i =>
            i.TargetMethod.Name.StartsWith("DisableFor", StringComparison.Ordinal) || i.TargetMethod.Name == "GetRequestMessage"));

    /// <summary>True when the options say themselves what is a failure.</summary>
    private static bool ChoosesFailures(IInvocationOperation call, FactContext context, CancellationToken cancellationToken) =>
        Options(call, context, cancellationToken).Any(o => o.AssignmentsTo("ShouldHandle").Any());

    /// <summary>Bodies of the delegates that the call, and what is chained to it, are given.</summary>
    private static IEnumerable<IOperation> Options(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        for (IOperation? link = call; link is IInvocationOperation invocation; link = link.User() is IArgumentOperation { Parent: IInvocationOperation next } ? next : link.User())
        {
            foreach (var argument in invocation.Arguments.Where(a => a.Parameter is { Ordinal: > 0 }))
            {
                if (SourceBodies.Of(context).OfDelegate(argument.Value, cancellationToken) is { } body)
                {
                    yield return body;
                }
            }
        }
    }

    private static bool DependsOnRequest(IOperation selector) =>
        selector.Descendants().OfType<IParameterReferenceOperation>().Any(p => p.Parameter.Type.Name == "HttpRequestMessage");

    private static bool HandlesTransient(IOperation value, int hops, FactContext context, CancellationToken cancellationToken)
    {
        if (hops == 0)
        {
            return false;
        }

        var sources = SourceBodies.Of(context);
        foreach (var operation in value.DescendantsAndSelf())
        {
            var isTransient = operation switch
            {
                IInvocationOperation { TargetMethod: { Name: "HandleTransientHttpError" } method } => method.ContainingType.IsInNamespace("Polly"),
                IInvocationOperation call => sources.Of(call.TargetMethod, cancellationToken) is { } body && HandlesTransient(body, hops - 1, context, cancellationToken),
                IMethodReferenceOperation method => sources.Of(method.Method, cancellationToken) is { } body && HandlesTransient(body, hops - 1, context, cancellationToken),
                ILocalReferenceOperation local => sources.Values(local.Local, cancellationToken).Any(v => HandlesTransient(v, hops - 1, context, cancellationToken)),
                IFieldReferenceOperation field => sources.Values(field.Field, cancellationToken).Any(v => HandlesTransient(v, hops - 1, context, cancellationToken)),
                _ => false,
            };
            if (isTransient)
            {
                return true;
            }
        }

        return false;
    }
}
