using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Ways to look at operations that every fact needs. Parentheses and <c>!</c> leave no trace in the operations of C#.</summary>
internal static class OperationShapes
{
    /// <summary>The value without conversions.</summary>
    public static IOperation Unwrapped(this IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }

    /// <summary>The value without conversions, <c>await</c> and <c>ConfigureAwait</c>.</summary>
    public static IOperation Core(this IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation conversion:
                    value = conversion.Operand;
                    break;
                case IAwaitOperation await:
                    value = await.Operation;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }:
                    value = task;
                    break;
                default:
                    return value;
            }
        }
    }

    /// <summary>The operation that uses the value, past conversions.</summary>
    public static IOperation? User(this IOperation value)
    {
        var user = value.Parent;
        while (user is IConversionOperation)
        {
            user = user.Parent;
        }

        return user;
    }

    /// <summary>The outermost operation of the member (or of the top-level statements) that holds this one.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>The operation and what is inside it, without the bodies of nested lambdas and local functions.</summary>
    public static IEnumerable<IOperation> InThisFunction(this IOperation root)
    {
        var open = new Stack<IOperation>();
        open.Push(root);
        while (open.Count > 0)
        {
            var operation = open.Pop();
            yield return operation;
            foreach (var child in operation.ChildOperations.Reverse())
            {
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                {
                    open.Push(child);
                }
            }
        }
    }

    /// <summary>The method, field or property that the operation is part of.</summary>
    public static ISymbol? EnclosingSymbol(this IOperation operation) => operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart);

    /// <summary>The name of the called method, or the whole creation: short enough to underline, and inside the call for a fix to find.</summary>
    public static Location NameLocation(this IOperation operation) => operation.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.GetLocation(),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax member } => member.Name.GetLocation(),
        InvocationExpressionSyntax { Expression: var expression } => expression.GetLocation(),
        var syntax => syntax.GetLocation(),
    };

    /// <summary>What stands before the <c>?.</c>.</summary>
    public static IOperation? Accessed(this IConditionalAccessInstanceOperation instance)
    {
        for (IOperation? at = instance.Parent, below = instance; at is not null; below = at, at = at.Parent)
        {
            if (at is IConditionalAccessOperation access && access.WhenNotNull == below)
            {
                return access.Operation;
            }
        }

        return null;
    }

    /// <summary>The call that the lambda is an argument of; null for one that is kept.</summary>
    public static IInvocationOperation? ReceivingCall(this IAnonymousFunctionOperation lambda)
    {
        var argument = lambda.Parent;
        while (argument is IDelegateCreationOperation or IConversionOperation)
        {
            argument = argument.Parent;
        }

        return (argument as IArgumentOperation)?.Parent as IInvocationOperation;
    }

    /// <summary>The argument for the parameter with that name; null when there is none or it was left out.</summary>
    public static IOperation? Argument(this ImmutableArray<IArgumentOperation> arguments, string parameter)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name == parameter && argument.ArgumentKind != ArgumentKind.DefaultValue)
            {
                return argument.Value;
            }
        }

        return null;
    }

    /// <summary>The object that a method works on: the instance, or the first argument of an extension method.</summary>
    public static IOperation? Receiver(this IInvocationOperation invocation)
    {
        if (invocation.Instance is { } instance)
        {
            return instance;
        }

        return invocation.TargetMethod.IsExtensionMethod && invocation.Arguments.Length > 0
            ? invocation.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value
            : null;
    }

    /// <summary>True for a type in the namespace or one below it; compares names only.</summary>
    public static bool IsInNamespace(this ITypeSymbol? type, string root)
    {
        var ns = type?.ContainingNamespace;
        while (ns is { IsGlobalNamespace: false })
        {
            if (ns.Name == root && ns.ContainingNamespace.IsGlobalNamespace)
            {
                return true;
            }

            ns = ns.ContainingNamespace;
        }

        return false;
    }

    /// <summary>True when the type is, derives from or implements the type with that metadata name.</summary>
    public static bool IsOrInherits(this FactContext context, ITypeSymbol? type, string metadataName)
    {
        var known = context.Type(metadataName);
        if (type is null || (known is null && context.Sources.Others.Count == 0))
        {
            return false;
        }

        if (known?.TypeKind != TypeKind.Interface)
        {
            for (var current = type; current is not null; current = current.BaseType)
            {
                if (context.Is(current, metadataName))
                {
                    return true;
                }
            }
        }

        return known?.TypeKind is null or TypeKind.Interface && (context.Is(type, metadataName) || type.AllInterfaces.Any(i => context.Is(i, metadataName)));
    }

    /// <summary>Seconds of a <c>TimeSpan</c> built from constants; null when it is not constant or infinite.</summary>
    public static double? Seconds(this IOperation value)
    {
        if (value.Core() is not IInvocationOperation { TargetMethod: { ContainingType.Name: "TimeSpan", Name: var unit }, Arguments.Length: > 0 } span
            || span.Arguments[0].Value.Core().ConstantValue is not { HasValue: true, Value: { } constant })
        {
            return null;
        }

        double? number = constant switch { int i => i, long l => l, double d => d, _ => null };
        return unit switch
        {
            "FromMilliseconds" => number / 1000,
            "FromSeconds" => number,
            "FromMinutes" => number * 60,
            "FromHours" => number * 3600,
            _ => null,
        };
    }

    public static int? ConstantNumber(this IOperation? value) =>
        value?.Core().ConstantValue is { HasValue: true, Value: int number } ? number : null;

    /// <summary>Assignments to properties with that name inside the operation, lambdas included.</summary>
    public static IEnumerable<ISimpleAssignmentOperation> AssignmentsTo(this IOperation root, string property) =>
        root.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>()
            .Where(a => a.Target is IPropertyReferenceOperation target && target.Property.Name == property);
}
