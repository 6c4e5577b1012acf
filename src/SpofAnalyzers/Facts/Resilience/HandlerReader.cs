using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Reads whether a message handler retries, runs a pipeline or answers by itself. Handlers of the compilation are read;
/// those of the framework do nothing of the kind; any other handler cannot be excluded.
/// </summary>
internal static class HandlerReader
{
    private const string DelegatingHandler = "System.Net.Http.DelegatingHandler";
    private const string ResilienceHandler = "Microsoft.Extensions.Http.Resilience.ResilienceHandler";
    private const string PolicyHandler = "Microsoft.Extensions.Http.PolicyHttpMessageHandler";
    private const int MaxHops = 6;

    /// <summary>Reads a handler type that the container or a factory creates.</summary>
    public static ResilienceFact Read(ITypeSymbol handler, Location use, FactContext context, CancellationToken cancellationToken)
    {
        if (context.Is(handler, ResilienceHandler) || context.Is(handler, PolicyHandler))
        {
            return ResilienceCombination.Unreadable(use);
        }

        var methods = OwnSendMethods(handler, context).ToList();
        if (methods.Count > 0)
        {
            return methods.Aggregate(ResilienceFact.Nothing, (sum, send) => sum.And(ReadSend(send, context, cancellationToken)));
        }

        var isPlain = handler.IsInNamespace("System") || handler.IsInNamespace("Microsoft") || IsInSource(handler);
        var isUnnamed = context.Is(handler, DelegatingHandler) || handler.Name == "HttpMessageHandler";
        return isPlain && !isUnnamed && !ResilienceNames.Speaks(handler.Name) ? ResilienceFact.Nothing : ResilienceCombination.Unreadable(use);
    }

    /// <summary>Reads the expression that creates a handler, inner handlers included.</summary>
    public static ResilienceFact Read(IOperation value, FactContext context, CancellationToken cancellationToken) =>
        Read(value, context, MaxHops, cancellationToken);

    /// <summary>Reads the handlers that a delegate returns.</summary>
    public static ResilienceFact ReadReturned(IOperation function, FactContext context, CancellationToken cancellationToken) =>
        SourceBodies.Of(context).OfDelegate(function, cancellationToken) is { } body
            ? Any(SourceBodies.Returned(body), function, context, MaxHops, cancellationToken)
            : ResilienceCombination.Unreadable(function.Syntax.GetLocation());

    private static ResilienceFact Read(IOperation value, FactContext context, int hops, CancellationToken cancellationToken)
    {
        var core = value.Core();
        var here = core.Syntax.GetLocation();
        if (hops == 0)
        {
            return ResilienceCombination.Unreadable(here);
        }

        var sources = SourceBodies.Of(context);
        switch (core)
        {
            case IObjectCreationOperation { Type: { } type } creation:
                return Created(creation, type, context, hops, cancellationToken);
            case IInvocationOperation invocation when sources.Of(invocation.TargetMethod, cancellationToken) is { } body:
                return Any(SourceBodies.Returned(body), core, context, hops, cancellationToken);
            case IInvocationOperation { TargetMethod.Name: "GetRequiredService" or "GetService", Type: { } type }:
                return Read(type, here, context, cancellationToken);
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return Any([conditional.WhenTrue, otherwise], core, context, hops, cancellationToken);
            case ILocalReferenceOperation local:
                return Any(sources.Values(local.Local, cancellationToken), core, context, hops, cancellationToken);
            case IFieldReferenceOperation field:
                return Any(sources.Values(field.Field, cancellationToken), core, context, hops, cancellationToken);
            case IPropertyReferenceOperation property:
                return Any(sources.Values(property.Property, cancellationToken), core, context, hops, cancellationToken);
            default:
                return ResilienceCombination.Unreadable(here);
        }
    }

    private static ResilienceFact Any(
        IEnumerable<IOperation> values, IOperation use, FactContext context, int hops, CancellationToken cancellationToken) =>
        values.Select(v => Read(v, context, hops - 1, cancellationToken)).OneOf(use);

    private static ResilienceFact Created(
        IObjectCreationOperation creation, ITypeSymbol type, FactContext context, int hops, CancellationToken cancellationToken)
    {
        var here = creation.Syntax.GetLocation();
        ResilienceFact own;
        if ((context.Is(type, ResilienceHandler) || context.Is(type, PolicyHandler)) && creation.Arguments.Length > 0)
        {
            own = PolicyReader.ReadReturned(creation.Arguments[0].Value, context, cancellationToken).At(here);
        }
        else
        {
            own = Read(type, here, context, cancellationToken);
        }

        var inner = creation.AssignmentsTo("InnerHandler").Select(a => a.Value)
            .Concat(creation.Arguments.Select(a => a.Value).Where(v => context.IsOrInherits(v.Core().Type, "System.Net.Http.HttpMessageHandler")));
        return inner.Aggregate(own, (sum, handler) => sum.And(Read(handler, context, hops - 1, cancellationToken)));
    }

    private static IEnumerable<IMethodSymbol> OwnSendMethods(ITypeSymbol handler, FactContext context)
    {
        for (var type = handler; type is not null && !context.Is(type, DelegatingHandler); type = type.BaseType)
        {
            foreach (var method in type.GetMembers("SendAsync").Concat(type.GetMembers("Send")).OfType<IMethodSymbol>())
            {
                if (method.IsOverride && !method.DeclaringSyntaxReferences.IsEmpty)
                {
                    yield return method;
                }
            }
        }
    }

    private static bool IsInSource(ITypeSymbol type) => !type.DeclaringSyntaxReferences.IsEmpty;

    private static ResilienceFact ReadSend(IMethodSymbol send, FactContext context, CancellationToken cancellationToken)
    {
        if (SourceBodies.Of(context).Of(send, cancellationToken) is not { } body)
        {
            return ResilienceCombination.Unreadable(send.Locations[0]);
        }

        var sum = ResilienceFact.Nothing;
        foreach (var call in body.Descendants().OfType<IInvocationOperation>())
        {
            if (call.TargetMethod.Name != send.Name || call.Instance?.Syntax is not Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax)
            {
                continue;
            }

            var protection = CallProtection.Of(call, context, cancellationToken);
            var here = call.Syntax.GetLocation();
            if (protection.Pipeline is { } pipeline)
            {
                sum = sum.And(pipeline);
            }

            if (protection.IsRetried || IsInLoop(call))
            {
                sum = sum.And((ResilienceCombination.Present with { HasRetry = true }).At(here));
            }

            if (protection.Outcome == CallOutcome.Substitutes)
            {
                sum = sum.And((ResilienceCombination.Present with { HasFallback = true }).At(here));
            }
        }

        return sum;
    }

    private static bool IsInLoop(IOperation call)
    {
        for (var parent = call.Parent; parent is not null and not IAnonymousFunctionOperation; parent = parent.Parent)
        {
            if (parent is ILoopOperation)
            {
                return true;
            }
        }

        return false;
    }
}
