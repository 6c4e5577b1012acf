using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>One place that touches a member.</summary>
/// <param name="Kind">What happens to the container; <see cref="ContainerOperation.None"/> for a read.</param>
/// <param name="Site">The call or assignment.</param>
/// <param name="Body">The code it stands in.</param>
internal sealed record StateUse(ContainerOperation Kind, IOperation Site, CodeBody Body)
{
    public IOperation? Key { get; init; }

    public IReadOnlyList<IOperation> Values { get; init; } = [];

    /// <summary>An item that is already there changes (<c>_carts[id].Items.Add(item)</c>).</summary>
    public bool IsNested { get; init; }

    /// <summary>The value that was there takes part in the new one (<c>+=</c>, <c>AddOrUpdate</c>).</summary>
    public bool IsReadModifyWrite { get; init; }

    /// <summary>The whole container, or a scalar, is assigned.</summary>
    public bool IsAssignment { get; init; }

    /// <summary>The present value of a key is asked for.</summary>
    public bool IsLookup { get; init; }

    /// <summary>The member takes part in a condition.</summary>
    public bool IsCondition { get; init; }

    /// <summary>A fetched value is more than returned: it is compared or changed.</summary>
    public bool UsesFetched { get; init; }

    public Location Location => Site.Syntax.GetLocation();

    /// <summary>The function that runs as one: the innermost lambda that is a handler of its own, else the whole body.</summary>
    public IOperation Scope { get; } = RuntimeCode.ScopeOf(Site);
}

/// <summary>Collects what bodies do to a member.</summary>
internal static class StateUses
{
    public static IEnumerable<StateUse> In(CodeBody body, StateMember member, BodyFlow flow)
    {
        foreach (var root in body.Operations)
        {
            foreach (var operation in root.DescendantsAndSelf())
            {
                if (operation is IMemberReferenceOperation reference && Refers(reference, member.Symbol))
                {
                    foreach (var use in Classify(reference, body, member, flow))
                    {
                        yield return use;
                    }
                }
            }
        }
    }

    private static bool Refers(IMemberReferenceOperation reference, ISymbol member)
    {
        var used = reference.Member.OriginalDefinition;
        var wanted = member.OriginalDefinition;
        return SymbolEqualityComparer.Default.Equals(used, wanted)
            || (used is IFieldSymbol { AssociatedSymbol: { } property } && SymbolEqualityComparer.Default.Equals(property.OriginalDefinition, wanted));
    }

    private static IEnumerable<StateUse> Classify(IOperation reference, CodeBody body, StateMember member, BodyFlow flow)
    {
        var current = Outermost(reference);
        switch (current.Parent)
        {
            case IInvocationOperation call when call.Instance == current:
                return OfCall(call, call.Arguments, body, member, flow);

            case IArgumentOperation { Parent: IInvocationOperation call } argument when call.TargetMethod.IsExtensionMethod && call.Arguments[0] == argument:
                return OfCall(call, call.Arguments.Skip(1).ToArray(), body, member, flow);

            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "GetValueRefOrAddDefault", Arguments.Length: > 1 } call }:
                return [new StateUse(ContainerOperation.Update, call, body) { Key = call.Arguments[1].Value, IsReadModifyWrite = true }];

            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Exchange" or "CompareExchange", ContainingType.Name: "Interlocked" }, Arguments.Length: > 1 } call }
                when member.Container is null:
                return [new StateUse(ContainerOperation.Insert, call, body) { Values = [call.Arguments[1].Value], IsAssignment = true }];

            case IConditionalAccessOperation { WhenNotNull: IInvocationOperation call }:
                return OfCall(call, call.Arguments, body, member, flow);

            case IPropertyReferenceOperation { Property.IsIndexer: true, Arguments.Length: > 0 } element when element.Instance == current:
                return OfElement(element, element.Arguments[0].Value, body, member, flow);

            case IArrayElementReferenceOperation { Indices.Length: > 0 } element when element.ArrayReference == current:
                return OfElement(element, element.Indices[0], body, member, flow);

            case ISimpleAssignmentOperation assignment when assignment.Target == current:
                return [new StateUse(ContainerOperation.Insert, assignment, body) { Values = [assignment.Value], IsAssignment = true }];

            default:
                return [new StateUse(ContainerOperation.None, reference, body) { IsCondition = IsInCondition(reference) }];
        }
    }

    private static IEnumerable<StateUse> OfCall(
        IInvocationOperation call, IReadOnlyList<IArgumentOperation> arguments, CodeBody body, StateMember member, BodyFlow flow)
    {
        var name = call.TargetMethod.Name;
        var kind = ContainerOperations.Of(name);
        var isMap = member.Container?.Shape == StateShape.Map;
        var key = isMap && arguments.Count > 0 ? arguments[0].Value : null;
        if (member.Container is null || kind == ContainerOperation.None)
        {
            yield return new StateUse(ContainerOperation.None, call, body)
            {
                Key = key,
                IsLookup = ContainerOperations.IsLookup(name),
                IsCondition = IsInCondition(call),
                UsesFetched = Fetched(call).Any(l => IsUsedBeyondReturn(l, body)),
            };
        }
        else
        {
            var values = arguments.Skip(isMap && arguments.Count > 1 ? 1 : 0).Take(name == "TryUpdate" ? 1 : int.MaxValue).Select(a => a.Value);
            yield return new StateUse(kind, call, body) { Key = key, Values = [.. values], IsReadModifyWrite = kind == ContainerOperation.Update };
        }

        if (isMap && (kind == ContainerOperation.GetOrAdd || name is "TryGetValue" or "GetValueOrDefault"))
        {
            foreach (var use in OfFetched(call, key, body, flow))
            {
                yield return use;
            }
        }
    }

    private static IEnumerable<StateUse> OfElement(IOperation element, IOperation key, CodeBody body, StateMember member, BodyFlow flow)
    {
        var current = Outermost(element);
        switch (current.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == current:
                yield return new StateUse(ContainerOperation.Insert, assignment, body)
                {
                    Key = key,
                    Values = [assignment.Value],
                    IsReadModifyWrite = Reads(assignment.Value, member.Symbol, flow, depth: 0),
                };
                yield break;

            case ICompoundAssignmentOperation or IIncrementOrDecrementOperation:
                yield return new StateUse(ContainerOperation.Update, current.Parent, body) { Key = key, IsReadModifyWrite = true };
                yield break;
        }

        yield return new StateUse(ContainerOperation.None, element, body) { Key = key, IsLookup = true, UsesFetched = true };
        foreach (var use in OfFetched(element, key, body, flow))
        {
            yield return use;
        }
    }

    /// <summary>True when the member, or a local that was fetched from it, takes part in the value.</summary>
    private static bool Reads(IOperation value, ISymbol member, BodyFlow flow, int depth) =>
        value.DescendantsAndSelf().Any(o => o switch
        {
            IMemberReferenceOperation reference => Refers(reference, member),
            ILocalReferenceOperation local => depth < 3 && flow.Sources(local.Local).Any(s => s != value && Reads(s, member, flow, depth + 1)),
            _ => false,
        });

    /// <summary>Changes of an item that was fetched from the container, directly or through a local.</summary>
    private static IEnumerable<StateUse> OfFetched(IOperation fetch, IOperation? key, CodeBody body, BodyFlow flow)
    {
        var locals = new HashSet<ILocalSymbol>(Fetched(fetch), SymbolEqualityComparer.Default);
        foreach (var operation in body.Operations.SelectMany(o => o.DescendantsAndSelf()))
        {
            if (BodyFlow.Mutation(operation) is not { } mutation)
            {
                continue;
            }

            var isOfFetched = BodyFlow.RootLocal(mutation.Target) is { } local ? locals.Contains(local) : StartsAt(mutation.Target, fetch);
            if (isOfFetched && mutation.Values.ToArray() is { Length: > 0 } values)
            {
                yield return new StateUse(ContainerOperation.Update, operation, body)
                {
                    Key = key,
                    Values = values,
                    IsNested = true,
                    IsReadModifyWrite = true,
                };
            }
        }
    }

    private static bool StartsAt(IOperation target, IOperation fetch)
    {
        while (true)
        {
            target = target.Unwrapped();
            if (target == fetch)
            {
                return true;
            }

            if (target is not IMemberReferenceOperation { Instance: { } instance })
            {
                return false;
            }

            target = instance;
        }
    }

    /// <summary>Locals that receive the fetched value: an out argument, or the declaration around the call.</summary>
    private static IEnumerable<ILocalSymbol> Fetched(IOperation fetch)
    {
        if (fetch is IInvocationOperation call)
        {
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter?.RefKind == RefKind.Out
                    && argument.Value.DescendantsAndSelf().OfType<ILocalReferenceOperation>().FirstOrDefault() is { } local)
                {
                    yield return local.Local;
                }
            }
        }

        switch (Outermost(fetch).Parent)
        {
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                yield return declarator.Symbol;
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target }:
                yield return target.Local;
                break;
        }
    }

    private static bool IsUsedBeyondReturn(ILocalSymbol local, CodeBody body) =>
        body.Operations.SelectMany(o => o.DescendantsAndSelf()).OfType<ILocalReferenceOperation>().Any(r =>
            SymbolEqualityComparer.Default.Equals(r.Local, local)
            && !r.IsDeclaration
            && Outermost(r).Parent is IPropertyReferenceOperation or IFieldReferenceOperation or IBinaryOperation or IWithOperation or IInvocationOperation);

    private static bool IsInCondition(IOperation operation)
    {
        for (var (child, parent) = (operation, operation.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case IConditionalOperation choice:
                    return choice.Condition == child;
                case IWhileLoopOperation loop:
                    return loop.Condition == child;
                case ISwitchOperation choice:
                    return choice.Value == child;
                case ISwitchExpressionOperation choice:
                    return choice.Value == child;
                case IConditionalAccessOperation access when access.Operation == child:
                    return true;
                case IBlockOperation or IArgumentOperation { Parent: IObjectCreationOperation }:
                    return false;
            }
        }

        return false;
    }

    /// <summary>The reference with what stands for it: conversions, channel ends, <c>_items ??= []</c>.</summary>
    private static IOperation Outermost(IOperation operation)
    {
        while (operation.Parent is IConversionOperation
            || (operation.Parent is ICoalesceAssignmentOperation made && made.Target == operation)
            || (operation.Parent is IPropertyReferenceOperation { Property: { Name: "Writer" or "Reader" } } end && end.Instance == operation
                && end.Type is { } type && ContainerOperations.IsChannelEnd(type)))
        {
            operation = operation.Parent;
        }

        return operation;
    }
}
