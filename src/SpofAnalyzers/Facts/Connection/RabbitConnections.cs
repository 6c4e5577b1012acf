using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Connections of RabbitMQ.Client: one fact per connection factory, with the hosts it is given when it connects.</summary>
internal static class RabbitConnections
{
    public static MadeConnection Made(IObjectCreationOperation creation, ConnectionApi api, FactContext context, CancellationToken cancellationToken)
    {
        var settings = ObjectSettings.Of(creation);
        var options = new List<string>();
        if (settings.IsConstant("AutomaticRecoveryEnabled", false))
        {
            options.Add("automaticRecovery=false");
        }

        var connect = settings.Calls.FirstOrDefault(c => c.TargetMethod.Name is "CreateConnection" or "CreateConnectionAsync");
        var address = Hosts(connect, options, context, cancellationToken) ?? Host(settings, creation, context, cancellationToken);
        return new(api, address, options, creation);
    }

    private static AddressFact Host(ObjectSettings settings, IOperation creation, FactContext context, CancellationToken cancellationToken)
    {
        var value = settings["Uri"] ?? settings["HostName"] ?? Endpoint(settings["Endpoint"]);
        return value is null
            ? AddressFact.Unknown("the connection factory is not told a host here", creation.Syntax.GetLocation())
            : AddressResolver.Resolve(value, context, cancellationToken);
    }

    private static IOperation? Endpoint(IOperation? value) =>
        value is IObjectCreationOperation { Type.Name: "AmqpTcpEndpoint", Arguments: [var host, ..] } ? host.Value : null;

    /// <summary>Hosts passed to <c>CreateConnection</c>: a list of names or endpoints, or <c>AmqpTcpEndpoint.ParseMultiple(text)</c>.</summary>
    private static AddressFact? Hosts(IInvocationOperation? connect, List<string> options, FactContext context, CancellationToken cancellationToken)
    {
        var list = connect?.Arguments.FirstOrDefault(a => a.Parameter?.Name is "hostnames" or "endpoints" or "endpointResolver")?.Value;
        if (list is null)
        {
            return null;
        }

        options.Add(ConnectionApis.HostList);
        var parsed = list.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(c => c.TargetMethod.Name == "ParseMultiple");
        if (parsed is { Arguments: [var text, ..] })
        {
            return AddressResolver.Resolve(text.Value, context, cancellationToken);
        }

        var hosts = list.DescendantsAndSelf().Select(o => o.ConstantValue).Where(c => c is { HasValue: true, Value: string })
            .Select(c => (string)c.Value!).ToList();
        return hosts.Count == 0
            ? AddressFact.Unknown("the hosts are given by a list", list.Syntax.GetLocation())
            : new AddressFact { Source = AddressSource.Literal, Text = string.Join(",", hosts), Location = list.Syntax.GetLocation() };
    }
}
