using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>One walk from a value back to its text or key. Bounded in depth, so that code that refers to itself ends it.</summary>
internal sealed partial class AddressWalk
{
    private const int MaxDepth = 16;

    private readonly FactContext _context;
    private readonly CancellationToken _cancellationToken;
    private readonly List<Location> _path = [];
    private readonly Dictionary<IParameterSymbol, IOperation> _arguments = new(SymbolsAcross.Comparer!);
    private int _depth;

    public AddressWalk(FactContext context, CancellationToken cancellationToken)
    {
        _context = context;
        _cancellationToken = cancellationToken;
    }

    public AddressFact Follow(IOperation value)
    {
        var fact = Value(value);
        return _path.Count == 0 ? fact : fact with { Path = [.. _path.Where(p => p != fact.Location).Distinct()] };
    }

    private AddressFact Value(IOperation operation)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (operation.ConstantValue is { HasValue: true, Value: string constant })
        {
            return Declared(constant, operation);
        }

        if (!Enter())
        {
            return Unknown("the value passes through too many places", operation);
        }

        var fact = Kind(operation.Unwrapped());
        _depth--;
        return fact;
    }

    /// <summary>A constant stands where it is declared; one of another project stands where it is used, and leads there.</summary>
    private AddressFact Declared(string constant, IOperation use)
    {
        if (Declaration(use) is not { } declaration)
        {
            return Literal(constant, use);
        }

        if (_context.Compilation.ContainsSyntaxTree(declaration.Syntax.SyntaxTree))
        {
            return Literal(constant, declaration);
        }

        Passed(declaration);
        return Literal(constant, use);
    }

    /// <summary>The expression that a constant of known source is declared with.</summary>
    private IOperation? Declaration(IOperation constant) => constant.Unwrapped() switch
    {
        IFieldReferenceOperation { Field: { IsConst: true } field } => SourceBodies.Of(_context).Initializer(field, _cancellationToken),
        ILocalReferenceOperation { Local: { IsConst: true } local } => SourceBodies.Of(_context).Initializer(local, _cancellationToken),
        _ => null,
    };

    private AddressFact Kind(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: string constant } } => Literal(constant, operation),
        IInterpolatedStringOperation interpolation => Interpolation(interpolation),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Sum(sum),
        ICoalesceOperation coalesce => WithDefault(Value(coalesce.Value), coalesce.WhenNull),
        IConditionalOperation { WhenFalse: { } whenFalse } conditional => Choice(conditional, conditional.WhenTrue, whenFalse),
        IConditionalAccessOperation access => Value(access.WhenNotNull),
        IConditionalAccessInstanceOperation instance => OfConditionalAccess(instance),
        IAwaitOperation await => Value(await.Operation),
        IObjectCreationOperation creation => Creation(creation),
        ILocalReferenceOperation local => Local(local),
        IFieldReferenceOperation field => Field(field),
        IPropertyReferenceOperation property => Property(property),
        IParameterReferenceOperation parameter => Parameter(parameter),
        IInvocationOperation invocation => Invocation(invocation),
        _ => Unknown("the value is computed", operation),
    };

    private AddressFact WithDefault(AddressFact fact, IOperation fallback)
    {
        if (fact.Source is AddressSource.ConfigurationKey or AddressSource.EnvironmentVariable && fact.Text is null)
        {
            return fallback.Unwrapped() is IThrowOperation ? fact : Value(fallback) is { Text: { } text } ? fact with { Text = text } : fact;
        }

        return fact;
    }

    /// <summary>Two arms: the one outside of development, or the configured one with the other as its default.</summary>
    private AddressFact Choice(IConditionalOperation conditional, IOperation whenTrue, IOperation whenFalse)
    {
        if (DevelopmentOnly.IsTrueInDevelopmentOnly(conditional.Condition) is { } isDevelopment)
        {
            return Value(isDevelopment ? whenFalse : whenTrue);
        }

        if (whenTrue.Unwrapped() is IThrowOperation)
        {
            return Value(whenFalse);
        }

        if (whenFalse.Unwrapped() is IThrowOperation)
        {
            return Value(whenTrue);
        }

        var a = Value(whenTrue);
        var b = Value(whenFalse);
        return (a.Source, b.Source) switch
        {
            (AddressSource.Literal, AddressSource.ConfigurationKey or AddressSource.EnvironmentVariable) => b with { Text = b.Text ?? a.Text },
            (AddressSource.ConfigurationKey or AddressSource.EnvironmentVariable, AddressSource.Literal) => a with { Text = a.Text ?? b.Text },
            _ when a.Source == b.Source && a.Key == b.Key && a.Text == b.Text => a,
            _ => Unknown("the value depends on a condition", conditional),
        };
    }

    private AddressFact OfConditionalAccess(IConditionalAccessInstanceOperation instance) =>
        instance.Accessed() is { } accessed ? Value(accessed) : Unknown("the value is computed", instance);

    private AddressFact Creation(IObjectCreationOperation creation)
    {
        if (creation.Type is { Name: "Uri" } && creation.Arguments.Length > 0)
        {
            return Value(creation.Arguments[0].Value);
        }

        if (creation.Type is { Name: "UriBuilder" } && creation.Arguments.Length == 1)
        {
            return Value(creation.Arguments[0].Value);
        }

        if (creation.Type is { Name: "IPEndPoint" or "DnsEndPoint" } && creation.Arguments.Length > 0)
        {
            return Value(creation.Arguments[0].Value);
        }

        if (IsConnectionStringBuilder(creation.Type))
        {
            if (creation.Arguments.Length > 0 && creation.Arguments[0].Value.Type?.SpecialType == SpecialType.System_String)
            {
                return Value(creation.Arguments[0].Value) with { IsThroughBuilder = true };
            }

            return ServerOf(creation) ?? Unknown("the connection string builder is not told a server here", creation);
        }

        return Unknown("the value is computed", creation);
    }

    private AddressFact Local(ILocalReferenceOperation local)
    {
        if (LocalWrites.Single(local) is not { } written)
        {
            return Unknown("the local '" + local.Local.Name + "' gets its value in several places", local);
        }

        Passed(local);
        var fact = Value(written);
        return fact.Source == AddressSource.Unknown && IsConnectionStringBuilder(local.Type) ? ServerOf(local) ?? fact : fact;
    }

    /// <summary>The server that a connection string builder is given as a property.</summary>
    private AddressFact? ServerOf(IOperation builder)
    {
        var settings = ObjectSettings.Of(builder);
        return (settings["DataSource"] ?? settings["Host"] ?? settings["Server"]) is { } server ? Value(server) with { IsThroughBuilder = true } : null;
    }

    private AddressFact Field(IFieldReferenceOperation field)
    {
        if (Written(field.Field) is not { } written)
        {
            return Unknown("the field '" + field.Field.Name + "' gets its value elsewhere", field);
        }

        Passed(field.Field);
        return Value(written);
    }

    private AddressFact Parameter(IParameterReferenceOperation parameter)
    {
        if (Argument(parameter.Parameter) is not { } passed)
        {
            return Unknown("the parameter '" + parameter.Parameter.Name + "' is given by the caller", parameter);
        }

        Passed(parameter.Parameter);
        return Value(passed);
    }

    private IOperation? Written(ISymbol member) => MemberWrites.Of(_context).SingleValue(member.OriginalDefinition, _cancellationToken);

    private IOperation? Argument(IParameterSymbol parameter)
    {
        if (_arguments.TryGetValue(parameter.OriginalDefinition, out var known))
        {
            return known;
        }

        if (_context.Arguments.Of(parameter) is { } handed)
        {
            return handed;
        }

        IOperation? call = parameter.ContainingSymbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method => MethodCalls.Of(_context).Single(method, _cancellationToken),
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor when parameter.Type.SpecialType == SpecialType.System_String =>
                MethodCalls.Of(_context).SingleCreation(constructor.ContainingType, _cancellationToken),
            _ => null,
        };
        return call is null ? null : MethodCalls.Argument(call, parameter.Ordinal);
    }

    private void Passed(IOperation place) => _path.Add(place.Syntax.GetLocation());

    private void Passed(ISymbol symbol)
    {
        if (symbol.Locations.FirstOrDefault(l => l.IsInSource) is { } location)
        {
            _path.Add(location);
        }
    }

    private bool Enter()
    {
        if (_depth >= MaxDepth)
        {
            return false;
        }

        _depth++;
        return true;
    }

    private T Leave<T>(T value)
    {
        _depth--;
        return value;
    }

    private static AddressFact Literal(string text, IOperation at) =>
        new() { Source = AddressSource.Literal, Text = text, Location = at.Syntax.GetLocation() };

    private static AddressFact Unknown(string reason, IOperation at) => AddressFact.Unknown(reason, at.Syntax.GetLocation());

    private static bool IsConnectionStringBuilder(ITypeSymbol? type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.Name == "DbConnectionStringBuilder")
            {
                return true;
            }
        }

        return false;
    }
}
