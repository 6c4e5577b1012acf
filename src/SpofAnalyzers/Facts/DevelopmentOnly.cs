using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Proves that code runs in development only: the arm of an environment check, or a block under <c>#if DEBUG</c>.</summary>
internal static class DevelopmentOnly
{
    private static readonly HashSet<string> Environments = new(FactOptions.DevelopmentEnvironments, StringComparer.OrdinalIgnoreCase);

    /// <summary>True when every way to the operation needs a development environment.</summary>
    public static bool Covers(IOperation operation)
    {
        for (IOperation? at = operation.Parent, below = operation; at is not null; below = at, at = at.Parent)
        {
            if (at is IConditionalOperation conditional && LeadsTo(below, conditional))
            {
                return true;
            }

            if (at is IBlockOperation block && FollowsReturnOutsideOfDevelopment(block, below))
            {
                return true;
            }
        }

        return IsUnderDebugDirective(operation.Syntax);
    }

    /// <summary>The choice whose arm for development holds the operation; null where another thing keeps it there, or nothing.</summary>
    public static IConditionalOperation? Choice(IOperation operation)
    {
        for (IOperation? at = operation.Parent, below = operation; at is not null; below = at, at = at.Parent)
        {
            if (at is IConditionalOperation conditional && LeadsTo(below, conditional))
            {
                return conditional;
            }
        }

        return null;
    }

    private static bool LeadsTo(IOperation arm, IConditionalOperation conditional) =>
        arm != conditional.Condition
        && IsTrueInDevelopmentOnly(conditional.Condition) is { } isDevelopment
        && isDevelopment == (arm == conditional.WhenTrue);

    /// <summary>True when the condition holds in development only, false when it holds everywhere else only, null when neither.</summary>
    public static bool? IsTrueInDevelopmentOnly(IOperation condition)
    {
        switch (condition)
        {
            case IConversionOperation conversion:
                return IsTrueInDevelopmentOnly(conversion.Operand);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return !IsTrueInDevelopmentOnly(not.Operand);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } and:
                // "development and x" is development only; "not development and x" says nothing about the other arm.
                return IsTrueInDevelopmentOnly(and.LeftOperand) == true || IsTrueInDevelopmentOnly(and.RightOperand) == true ? true : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } or:
                var left = IsTrueInDevelopmentOnly(or.LeftOperand);
                return left is not null && left == IsTrueInDevelopmentOnly(or.RightOperand) ? left : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equals:
                return ComparesEnvironment(equals.LeftOperand, equals.RightOperand) || ComparesEnvironment(equals.RightOperand, equals.LeftOperand)
                    ? equals.OperatorKind == BinaryOperatorKind.Equals : null;
            case IInvocationOperation call:
                return Call(call);
            case ILocalReferenceOperation local:
                return LocalWrites.Single(local) is { } written && written is not ILocalReferenceOperation ? IsTrueInDevelopmentOnly(written) : null;
            case IPropertyReferenceOperation { Property.Name: "IsDevelopment" }:
                return true;
            default:
                return null;
        }
    }

    private static bool? Call(IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case "IsDevelopment":
                return true;
            case "IsProduction":
                return null;
            case "IsEnvironment":
                var name = call.Arguments.Select(a => a.Value.ConstantValue).FirstOrDefault(c => c is { HasValue: true, Value: string }).Value as string;
                return name is not null && Environments.Contains(name) ? true : null;
            case "Equals":
                var operands = call.Instance is null ? call.Arguments.Select(a => a.Value).ToArray() : [call.Instance, .. call.Arguments.Select(a => a.Value)];
                return operands.Length >= 2 && (ComparesEnvironment(operands[0], operands[1]) || ComparesEnvironment(operands[1], operands[0])) ? true : null;
            default:
                return null;
        }
    }

    /// <summary><c>env.EnvironmentName == "Development"</c>.</summary>
    private static bool ComparesEnvironment(IOperation environment, IOperation name)
    {
        var isEnvironment = environment is IPropertyReferenceOperation { Property.Name: "EnvironmentName" }
            || (environment is IInvocationOperation { TargetMethod.Name: "GetEnvironmentVariable" } call
                && call.Arguments.Length > 0 && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: "ASPNETCORE_ENVIRONMENT" or "DOTNET_ENVIRONMENT" });
        return isEnvironment && name.ConstantValue is { HasValue: true, Value: string text } && Environments.Contains(text);
    }

    /// <summary><c>if (!env.IsDevelopment()) return;</c> before the statement.</summary>
    private static bool FollowsReturnOutsideOfDevelopment(IBlockOperation block, IOperation statement)
    {
        foreach (var before in block.Operations)
        {
            if (before == statement)
            {
                return false;
            }

            if (before is IConditionalOperation { WhenFalse: null } guard && IsTrueInDevelopmentOnly(guard.Condition) == false
                && guard.WhenTrue is IReturnOperation or IThrowOperation or IBlockOperation { Operations: [.., IReturnOperation or IThrowOperation] })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True inside of <c>#if DEBUG</c> … <c>#endif</c> or its <c>#else</c> counterpart <c>#if !DEBUG … #else</c>.</summary>
    private static bool IsUnderDebugDirective(SyntaxNode node)
    {
        var root = node.SyntaxTree.GetRoot();
        if (!root.ContainsDirectives)
        {
            return false;
        }

        var open = new Stack<bool>();
        for (var directive = root.GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
        {
            switch (directive)
            {
                case IfDirectiveTriviaSyntax start:
                    open.Push(start.BranchTaken && IsDebug(start.Condition, true));
                    break;
                case ElifDirectiveTriviaSyntax or ElseDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    open.Push(directive is ElseDirectiveTriviaSyntax { BranchTaken: true } @else && IsElseOfNotDebug(@else));
                    break;
                case EndIfDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    break;
            }
        }

        return open.Contains(true);
    }

    private static bool IsElseOfNotDebug(ElseDirectiveTriviaSyntax @else) =>
        @else.GetRelatedDirectives().OfType<IfDirectiveTriviaSyntax>().FirstOrDefault() is { } start && IsDebug(start.Condition, false);

    private static bool IsDebug(ExpressionSyntax condition, bool wanted) => condition switch
    {
        IdentifierNameSyntax name => wanted && name.Identifier.ValueText == "DEBUG",
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => IsDebug(not.Operand, !wanted),
        ParenthesizedExpressionSyntax parenthesized => IsDebug(parenthesized.Expression, wanted),
        _ => false,
    };
}
