namespace Spof.Text;

/// <summary>What a host name or address is, as far as its text shows.</summary>
internal enum HostClass
{
    None,
    Placeholder,
    Loopback,
    BindAny,
    LinkLocal,
    Documentation,
    Multicast,
    PrivateIp,
    PublicIp,
    SingleLabel,
    KubernetesService,
    Consul,
    Internal,

    /// <summary>
    /// A name with dots under no top-level domain, so that only the own network can answer to it: a container (<c>catalog.api</c>), a service
    /// in a namespace (<c>db.orders</c>), a directory domain (<c>sql01.contoso.loc</c>).
    /// </summary>
    PrivateName,
    Own,
    Saas,
    CloudManaged,
    PublicName,
}

/// <param name="Class">What the host is.</param>
/// <param name="Category">For <see cref="HostClass.Saas"/>: payments, identity, email, …; else null.</param>
internal readonly record struct HostVerdict(HostClass Class, string? Category);

/// <summary>What the classifier knows about the code base: its own domains and the extra third parties of the options.</summary>
internal sealed class HostContext
{
    public static HostContext Empty { get; } = new([], [], []);

    public HostContext(
        IReadOnlyList<string> ownDomains, IReadOnlyList<KeyValuePair<string, string>> thirdPartyHosts, IReadOnlyList<string> managedSuffixes)
    {
        OwnDomains = ownDomains;
        ThirdPartyHosts = thirdPartyHosts;
        ManagedSuffixes = managedSuffixes;
    }

    /// <summary>
    /// Host suffixes that belong to the owner of the code (<c>spof.internal_domains</c>). An entry without a dot, such as the first
    /// segment of the root namespace, is the name of a registrable domain: <c>contoso</c> owns <c>contoso.com</c> and <c>contoso.co.uk</c>.
    /// </summary>
    public IReadOnlyList<string> OwnDomains { get; }

    /// <summary>Extra suffixes of third parties with their category (<c>spof.third_party_hosts</c>).</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ThirdPartyHosts { get; }

    /// <summary>Extra suffixes with failover behind one name (<c>spof.managed_suffixes</c>).</summary>
    public IReadOnlyList<string> ManagedSuffixes { get; }
}
