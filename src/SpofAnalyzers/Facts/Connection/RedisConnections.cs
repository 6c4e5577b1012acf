using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Connections of StackExchange.Redis: multiplexers, distributed and output cache, SignalR backplane.</summary>
internal static class RedisConnections
{
    public static MadeConnection? Made(IInvocationOperation call, ConnectionApi api, FactContext context, CancellationToken cancellationToken)
    {
        var options = new List<string>();
        AddressFact? address = null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is null || argument.ArgumentKind == ArgumentKind.DefaultValue)
            {
                continue;
            }

            if (argument.Parameter.Type.SpecialType == SpecialType.System_String)
            {
                address ??= AddressResolver.Resolve(argument.Value, context, cancellationToken);
            }
            else if (argument.Value.Type?.Name == "ConfigurationOptions")
            {
                address ??= OfOptions(argument.Value, options, context, cancellationToken);
            }
            else if (ObjectSettings.Lambda(argument.Value) is { } lambda)
            {
                address = OfLambda(lambda, options, context, cancellationToken) ?? address;
            }
        }

        return address is null ? null : new(api, address, options, call);
    }

    /// <summary>
    /// <c>o => o.Configuration = text</c>, <c>o => o.ConfigurationOptions = options</c>; null when the lambda only adds to what is given
    /// elsewhere, or uses a multiplexer that is a fact of its own.
    /// </summary>
    private static AddressFact? OfLambda(
        IAnonymousFunctionOperation lambda, List<string> options, FactContext context, CancellationToken cancellationToken)
    {
        var type = lambda.Symbol.Parameters.LastOrDefault()?.Type.Name ?? "";
        var settings = ObjectSettings.OfLambda(lambda, type);
        AddOptions(settings, options);
        if (settings["ConfigurationOptions"] is { } configured)
        {
            return OfOptions(configured, options, context, cancellationToken);
        }

        if (settings["Configuration"] is { } text)
        {
            return text.Type?.Name == "ConfigurationOptions"
                ? OfOptions(text, options, context, cancellationToken)
                : AddressResolver.Resolve(text, context, cancellationToken);
        }

        return EndPoints(settings, options, context, cancellationToken);
    }

    /// <summary>A <c>ConfigurationOptions</c>: parsed from text, or with its end points set one by one.</summary>
    private static AddressFact OfOptions(IOperation value, List<string> options, FactContext context, CancellationToken cancellationToken)
    {
        var settings = ObjectSettings.Of(value);
        AddOptions(settings, options);
        if (settings.Origin is IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType.Name: "ConfigurationOptions" }, Arguments: [var text, ..] })
        {
            return AddressResolver.Resolve(text.Value, context, cancellationToken);
        }

        return EndPoints(settings, options, context, cancellationToken)
            ?? AddressFact.Unknown("the end points are set elsewhere", value.Syntax.GetLocation());
    }

    private static AddressFact? EndPoints(ObjectSettings settings, List<string> options, FactContext context, CancellationToken cancellationToken)
    {
        var adds = settings.Calls.Where(c => c.TargetMethod.Name == "Add" && c.Arguments.Length > 0
            && c.TargetMethod.ContainingType.Name is "EndPointCollection").ToList();
        if (adds.Count == 0)
        {
            return null;
        }

        if (adds.Count > 1)
        {
            options.Add(ConnectionApis.HostList);
        }

        var facts = adds.Select(a => AddressResolver.Resolve(a.Arguments[0].Value, context, cancellationToken)).ToList();
        return facts.All(f => f is { Source: AddressSource.Literal, Text: not null })
            ? facts[0] with { Text = string.Join(",", facts.Select((f, i) => f.Text + Port(adds[i]))) }
            : facts.FirstOrDefault(f => f.Key is not null) ?? facts[0];
    }

    private static string Port(IInvocationOperation add) =>
        add.Arguments.Length > 1 && add.Arguments[1].Value.ConstantValue is { HasValue: true, Value: int port } ? ":" + port : "";

    private static void AddOptions(ObjectSettings settings, List<string> options)
    {
        if (settings["AbortOnConnectFail"] is { } abort && !settings.IsConstant("AbortOnConnectFail", true))
        {
            options.Add(abort.ConstantValue.HasValue ? ConnectionApis.ConnectsLater : ConnectionApis.MayConnectLater);
        }

        if (settings["ServiceName"] is { } name)
        {
            options.Add(name.ConstantValue is { HasValue: true, Value: string service } ? "serviceName=" + service : "serviceName");
        }
    }
}
