using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>The address that the clients in <see cref="ClientApis"/> are given where their calls are not bound.</summary>
internal sealed class NamedClients(NameMatch match, FactContext context, CancellationToken cancellationToken)
{
    /// <summary>Null for settings without an address, and for a client that is given settings which are a connection of their own.</summary>
    public AddressFact? Created(BaseObjectCreationExpressionSyntax creation, ConnectionApi api)
    {
        var properties = api.Carriers.Where(c => c[0] == '=').Select(c => c.Substring(1)).ToArray();
        if (NamedSettings.Assigned(creation, properties) is { } set)
        {
            return Resolve(set);
        }

        if (properties.Length == api.Carriers.Length)
        {
            return null;
        }

        if (!IsSettingsMade(api, creation) && creation.ArgumentList is { } passed && NamedSettings.Assigned((SyntaxNode)passed, properties) is { } inside)
        {
            return Resolve(inside);
        }

        var given = Given(creation.ArgumentList, api);
        if (given is null && creation.ArgumentList?.Arguments.Count > 0 && IsSettingsMade(api, creation))
        {
            return null;
        }

        var address = given is null ? null : Resolve(given);
        return address is { Source: not AddressSource.Unknown } ? address
            : IsSettingsMade(api, creation) ? null
            : address ?? ClientConnections.NotTold(api, creation.GetLocation());
    }

    /// <summary>Null when the type argument or the arguments say that something else is meant.</summary>
    public AddressFact? Called(InvocationExpressionSyntax call, ConnectionApi api)
    {
        if (api.TypeArgument is { } type)
        {
            return call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: [var argument] } } && TreeNames.NameOf(argument) == type
                ? ClientConnections.NotTold(api, call.GetLocation())
                : null;
        }

        if (call.ArgumentList.Arguments is [{ Expression: var first }, ..] && match.TypeOf(first) is { } known && ConfigurationReads.IsConfiguration(known))
        {
            return match.Operation(first) is { } operation && new AddressWalk(context, cancellationToken).Section(operation) is { Length: > 0 } section
                ? new() { Source = AddressSource.ConfigurationKey, Key = section, Location = first.GetLocation() }
                : null;
        }

        return Given(call.ArgumentList, api) is { } given ? Resolve(given) : null;
    }

    /// <summary>The argument with the name of a carrier, or the first one where it may be a text.</summary>
    private ExpressionSyntax? Given(ArgumentListSyntax? arguments, ConnectionApi api)
    {
        var named = arguments?.Arguments.FirstOrDefault(a => a.NameColon is { } name && api.Carriers.Contains(name.Name.Identifier.ValueText));
        return named is not null ? named.Expression
            : arguments?.Arguments.FirstOrDefault() is { NameColon: null, Expression: var first } && match.MayBeText(first) ? first : null;
    }

    /// <summary>True when the file creates other settings of the technology, which then have the address.</summary>
    private bool IsSettingsMade(ConnectionApi api, SyntaxNode place) => ConnectionApis.TypesOf(api).Any(t =>
        TreeNames.Of(place.SyntaxTree, cancellationToken).Creations(t).Any(c => c != place && (c.ArgumentList?.Arguments.Count > 0 || c.Initializer is not null)));

    private AddressFact Resolve(ExpressionSyntax value) => NamedAddress.Of(value, match, context, cancellationToken);
}
