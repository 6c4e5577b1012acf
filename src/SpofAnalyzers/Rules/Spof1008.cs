using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>SPOF1008: a directory, mail or file server that the program reaches by the name of one host. Off by default: for inventories.</summary>
internal sealed class Spof1008 : OperationRule
{
    public const string Id = "SPOF1008";

    private const string Fix = "Use the name of the directory domain, a relay or share with failover behind one name, or give a second host.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Directory, mail or file server is a single host",
        "{0} reaches the {1} '{2}' as a single host: if it is lost, nothing takes over; use a name that stands for several hosts, or try a second one",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "Directory, mail and file servers are often single machines that nobody counted.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls => ["Connect", "ConnectAsync"];

    public override IReadOnlyList<string> Creations =>
    [
        "SmtpClient", "LdapConnection", "LdapDirectoryIdentifier", "SshClient", "SftpClient", "ConnectionInfo", "FtpClient", "AsyncFtpClient", "DirectoryEntry",
    ];

    public override IReadOnlyList<string> Assignments => ["Host"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (EndpointSinks.Of(operation, context, cancellationToken) is not { IsDevelopmentOnly: false } sink || Kind(sink.DependencyKind) is not { } kind
            || Host(sink, context) is not var (host, place) || !FirstReports.Of(context).IsFirst(Id, sink.Address.Location, sink.Location))
        {
            return null;
        }

        return Finding(sink.Location, Fix, sink.Owner, kind, host) with
        {
            AdditionalLocations = place is null ? ImmutableArray.Create(sink.Address.Location) : ImmutableArray.Create(sink.Address.Location, place),
            Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", sink.DependencyKind).Add("host", host).Add("configKey", sink.Address.Key),
        };
    }

    private static string? Kind(string dependency) => dependency switch
    {
        "ldap" => "directory server",
        "smtp" => "mail server",
        "sftp" or "ftp" => "file server",
        _ => null,
    };

    /// <summary>The one host that a constant or the configuration of a deployment names, with the place in a file.</summary>
    private static (string Host, Location? Place)? Host(EndpointSink sink, FactContext context)
    {
        if (HardCodedAddress.Of(sink, context) is { } constant)
        {
            return IsSingle(constant.Host, sink, context) ? (constant.Host, null) : null;
        }

        // A service name of the platform for others, a machine's name here: no platform balances these protocols.
        if (sink.Address is { Source: AddressSource.ServiceDiscovery, Text: { } text })
        {
            return EndpointParser.Parse(text).Endpoints is [{ Host: var name }] && IsSingle(name, sink, context) ? (name, null) : null;
        }

        foreach (var value in sink.Address is { Source: AddressSource.ConfigurationKey, Key: { } key } ? context.Configuration.Lookup(key) : [])
        {
            if (EndpointParser.Parse(value.Value).Endpoints is [{ Host: var host }] && IsSingle(host, sink, context))
            {
                return (host, value.Location);
            }
        }

        return null;
    }

    private static bool IsSingle(string host, EndpointSink sink, FactContext context) =>
        HostClassifier.Classify(host, context.Options.Hosts).Class
            is HostClass.PrivateIp or HostClass.PublicIp or HostClass.SingleLabel or HostClass.Internal or HostClass.PrivateName or HostClass.Own or HostClass.PublicName
        && !(sink.DependencyKind == "ldap" && Spof1005.IsDomain(host)) && !HostList.Contains(context.Options.AllowedHosts, host);
}
