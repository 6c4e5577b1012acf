using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Turns an operation that sends a request into a call site.</summary>
internal static class HttpCalls
{
    /// <summary>The call by itself; what surrounds it is known when all calls are.</summary>
    public static CallSite Read(IInvocationOperation call, FactContext context, CancellationToken cancellationToken) => new(
        call.TargetMethod.Name,
        HttpMethods.IsUnsafe(call, context, cancellationToken),
        CallOutcome.Propagates,
        IsPiped: false,
        Absolute(call, context, cancellationToken),
        call.Syntax.GetLocation());

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
