using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Turns an operation that sends a request into a call site.</summary>
internal static class HttpCalls
{
    private const int MaxCallerHops = 2;

    public static CallSite Read(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        var protection = CallProtection.Of(call, context, cancellationToken);
        return new CallSite(
            call.TargetMethod.Name,
            HttpMethods.IsUnsafe(call, context, cancellationToken),
            protection.Outcome,
            protection.IsPiped,
            Absolute(call, context, cancellationToken),
            call.Syntax.GetLocation()) { IsAlternative = protection.IsAlternative };
    }

    /// <summary>
    /// A call that fails its own method may still be caught where that method is called: when every caller in the compilation
    /// goes on with a substitute or tries again, the call does too.
    /// </summary>
    public static CallSite WithCallers(
        CallSite site, IInvocationOperation call, FactContext context, CallerSearch callers, CancellationToken cancellationToken)
    {
        if (site.IsPiped || site.Outcome == CallOutcome.Substitutes)
        {
            return site;
        }

        return Caught(call, context, callers, MaxCallerHops, cancellationToken) switch
        {
            { Outcome: CallOutcome.Substitutes } => site with { Outcome = CallOutcome.Substitutes },
            { IsPiped: true } => site with { IsPiped = true },
            _ => site,
        };
    }

    private static CallProtection? Caught(
        IOperation call, FactContext context, CallerSearch callers, int hops, CancellationToken cancellationToken)
    {
        if (hops == 0 || Enclosing(call, context, cancellationToken) is not { } method)
        {
            return null;
        }

        CallProtection? weakest = null;
        foreach (var caller in callers.Of(method, cancellationToken))
        {
            var protection = CallProtection.Of(caller, context, cancellationToken);
            if (protection.Outcome != CallOutcome.Substitutes && !protection.IsPiped)
            {
                if (Caught(caller, context, callers, hops - 1, cancellationToken) is not { } outer)
                {
                    return null;
                }

                protection = outer;
            }

            weakest = weakest is null || weakest.Outcome == CallOutcome.Substitutes ? protection : weakest;
        }

        return weakest;
    }

    /// <summary>The method or local function that holds the call; null inside a lambda, whose caller is not known.</summary>
    private static IMethodSymbol? Enclosing(IOperation call, FactContext context, CancellationToken cancellationToken)
    {
        for (var parent = call.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation:
                    return null;
                case ILocalFunctionOperation local:
                    return local.Symbol;
            }
        }

        var node = call.Root().Syntax;
        return SourceBodies.Of(context).Model(node.SyntaxTree).GetDeclaredSymbol(node, cancellationToken) as IMethodSymbol;
    }

    private static AddressFact? Absolute(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        if (HttpMethods.RequestUri(call, context, cancellationToken) is not { } uri)
        {
            return null;
        }

        var address = AddressResolver.Resolve(uri, context, cancellationToken);
        return address.Source switch
        {
            AddressSource.Unknown => null,
            AddressSource.Literal => address.Text is { } text && text.IndexOf("://", StringComparison.Ordinal) > 0 ? address : null,
            _ => address,
        };
    }
}
