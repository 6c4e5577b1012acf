using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>What calls hand to the methods that they lead through: values of parameters, types of type parameters.</summary>
internal sealed class CallArguments
{
    private static readonly ImmutableDictionary<ISymbol, IOperation> NoValues = ImmutableDictionary.Create<ISymbol, IOperation>(SymbolsAcross.Comparer!);

    private static readonly ImmutableDictionary<ISymbol, ITypeSymbol> NoTypes = ImmutableDictionary.Create<ISymbol, ITypeSymbol>(SymbolsAcross.Comparer!);

    private readonly ImmutableDictionary<ISymbol, IOperation> _values;
    private readonly ImmutableDictionary<ISymbol, ITypeSymbol> _types;

    private CallArguments(ImmutableDictionary<ISymbol, IOperation> values, ImmutableDictionary<ISymbol, ITypeSymbol> types) =>
        (_values, _types) = (values, types);

    public static CallArguments None { get; } = new(NoValues, NoTypes);

    /// <summary>These arguments and those of one more call.</summary>
    public CallArguments With(IInvocationOperation call)
    {
        var method = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        var values = _values;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < method.Parameters.Length)
            {
                values = values.SetItem(method.Parameters[parameter.Ordinal], argument.Value);
            }
        }

        var types = _types;
        for (var i = 0; i < method.TypeParameters.Length && i < call.TargetMethod.TypeArguments.Length; i++)
        {
            types = types.SetItem(method.TypeParameters[i], Of(call.TargetMethod.TypeArguments[i]));
        }

        return new(values, types);
    }

    /// <summary>The value that was handed over for a parameter; null when no call did.</summary>
    public IOperation? Of(IParameterSymbol parameter) => _values.TryGetValue(parameter.OriginalDefinition, out var value) ? value : null;

    /// <summary>The type that a type parameter stands for; any other type as it is.</summary>
    public ITypeSymbol Of(ITypeSymbol type) => type is ITypeParameterSymbol && _types.TryGetValue(type, out var known) ? known : type;
}
