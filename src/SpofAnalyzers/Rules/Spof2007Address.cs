using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Finds the connection string of a MongoDB client in a text, a <c>MongoUrl</c> or a <c>MongoClientSettings</c>.</summary>
internal static class Spof2007Address
{
    /// <summary>Null when the settings say more than their text, or when it is not in sight.</summary>
    public static AddressFact? Of(IOperation argument, FactContext context, CancellationToken cancellationToken)
    {
        if (argument.Core().Type?.SpecialType == SpecialType.System_String)
        {
            // The name of a service is a known address too: a direct connection binds to what stands behind it.
            var address = AddressResolver.Resolve(argument, context, cancellationToken);
            return address is { Source: AddressSource.ServiceDiscovery, Text: not null } ? address with { Source = AddressSource.Literal } : address;
        }

        var settings = ObjectSettings.Of(argument);
        return settings["Server"] is null && settings["Servers"] is null && settings["ReplicaSetName"] is null && settings["DirectConnection"] is null
            ? OfOrigin(settings.Origin, context, cancellationToken) : null;
    }

    /// <summary>Where settings connect, whatever else they set.</summary>
    public static AddressFact? OfSettings(IOperation settings, FactContext context, CancellationToken cancellationToken)
    {
        var known = ObjectSettings.Of(settings);
        return known["Server"]?.Core() is IObjectCreationOperation { Arguments: [var host, ..] }
            ? AddressResolver.Resolve(host.Value, context, cancellationToken)
            : OfOrigin(known.Origin, context, cancellationToken);
    }

    private static AddressFact? OfOrigin(IOperation? origin, FactContext context, CancellationToken cancellationToken) => origin switch
    {
        IInvocationOperation { TargetMethod: { Name: "Create" or "FromConnectionString" or "FromUrl", ContainingType.Name: "MongoUrl" or "MongoClientSettings" }, Arguments: [var from, ..] } =>
            Of(from.Value, context, cancellationToken),
        IObjectCreationOperation { Type.Name: "MongoUrl" or "MongoUrlBuilder", Arguments: [var from, ..] } => Of(from.Value, context, cancellationToken),
        _ => null,
    };
}
