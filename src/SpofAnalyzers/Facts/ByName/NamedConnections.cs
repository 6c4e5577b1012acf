using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Spof.Text;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Connections of calls that are not bound to a symbol, because their package, a type around them or code beside them is missing. The fact says
/// where and with what, not when it is needed or what happens without it, which only bound code shows.
/// </summary>
internal sealed class NamedConnections(NameMatch match, FactContext context, CancellationToken cancellationToken)
{
    private readonly NamedClients _clients = new(match, context, cancellationToken);

    /// <summary>Null when names, imports and arguments do not show a connection.</summary>
    public ConnectionFact? Of(SyntaxNode node)
    {
        if (match.Operation(node) is not { } operation || Made(node) is not var (api, address))
        {
            return null;
        }

        var contextType = ContextOf(operation, node);
        return new ConnectionFact
        {
            Technology = api.Technology,
            Name = contextType ?? ConnectionNames.Of(operation, api.Technology, address),
            Address = address,
            Location = operation.NameLocation(),
            Options = [.. api.Options, .. ConnectionSettings.Written(node)],
            IsDevelopmentOnly = DevelopmentOnly.Covers(operation) || ConnectionNames.IsDesignTime(operation),
            IsMatchedByName = true,
        };
    }

    /// <summary>True for a client that is understood although the connection is where its settings are made.</summary>
    public bool Means(SyntaxNode node) => node is BaseObjectCreationExpressionSyntax creation && Constructor(creation) is { Shape: ConnectionShape.Client };

    private (ConnectionApi Api, AddressFact Address)? Made(SyntaxNode node) => node switch
    {
        BaseObjectCreationExpressionSyntax creation when Constructor(creation) is { } api => Created(creation, api) is { } address ? (api, address) : null,
        InvocationExpressionSyntax call => Called(call),
        _ => null,
    };

    private ConnectionApi? Constructor(BaseObjectCreationExpressionSyntax creation)
    {
        if (TreeNames.TypeOf(creation) is not { } type || TreeNames.NameOf(type) is not { } name)
        {
            return null;
        }

        foreach (var api in ConnectionApis.ConstructorsOf(name))
        {
            if (match.IsType(type, api.Owners))
            {
                return api;
            }
        }

        return null;
    }

    private AddressFact? Created(BaseObjectCreationExpressionSyntax creation, ConnectionApi api)
    {
        if (api.Shape == ConnectionShape.Client)
        {
            return _clients.Created(creation, api);
        }

        if (api.Shape == ConnectionShape.Rabbit)
        {
            return NamedSettings.Assigned(creation, "Uri", "HostName") is { } host
                ? Resolve(host)
                : AddressFact.Unknown("the connection factory is not told a host here", creation.GetLocation());
        }

        var text = NameMatch.Argument(creation.ArgumentList, "connectionString") is { } argument && match.MayBeText(argument)
            ? argument
            : NamedSettings.Assigned(creation, "ConnectionString");
        return text is null ? null : Resolve(text);
    }

    private (ConnectionApi Api, AddressFact Address)? Called(InvocationExpressionSyntax call)
    {
        foreach (var api in ConnectionApis.MethodsNamed(TreeNames.NameOf(call) ?? ""))
        {
            if (IsMeant(call, api) && Address(call, api) is { } address)
            {
                return (api, address);
            }
        }

        return null;
    }

    private bool IsMeant(InvocationExpressionSyntax call, ConnectionApi api)
    {
        if (NamedReceivers.Static(api) is { } space)
        {
            return NameMatch.Receiver(call) is { } type && match.IsType(type, [space]);
        }

        var receiver = NamedReceivers.Of(api);
        return match.MayCall(call, receiver, api.Owners) && match.Names(NamedLibrary.Of(api.Technology), call)
            && (receiver != NamedReceivers.RabbitTransport || ConfiguresRabbit(call));
    }

    /// <summary>MassTransit calls the host of every transport <c>Host</c>: the lambda, or the parameter, says which one it is.</summary>
    private bool ConfiguresRabbit(InvocationExpressionSyntax call) =>
        NameMatch.Receiver(call) is { } receiver && (match.TypeOf(receiver)?.Name == NamedReceivers.RabbitTransport
            || call.Ancestors().OfType<InvocationExpressionSyntax>().Any(c => TreeNames.NameOf(c) is "UsingRabbitMq" or "CreateUsingRabbitMq"));

    private AddressFact? Address(InvocationExpressionSyntax call, ConnectionApi api)
    {
        if (api.Shape == ConnectionShape.Client)
        {
            return _clients.Called(call, api);
        }

        var first = NameMatch.Argument(call.ArgumentList, api.Shape == ConnectionShape.Name ? "connectionName" : "connectionString");
        if (first is null || !match.MayBeText(first))
        {
            return api.Shape == ConnectionShape.RedisOptions && NamedSettings.Assigned(call.ArgumentList, "Configuration") is { } configuration
                ? Resolve(configuration)
                : null;
        }

        if (api.Shape == ConnectionShape.Name)
        {
            return ConnectionName(first);
        }

        var address = first is InvocationExpressionSyntax { ArgumentList.Arguments: [var parsed, ..] } parse && TreeNames.NameOf(parse) == "Parse"
            ? Resolve(parsed.Expression)
            : Resolve(first);
        return IsConnectionText(address, api) ? address : null;
    }

    /// <summary>Two members of one name, of which one takes a connection string and one the name of one, are told apart by a constant.</summary>
    private static bool IsConnectionText(AddressFact address, ConnectionApi api) =>
        api.Shape != ConnectionShape.Text || api.Technology == StoreTechnology.RabbitMq
        || address is not { Source: AddressSource.Literal or AddressSource.ServiceDiscovery, Text: { } text } || text.IndexOf('=') >= 0 || text.Contains("://");

    private AddressFact? ConnectionName(ExpressionSyntax name) =>
        match.Operation(name) is { } operation && new AddressWalk(context, cancellationToken).FullText(operation) is { Length: > 0 } text
        && text.IndexOfAny(['=', ':', ' ']) < 0
            ? new() { Source = AddressSource.ConfigurationKey, Key = ConfigurationKey.ConnectionStrings + text, Location = name.GetLocation() }
            : null;

    private AddressFact Resolve(ExpressionSyntax value) => NamedAddress.Of(value, match, context, cancellationToken);

    /// <summary>The DbContext that is configured: bound, or as <c>AddDbContext&lt;T&gt;</c> around the call is written.</summary>
    private string? ContextOf(IOperation operation, SyntaxNode node) => ConnectionNames.ContextType(operation, context)?.Name
        ?? node.AncestorsAndSelf().OfType<InvocationExpressionSyntax>()
            .Select(c => c.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax name } && name.Identifier.ValueText.Contains("DbContext")
                ? TreeNames.NameOf(name.TypeArgumentList.Arguments.Last()) : null)
            .FirstOrDefault(n => n is not null);
}
