using System.Net;

namespace Harbor.Gateway.Tracking;

/// <summary>Who may call back: ranges of the carriers, compared and never connected to.</summary>
public static class Trackers
{
    private static readonly IPNetwork[] Carriers = [IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("10.40.0.0/16")];

    private static readonly IPAddress Metadata = IPAddress.Parse("169.254.169.254");

    public static bool MayCall(IPAddress address) => !address.Equals(Metadata) && Carriers.Any(c => c.Contains(address));
}
