using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>What surrounds one call in its own function: handlers, loops that retry, pipelines that execute it.</summary>
/// <param name="Outcome">What happens when the call throws.</param>
/// <param name="IsRetried">True when a hand-written loop tries again.</param>
/// <param name="Pipeline">The pipeline, policy or wrapper that executes the call; null when none does.</param>
internal sealed record CallProtection(CallOutcome Outcome, bool IsRetried, ResilienceFact? Pipeline)
{
    private const int MaxWrapperHops = 2;

    /// <summary>Try statements whose handlers the failure of the call reaches, innermost first.</summary>
    public IReadOnlyList<ITryOperation> Attempts { get; init; } = [];

    /// <summary>Try statements in whose handlers the call stands, innermost first: it is made only when something in them has failed.</summary>
    public IReadOnlyList<ITryOperation> Failed { get; init; } = [];

    /// <summary>What the method of the call returns in place of the answer, where it goes on without.</summary>
    public Held Answer { get; init; }

    /// <summary>True when something tries again or executes the call in a pipeline that is not known to be empty.</summary>
    public bool IsPiped => IsRetried || Pipeline is { IsPresentOrUnknown: true };

    public static CallProtection Of(IOperation call, FactContext context, CancellationToken cancellationToken) =>
        Of(call, context, MaxWrapperHops, cancellationToken);

    private static CallProtection Of(IOperation call, FactContext context, int hops, CancellationToken cancellationToken)
    {
        var outcome = IsForgotten(call) ? CallOutcome.Substitutes : Continued(call, context, cancellationToken) ?? CallOutcome.Propagates;
        var isRetried = false;
        var goesOn = false;
        var attempts = new List<ITryOperation>();
        var failed = new List<ITryOperation>();
        var answer = Held.Unknown;
        ResilienceFact? pipeline = null;
        var waits = Waits(call);
        for (IOperation child = call, parent = call.Parent!; parent is not null; child = parent, parent = parent.Parent!)
        {
            switch (parent)
            {
                case ITryOperation attempt when ReferenceEquals(attempt.Body, child) && waits && outcome != CallOutcome.Substitutes:
                    attempts.Add(attempt);
                    var handled = FailureHandling.Of(attempt, call, context, cancellationToken);
                    goesOn |= handled.GoesOn;
                    if (handled.Outcome == CallOutcome.Substitutes || outcome != CallOutcome.Unknown)
                    {
                        outcome = handled.Outcome ?? outcome;
                        answer = handled.Answer;
                    }

                    break;
                case ICatchClauseOperation { Parent: ITryOperation first }:
                    failed.Add(first);
                    break;
                case ILoopOperation when goesOn:
                    isRetried = true;
                    break;
                case IForLoopOperation { Condition: not null } counted when Pauses(counted):
                    isRetried = true;
                    break;
                case IAnonymousFunctionOperation function:
                    if (function.ReceivingCall() is not { } executor)
                    {
                        return Result();
                    }

                    var added = ReadExecutor(executor, context, hops, cancellationToken);
                    if (added is not null)
                    {
                        pipeline = pipeline is null ? added : pipeline.And(added);
                        outcome = added.HasFallback == true ? CallOutcome.Substitutes : outcome;
                    }

                    if (IsForgotten(executor) && (added is not null || StartsTask(executor.TargetMethod)))
                    {
                        outcome = CallOutcome.Substitutes;
                    }

                    waits = Waits(executor);
                    goesOn = false;
                    if (added is null && !RunsHere(executor))
                    {
                        return Result();
                    }

                    parent = executor;
                    break;
                case ILocalFunctionOperation:
                    return Result();
            }
        }

        return Result();

        CallProtection Result() => new(outcome, isRetried, pipeline) { Attempts = attempts, Failed = failed, Answer = answer };
    }

    /// <summary>A counted loop that waits between its rounds tries again until an answer satisfies it.</summary>
    private static bool Pauses(IForLoopOperation loop) => loop.Body.InThisFunction().OfType<IInvocationOperation>().Any(
        call => call.TargetMethod is { Name: "Delay", ContainingType.Name: "Task" } or { Name: "Sleep", ContainingType.Name: "Thread" });

    /// <summary>True when the lambda runs before the statement ends; an endpoint or a registration keeps it for later.</summary>
    private static bool RunsHere(IInvocationOperation executor) =>
        IsTask(executor.Type)
            ? Waits(executor)
            : executor.TargetMethod.ContainingType is { ContainingNamespace.Name: "Linq" } type && type.IsInNamespace("System");

    /// <summary>True when the failure surfaces at the call: it is awaited, waited for, or not asynchronous.</summary>
    private static bool Waits(IOperation call)
    {
        if (!IsTask(call.Type))
        {
            return true;
        }

        for (IOperation? user = call.User(); user is not null; user = user.User())
        {
            switch (user)
            {
                case IAwaitOperation:
                case IPropertyReferenceOperation { Property.Name: "Result" }:
                case IInvocationOperation { TargetMethod.Name: "Wait" or "GetAwaiter" }:
                    return true;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WaitAsync" }:
                case IArgumentOperation:
                    break;
                case IReturnOperation:
                    // A task handed back out of a try block fails outside of it; a lambda's caller awaits it.
                    return false;
                default:
                    // Kept in a local: awaited later, most often in the same block.
                    return true;
            }
        }

        return true;
    }

    /// <summary>True for a task that nobody awaits: <c>_ = client.PostAsync(…)</c>, or a call that stands alone.</summary>
    private static bool IsForgotten(IOperation call) => IsTask(call.Type) && call.User() switch
    {
        ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
        IExpressionStatementOperation => !IsArrowBody(call),
        _ => false,
    };

    private static bool StartsTask(IMethodSymbol method) =>
        method is { Name: "Run", ContainingType.Name: "Task" } or { Name: "StartNew", ContainingType.Name: "TaskFactory" } && method.ContainingType.IsInNamespace("System");

    /// <summary>What a continuation makes of the failure; null when there is none, or when it hands the failure on.</summary>
    private static CallOutcome? Continued(IOperation call, FactContext context, CancellationToken cancellationToken)
    {
        if (call.User() is not IInvocationOperation { TargetMethod: { Name: "ContinueWith", Parameters.Length: 1 } } link
            || link.Instance != call
            || link.Arguments[0].Value.Core() is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters.Length: 1 } continuation })
        {
            return null;
        }

        var outcome = FailurePath.Continued(continuation, context, cancellationToken).Outcome;
        return outcome == CallOutcome.Rethrows ? null : outcome;
    }

    private static bool IsArrowBody(IOperation call) =>
        call.Syntax.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.LambdaExpressionSyntax
            or Microsoft.CodeAnalysis.CSharp.Syntax.ArrowExpressionClauseSyntax;

    private static bool IsTask(ITypeSymbol? type) =>
        type?.Name is "Task" or "ValueTask" or "ConfiguredTaskAwaitable" && type.IsInNamespace("System");

    /// <summary>What an invocation adds to the function that it is handed; null when it adds nothing that can be seen.</summary>
    private static ResilienceFact? ReadExecutor(IInvocationOperation executor, FactContext context, int hops, CancellationToken cancellationToken)
    {
        var method = executor.TargetMethod;
        var type = method.ContainingType;
        if (type.IsInNamespace("Polly") && method.Name.StartsWith("Execute", StringComparison.Ordinal))
        {
            return executor.Receiver() is { } policy
                ? PolicyReader.Read(policy, context, cancellationToken)
                : ResilienceCombination.Unreadable(executor.Syntax.GetLocation());
        }

        if (SourceBodies.Of(context).Of(method, cancellationToken) is not { } body)
        {
            // What implements an abstraction of this code may do anything; so may a cache that can answer with old values.
            var isOpen = !type.DeclaringSyntaxReferences.IsEmpty || type.IsInNamespace("ZiggyCreatures")
                || context.Options.ResilienceMethods.Contains(method.Name)
                || ((ResilienceNames.Speaks(method.Name) || ResilienceNames.Speaks(type.Name)) && !IsRouting(type));
            return isOpen ? ResilienceCombination.Unreadable(executor.Syntax.GetLocation()) : null;
        }

        return hops > 0 ? ReadWrapper(body, context, hops - 1, cancellationToken) : null;
    }

    /// <summary>Mapping and authorization know policies and fallbacks of another kind.</summary>
    private static bool IsRouting(ITypeSymbol type) => type.IsInNamespace("Microsoft") && !type.Name.StartsWith("Resilien", StringComparison.Ordinal);

    /// <summary>Reads a method of this compilation that calls the delegate it is given.</summary>
    private static ResilienceFact? ReadWrapper(IOperation body, FactContext context, int hops, CancellationToken cancellationToken)
    {
        foreach (var call in body.Descendants().OfType<IInvocationOperation>())
        {
            var runsDelegate = call.TargetMethod.MethodKind == MethodKind.DelegateInvoke && call.Instance?.Core() is IParameterReferenceOperation;
            var handsOn = call.Arguments.Any(a => a.Value.Core() is IParameterReferenceOperation { Type.TypeKind: TypeKind.Delegate });
            var around = runsDelegate ? Of(call, context, hops, cancellationToken)
                : handsOn && ReadExecutor(call, context, hops, cancellationToken) is { } executed ? new CallProtection(CallOutcome.Propagates, false, executed)
                : null;
            if (around is null)
            {
                continue;
            }

            var sum = around.Pipeline;
            if (around.IsRetried)
            {
                sum = (sum ?? ResilienceFact.Nothing).And((ResilienceCombination.Present with { HasRetry = true }).At(call.Syntax.GetLocation()));
            }

            if (around.Outcome == CallOutcome.Substitutes)
            {
                sum = (sum ?? ResilienceFact.Nothing).And((ResilienceCombination.Present with { HasFallback = true }).At(call.Syntax.GetLocation()));
            }

            if (sum is not null)
            {
                return sum;
            }
        }

        return null;
    }
}
