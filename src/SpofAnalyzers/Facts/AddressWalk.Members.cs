using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Spof.Text;

namespace SpofAnalyzers.Facts;

/// <summary>The part that knows configuration, environment variables and pass-through members.</summary>
internal sealed partial class AddressWalk
{
    /// <summary>The section that an operation stands for: "" for the root of the configuration, null when it is not known.</summary>
    public string? Section(IOperation operation)
    {
        if (!Enter())
        {
            return null;
        }

        var section = SectionOf(operation.Unwrapped());
        _depth--;
        return section;
    }

    private string? SectionOf(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection" } call when Receiver(call) is { } receiver:
                return Section(receiver) is { } parent && KeyArgument(call) is { } name ? ConfigurationReads.Join(parent, name) : null;
            case IInvocationOperation { TargetMethod.Name: "GetRequiredService" or "GetService" or "Build" }:
                return "";
            case IConditionalAccessOperation access:
                return Section(access.WhenNotNull);
            case IConditionalAccessInstanceOperation instance:
                return instance.Accessed() is { } accessed ? Section(accessed) : null;
            case ICoalesceOperation coalesce:
                return Section(coalesce.Value);
            case ILocalReferenceOperation local:
                return LocalWrites.Single(local) is { } written ? Section(written) : RootUnlessSection(local.Type);
            case IFieldReferenceOperation field:
                return Written(field.Field) is { } value && value.Unwrapped() is not IParameterReferenceOperation ? Section(value) : RootUnlessSection(field.Type);
            case IParameterReferenceOperation parameter:
                return Argument(parameter.Parameter) is { } passed && ConfigurationReads.IsConfiguration(passed.Unwrapped().Type)
                    ? Section(passed)
                    : RootUnlessSection(parameter.Type);
            case IPropertyReferenceOperation property:
                return RootUnlessSection(property.Type);
            default:
                return null;
        }
    }

    /// <summary>A configuration that nothing narrows is taken for the root; a section that comes from elsewhere has no known name.</summary>
    private static string? RootUnlessSection(ITypeSymbol? type) => ConfigurationReads.IsConfiguration(type) && !ConfigurationReads.IsSection(type) ? "" : null;

    private AddressFact Property(IPropertyReferenceOperation property)
    {
        if (property.Arguments.Length == 1 && property.Instance is { } indexed && ConfigurationReads.IsConfiguration(indexed.Type))
        {
            return Section(indexed) is { } section && FullText(property.Arguments[0].Value) is { } key
                ? Configured(ConfigurationReads.Join(section, key), property)
                : Unknown("the configuration key is computed", property);
        }

        switch (property.Property.Name)
        {
            case "Value" when property.Instance is { } instance && ConfigurationReads.IsConfiguration(instance.Type):
                return Section(instance) is { Length: > 0 } own ? Configured(own, property) : Unknown("the configuration key is computed", property);
            case "AbsoluteUri" or "OriginalString" when property.Instance is { Type.Name: "Uri" } uri:
                return Value(uri);
            case "Uri" when property.Instance is { Type.Name: "UriBuilder" } builder:
                return Value(builder);
            case "ConnectionString" when property.Instance is { } builder && IsConnectionStringBuilder(builder.Type):
                return Value(builder);
        }

        if (Option(property) is { } option)
        {
            return option;
        }

        if (Returned(property.Property) is { } body)
        {
            Passed(property.Property);
            return Value(body);
        }

        if (Written(property.Property) is { } written)
        {
            Passed(property.Property);
            return Value(written);
        }

        return Unknown("the property '" + property.Property.Name + "' gets its value elsewhere", property);
    }

    private AddressFact Invocation(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "GetConnectionString" when Receiver(call) is { } receiver && ConfigurationReads.IsConfiguration(receiver.Type):
                return Section(receiver) is { } section && KeyArgument(call) is { } name
                    ? Configured(ConfigurationReads.Join(section, ConfigurationKey.ConnectionStrings + name), call)
                    : Unknown("the name of the connection string is computed", call);
            case "GetValue" when Receiver(call) is { } receiver && ConfigurationReads.IsConfiguration(receiver.Type):
                return Section(receiver) is { } parent && KeyArgument(call) is { } key
                    ? Defaulted(Configured(ConfigurationReads.Join(parent, key), call), call)
                    : Unknown("the configuration key is computed", call);
            case "Get" when Receiver(call) is { } receiver && ConfigurationReads.IsConfiguration(receiver.Type):
                return Section(receiver) is { Length: > 0 } own ? Configured(own, call) : Unknown("the configuration key is computed", call);
            case "GetEnvironmentVariable" when method.ContainingType.Name == "Environment":
                return call.Arguments.Length > 0 && FullText(call.Arguments[0].Value) is { } variable
                    ? new AddressFact { Source = AddressSource.EnvironmentVariable, Key = variable, Location = call.Syntax.GetLocation() }
                    : Unknown("the name of the environment variable is computed", call);
            case "ToString" or "Trim" or "TrimEnd" or "TrimStart" or "ToLowerInvariant" or "ToLower" when call.Instance is { } instance:
                return Value(instance);
            case "Parse" when method.ContainingType.Name is "IPAddress" or "IPEndPoint" && call.Arguments.Length > 0:
                return Value(call.Arguments[0].Value);
            case "Format" or "Concat" when method.ContainingType.SpecialType == SpecialType.System_String:
                return Composed(call);
        }

        var result = OwnMethod(call);
        return result.Source == AddressSource.Unknown ? RequiredRead(call) ?? result : result;
    }

    /// <summary>Wrappers that fail on a missing value, known by name because they stand in a shared project.</summary>
    private AddressFact? RequiredRead(IInvocationOperation call)
    {
        var prefix = call.TargetMethod.Name switch
        {
            "GetRequiredConnectionString" => ConfigurationKey.ConnectionStrings,
            "GetRequiredValue" or "GetRequired" => "",
            _ => null,
        };
        return prefix is not null && Receiver(call) is { } receiver && ConfigurationReads.IsConfiguration(receiver.Type)
            && Section(receiver) is { } section && KeyArgument(call) is { } name
            ? Configured(ConfigurationReads.Join(section, prefix + name), call)
            : null;
    }

    /// <summary>A method with one return: its value with the arguments in place of the parameters.</summary>
    private AddressFact OwnMethod(IInvocationOperation call)
    {
        if (ReturnedBy(call) is not { } body)
        {
            return Unknown("the value is the result of '" + call.TargetMethod.Name + "'", call);
        }

        Passed(call.TargetMethod);
        return Value(body);
    }

    /// <summary>What the called method returns, once its parameters are known to stand for the arguments; null when it has several returns.</summary>
    private IOperation? ReturnedBy(IInvocationOperation call)
    {
        var method = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        if (method.IsVirtual || method.IsAbstract || method.IsOverride
            || MemberWrites.Of(_context).Returned(method, _cancellationToken) is not { } body)
        {
            return null;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < method.Parameters.Length)
            {
                _arguments[method.Parameters[parameter.Ordinal]] = argument.Value;
            }
        }

        return body;
    }

    private AddressFact Defaulted(AddressFact fact, IInvocationOperation call)
    {
        var fallback = call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "defaultValue" && a.ArgumentKind != ArgumentKind.DefaultValue);
        return fallback is null ? fact : WithDefault(fact, fallback.Value);
    }

    private IOperation? Returned(IPropertySymbol property) =>
        property.IsVirtual || property.IsAbstract || property.IsOverride
            ? null
            : MemberWrites.Of(_context).Returned(property.OriginalDefinition, _cancellationToken);

    /// <summary>The object before the dot, also of an extension method.</summary>
    private static IOperation? Receiver(IInvocationOperation call) => call.Receiver()?.Unwrapped();

    /// <summary>The first text argument, which is the key or name.</summary>
    private string? KeyArgument(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Type.SpecialType == SpecialType.System_String)
            {
                return FullText(argument.Value);
            }
        }

        return null;
    }

    private static AddressFact Configured(string key, IOperation at) =>
        new() { Source = AddressSource.ConfigurationKey, Key = key, Location = at.Syntax.GetLocation() };
}
