using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// Base of the rules about clients of a cluster that are told one of its members. The others are learned from a member that answers, so each of
/// them informs only; the tool sees what stands behind the name.
/// </summary>
internal abstract class OneEndpointRule : OperationRule
{
    /// <summary>What it is that the client needs: the <c>dependencyKind</c> of the finding.</summary>
    protected abstract string DependencyKind { get; }

    /// <summary>The one member that the client is told; null when that is unknown, several, or no machine as far as its name shows.</summary>
    protected static OneOfList? Read(IOperation value, ConnectionProvider provider, FactContext context, CancellationToken cancellationToken) =>
        OneOfList.Read(value, provider, context, cancellationToken) is { } one
        && ConnectionValues.IsMachine(one.Host, context) && !ConnectionValues.IsIgnored(one.Key, context) ? one : null;

    /// <param name="at">The call, creation or assignment that tells the client.</param>
    /// <param name="one">What it is told.</param>
    /// <param name="fix">What to do.</param>
    /// <param name="client">The client, for the message.</param>
    /// <param name="remedy">What to do, for the message.</param>
    protected RuleFinding? Knows(IOperation at, OneOfList? one, string fix, string client, string remedy) =>
        one is null || DevelopmentOnly.Covers(at) ? null : Finding(at.NameLocation(), fix, client, one.Host, remedy) with
        {
            AdditionalLocations = one.Places.Insert(0, one.Value),
            Properties = ImmutableDictionary<string, string?>.Empty
                .Add("dependencyKind", DependencyKind).Add("host", one.Host).Add("clientName", client).Add("configKey", one.Key),
        };
}
