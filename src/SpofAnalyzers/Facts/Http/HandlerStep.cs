using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>One call of a builder chain that puts something around the requests of a client.</summary>
/// <param name="Call">The call.</param>
/// <param name="Entry">The call itself, or the wrapper that leads to it: it stands in the code that sets up the client.</param>
/// <param name="Exits">Calls of methods that return the builder, through which it got here; innermost first.</param>
/// <param name="Adds">Resilience that it adds; nothing for other handlers.</param>
/// <param name="IsDiscovery">True for <c>AddServiceDiscovery</c>, which replaces a service's name by the address of one of its instances.</param>
internal sealed record HandlerStep(IInvocationOperation Call, IInvocationOperation Entry, ImmutableArray<IInvocationOperation> Exits, ResilienceFact Adds, bool IsDiscovery)
{
    private const string DiscoveryExtensions = "Microsoft.Extensions.DependencyInjection.ServiceDiscoveryHttpClientBuilderExtensions";

    public string Method => Call.TargetMethod.Name;

    public bool IsResilience => Method is "AddStandardResilienceHandler" or "AddStandardHedgingHandler" or "AddResilienceHandler";

    /// <summary>True when it certainly sends a request again, whatever makes it do so.</summary>
    public bool Repeats => Adds.HasHedging == true || (Adds.HasRetry == true && Adds.Retries != 0);

    /// <summary>Requests that it makes of one at most; null when the code does not say.</summary>
    public int? Attempts => Adds.HasHedging == true && Adds.HasRetry != true ? 2 : Adds.Retries + 1;

    /// <summary>
    /// True when this one, which is added first, is sure to be there where the other is: both in the code of one member that sets up the client, or
    /// this one in a method that returns the builder to the code of the other. What another branch or another member adds may be an alternative.
    /// </summary>
    public bool IsAround(HandlerStep inner)
    {
        if (Exits.Length > inner.Exits.Length || !Exits.Zip(inner.Exits, (a, b) => a.Syntax == b.Syntax).All(same => same))
        {
            return false;
        }

        return Exits.Length == inner.Exits.Length
            ? Member(Entry.Syntax) == Member(inner.Entry.Syntax) && !Branches.Exclude(Entry.Syntax, inner.Entry.Syntax) && !Branches.Exclude(Call.Syntax, inner.Call.Syntax)
            : !Branches.IsConditional(Entry.Syntax) && !Branches.IsConditional(Call.Syntax)
                && inner.Exits[Exits.Length].TargetMethod.DeclaringSyntaxReferences.Any(d => d.SyntaxTree == Entry.Syntax.SyntaxTree && d.Span.Contains(Entry.Syntax.Span));
    }

    private static SyntaxNode? Member(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(a => a is GlobalStatementSyntax or MemberDeclarationSyntax) is { } member and not GlobalStatementSyntax
            ? member : node.SyntaxTree.GetRoot();

    /// <summary>Adds the member to the handlers of a chain when it is one, and takes away what it removes.</summary>
    public static void Take(BuilderMember member, ChainResilience effect, List<HandlerStep> handlers, FactContext context)
    {
        if (effect.RemovesAll)
        {
            handlers.RemoveAll(h => h.IsResilience);
            return;
        }

        var method = member.Call.TargetMethod;
        var isDiscovery = method.Name == "AddServiceDiscovery" && context.Is(method.ContainingType, DiscoveryExtensions);
        if (isDiscovery || effect.Adds is not null)
        {
            handlers.Add(new(member.Call, member.Entry, member.Exits, effect.Adds ?? ResilienceFact.Nothing, isDiscovery));
        }
    }
}
