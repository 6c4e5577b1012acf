using Spof.Text;

namespace SpofAnalyzers.Facts;

/// <summary>IP addresses that mean one machine which can be lost.</summary>
internal static class FixedAddress
{
    /// <summary>
    /// Addresses that mean no single remote machine: public resolvers are anycast (and the usual trick to learn the own address asks one without
    /// sending anything), and the host of an Android emulator and of a Docker bridge is the machine itself.
    /// </summary>
    private static readonly HashSet<string> NoMachine = new(StringComparer.Ordinal)
    {
        "8.8.8.8", "8.8.4.4", "1.1.1.1", "1.0.0.1", "9.9.9.9", "208.67.222.222", "208.67.220.220",
        "2001:4860:4860::8888", "2001:4860:4860::8844", "2606:4700:4700::1111", "2606:4700:4700::1001",
        "10.0.2.2", "172.17.0.1",
    };

    /// <summary>The class of the address: private or public; null for names, for addresses that mean no machine, and for allowed ones.</summary>
    /// <param name="host">Host as the parser gives it.</param>
    /// <param name="context">Options.</param>
    public static HostClass? Of(string host, FactContext context) =>
        HostClassifier.Classify(host, context.Options.Hosts).Class is var kind and (HostClass.PrivateIp or HostClass.PublicIp)
        && !NoMachine.Contains(host) && !HostList.Contains(context.Options.AllowedHosts, host)
            ? kind
            : null;
}
