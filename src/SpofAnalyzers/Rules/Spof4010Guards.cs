using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>SPOF4010: a static flag that requests or ticks of one process ask before they go on, set and cleared by the same method.</summary>
internal sealed class Spof4010Guards : TypeRule
{
    /// <summary>Flags that say what happened once in this process, and are true of this process only.</summary>
    private static readonly string[] Local = ["init", "dispos", "warn", "log", "metric", "ready", "warm", "cache"];

    public override DiagnosticDescriptor Descriptor => Spof4010.Rule;

    public override IReadOnlyList<string> Bases => ["ControllerBase", "Hub", "PageModel", "BackgroundService", "IHostedService", "IJob", "IConsumer", "IHandleMessages"];

    public override RuleFinding? Judge(INamedTypeSymbol type, FactContext context, CancellationToken cancellationToken)
    {
        foreach (var flag in type.GetMembers().OfType<IFieldSymbol>().Where(IsFlag))
        {
            if (type.GetMembers().OfType<IMethodSymbol>().Any(m => SourceBodies.Of(context).Of(m, cancellationToken) is { } body && Guards(body, flag)))
            {
                return Finding(flag.Locations[0], Spof4010.Fix, $"The static flag '{flag.Name}'") with
                {
                    Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "lock"),
                };
            }
        }

        return null;
    }

    private static bool IsFlag(IFieldSymbol field) =>
        field is { IsStatic: true, IsReadOnly: false, IsConst: false, IsImplicitlyDeclared: false, Type.SpecialType: SpecialType.System_Boolean or SpecialType.System_Int32 }
        && !field.GetAttributes().Any(a => a.AttributeClass?.Name == "ThreadStaticAttribute")
        && !Local.Any(w => field.Name.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Asked in a condition, set, and cleared again.</summary>
    private static bool Guards(IOperation body, IFieldSymbol flag)
    {
        bool isAsked = false, isSet = false, isCleared = false;
        foreach (var operation in body.Descendants())
        {
            switch (operation)
            {
                case IConditionalOperation choice:
                    isAsked |= choice.Condition.DescendantsAndSelf().Any(o => Is(o, flag));
                    break;
                case ISimpleAssignmentOperation assignment when Is(assignment.Target, flag):
                    Note(assignment.Value);
                    break;
                case IInvocationOperation { TargetMethod: { Name: "Exchange" or "CompareExchange" or "Write", ContainingType.Name: "Interlocked" or "Volatile" } } call
                    when call.Arguments.Length > 1 && Is(call.Arguments[0].Value, flag):
                    Note(call.Arguments[1].Value);
                    break;
            }
        }

        return isAsked && isSet && isCleared;

        void Note(IOperation value)
        {
            isSet |= value.ConstantValue is { HasValue: true, Value: true or > 0 };
            isCleared |= value.ConstantValue is { HasValue: true, Value: false or 0 };
        }
    }

    private static bool Is(IOperation operation, IFieldSymbol flag) =>
        operation is IFieldReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Field, flag);
}
