using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF3007: a call without a time limit turns a dependency that hangs into callers that hang. Most outages are of that kind: the connection
/// stands, the answer does not come.
/// </summary>
internal sealed class Spof3007 : OperationRule
{
    public const string Id = "SPOF3007";

    private const string Fix = "Set a time limit that fits the caller, or add a resilience handler with a timeout and keep the infinite one around it.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Remote call can wait without limit",
        "{0} has no time limit{1}: when the other side hangs, the caller hangs with it, and so do all that wait for it",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A dependency that hangs is worse than one that refuses: without a time limit it stops its callers too.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assignments => ["Timeout", "MaxTimeout"];

    public override IReadOnlyList<string> Creations => ["TcpClient"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) => operation switch
    {
        ISimpleAssignmentOperation assignment => OfTimeout(assignment, context, cancellationToken),
        IObjectCreationOperation creation when context.Is(creation.Type, "System.Net.Sockets.TcpClient") =>
            TcpReads.WaitForever(creation) && CodePhase.Of(creation, context, cancellationToken) == UsePhase.Request && !DevelopmentOnly.Covers(creation)
                ? Finding(creation.Syntax.GetLocation(), Fix, "Reading from this 'TcpClient'", "") : null,
        _ => null,
    };

    private RuleFinding? OfTimeout(ISimpleAssignmentOperation assignment, FactContext context, CancellationToken cancellationToken)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Property: { ContainingType: var type } } || !IsInfinite(assignment.Value) || DevelopmentOnly.Covers(assignment))
        {
            return null;
        }

        if (context.Is(type, "RestSharp.RestClientOptions") || context.Is(type, "RestSharp.RestRequest") || context.Is(type, "System.Net.HttpWebRequest") || context.Is(type, "System.Net.WebRequest"))
        {
            return Finding(assignment.Syntax.GetLocation(), Fix, $"This '{type.Name}'", "");
        }

        if (!context.Is(type, HttpMethods.HttpClient))
        {
            return null;
        }

        foreach (var client in HttpFacts.OfCompilation(context, cancellationToken).All.Where(c => c.TimeoutsSet.Contains(assignment.Syntax)))
        {
            if (client.Resilience.HasTimeout == false && CallLimits.Unlimited(client, context, cancellationToken) is { } call)
            {
                return Finding(assignment.Syntax.GetLocation(), Fix, $"Client '{client.Name}'", $" for '{call.Method}'") with
                {
                    AdditionalLocations = ImmutableArray.Create(call.Location),
                    Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "http").Add("clientName", client.Name).Add("configKey", client.Address.Key),
                };
            }
        }

        return null;
    }

    /// <summary>Infinite, or so long that no caller is still there.</summary>
    private static bool IsInfinite(IOperation value)
    {
        var core = value.Core();
        return core is IMemberReferenceOperation { Member: { Name: "InfiniteTimeSpan" or "MaxValue" } }
            || core.ConstantValue is { HasValue: true, Value: -1 or int.MaxValue }
            || (core is IInvocationOperation { TargetMethod: { Name: "FromMilliseconds" or "FromSeconds", ContainingType.Name: "TimeSpan" }, Arguments: [var argument, ..] }
                && argument.Value.ConstantValue is { HasValue: true, Value: -1 or -1L or -1d })
            || core.Seconds() >= 24 * 3600;
    }
}
