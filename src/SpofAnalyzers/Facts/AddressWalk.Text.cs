using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Spof.Text;

namespace SpofAnalyzers.Facts;

/// <summary>The part that puts texts together: sums, interpolations, formats.</summary>
internal sealed partial class AddressWalk
{
    /// <summary>The text when all of it is constant; null otherwise.</summary>
    public string? FullText(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: string constant })
        {
            return constant;
        }

        return operation.Unwrapped() switch
        {
            { ConstantValue: { HasValue: true, Value: string text } } => text,
            IInterpolatedStringOperation interpolation => Parts(interpolation) is var (text, hole) && hole is null ? text : null,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum =>
                FullText(sum.LeftOperand) is { } left && FullText(sum.RightOperand) is { } right ? left + right : null,
            ILocalReferenceOperation local when LocalWrites.Single(local) is { } written && Enter() => Leave(FullText(written)),
            IFieldReferenceOperation field when Written(field.Field) is { } written && Enter() => Leave(FullText(written)),
            IPropertyReferenceOperation { Arguments.IsEmpty: true } property when (Returned(property.Property) ?? Written(property.Property)) is { } value && Enter() =>
                Leave(FullText(value)),
            IInvocationOperation call when ReturnedBy(call) is { } body && Enter() => Leave(FullText(body)),
            IParameterReferenceOperation parameter when Argument(parameter.Parameter) is { } passed && Enter() => Leave(FullText(passed)),
            _ => null,
        };
    }

    private AddressFact Interpolation(IInterpolatedStringOperation interpolation)
    {
        var (text, hole) = Parts(interpolation);
        return hole is null ? Literal(text, interpolation) : Headed(text, hole, interpolation);
    }

    private AddressFact Sum(IBinaryOperation sum)
    {
        var operands = new Stack<IOperation>();
        IOperation left = sum;
        while (left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } binary && binary.ConstantValue is not { HasValue: true })
        {
            operands.Push(binary.RightOperand);
            left = binary.LeftOperand.Unwrapped();
        }

        operands.Push(left);
        var text = "";
        while (operands.Count > 0)
        {
            var operand = operands.Pop();
            if (FullText(operand) is not { } part)
            {
                return Headed(text, operand, sum);
            }

            text += part;
        }

        return Literal(text, sum);
    }

    /// <summary>A text that starts with a constant: the constant tells when it names a host, else the first part that is not constant.</summary>
    private AddressFact Headed(string head, IOperation hole, IOperation whole)
    {
        if (head.Length > 0 && EndsBehindHost(head))
        {
            return Literal(head, whole) with { IsPartial = true };
        }

        var fact = Value(hole);
        return fact.Source is AddressSource.ConfigurationKey or AddressSource.EnvironmentVariable
            ? fact with { Text = null }
            : fact is { Source: AddressSource.Literal, Text: { } text } ? Literal(head + text, whole) with { IsPartial = true }
            : head.Length > 0 ? Unknown("only the start of the text is constant", whole)
            : fact;
    }

    /// <summary>
    /// True when the host is complete: an endpoint follows, and the text does not end inside of the host ("http://", "https://api.").
    /// </summary>
    private static bool EndsBehindHost(string head)
    {
        if (UriText.SchemeLength(head, 0) is var scheme and > 0)
        {
            return head.IndexOfAny(['/', ':', '?'], scheme) > scheme && EndpointParser.Parse(head.TrimEnd(':')).Endpoints.Count > 0;
        }

        return head.IndexOf(';') > 0 && EndpointParser.Parse(head).Endpoints.Count > 0;
    }

    private (string Text, IOperation? Hole) Parts(IInterpolatedStringOperation interpolation)
    {
        var text = "";
        foreach (var part in interpolation.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string constant } }:
                    text += constant;
                    break;
                case IInterpolationOperation { Expression: var expression }:
                    if (FullText(expression) is not { } inner)
                    {
                        return (text, expression);
                    }

                    text += inner;
                    break;
                default:
                    return (text, part);
            }
        }

        return (text, null);
    }

    private AddressFact Composed(IInvocationOperation call)
    {
        if (call.Arguments.Length == 0)
        {
            return Unknown("the value is computed", call);
        }

        var first = call.Arguments[0].Value;
        if (call.TargetMethod.Name == "Format" && FullText(first) is { } format)
        {
            var hole = format.IndexOf('{');
            var head = hole < 0 ? format : format.Substring(0, hole);
            return call.Arguments.Length > 1 ? Headed(head, FirstHole(call.Arguments[1].Value), call) : Literal(head, call);
        }

        return Value(first);
    }

    private static IOperation FirstHole(IOperation value) =>
        value.Unwrapped() is IArrayCreationOperation { Initializer.ElementValues: [var element, ..] } ? element : value;
}
