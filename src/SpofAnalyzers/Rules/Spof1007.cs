using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF1007: a gRPC channel with an <c>http(s)</c> address resolves its name once per connection and sends all calls over that connection, so
/// they all go to one instance, and there is no other to go on with when it is lost.
/// </summary>
internal sealed class Spof1007 : OperationRule
{
    public const string Id = "SPOF1007";

    private const string Channel = "Grpc.Net.Client.GrpcChannel";

    private const string ChannelOptions = "Grpc.Net.Client.GrpcChannelOptions";

    private const string Registrations = "Microsoft.Extensions.DependencyInjection.GrpcClientServiceExtensions";

    private const string Fix = "Use a 'dns:///' address with a ServiceConfig that balances round robin (credentials then have to be set), or service discovery.";

    private static readonly string[] PlainHandlers = ["System.Net.Http.SocketsHttpHandler", "System.Net.Http.HttpClientHandler"];

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "gRPC channel cannot balance or fail over",
        "The gRPC channel to '{0}' sends every call over one connection to one instance: when that instance is lost or too busy, the channel does not go on with another; use a 'dns:///' address with a ServiceConfig, or service discovery",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "An http(s) address bypasses the resolvers and balancers of the gRPC client; one HTTP/2 connection then carries every call.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assemblies => ["Grpc.Net.Client", "Grpc.Net.ClientFactory"];

    public override IReadOnlyList<string> Calls => ["ForAddress", "AddGrpcClient"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        var call = (IInvocationOperation)operation;
        var address = context.Is(call.TargetMethod.ContainingType, Channel) ? OfChannel(call, context)
            : context.Is(call.TargetMethod.ContainingType, Registrations) ? OfRegistration(call, context, cancellationToken)
            : null;
        if (address is null || DevelopmentOnly.Covers(call))
        {
            return null;
        }

        var fact = AddressResolver.Resolve(address, context, cancellationToken);
        var isDiscovered = DiscoveredServices.IsDefault(context, cancellationToken);
        foreach (var (text, place) in Texts(fact, context))
        {
            if (Host(text, isDiscovered, context) is { } host)
            {
                return Finding(call.NameLocation(), Fix, host) with
                {
                    AdditionalLocations = place is null ? ImmutableArray.Create(fact.Location) : ImmutableArray.Create(fact.Location, place),
                    Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "grpc").Add("host", host).Add("configKey", fact.Key),
                };
            }
        }

        return null;
    }

    /// <summary>The address of a channel that is made with default options, or with options that show no balancing and no transport of its own.</summary>
    private static IOperation? OfChannel(IInvocationOperation call, FactContext context)
    {
        if (call.Arguments.Argument("channelOptions") is { } options)
        {
            var settings = ObjectSettings.Of(options);
            if (settings.Origin is not IObjectCreationOperation creation || !context.Is(creation.Type, ChannelOptions) || settings["ServiceConfig"] is not null
                || settings["HttpClient"] is not null || settings["HttpHandler"] is { } handler && !IsPlain(handler, context))
            {
                return null;
            }
        }

        return call.Arguments.Argument("address");
    }

    /// <summary>The address of a registered client whose chain shows neither balancing, nor discovery, nor a transport of its own.</summary>
    private static IOperation? OfRegistration(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        if (DiscoveredServices.IsDefault(context, cancellationToken))
        {
            return null;
        }

        var callers = new CallerSearch(context, [.. context.Compilation.SyntaxTrees]);
        foreach (var member in BuilderChain.Members(call, context, callers, cancellationToken))
        {
            var name = member.Call.TargetMethod.Name;
            if (name.IndexOf("Discovery", StringComparison.Ordinal) >= 0 || name.IndexOf("Balanc", StringComparison.Ordinal) >= 0
                || (name is "ConfigureChannel" && Sets(member.Call, context, cancellationToken))
                || (name is "ConfigurePrimaryHttpMessageHandler" && !member.Call.Descendants().OfType<IObjectCreationOperation>().Any(c => IsPlain(c, context))))
            {
                return null;
            }
        }

        var addresses = call.AssignmentsTo("Address").Where(a => a.Target is IPropertyReferenceOperation { Property.ContainingType.Name: "GrpcClientFactoryOptions" }).ToArray();
        return addresses is [var only] ? only.Value : null;
    }

    /// <summary>True when the delegate sets a policy or a transport, or cannot be read.</summary>
    private static bool Sets(IInvocationOperation configure, FactContext context, CancellationToken cancellationToken) =>
        configure.Arguments.FirstOrDefault(a => a.Parameter?.Type.TypeKind == TypeKind.Delegate) is not { } argument
        || SourceBodies.Of(context).OfDelegate(argument.Value, cancellationToken) is not { } body
        || body.AssignmentsTo("ServiceConfig").Any() || body.AssignmentsTo("HttpClient").Any()
        || body.AssignmentsTo("HttpHandler").Any(a => !IsPlain(a.Value, context));

    private static bool IsPlain(IOperation handler, FactContext context) =>
        handler.Core() is IObjectCreationOperation creation && Array.Exists(PlainHandlers, h => context.Is(creation.Type, h));

    private static IEnumerable<(string Text, Location? Place)> Texts(AddressFact address, FactContext context) => address switch
    {
        { Source: AddressSource.Literal or AddressSource.ServiceDiscovery, Text: { } text } => [(text, null)],
        { Source: AddressSource.ConfigurationKey, Key: { } key } => context.Configuration.Lookup(key).Select(v => (v.Value, (Location?)v.Location)),
        _ => [],
    };

    /// <summary>The host of an <c>http(s)</c> address that names something of the own system or of nobody known.</summary>
    private static string? Host(string text, bool isDiscovered, FactContext context)
    {
        if (EndpointParser.Parse(text) is not { Form: AddressForm.Uri, Endpoints: [{ Scheme: "http" or "https", Host: var host }] }
            || HostList.Contains(context.Options.AllowedHosts, host))
        {
            return null;
        }

        return HostClassifier.Classify(host, context.Options.Hosts).Class switch
        {
            HostClass.SingleLabel => isDiscovered ? null : host,
            HostClass.KubernetesService or HostClass.Consul or HostClass.Internal or HostClass.PrivateName or HostClass.Own or HostClass.PublicName or HostClass.PrivateIp or HostClass.PublicIp => host,
            _ => null,
        };
    }
}
