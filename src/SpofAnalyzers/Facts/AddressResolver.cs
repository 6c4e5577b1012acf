using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

/// <summary>Follows a value back to where its text comes from.</summary>
internal static class AddressResolver
{
    /// <summary>Resolves the value of an operation; never returns null, unknown carries the reason.</summary>
    public static AddressFact Resolve(IOperation value, FactContext context, CancellationToken cancellationToken)
    {
        if (value.ConstantValue is { HasValue: true, Value: string text })
        {
            return new AddressFact { Source = AddressSource.Literal, Text = text, Location = value.Syntax.GetLocation() };
        }

        return AddressFact.Unknown("the value is computed", value.Syntax.GetLocation());
    }
}
