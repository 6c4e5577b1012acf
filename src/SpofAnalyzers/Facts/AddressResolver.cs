using Microsoft.CodeAnalysis;
using Spof.Text;

namespace SpofAnalyzers.Facts;

/// <summary>Follows a value back to where its text comes from.</summary>
internal static class AddressResolver
{
    /// <summary>Resolves the value of an operation; never returns null, unknown carries the reason.</summary>
    public static AddressFact Resolve(IOperation value, FactContext context, CancellationToken cancellationToken)
    {
        var fact = new AddressWalk(context, cancellationToken).Follow(value);
        return fact.Source == AddressSource.Literal && IsLogicalName(fact.Text) ? fact with { Source = AddressSource.ServiceDiscovery } : fact;
    }

    /// <summary>A URI whose scheme lists alternatives or whose host is one label is a name that discovery or the platform resolves.</summary>
    private static bool IsLogicalName(string? text)
    {
        if (text is null || UriText.Parse(text) is not { Endpoints: { Count: > 0 } endpoints })
        {
            return false;
        }

        return endpoints.All(e => (e.Scheme?.IndexOf('+') > 0 && e.Scheme.StartsWith("http", StringComparison.Ordinal))
            || HostClassifier.Classify(e.Host, HostContext.Empty).Class == HostClass.SingleLabel);
    }
}
