using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Follows values of one body back to what came from outside.</summary>
internal sealed class ValueOrigins(BodyFlow flow)
{
    private readonly HashSet<ILocalSymbol> _active = new(SymbolEqualityComparer.Default);

    public ValueOrigin Of(params IOperation?[] values)
    {
        var origin = new ValueOrigin();
        foreach (var value in values)
        {
            Walk(value, "", isThrough: false, origin);
        }

        return origin;
    }

    private void Walk(IOperation? operation, string path, bool isThrough, ValueOrigin origin)
    {
        switch (operation)
        {
            case null or ILiteralOperation or IInstanceReferenceOperation or ITypeOfOperation or INameOfOperation:
                return;

            case { ConstantValue.HasValue: true }:
                return;

            case IParameterReferenceOperation parameter:
                WalkParameter(parameter, path, isThrough, origin);
                return;

            case ILocalReferenceOperation local:
                WalkLocal(local.Local, path, isThrough, origin);
                return;

            case IPropertyReferenceOperation property when IsRequest(property):
                Add(new ValueInput(property.Property, path), isThrough, origin);
                return;

            case IMemberReferenceOperation member and not IMethodReferenceOperation:
                Walk(member.Instance, "." + member.Member.Name + path, isThrough, origin);
                return;

            case IInvocationOperation call:
                WalkCall(call, isThrough, origin);
                return;

            case IObjectCreationOperation creation:
                origin.IsComputed = true;
                WalkChildren(creation, isThrough, origin);
                return;

            default:
                WalkChildren(operation, isThrough, origin);
                return;
        }
    }

    private void WalkChildren(IOperation operation, bool isThrough, ValueOrigin origin)
    {
        foreach (var child in operation.ChildOperations)
        {
            Walk(child, "", isThrough, origin);
        }
    }

    private void WalkParameter(IParameterReferenceOperation reference, string path, bool isThrough, ValueOrigin origin)
    {
        var parameter = reference.Parameter;
        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor })
        {
            // Injected once: state of the owner, not input of the call.
            return;
        }

        if (LambdaCall(reference, parameter) is { } call && IsElementwise(call))
        {
            // The parameter of a query or of a container's factory is an item of what it is called on, or its key.
            Walk(call.Instance ?? call.Arguments.FirstOrDefault()?.Value, "", isThrough, origin);
            if (call.Instance is not null && call.Arguments.Length > 1)
            {
                Walk(call.Arguments[0].Value, "", isThrough, origin);
            }
        }
        else if (InheritsContext(parameter.Type))
        {
            // What a database context hands out is there to be read again.
            origin.IsRead = true;
        }
        else if (path.Length > 0 || !DomainContent.IsPlumbing(parameter.Type) || parameter.Type.SpecialType == SpecialType.System_Object)
        {
            if (parameter.Type.Name != "CancellationToken")
            {
                Add(new ValueInput(parameter, path), isThrough, origin);
            }
        }
    }

    private void WalkLocal(ILocalSymbol local, string path, bool isThrough, ValueOrigin origin)
    {
        if (!_active.Add(local))
        {
            return;
        }

        foreach (var source in flow.Sources(local))
        {
            Walk(source, path, isThrough, origin);
        }

        foreach (var content in flow.Content(local))
        {
            Walk(content, "", isThrough, origin);
        }

        _active.Remove(local);
    }

    private void WalkCall(IInvocationOperation call, bool isThrough, ValueOrigin origin)
    {
        var method = call.TargetMethod;
        if (CallVerbs.Receives(method.Name) && call.Instance is not null)
        {
            Add(new ValueInput(method, ""), isThrough, origin);
            return;
        }

        if (IsRandom(method))
        {
            origin.IsRandom = true;
            return;
        }

        var isTransparent = IsTransparent(method);
        if (!isTransparent)
        {
            origin.IsComputed = true;
            origin.IsRead |= CallVerbs.Reads(method.Name) && (IsAwaited(call) || IsQuery(method) || IsService(call));
            origin.IsMade |= CallVerbs.Acts(method.Name) && !isThrough;
            isThrough = true;
        }

        if (call.Instance is { } instance && (isTransparent || instance.Type is { } type && !DomainContent.IsPlumbing(type)))
        {
            Walk(instance, "", isThrough, origin);
        }

        var isFilter = IsFilter(method);
        foreach (var argument in call.Arguments)
        {
            // What selects or sorts items is no part of them.
            if (argument.Parameter?.RefKind != RefKind.Out && !(isFilter && argument.Parameter?.Ordinal > 0))
            {
                Walk(argument.Value, "", isThrough, origin);
            }
        }
    }

    private static void Add(ValueInput input, bool isThrough, ValueOrigin origin) => (isThrough ? origin.Through : origin.Direct).Add(input);

    /// <summary>The call that the parameter's lambda is an argument of; null for parameters of methods and of free lambdas.</summary>
    private static IInvocationOperation? LambdaCall(IOperation use, IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda)
        {
            return null;
        }

        for (var p = use.Parent; p is not null; p = p.Parent)
        {
            if (p is IAnonymousFunctionOperation function && SymbolEqualityComparer.Default.Equals(function.Symbol, lambda))
            {
                return function.ReceivingCall();
            }
        }

        return null;
    }

    private static bool IsElementwise(IInvocationOperation call) =>
        call.TargetMethod.ContainingType is { } type
        && (type.ContainingNamespace is { Name: "Linq", ContainingNamespace.Name: "System" } || StateContainer.Of(type) is not null || type.Name == "Parallel");

    private static bool IsTransparent(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (type is null || !ContainerOperations.IsBaseClassLibrary(type))
        {
            return false;
        }

        var space = type.ContainingNamespace;
        return space.Name is "System" or "Linq" or "Collections" or "Generic" or "Concurrent" or "Immutable" or "Frozen" or "Text" or "Tasks" or "Globalization"
            || space is { Name: "Json", ContainingNamespace.Name: "Text" };
    }

    /// <summary>What is asked for items and is no item itself: an interface, a class that holds services, one's own loading method.</summary>
    private static bool IsService(IInvocationOperation call) => call.Instance switch
    {
        null or IInstanceReferenceOperation => !call.TargetMethod.IsExtensionMethod && CallVerbs.SurelyReads(call.TargetMethod.Name),
        { Type: { } type } => DomainContent.IsPlumbing(type) || !DomainContent.IsData(type),
        _ => false,
    };

    private static bool IsFilter(IMethodSymbol method) =>
        method.ContainingType is { Name: "Enumerable" or "Queryable" } && method.Name is not ("Select" or "SelectMany" or "Concat" or "Append" or "Prepend" or "Zip" or "Union"
            or "Aggregate" or "DefaultIfEmpty" or "ToDictionary" or "GroupBy" or "Join");

    private static bool InheritsContext(ITypeSymbol type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.Name is "DbContext" or "DbSet")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRandom(IMethodSymbol method) =>
        method is { Name: "NewGuid" or "CreateVersion7", ContainingType.Name: "Guid" }
        || method.ContainingType?.Name is "Random" or "RandomNumberGenerator";

    private static bool IsQuery(IMethodSymbol method) =>
        method.ContainingType?.Name is "DbSet" or "EntityFrameworkQueryableExtensions" or "Queryable" or "File" or "SqlMapper" or "HttpClient";

    private static bool IsAwaited(IOperation call)
    {
        for (var p = call.Parent; p is not null; p = p.Parent)
        {
            switch (p)
            {
                case IAwaitOperation:
                case IForEachLoopOperation { IsAsynchronous: true }:
                    return true;
                case IInvocationOperation or IConversionOperation or IPropertyReferenceOperation:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool IsRequest(IPropertyReferenceOperation property) =>
        property.Property.Type is { } type
        && (type.Name is "HttpContext" or "HttpRequest" or "ClaimsPrincipal" or "HubCallerContext" or "ServerCallContext")
        && property.Property.ContainingType?.Locations.Any(l => l.IsInSource) == false;
}
