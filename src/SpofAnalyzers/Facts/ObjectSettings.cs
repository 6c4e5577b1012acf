using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>What the properties of an object are set to: in its initializer, and afterwards through the local or lambda parameter that holds it.</summary>
internal sealed class ObjectSettings
{
    private readonly Dictionary<string, IOperation> _values = new(StringComparer.Ordinal);

    private ObjectSettings()
    {
    }

    /// <summary>The creation or factory call that made the object, where it is visible.</summary>
    public IOperation? Origin { get; private set; }

    /// <summary>Calls on the object or on its properties, such as <c>options.EndPoints.Add("a")</c>.</summary>
    public List<IInvocationOperation> Calls { get; } = [];

    /// <summary>The value that a property is set to last, by name; null when it is not set here.</summary>
    public IOperation? this[string property] => _values.TryGetValue(property, out var value) ? value : null;

    /// <param name="expression">A creation, a call that returns the object, or a local that holds it.</param>
    public static ObjectSettings Of(IOperation expression)
    {
        var settings = new ObjectSettings();
        var at = Unwrap(expression);
        if (at is ILocalReferenceOperation local)
        {
            settings.Origin = LocalWrites.Single(local) is { } written ? Unwrap(written) : null;
            settings.TakeInitializer(settings.Origin);
            settings.TakeWrites(local.Root(), o => Unwrap(o) is ILocalReferenceOperation other
                && SymbolEqualityComparer.Default.Equals(other.Local, local.Local));
            return settings;
        }

        settings.Origin = at;
        settings.TakeInitializer(at);

        // var x = new T { … }: the statements that follow set it up further.
        if (at.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator })
        {
            settings.TakeWrites(at.Root(), o => Unwrap(o) is ILocalReferenceOperation other
                && SymbolEqualityComparer.Default.Equals(other.Local, declarator.Symbol));
        }

        return settings;
    }

    /// <summary>What a lambda does with its parameter of that type.</summary>
    public static ObjectSettings OfLambda(IAnonymousFunctionOperation lambda, string parameterType)
    {
        var settings = new ObjectSettings();
        settings.TakeWrites(lambda.Body, o => Unwrap(o) is IParameterReferenceOperation parameter && parameter.Type?.Name == parameterType);
        return settings;
    }

    /// <summary>The lambda that an argument passes, or null.</summary>
    public static IAnonymousFunctionOperation? Lambda(IOperation argument) => Unwrap(argument) switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda,
        IAnonymousFunctionOperation lambda => lambda,
        _ => null,
    };

    public bool IsConstant(string property, object value) => this[property]?.ConstantValue is { HasValue: true, Value: { } constant } && constant.Equals(value);

    private void TakeInitializer(IOperation? origin)
    {
        foreach (var initializer in (origin as IObjectCreationOperation)?.Initializer?.Initializers.AsEnumerable() ?? [])
        {
            switch (initializer)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment:
                    _values[target.Property.Name] = assignment.Value;
                    break;
                case IMemberInitializerOperation { Initializer: var inner }:
                    Calls.AddRange(inner.Initializers.OfType<IInvocationOperation>());
                    break;
            }
        }
    }

    private void TakeWrites(IOperation body, Func<IOperation, bool> isObject)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance } target } assignment
                    when isObject(instance):
                    _values[target.Property.Name] = assignment.Value;
                    break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: IPropertyReferenceOperation { Instance: { } outer } } target } assignment
                    when isObject(outer):
                    _values[target.Property.Name] = assignment.Value;
                    break;
                case IInvocationOperation { Instance: { } instance } call
                    when isObject(instance) || (Unwrap(instance) is IPropertyReferenceOperation { Instance: { } owner }
                        && (isObject(owner) || (owner is IPropertyReferenceOperation { Instance: { } outer } && isObject(outer)))):
                    Calls.Add(call);
                    break;
            }
        }
    }

    private static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation or IAwaitOperation)
        {
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IAwaitOperation)operation).Operation;
        }

        return operation;
    }
}
