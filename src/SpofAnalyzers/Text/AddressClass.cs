using System.Net;
using System.Net.Sockets;

namespace Spof.Text;

/// <summary>Classes of IP addresses by the ranges that the registries reserve.</summary>
internal static class AddressClass
{
    public static HostClass Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (IPAddress.IsLoopback(address))
        {
            return HostClass.Loopback;
        }

        if (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        {
            return HostClass.BindAny;
        }

        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork ? OfV4(bytes) : OfV6(address, bytes);
    }

    private static HostClass OfV4(byte[] b) => (b[0], b[1], b[2]) switch
    {
        (169, 254, _) => HostClass.LinkLocal,
        (192, 0, 2) or (198, 51, 100) or (203, 0, 113) => HostClass.Documentation,
        ( >= 224 and <= 239, _, _) => HostClass.Multicast,
        (10, _, _) or (192, 168, _) => HostClass.PrivateIp,
        (172, >= 16 and <= 31, _) => HostClass.PrivateIp,
        (100, >= 64 and <= 127, _) => HostClass.PrivateIp,
        _ => HostClass.PublicIp,
    };

    private static HostClass OfV6(IPAddress address, byte[] b)
    {
        if (address.IsIPv6LinkLocal)
        {
            return HostClass.LinkLocal;
        }

        if (b[0] == 0x20 && b[1] == 0x01 && b[2] == 0x0d && b[3] == 0xb8)
        {
            return HostClass.Documentation;
        }

        if (address.IsIPv6Multicast)
        {
            return HostClass.Multicast;
        }

        return (b[0] & 0xfe) == 0xfc ? HostClass.PrivateIp : HostClass.PublicIp;
    }
}
