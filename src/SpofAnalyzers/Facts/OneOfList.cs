using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Spof.Text;

namespace SpofAnalyzers.Facts;

/// <summary>A list of endpoints that is known and has one entry.</summary>
/// <param name="Endpoint">The entry.</param>
/// <param name="Value">The constant, or the read of the configuration.</param>
/// <param name="Places">Where configuration files say so.</param>
/// <param name="Key">The key, where configuration says so.</param>
internal sealed record OneOfList(ParsedEndpoint Endpoint, Location Value, ImmutableArray<Location> Places, string? Key)
{
    public string Host => Endpoint.Host;

    /// <summary>Reads an array with one element, or a text that a client splits into a list; null when it is unknown or longer.</summary>
    public static OneOfList? Read(IOperation value, ConnectionProvider provider, FactContext context, CancellationToken cancellationToken)
    {
        var core = value.Core();
        if (core is ILocalReferenceOperation local && LocalWrites.Single(local) is { } written)
        {
            core = written.Core();
        }

        if (Elements(core) is { } elements)
        {
            return elements is [var only] ? OfText(only, provider, context, cancellationToken) : null;
        }

        return core.Type is IArrayTypeSymbol ? null : OfText(value, provider, context, cancellationToken);
    }

    /// <summary>True for a host that stands for no set of machines, as far as its name shows: neither a service name of the platform nor a managed service.</summary>
    public static bool IsOneMachine(string host, FactContext context) =>
        HostClassifier.Classify(host, context.Options.Hosts).Class
            is HostClass.PrivateIp or HostClass.PublicIp or HostClass.Internal or HostClass.Own or HostClass.PublicName
        && !HostList.Contains(context.Options.AllowedHosts, host);

    /// <summary>The elements of an array or collection that is written out; null for one that is not, or that spreads another into it.</summary>
    private static IReadOnlyList<IOperation>? Elements(IOperation value) => value switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        { Syntax: CollectionExpressionSyntax { Elements: var syntax } } when syntax.All(e => e is ExpressionElementSyntax) && value.ChildOperations.Count == syntax.Count =>
            [.. value.ChildOperations],
        _ => null,
    };

    private static OneOfList? OfText(IOperation text, ConnectionProvider provider, FactContext context, CancellationToken cancellationToken)
    {
        var address = AddressResolver.Resolve(text, context, cancellationToken);
        switch (address)
        {
            case { Source: AddressSource.Literal, IsPartial: false, Text: { } literal }:
                return One(literal, provider, context) is { } endpoint ? new(endpoint, address.Location, ImmutableArray<Location>.Empty, null) : null;
            case { Source: AddressSource.ConfigurationKey, Key: { } key }:
                foreach (var value in context.Configuration.Lookup(key))
                {
                    if (One(value.Value, provider, context) is { } configured)
                    {
                        return new(configured, address.Location, ImmutableArray.Create(value.Location), key);
                    }
                }

                return null;
            default:
                return null;
        }
    }

    private static ParsedEndpoint? One(string text, ConnectionProvider provider, FactContext context) =>
        EndpointParser.Parse(text, provider).Endpoints is [var only] && IsOneMachine(only.Host, context) ? only : null;
}
