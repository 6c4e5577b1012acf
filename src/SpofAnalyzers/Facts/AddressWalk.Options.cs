using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>The part that knows options classes: the section that one is bound to, and the path of properties down from it.</summary>
internal sealed partial class AddressWalk
{
    /// <summary>
    /// A property of an options class: the key is the section of the class and the path of properties down from it; the default of the
    /// property is the text.
    /// </summary>
    private AddressFact? Option(IPropertyReferenceOperation property)
    {
        var path = KeyName(property.Property);
        var instance = property.Instance?.Unwrapped();
        (string Section, Location Location, string Path)? byType = null;
        for (var hops = 0; instance is not null && hops < 6; hops++)
        {
            if (OptionsRoot(instance) is var (section, location))
            {
                return Option(property, section, location, path);
            }

            if (OptionsClass(instance) is { } type)
            {
                return (hops == 0 ? SetByCallback(property) : null)
                    ?? Unknown("the options class '" + type.Name + "' is not bound to one section in this project", property);
            }

            // A property may hold an options object of its own, such as the settings of a Startup class; the outermost one counts.
            if (instance is not IPropertyReferenceOperation { Instance: var outer } inner)
            {
                break;
            }

            if (SectionOfType(inner.Type) is var (ownSection, ownLocation))
            {
                byType = (ownSection, ownLocation, path);
            }

            path = KeyName(inner.Property) + ":" + path;
            instance = outer?.Unwrapped();
        }

        return byType is { } found ? Option(property, found.Section, found.Location, found.Path) : SetByCallback(property);
    }

    /// <summary>The value of an options class that no configuration is bound to and that code sets in one place: <c>Configure&lt;T&gt;(o => o.Url = …)</c>.</summary>
    private AddressFact? SetByCallback(IPropertyReferenceOperation property)
    {
        if (OptionCallbacks.Of(_context).Value(property.Property, _cancellationToken) is not { } value)
        {
            return null;
        }

        Passed(value);
        return Value(value);
    }

    /// <summary>A property of an options object that another library reads: the key is the section of the object and the name of the property.</summary>
    public AddressFact? FollowMember(IOperation options, string property) => OptionsRoot(options.Unwrapped()) is var (section, location)
        ? new() { Source = AddressSource.ConfigurationKey, Key = ConfigurationReads.Join(section, property), Location = location } : null;

    private AddressFact Option(IPropertyReferenceOperation property, string section, Location location, string path)
    {
        _path.Add(location);
        Passed(property.Property);
        return Configured(ConfigurationReads.Join(section, path), property) with { Text = DefaultOf(property.Property) };
    }

    private (string Section, Location Location)? SectionOfType(ITypeSymbol? type) =>
        type is null || type.SpecialType != SpecialType.None ? null : OptionsSections.Of(_context, _cancellationToken).Of(type, _cancellationToken);

    /// <summary>The section of an expression that yields an options object, or null when it is none or not bound here.</summary>
    private (string Section, Location Location)? OptionsRoot(IOperation instance)
    {
        if (Reading(instance) is { } read)
        {
            return read;
        }

        var type = OptionsClass(instance) ?? (instance is IPropertyReferenceOperation ? null : instance.Type);
        return SectionOfType(type);
    }

    /// <summary><c>section.Get&lt;T&gt;()</c>, also kept in a local.</summary>
    private (string Section, Location Location)? Reading(IOperation instance)
    {
        if (instance is ILocalReferenceOperation local && LocalWrites.Single(local) is { } written)
        {
            instance = written.Unwrapped();
        }

        if (instance is ICoalesceOperation coalesce)
        {
            instance = coalesce.Value.Unwrapped();
        }

        return instance is IInvocationOperation { TargetMethod: { Name: "Get" or "GetValue", ContainingType.Name: "ConfigurationBinder" } } call
            && Receiver(call) is { } receiver && Section(receiver) is { } section
            ? (ConfigurationReads.Join(section, call.TargetMethod.Name == "GetValue" ? KeyArgument(call) : null), call.Syntax.GetLocation())
            : null;
    }

    /// <summary>T of <c>IOptions&lt;T&gt;.Value</c>, <c>IOptionsMonitor&lt;T&gt;.CurrentValue</c>, <c>IOptionsSnapshot&lt;T&gt;.Get(name)</c>.</summary>
    private static ITypeSymbol? OptionsClass(IOperation instance)
    {
        var owner = instance switch
        {
            IPropertyReferenceOperation { Property.Name: "Value" or "CurrentValue", Instance.Type: { } type } => type,
            IInvocationOperation { TargetMethod.Name: "Get", Instance.Type: { } type } => type,
            _ => null,
        };
        return owner is INamedTypeSymbol { Name: "IOptions" or "IOptionsMonitor" or "IOptionsSnapshot", TypeArguments: [var options] } ? options : null;
    }

    private static string KeyName(IPropertySymbol property)
    {
        foreach (var attribute in property.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "ConfigurationKeyNameAttribute", ConstructorArguments: [{ Value: string name }] })
            {
                return name;
            }
        }

        return property.Name;
    }

    private string? DefaultOf(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax(_cancellationToken) is PropertyDeclarationSyntax { Initializer.Value: { } value }
        && SourceBodies.Of(_context).At(value, _cancellationToken) is { } operation
            ? FullText(operation) is { Length: > 0 } text ? text : null
            : null;
}
