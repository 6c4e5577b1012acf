using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF1005: a client that can be told several servers is told one. When that one is lost the client has nowhere else to go, although the others
/// may be up; with some (seed nodes, name servers) it only matters to who starts or reconnects.
/// </summary>
internal sealed class Spof1005 : OperationRule
{
    public const string Id = "SPOF1005";

    public const string Fix = "List the other members too, or give a name that stands for all of them.";

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Endpoint list contains one entry",
        "'{0}' takes a list of servers and is given the one '{1}': if it is lost, the client knows no other; list the other members, or a name that stands for all of them",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A client that fails over between the servers it knows cannot do so when it knows one.",
        helpLinkUri: HelpLinks.Of(Id));

    /// <summary>Properties and constructor parameters that take a list, as an array or as text.</summary>
    private static readonly (string Type, string Member, ConnectionProvider Provider)[] Apis =
    [
        ("NATS.Client.Core.NatsOpts", "Url", ConnectionProvider.Nats),
        ("NATS.Client.Options", "Url", ConnectionProvider.Nats),
        ("NATS.Client.Options", "Servers", ConnectionProvider.Nats),
        ("Steeltoe.Discovery.Eureka.EurekaClientOptions", "EurekaServerServiceUrls", ConnectionProvider.Unknown),
        ("Steeltoe.Discovery.Eureka.Configuration.EurekaClientOptions", "EurekaServerServiceUrls", ConnectionProvider.Unknown),
        ("Akka.Cluster.Hosting.ClusterOptions", "SeedNodes", ConnectionProvider.Unknown),
        ("dotnet_etcd.EtcdClient", "connectionString", ConnectionProvider.Unknown),
        ("org.apache.zookeeper.ZooKeeper", "connectstring", ConnectionProvider.Unknown),
        (Ldap, "servers", ConnectionProvider.Unknown),
    ];

    private const string Ldap = "System.DirectoryServices.Protocols.LdapDirectoryIdentifier";

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assemblies =>
    [
        "NATS.Client.Core", "NATS.Client", "Steeltoe.Discovery.Eureka", "Akka.Cluster.Hosting", "dotnet-etcd", "ZooKeeperNetEx", "System.DirectoryServices.Protocols",
    ];

    public override IReadOnlyList<string> Creations => ["EtcdClient", "ZooKeeper", "LdapDirectoryIdentifier"];

    public override IReadOnlyList<string> Assignments => ["Url", "Servers", "EurekaServerServiceUrls", "SeedNodes"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        foreach (var (type, member, provider) in Apis)
        {
            var list = operation switch
            {
                IObjectCreationOperation creation when context.Is(creation.Type, type) => creation.Arguments.Argument(member),
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment
                    when property.Name == member && context.Is(property.ContainingType, type) => assignment.Value,
                _ => null,
            };
            if (list is not null)
            {
                return OneOfList.Read(list, provider, context, cancellationToken) is { } one && !(type == Ldap && IsDomain(one.Host)) && !DevelopmentOnly.Covers(operation)
                    ? Finding(one, type.Substring(type.LastIndexOf('.') + 1))
                    : null;
            }
        }

        return null;
    }

    /// <summary>The name of a directory domain leads to all of its controllers: <c>contoso.com</c>, <c>corp.local</c>.</summary>
    internal static bool IsDomain(string host) => host.Count(c => c == '.') == 1 && HostClassifier.ParseAddress(host) is null;

    private RuleFinding Finding(OneOfList one, string owner) =>
        Finding(one.Value, Fix, owner, one.Host) with
        {
            AdditionalLocations = one.Places,
            Properties = ImmutableDictionary<string, string?>.Empty.Add("host", one.Host).Add("configKey", one.Key),
        };
}
