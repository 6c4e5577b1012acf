using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>One way in which a call comes to be made: what surrounds it in its own method, and in those that call that one.</summary>
/// <param name="Outcome">What happens when the call throws.</param>
/// <param name="IsPiped">True when something on the way tries again or executes it in a pipeline.</param>
/// <param name="Attempts">Try statements whose handlers its failure reaches, innermost first.</param>
/// <param name="Failed">Try statements in whose handlers it is made, innermost first.</param>
internal sealed record CallContext(CallOutcome Outcome, bool IsPiped, IReadOnlyList<TryUse> Attempts, IReadOnlyList<TryUse> Failed)
{
    /// <summary>What its method returns in place of the answer, where it goes on without.</summary>
    public Held Answer { get; init; }

    public static CallContext Of(IOperation call, FactContext context, CancellationToken cancellationToken)
    {
        var protection = CallProtection.Of(call, context, cancellationToken);
        var receiver = ReceiverOf(call);
        return new CallContext(protection.Outcome, protection.IsPiped, Uses(protection.Attempts), Uses(protection.Failed)) { Answer = protection.Answer };

        IReadOnlyList<TryUse> Uses(IReadOnlyList<ITryOperation> tries) =>
            [.. tries.Select(t => new TryUse(t.Syntax.SyntaxTree, t.Syntax.SpanStart, receiver, FailureHandling.Awaits(t.Body)))];
    }

    /// <summary>This context where a caller is told of the failure by an answer: what the caller does with it decides.</summary>
    public CallContext ToldTo(IInvocationOperation caller, FactContext context, CancellationToken cancellationToken) =>
        Outcome == CallOutcome.Substitutes && Answer is Held.Null or Held.False or Held.Empty
            ? this with { Outcome = FailurePath.From(caller, Answer, context, cancellationToken).Outcome }
            : this;

    /// <summary>This context inside that of a caller: a failure that has a substitute here goes no further.</summary>
    public CallContext Within(CallContext caller)
    {
        var isSettled = Outcome == CallOutcome.Substitutes;
        return new CallContext(
            isSettled || caller.Outcome == CallOutcome.Substitutes ? CallOutcome.Substitutes
                : caller.Outcome == CallOutcome.Unknown ? CallOutcome.Unknown : Outcome,
            IsPiped || caller.IsPiped,
            isSettled ? Attempts : [.. Attempts, .. caller.Attempts],
            [.. Failed, .. caller.Failed]);
    }

    /// <summary>The field, parameter, local or property that is called.</summary>
    private static ISymbol? ReceiverOf(IOperation call) => (call as IInvocationOperation)?.Receiver()?.Core() switch
    {
        IFieldReferenceOperation field => field.Field,
        IParameterReferenceOperation parameter => parameter.Parameter,
        ILocalReferenceOperation local => local.Local,
        IPropertyReferenceOperation property => property.Property,
        _ => null,
    };
}

/// <param name="Tree">File of a try statement.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="Receiver">What is called in its body or handler on the way to the call.</param>
/// <param name="Awaits">True when its body waits for something.</param>
internal sealed record TryUse(SyntaxTree Tree, int Start, ISymbol? Receiver, bool Awaits);
